import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { dossier } from '../../../knowledge/rules/dossier.ts';
import type { Known } from '../../../knowledge/rules/result.ts';
import { type DutyRow, factsOf, RULE_COLUMNS, readDuties, readSettled } from './duties-table.ts';

const read = (name: string): string | null => {
  const file = join(import.meta.dirname, '..', name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};

/** Form only: the cells are not doctrine. */
const SAMPLE = `id;jour;entite;projet;prestataire_change;part;hebergement;service_agents;personnelles;sante;secret;mission;atteintes;cout;champ;R1;R2;R3;R4;R5_zones;R5_detection;R6;R7;R8;R9_rgpd;R9_snc;R10;R11;R12;R13;R14;R15;controle;texte;remarque
# for the reader
d001;2026-11-27;operateur;evolution;?;49,9;hors_cloud;?;oui;?;?;?;sante_vie, ordre_public;3500000;oui;;;;non;;;;;;;;;;;;;;ministeres;"circulaire R8 ; FAQ Contrôle";forme`;

/** What the rules give in each column that the table pronounces on. */
const foundIn = (row: DutyRow): Readonly<Record<string, string>> => {
  const found = dossier(factsOf(row), row.jour);
  if (found.kind === 'invalid' || found.kind === 'not-covered') return { champ: found.reason };
  const said = (value: Known): string => (value === null ? 'depend' : value ? 'oui' : 'non');
  const duty = (code: string): string =>
    said(
      found.obligations === null
        ? false
        : (found.obligations.find((one) => one.code === code)?.applicable ?? null),
    );
  const CONTROL = {
    MOINS_1M: 'autorite_projet',
    DE_1M_A_9M: 'ministeres',
    PLUS_9M: 'grands_projets',
  } as const;
  return {
    champ: said(found.scope.bound),
    ...Object.fromEntries(Object.entries(RULE_COLUMNS).map(([column, code]) => [column, duty(code)])),
    controle: found.obligations === null ? '' : found.seuil === null ? 'depend' : CONTROL[found.seuil.bande],
  };
};

const differences = (row: DutyRow): readonly { column: string; table: string; code: string }[] =>
  Object.entries(foundIn(row)).flatMap(([column, code]) => {
    const table = String(row[column as keyof DutyRow] ?? '');
    return table === '' || table === code ? [] : [{ column, table, code }];
  });

describe('the table of duties', () => {
  it('is read as it is written: unknown facts, shares, amounts, harms', () => {
    const [row] = readDuties(SAMPLE);
    if (row === undefined) throw new Error('no row');
    expect(factsOf(row)).toMatchObject({
      entite: 'organisme_sous_tutelle',
      projet: { nature: 'evolution', changementPrestataire: null, part: 49.9 },
      hebergement: 'hors_cloud',
      secret: null,
      atteintes: ['ordre_public', 'sante_vie'],
      cents: 350_000_000,
    });
    expect(differences(row)).toEqual([]);
    expect(differences({ ...row, R4: 'oui' })).toEqual([{ column: 'R4', table: 'oui', code: 'non' }]);
    expect(() => readDuties(SAMPLE.replace('hors_cloud', 'lune'))).toThrow();
    expect(() => readDuties(SAMPLE.replace('sante_vie', 'vent'))).toThrow();
  });

  const table = read('duties.csv');
  const rows = table === null ? [] : readDuties(table);
  const settled = readSettled(read('duties-settled.yaml') ?? '[]');

  it('agrees with the rules, but for the cells that a text settles', () => {
    const key = ({ id, column, table: said, code }: (typeof settled)[number]): string =>
      `${id} ${column}: table ${said}, code ${code}`;
    const found = rows.flatMap((row) =>
      differences(row).map(
        ({ column, table: said, code }) => `${row.id} ${column}: table ${said}, code ${code}`,
      ),
    );
    expect(found.toSorted()).toEqual(settled.map(key).toSorted());
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('settles by words that stand in the texts', () => {
    const corpus = settled.length === 0 ? null : loadCorpus();
    for (const { passage, quote } of settled) expect(() => corpus?.cite(passage, quote)).not.toThrow();
  });
});
