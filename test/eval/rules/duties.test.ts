import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { dossier } from '../../../knowledge/rules/dossier.ts';
import type { Known } from '../../../knowledge/rules/result.ts';
import {
  type Difference,
  type DutyRow,
  factsOf,
  RULE_COLUMNS,
  readDuties,
  readSettled,
  type Settlement,
  settles,
} from './duties-table.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', name), 'utf8');

/** Form only: the cells are not doctrine. */
const SAMPLE = `id;jour;entite;projet;prestataire_change;part;hebergement;service_agents;personnelles;sante;secret;mission;atteintes;cout;champ;R1;R2;R3;R4;R5_zones;R5_detection;R6;R7;R8;R9_rgpd;R9_snc;R10;R11;R12;R13;R14;R15;controle;texte;remarque
# for the reader
d001;2026-11-27;operateur;evolution;?;49,9;hors_cloud;?;oui;?;?;?;sante_vie, ordre_public;3500000;oui;;;;non;;;;;;;;;;;;;;ministeres;"circulaire R8 ; FAQ Contrôle";forme`;

const CONTROL: Readonly<Record<string, string>> = {
  CONTROLE_AUTORITE_PROJET: 'autorite_projet',
  CONTROLE_MINISTERE: 'ministeres',
  CONTROLE_GRANDS_PROJETS: 'grands_projets',
  CONTROLE_A_PRECISER: 'depend',
};

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
  return {
    champ: said(found.scope.bound),
    ...Object.fromEntries(Object.entries(RULE_COLUMNS).map(([column, code]) => [column, duty(code)])),
    controle: CONTROL[found.codes.find((code) => code.startsWith('CONTROLE_')) ?? ''] ?? '',
  };
};

const differences = (row: DutyRow): readonly Difference[] =>
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

  const rows = readDuties(read('duties.csv'));
  const settled = readSettled(read('duties-settled.yaml'));

  it('agrees with the rules, but for the cells that a text settles', () => {
    expect(faults(rows, settled)).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('misses no difference, and keeps no entry that settles nothing, or more than it says', () => {
    expect(faults(rows, settled.slice(0, -1))).toEqual([expect.stringContaining('not settled')]);
    const [family] = settled;
    if (family === undefined || !('where' in family)) throw new Error('no family');
    const of = (change: object): Settlement => ({ ...family, ...change });
    const others = settled.slice(1);
    expect(faults(rows, [of({ count: family.count - 1 }), ...others])).toHaveLength(1);
    expect(faults(rows, [of({ count: family.count + 1 }), ...others])).toHaveLength(1);
    expect(faults(rows, [...settled, of({ where: { entite: 'collectivite' } })])).toHaveLength(1);
    expect(() => readSettled('- { where: { lune: oui }, count: 1 }')).toThrow();
  });

  it('settles by words that stand in the texts', () => {
    const corpus = loadCorpus();
    for (const { passage, quote } of settled) expect(() => corpus.cite(passage, quote)).not.toThrow();
  });
});

/** Differences that no entry settles, and entries that settle another number of cells than they say. */
const faults = (rows: readonly DutyRow[], settled: readonly Settlement[]): readonly string[] => {
  const cells = rows.flatMap((row) => differences(row).map((cell) => ({ row, cell })));
  const open = cells
    .filter(({ row, cell }) => !settled.some((entry) => settles(entry, row, cell)))
    .map(({ row, cell }) => `${row.id} ${cell.column}: table ${cell.table}, code ${cell.code}, not settled`);
  const wrong = settled.flatMap((entry) => {
    const found = cells.filter(({ row, cell }) => settles(entry, row, cell)).length;
    const said = 'count' in entry ? entry.count : 1;
    const name = 'id' in entry ? entry.id : JSON.stringify(entry.where);
    return found === said ? [] : [`${name} ${entry.column}: settles ${found} cells, says ${said}`];
  });
  return [...open, ...wrong];
};
