import type { EntiteDeclaree } from '../rules/dossier-types.ts';
import { createFinder, type Mention, wholeWords } from './lexicon.ts';
import type { EntityRole, EntityWord, FactLexicon } from './load-lexicon.ts';
import { clauseBefore } from './negation.ts';

/** The entity that carries the project, and where it is named. */
export interface EntityFound {
  readonly value: EntiteDeclaree;
  readonly start: number;
  readonly end: number;
}

interface Candidate extends Mention<EntityWord> {
  readonly score: number;
  /** Opens the message: `bare` = without an article (« Éditeur de logiciels, nous… », not « L'éditeur nous… »). */
  readonly opens: 'bare' | 'article' | null;
  readonly roles: ReadonlySet<EntityRole['role']>;
}

/**
 * Finds who carries the project among all those named: the one that the person says to be or to work for, before those
 * that demand, pay, supervise or supply. « Notre prestataire dit à la préfecture… »: the préfecture.
 */
export const createEntityReader = ({
  entity,
  entityRoles,
}: Pick<FactLexicon, 'entity' | 'entityRoles'>): ((folded: string) => EntityFound | null) => {
  const find = createFinder(entity);
  const roles = entityRoles.map(compileRole);
  return (folded) => {
    const candidates = find(folded).map((mention) => weigh(mention, folded, roles));
    const bound = candidates.filter(({ entry, score }) => isPublic(entry) && score > 0);
    const strong = bound.filter(({ entry, roles: held }) => entry.rank === 'strong' || held.has('owner'));
    const carrier = best(strong.length > 0 ? strong : bound);
    const outsider = best(candidates.filter(isDeclaredOutsider));
    return chosen(carrier, outsider, OWN.test(folded));
  };
};

/** The person's own tools, not those of a client. */
const OWN = wholeWords(
  [
    'nos propres',
    'notre propre',
    '(?:si|outils?|applis?) a nous',
    'our own',
    '(?:notre|nos) (?:si|outils?|applis?) internes?',
  ],
  '',
);

const chosen = (carrier: Candidate | null, outsider: Candidate | null, own: boolean): EntityFound | null => {
  const found =
    outsider === null || (carrier !== null && givesWay(outsider, carrier, own)) ? carrier : outsider;
  return found === null ? null : { value: found.entry.value, start: found.start, end: found.end };
};

/** A supplier speaks for its client; an association funded by a ministry speaks for itself. */
const givesWay = (outsider: Candidate, carrier: Candidate, own: boolean): boolean =>
  outsider.entry.rank === 'supplier' ? !own : carrier.score > outsider.score;

const isPublic = ({ rank }: EntityWord): boolean => rank === 'strong' || rank === 'weak';

const isDeclaredOutsider = ({ entry, roles, opens }: Candidate): boolean => {
  if (isPublic(entry) || roles.has('denied') || roles.has('tells')) return false;
  if (roles.has('asker')) return true;
  if (entry.rank === 'supplier') return opens === 'bare';
  return opens !== null || roles.has('belongs') || roles.has('for');
};

const RANKS: Record<EntityWord['rank'], number> = { strong: 10, weak: 3, private: 1, supplier: 0 };
/** A message that opens by naming an entity is from it: « Rectorat ici », « Mairie de Nantes. » */
const OPENING = 12;
const OPENS = wholeWords(
  [
    'bonjour(?: a tous| l equipe)?',
    'bonsoir',
    'hello',
    'hi',
    'salut',
    'coucou',
    'ici',
    'la',
    'le',
    'l',
    'une?',
    'une? [a-z]+ d',
    'une? [a-z]+ de la',
    'the',
    'an?',
    'french',
    'dsi (?:du|de la|d une|d un|de l|de)',
    'alors',
    'dsi',
    'question (?:de la|du|d une)',
  ],
  'g',
);

const best = (candidates: readonly Candidate[]): Candidate | null =>
  candidates.reduce<Candidate | null>(
    (top, candidate) => (top === null || candidate.score > top.score ? candidate : top),
    null,
  );

const weigh = (mention: Mention<EntityWord>, folded: string, roles: readonly CompiledRole[]): Candidate => {
  const before = clauseBefore(folded, mention.start);
  const after = folded.slice(mention.end, mention.end + 70);
  const held = roles.filter((role) => role.before?.test(before) || role.after?.test(after));
  const opens = openingOf(before);
  const score =
    RANKS[mention.entry.rank] +
    (opens === null ? 0 : OPENING) +
    held.reduce((sum, role) => sum + role.score, 0);
  return { ...mention, score, opens, roles: new Set(held.map(({ role }) => role)) };
};

const openingOf = (before: string): Candidate['opens'] => {
  if (before.length >= LONG_OPENING || before.replace(OPENS, ' ').replace(/[^a-z0-9]+/g, '') !== '')
    return null;
  return /(?<![a-z])(?:l'|la |le |notre |the )$/.test(before) ? 'article' : 'bare';
};
const LONG_OPENING = 40;

interface CompiledRole {
  readonly role: EntityRole['role'];
  readonly score: number;
  readonly before: RegExp | null;
  readonly after: RegExp | null;
}

/** A role holds where its words stand just before or after, `within` words apart at most. */
const compileRole = ({ role, score, within, before, after }: EntityRole): CompiledRole => {
  const gap = `(?:[ '(\\[-]+[a-z0-9.]+){0,${within}}`;
  return {
    role,
    score,
    before:
      before.length === 0
        ? null
        : new RegExp(
            `${wholeWords(before).source}(?:[ '-]+(?:de la|du|de l|des|de|d|une?|la|le|les|l|an?|the|of the))?${gap}[ '(\\[-]*$`,
          ),
    after: after.length === 0 ? null : new RegExp(`^${gap}[ '),-]*${wholeWords(after).source}`),
  };
};
