import { toCents } from './decimal.ts';
import { normalise } from './normalise.ts';
import { dropArticles, type FoundRun, findRuns } from './runs.ts';
import { type Token, tokenise } from './tokens.ts';

/** Smallest amount believed without currency sign: « 4k » is a screen, « 5G » a network. */
const CREDIBLE = 10_000_00;

/**
 * Amounts of euros named in a sentence, in cents, in order, each once. Only what is plainly an amount counts:
 * a currency or a scale; no bound (« plus de 9 M€ »), no price by year or by user, no second reading.
 */
export const findAmounts = (text: string): readonly number[] => {
  const normalised = normalise(text);
  if (normalised === null) return [];
  const tokens = dropArticles(tokenise(normalised));
  const runs = findRuns(tokens);
  const found = runs.flatMap(({ run, start, end }, index) => {
    if (run.kind !== 'value' || isRange(tokens, runs[index - 1], start)) return [];
    const before = tokens[start - 1]?.kind;
    const after = tokens[end]?.kind;
    const currency = before === 'euro' || after === 'euro';
    const named = tokens.slice(start, end).some((token) => token.kind === 'scale' && token.sum);
    const glued = tokens.slice(start, end).some((token) => token.kind === 'scale' && token.text !== 'g');
    const rest = tokens.slice(after === 'euro' ? end + 1 : end);
    const cents = toCents(run.value)?.cents ?? 0;
    if (isBound(tokens, start) || isRate(rest) || after === 'foreign') return [];
    return currency || named || (glued && cents >= CREDIBLE) ? [cents] : [];
  });
  return [...new Set(found)];
};

/** « plus de 9 M€ », « au-dessus de 9 M€ »: a limit, not the cost of something. */
const isBound = (tokens: readonly Token[], start: number): boolean =>
  tokens[start - 1]?.kind === 'bound' ||
  (tokens[start - 1]?.text === "d'" && tokens[start - 2]?.kind === 'bound');

/** « entre 1 et 2 M€ », « de 1 à 2 M€ », « 1-2 M€ »; but not « R7 à 3 M€ ». */
const isRange = (tokens: readonly Token[], previous: FoundRun | undefined, start: number): boolean => {
  if (previous === undefined || previous.end !== start - 1) return false;
  const rule = /^r$|^regles?$/.test(tokens[previous.start - 1]?.text ?? '');
  return (
    !rule &&
    previous.run.kind === 'value' &&
    previous.run.bare !== null &&
    LINKS.has(tokens[start - 1]?.text ?? '')
  );
};

const LINKS = new Set(['a', 'et', 'ou', '-', '/']);

/** « par an », « / mois », « par agent »: not a full cost. */
const isRate = (rest: readonly Token[]): boolean => {
  const words = rest
    .slice(0, 3)
    .map(({ text }) => text)
    .join(' ');
  return /^(?:ht |ttc )?(?:par |\/ ?)(?:an|annee|mois|jour|agent|utilisateur|poste|licence)|^(?:ht |ttc )?(?:annuels?|mensuels?)\b/.test(
    words,
  );
};
