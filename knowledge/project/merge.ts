import {
  FACT_NAMES,
  type FactName,
  type FactValue,
  isSaid,
  type SaidFacts,
  type SheetFacts,
} from './facts.ts';
import type { DutyName, Sheet, SheetChange } from './sheet.ts';

/** What becomes of values that are said of a sheet. */
export interface Merged {
  /** What the sheet did not hold: it can be written down. */
  readonly added: readonly SheetChange[];
  /** What the sheet says otherwise: to be asked, never written over silently. */
  readonly conflicts: readonly SheetChange[];
}

/**
 * Sets what is said against what is kept. Null stands for « on ne sait plus », which empties a fact: asked as well.
 * @param listsGrow categories named in a sentence are more data; those given by `donnees=` are all of them
 */
export const mergeFacts = (kept: SheetFacts, said: SaidFacts, listsGrow: boolean): Merged => {
  const added: SheetChange[] = [];
  const conflicts: SheetChange[] = [];
  for (const field of FACT_NAMES) {
    const given = said[field];
    if (given === undefined) continue;
    const before = kept[field];
    const after = listsGrow && field === 'donnees' ? union(before, given) : given;
    if (sameValue(before, after)) continue;
    const grows = field === 'donnees' && holdsAll(after, before);
    (isSaid(field, before) && !grows ? conflicts : added).push({ field, before, after });
  }
  return { added, conflicts };
};

/** The sheet with changes made; a new provider takes with it what was said of the old one's law. */
export const applyChanges = (
  { facts, done }: Pick<Sheet, 'facts' | 'done'>,
  changes: readonly SheetChange[],
): Pick<Sheet, 'facts' | 'done'> & { readonly fields: readonly SheetChange[] } => {
  const all = withForgotten(facts, changes);
  const isRule = ({ field }: SheetChange): boolean => /^R\d+(?:\.|$)/.test(field);
  return {
    fields: all,
    facts: { ...facts, ...valuesOf(all.filter((change) => !isRule(change))) },
    done: Object.fromEntries(
      Object.entries({ ...done, ...valuesOf(all.filter(isRule)) }).filter(([, text]) => text !== null),
    ) as Record<DutyName, string>,
  };
};

/** Values compared whole, lists without their order. */
export const sameValue = (a: FactValue | undefined, b: FactValue | undefined): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.length === b.length && holdsAll(a, b) : a === b;

const valuesOf = (changes: readonly SheetChange[]): Readonly<Record<string, FactValue>> =>
  Object.fromEntries(changes.map(({ field, after }) => [field, after]));

/** What no longer holds: the law of the old provider, and the provider once the hosting is another. */
const withForgotten = (facts: SheetFacts, changes: readonly SheetChange[]): readonly SheetChange[] => {
  const leaves = (name: FactName): boolean =>
    changes.some(({ field, before, after }) => field === name && before !== null && before !== after);
  const names: readonly FactName[] = [
    ...(leaves('hebergement') ? (['fournisseur', 'extraeuropeen'] as const) : []),
    ...(leaves('fournisseur') ? (['extraeuropeen'] as const) : []),
  ];
  const forgotten = [...new Set(names)]
    .filter((name) => facts[name] !== null && !changes.some(({ field }) => field === name))
    .map((field): SheetChange => ({ field, before: facts[field], after: null }));
  return [...changes, ...forgotten];
};

const listOf = (value: FactValue): readonly string[] => (Array.isArray(value) ? value : []);

const union = (a: FactValue, b: FactValue): readonly string[] => [...new Set([...listOf(a), ...listOf(b)])];

const holdsAll = (whole: FactValue, part: FactValue): boolean =>
  listOf(part).every((one) => listOf(whole).includes(one));
