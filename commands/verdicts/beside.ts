import type { Lang } from '../../knowledge/answer/answer.ts';
import { lower } from '../../knowledge/answer/casing.ts';
import { PHONE, phoneLines } from '../../knowledge/answer/phone.ts';
import type { Missing } from '../../knowledge/rules/dossier/result.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';
import type { ProviderLine } from './provider.ts';
import { QUESTION, SHORT_QUESTION, SHORT_WHICH_DATA, VERDICT_WORDS, WHICH_DATA } from './wording-missing.ts';

/** What stands under a verdict before what proves it. */
export interface Beside {
  readonly provider: ProviderLine | null;
  /** Words that were read as facts, in the order of the question. */
  readonly read: readonly string[];
  readonly missing: readonly Missing[];
  readonly facts: DossierFacts;
}

/**
 * Lines under a verdict: the standing of the provider, what was read, the question about what is missing most. In full
 * where they take no more than `room` lines of a phone, else each in its shortest form.
 */
export const besideLines = (beside: Beside, lang: Lang, room: number): readonly string[] => {
  const full = drawn(beside, lang, false);
  return full.reduce((sum, line) => sum + phoneLines(line), 0) <= room ? full : drawn(beside, lang, true);
};

const drawn = (
  { provider, read, missing, facts }: Beside,
  lang: Lang,
  inShort: boolean,
): readonly string[] => {
  const words = VERDICT_WORDS[lang];
  const question = questionOf(missing, facts, lang, inShort);
  const told = inShort ? onOneLine(read, words.read) : read;
  return [
    provider === null ? null : inShort ? provider.short : provider.full,
    told.length === 0 ? null : `${words.read}${told.join(SEPARATOR)}`,
    question === null ? null : `${words.ask}${lower(question)}`,
  ].filter((line) => line !== null);
};

const SEPARATOR = ' · ';

/** As many as one line holds, the first in any case. */
const onOneLine = (read: readonly string[], label: string): readonly string[] =>
  read.filter(
    (_, at) => at === 0 || label.length + read.slice(0, at + 1).join(SEPARATOR).length <= PHONE.columns,
  );

const questionOf = (
  [most]: readonly Missing[],
  { donnees }: DossierFacts,
  lang: Lang,
  inShort: boolean,
): string | null => {
  if (most === undefined) return null;
  if (most.fact === 'secret' && donnees.length === 0) return (inShort ? SHORT_WHICH_DATA : WHICH_DATA)[lang];
  return (inShort ? SHORT_QUESTION : QUESTION)[lang][most.fact];
};
