import { type AmountResult, type AmountWarning, refuse } from './amount.ts';
import { add, type Decimal, decimal, multiply, toCents } from './decimal.ts';
import { formatCents } from './format.ts';
import { normalise } from './normalise.ts';
import { dropArticles, type FoundRun, findRuns } from './runs.ts';
import { type Token, tokenise } from './tokens.ts';

/** Longer texts hold more than an amount. */
const LONGEST = 200;

/** « 3 M€ sur 5 ans »: the total stays the total, unlike « 3 M€ par an ». */
const DURATION = / sur (?:\d{1,2}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) (?:ans?|annees?|mois)\b/;

/** Below this, a number without unit may stand for thousands or millions. */
const SMALL = 1000_00;

/**
 * The amount in euros that somebody typed: `3,5 M€`, `950k`, `3 500 000 euros`, `€3.5M`, `2 millions et demi`.
 * What has two readings (`3.500`, a bare `3.5`, `1M5`) or several amounts is refused, never guessed.
 */
export const parseAmount = (input: string): AmountResult => {
  const normalised = normalise(input);
  const typed = input.trim();
  if (normalised === null || normalised.length > LONGEST) return refuse('PAS_UN_NOMBRE', typed);
  if (normalised === '') return refuse('VIDE');
  const tokens = dropArticles(tokenise(normalised.replace(DURATION, '')));
  const runs = findRuns(tokens);
  const [first, second] = runs;
  if (first === undefined) return refuse('PAS_UN_NOMBRE', typed);
  const text = (kind: Token['kind']): string | null =>
    tokens.find((token) => token.kind === kind)?.text ?? null;
  const foreign = text('foreign');
  if (foreign !== null) return refuse('DEVISE', foreign);
  if (tokens.slice(0, first.start).some(({ kind }) => kind === 'minus')) return refuse('NEGATIF', typed);
  const withCents = second !== undefined && isCents(tokens, second) && runs.length === 2;
  if (second !== undefined && !withCents) return refuse('PLUSIEURS_MONTANTS', typed);
  const bound = text('bound');
  if (bound !== null) return refuse('PLUSIEURS_MONTANTS', bound);
  const stray = tokens.find((token, index) => isStray(token) && !runs.some((run) => holds(run, index)));
  if (stray !== undefined && !(withCents && stray.kind === 'centime'))
    return refuse('PAS_UN_NOMBRE', stray.text);
  if (first.run.kind === 'malformed') return refuse('PAS_UN_NOMBRE', typed);
  const values = first.run.kind === 'ambiguous' ? first.run.values : [first.run.value];
  // A French « billion » is a million millions, an English one a thousand.
  if (text('billion') !== null)
    return ambiguous(
      typed,
      [9, 12].map((power) => scale(values[0], power)),
    );
  if (first.run.kind === 'ambiguous') return ambiguous(typed, values);
  const unit = tokens.some(({ kind }) => kind === 'euro') || first.run.bare === null;
  const euros = withCents ? add(first.run.value, centsOf(second)) : first.run.value;
  const amount = toCents(euros);
  if (amount === null) return refuse('PAS_UN_NOMBRE', typed);
  const small = !unit && amount.cents > 0 && amount.cents < SMALL;
  if (small && first.run.bare === 'decimal') return ambiguous(typed, [euros, scale(euros, 6)]);
  const warnings: readonly (readonly [boolean, AmountWarning])[] = [
    [small, 'SANS_UNITE'],
    [amount.cents === 0, 'NUL'],
    [text('approximate') !== null, 'APPROCHE'],
    [amount.rounded, 'ARRONDI'],
    [text('tax') !== null, 'TAXES'],
  ];
  return { ok: true, cents: amount.cents, warnings: warnings.filter(([on]) => on).map(([, code]) => code) };
};

const ambiguous = (typed: string, values: readonly Decimal[]): AmountResult => {
  const cents = values.map((value) => toCents(value)?.cents ?? null).filter((value) => value !== null);
  return refuse('PLUSIEURS_MONTANTS', typed, cents.map(formatCents));
};

/** Words that change what an amount means, or that we do not know: « par an », « % », a lone « M ». */
const isStray = ({ kind }: Token): boolean => ['unknown', 'half', 'point', 'scale', 'centime'].includes(kind);

/** « … euros et 50 centimes »: a second number that belongs to the first. */
const isCents = (tokens: readonly Token[], { run, end }: FoundRun): boolean => {
  if (tokens[end]?.kind !== 'centime' || run.kind !== 'value' || run.bare !== 'integer') return false;
  return run.value.units < 100n;
};

const centsOf = ({ run }: FoundRun): Decimal => (run.kind === 'value' ? scale(run.value, -2) : decimal(0));

const scale = (value: Decimal | undefined, power: number): Decimal =>
  multiply(value ?? decimal(0), decimal(1, power));

const holds = ({ start, end }: FoundRun, index: number): boolean => index >= start && index < end;
