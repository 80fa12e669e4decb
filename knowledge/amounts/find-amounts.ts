import { toCents } from './decimal.ts';
import { normalise } from './normalise.ts';
import { dropArticles, type FoundRun, findRuns } from './runs.ts';
import { type Token, tokenise } from './tokens.ts';

/** Smallest amount believed without currency sign: « 4k » is a screen, « 5G » a network. */
const CREDIBLE = 10_000_00;

/** An amount as a sentence names it. */
export interface NamedAmount {
  readonly cents: number;
  /** Its pieces as written, normalised: `2,4`, `m`, `€`. */
  readonly pieces: readonly string[];
  /** The words before and after it, normalised, six at most. */
  readonly before: string;
  readonly after: string;
}

/**
 * Amounts of euros named in a sentence, in cents, in order, each once. Only what is plainly an amount counts:
 * a currency or a scale; no bound (« plus de 9 M€ »), no price by year or by user, no count (« 6 millions
 * d'usagers »), no second reading.
 */
export const findAmounts = (text: string): readonly number[] => [
  ...new Set(findNamedAmounts(text).map(({ cents }) => cents)),
];

/** The same amounts, repeats included, each with its words and their surroundings. */
export const findNamedAmounts = (text: string): readonly NamedAmount[] => {
  const normalised = normalise(text);
  if (normalised === null || !MAY_BE_AMOUNT.test(normalised)) return [];
  const tokens = dropArticles(tokenise(normalised));
  const runs = findRuns(tokens);
  return runs.flatMap(({ run, start, end }, index) => {
    if (run.kind !== 'value' || isRange(tokens, runs[index - 1], start)) return [];
    const before = tokens[start - 1]?.kind;
    const after = tokens[end]?.kind;
    const currency = before === 'euro' || after === 'euro' || isEuroAfterLink(tokens, end);
    const named = tokens.slice(start, end).some((token) => token.kind === 'scale' && token.sum);
    const glued = tokens.slice(start, end).some((token) => token.kind === 'scale' && token.text !== 'g');
    const last = after === 'euro' ? end + 1 : end;
    const rest = tokens.slice(last);
    const cents = toCents(run.value)?.cents ?? 0;
    if (isBound(tokens, start) || isRate(rest) || after === 'foreign') return [];
    if (!currency && isCount(rest)) return [];
    if (!currency && !named && !(glued && cents >= CREDIBLE)) return [];
    const first = before === 'euro' ? start - 1 : start;
    if (!currency && cents < CREDIBLE && !isSmallCost(cents, tokens.slice(0, first), rest)) return [];
    return [
      {
        cents,
        pieces: tokens.slice(first, last).map((token) => token.text),
        before: joined(tokens.slice(Math.max(0, first - AROUND), first)),
        after: joined(rest.slice(0, AROUND)),
      },
    ];
  });
};

/** A currency or a scale stands somewhere. */
const MAY_BE_AMOUNT =
  /€|mil|kilo|(?<![a-z])(?:[km]?eu(?:r|ro|ros)?|[km](?:e|€)?|mds?|mrds?|mia|mio|mln|bn|g)(?![a-z])/;
const AROUND = 6;

const joined = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');

/** « 2 millions d'euros »: the currency after its link. */
const isEuroAfterLink = (tokens: readonly Token[], end: number): boolean =>
  LINKS_TO_NOUN.has(tokens[end]?.text ?? '') && tokens[end + 1]?.kind === 'euro';

const LINKS_TO_NOUN = new Set(["d'", 'd', 'de', 'of']);

/** « 6 millions d'usagers », « 200k dossiers », « 3 million users »: a number of things; « 3 millions de budget » is money. */
const isCount = (rest: readonly Token[]): boolean => {
  const [link, noun] = rest;
  if (COUNTED.test(link?.text ?? '')) return true;
  return LINKS_TO_NOUN.has(link?.text ?? '') && !MONEY.test(noun?.text ?? '');
};

/** Below what is credible, words alone are a year (« deux mille vingt et un ») or a count, save beside a word of cost. */
const isSmallCost = (cents: number, before: readonly Token[], rest: readonly Token[]): boolean =>
  !(cents >= FIRST_YEAR && cents <= LAST_YEAR) &&
  [...before.slice(-AROUND), ...rest.slice(0, 2)].some(({ text }) => MONEY.test(text));

const FIRST_YEAR = 1_900_00;
const LAST_YEAR = 2_099_00;

const MONEY = /^(?:cout|budget|depenses?|credits?|investissement|marche|travaux|projet|cost|full|total)/;
const COUNTED =
  /^(?:usag|utilisat|agent|dossier|ligne|personne|habitant|citoyen|eleve|compte|document|fichier|enregistrement|patient|user|record|file|people|account|inhabitant|citizen|visite|visitor|requete|octet|mail|objet|acte|poste|token|fois|contribuable|assure|beneficiaire|pixel)/;

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

/** « par an », « / mois », « par agent », « chacun », « a year »: not a full cost. */
const isRate = (rest: readonly Token[]): boolean =>
  RATE.test(
    rest
      .slice(0, 3)
      .map(({ text }) => text)
      .join(' '),
  );

const PER = String.raw`(?:par |\/ ?)(?:(?:ans?|annees?|mois|jours?)\b|agent|utilisateur|poste|licence|ministere|entite)`;
const EACH = String.raw`(?:\/ ?|per |a |each )(?:year|month|user)\b|chacune?s?\b|each\b|yearly\b|annuels?\b|mensuels?\b`;
const RATE = new RegExp(`^(?:ht |ttc )?(?:${PER}|${EACH})`);
