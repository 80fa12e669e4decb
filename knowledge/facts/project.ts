import { normalise } from '../amounts/normalise.ts';
import { dropArticles, findRuns } from '../amounts/runs.ts';
import { tokenise } from '../amounts/tokens.ts';
import type { ProjetDeclare } from '../rules/dossier-types.ts';
import { createFinder, type Mention } from './lexicon.ts';
import type { FactLexicon, ProjectWord } from './load-lexicon.ts';
import { stanceOf } from './negation.ts';

/** The state of the project, and the words that say so. */
export interface ProjectFound {
  readonly project: ProjetDeclare;
  readonly at: Pick<Mention, 'start' | 'end'>;
}

/**
 * Reads the state of the project. A change of provider or a share of the initial cost decide before « nouveau » or
 * « maintenance »: R6 counts them as major evolutions.
 */
export const createProjectReader = ({
  project,
}: Pick<FactLexicon, 'project'>): ((folded: string) => ProjectFound | null) => {
  const find = createFinder(project);
  return (folded) => {
    const mentions = find(folded).filter((mention) => stanceOf(folded, mention) !== 'denied');
    const first = (value: ProjectWord['value']): Mention<ProjectWord> | undefined =>
      mentions.find(({ entry }) => entry.value === value);
    const share = shareOf(folded, mentions);
    const change = first('changement_prestataire');
    const same = first('meme_prestataire');
    const whole = first('evolution_complete');
    const evolution = (at: Pick<Mention, 'start' | 'end'>, part: number | null): ProjectFound => ({
      project: {
        nature: 'evolution',
        changementPrestataire: change !== undefined ? true : same !== undefined ? false : null,
        part,
      },
      at,
    });
    if (share !== null) return evolution(share, share.percent);
    if (whole !== undefined) return evolution(whole, WHOLE);
    if (change !== undefined) return evolution(change, null);
    const plain = ORDER.map(first).find((mention) => mention !== undefined);
    if (plain !== undefined) {
      const minor = plain.entry.value === 'evolution_mineure' || plain.entry.value === 'maintenance';
      const nature = minor ? 'maintenance' : plain.entry.value === 'engage' ? 'engage' : 'nouveau';
      return {
        project: { nature, changementPrestataire: same === undefined ? null : false, part: null },
        at: plain,
      };
    }
    const some = first('evolution') ?? same;
    return some === undefined ? null : evolution(some, null);
  };
};

/** A product redone from end to end costs the whole of it. */
const WHOLE = 100;
const ORDER = ['de_zero', 'maintenance', 'evolution_mineure', 'engage', 'nouveau'] as const;

const PERCENT = / ?(?:%|pour ?cents?(?![a-z])|per ?cent(?![a-z]))/g;
const BASE =
  /^ ?(?:du |de la |de l'|of (?:the )?)?(?:notre |cout|budget|montant|prix|investissement|construction|refonte|evolution|initial|build|original|cost)/;
const NEAR = 45;

/** A share of the initial cost: a percentage beside words of evolution or of initial cost, never a subsidy. */
const shareOf = (
  folded: string,
  mentions: readonly Mention<ProjectWord>[],
): { readonly percent: number; readonly start: number; readonly end: number } | null => {
  const evolutions = mentions.filter(({ entry }) => entry.value.startsWith('evolution'));
  for (const match of folded.matchAll(PERCENT)) {
    const end = match.index + match[0].length;
    const beside = evolutions.some((at) =>
      at.end <= match.index ? match.index - at.end < NEAR : at.start - end < NEAR,
    );
    const base = BASE.test(folded.slice(end, end + NEAR));
    const number = beside || base ? numberBefore(folded, match.index) : null;
    if (number !== null) return { ...number, end };
  }
  const half = evolutions.length === 0 ? null : /(?<![a-z])(?:la moitie|half) (?:du|of)/.exec(folded);
  return half === null ? null : { percent: 50, start: half.index, end: half.index + half[0].length };
};

/** The number that ends at a place, in figures or letters: « 60 », « cinquante ». */
const numberBefore = (
  folded: string,
  end: number,
): { readonly percent: number; readonly start: number } | null => {
  const tail = /(?:[a-z]+[ -]){0,3}[a-z]+$|\d{1,3}(?:[.,]\d+)?$/.exec(
    folded.slice(Math.max(0, end - 40), end),
  )?.[0];
  if (tail === undefined) return null;
  if (/^\d/.test(tail)) return { percent: Number(tail.replace(',', '.')), start: end - tail.length };
  const tokens = dropArticles(tokenise(normalise(tail) ?? ''));
  const run = findRuns(tokens).at(-1);
  if (run?.run.kind !== 'value' || run.end !== tokens.length) return null;
  const { units, exponent } = run.run.value;
  const written = tokens.slice(run.start).reduce((length, { text }) => length + text.length + 1, -1);
  return { percent: Number(units) * 10 ** exponent, start: end - written };
};
