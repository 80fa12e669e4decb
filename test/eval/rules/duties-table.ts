import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { DossierFacts, ProjetDeclare } from '../../../knowledge/rules/dossier-types.ts';
import { ATTEINTES } from '../../../knowledge/rules/sensibilite-types.ts';

/** Columns of a row that say what the texts give, rules first. */
export const RULE_COLUMNS = {
  R1: 'R1_CHERCHER_UNE_SOLUTION_CLOUD',
  R2: 'R2_FORMER',
  R3: 'R3_INCITER_ET_CONTROLER',
  R4: 'R4_REVERSIBILITE',
  R5_zones: 'R5_RESILIENCE',
  R5_detection: 'R5_DETECTION_ET_ISOLATION',
  R6: 'R6_CLOUD_PAR_DEFAUT',
  R7: 'R7_DOCUMENTER_LA_DEROGATION',
  R8: 'R8_CONTROLE',
  R9_rgpd: 'R9_PROTECTION_DES_DONNEES',
  R9_snc: 'R9_SECNUMCLOUD',
  R10: 'R10_PORTABILITE',
  R11: 'R11_SUITE_INTERMINISTERIELLE',
  R12: 'R12_SERVICES_ADDITIONNELS',
  R13: 'R13_PAS_DE_SUR_MESURE',
  R14: 'R14_CONFORMITE_DE_L_EDITEUR',
  R15: 'R15_DIVERSITE_DES_FOURNISSEURS',
} as const;

const known = z.enum(['oui', 'non', '?']).transform((value) => (value === '?' ? null : value === 'oui'));
const orUnknown = <T extends string>(...values: readonly T[]) =>
  z.enum([...values, '?']).transform((value) => (value === '?' ? null : (value as T)));
const number = z
  .string()
  .regex(/^(?:\?|\d+(?:,\d+)?)$/)
  .transform((value) => (value === '?' ? null : Number(value.replace(',', '.'))));
const verdict = z.enum(['oui', 'non', 'depend', '']);
const rules = Object.fromEntries(Object.keys(RULE_COLUMNS).map((name) => [name, verdict])) as Record<
  keyof typeof RULE_COLUMNS,
  typeof verdict
>;

const row = z.strictObject({
  id: z.string().regex(/^d\d{3,}$/),
  jour: z.iso.date(),
  entite: orUnknown('administration_centrale', 'operateur', 'collectivite', 'autre', 'incertaine'),
  projet: orUnknown('nouveau', 'evolution', 'maintenance', 'engage'),
  prestataire_change: known,
  part: number,
  hebergement: orUnknown('commercial', 'interne', 'hors_cloud'),
  service_agents: known,
  personnelles: known,
  sante: known,
  secret: known,
  mission: known,
  atteintes: z.string().transform((value, context) => {
    if (value === '?') return null;
    const parts = value === 'aucune' ? [] : value.split(',').map((part) => part.trim());
    const found = ATTEINTES.filter((code) => parts.includes(code));
    if (found.length < parts.length) context.addIssue({ code: 'custom', message: `atteintes: ${value}` });
    return found;
  }),
  cout: number,
  champ: verdict,
  ...rules,
  controle: z.enum(['autorite_projet', 'ministeres', 'grands_projets', 'depend', '']),
  texte: z.string(),
  remarque: z.string(),
});

/** One case: what is declared of a project on a day, and what the texts give. */
export type DutyRow = z.infer<typeof row>;

/** Rows of the table of duties; lines that begin with `#` are for the reader. @throws with every row that is not one */
export const readDuties = (text: string): readonly DutyRow[] =>
  z.array(row).parse(parse(text, { delimiter: ';', columns: true, comment: '#', bom: true, trim: true }));

const settled = z.strictObject({
  column: z.string(),
  table: z.string(),
  code: z.string(),
  passage: z.string(),
  quote: z.string().min(1),
  why: z.string().min(1),
});

const settlements = z.array(
  z.union([
    settled.extend({ id: z.string() }),
    settled.extend({
      /** What a row of the family says, by column, as it is written in the table. */
      where: z
        .record(z.string(), z.string())
        .refine((columns) => Object.keys(columns).every((name) => Object.hasOwn(row.shape, name))),
      count: z.int().positive(),
    }),
  ]),
);

/** A cell, or a family of cells, where the code and the table differ, with the text that settles it. */
export type Settlement = z.infer<typeof settlements>[number];

/** Cells where the code and the table differ, each with the text that settles it. @throws with every entry that is not one */
export const readSettled = (text: string): readonly Settlement[] => settlements.parse(parseYaml(text) ?? []);

/** A cell where the code and the table differ. */
export interface Difference {
  readonly column: string;
  readonly table: string;
  readonly code: string;
}

/** Whether an entry is about that cell of that row. */
export const settles = (entry: Settlement, duty: DutyRow, cell: Difference): boolean =>
  entry.column === cell.column &&
  entry.table === cell.table &&
  entry.code === cell.code &&
  ('id' in entry
    ? entry.id === duty.id
    : Object.entries(entry.where).every(
        ([column, value]) => written(duty[column as keyof DutyRow]) === value,
      ));

/** A value as the table writes it. */
const written = (value: DutyRow[keyof DutyRow]): string => {
  if (value === null) return '?';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'object') return value.join(',') || 'aucune';
  return String(value).replace('.', ',');
};

/** The facts of a row, as the rules take them. */
export const factsOf = (row: DutyRow): DossierFacts => {
  const { projet, prestataire_change: changementPrestataire, part } = row;
  const nature: ProjetDeclare['nature'] | null =
    projet ?? (part !== null || changementPrestataire !== null ? 'evolution' : null);
  return {
    entite: row.entite === 'operateur' ? 'organisme_sous_tutelle' : row.entite,
    projet: nature === null ? null : { nature, changementPrestataire, part },
    hebergement: row.hebergement,
    fournisseur: null,
    extraeuropeen: null,
    service: null,
    collaboratif: row.service_agents,
    donnees: [],
    personnelles: row.personnelles,
    sante: row.sante,
    secret: row.secret,
    mission: row.mission,
    atteintes: row.atteintes,
    cents: row.cout === null ? null : Math.round(row.cout * 100),
    offreAcceptable: null,
  };
};
