import type { Mention } from './lexicon.ts';

/** Whether a mention is affirmed, denied, or only asked about. */
export type Stance = 'said' | 'denied' | 'asked';

const FILLER =
  '(?:de|d|des|du|la|le|les|l|un|une|a|an|au|aux|en|donnees?|data|informations?|info|caractere|any|of|the|kind|vraiment|reel(?:le)?s?|real|compte|autre|forcement|sous|par|couvert(?:e?s?)|soumis(?:e?s?)|protege(?:e?s?)|under|covered by|is|are|il|y|trop|tres|aucune?s?|secrets?|impact|risque|atteinte|danger|pour|sur|to)';
const NO =
  '(?:pas|point|aucune?s?|sans|zero|ni|rien|jamais|non|no|not|without|none|nothing|neither|nor|never|plus|hors)';
const BEFORE = new RegExp(`(?<![a-z0-9])${NO}(?:[ '-]+${FILLER}){0,6}[ '-]+$`);
const AFTER = /^ ?(?:[:=?]|->|→) ?(?:non|no|aucune?s?|none|neant|0|zero|pas|false|faux|❌)(?![a-z0-9])/;
const ASKED =
  /(?<![a-z0-9])(?:savoir|sa(?:it|is|vons) pas|sure?s? (?:que|si)|whether|dire|determiner|est[ -]ce (?:que|un|une|du)(?: c'est)?|sont[ -](?:ils|elles)|(?:est|a|serait|seraient|releve)[ -]t?-?(?:il|elle|ce|on)|doute|si c'est|is it|are they|does it)(?: [a-z0-9'-]+){0,6} ?$/;
const CARRIED =
  /^ ?(?:,? ?(?:ou|ni|or|nor|and|et)|,) (?:de |d'|des |du |la |les |le |l'|any )?(?:donnees? )?(?:de |d'|a caractere )?$/;
const WINDOW = 60;

/** Reads what is said of a mention in its own clause: « pas de secret médical », « secret : non », « savoir si un secret… ». */
export const stanceOf = (folded: string, { start, end }: Pick<Mention, 'start' | 'end'>): Stance => {
  const before = clauseBefore(folded, start);
  if (BEFORE.test(before)) return 'denied';
  if (AFTER.test(folded.slice(end, end + 20))) return 'denied';
  return ASKED.test(before) ? 'asked' : 'said';
};

/** Stances of several mentions in order: « pas de données de santé ni fiscales » denies both. */
export const stancesOf = (
  folded: string,
  mentions: readonly Pick<Mention, 'start' | 'end'>[],
): readonly Stance[] => {
  const stances: Stance[] = [];
  mentions.forEach((mention, index) => {
    const own = stanceOf(folded, mention);
    const previous = mentions[index - 1];
    const carried =
      own === 'said' &&
      previous !== undefined &&
      stances[index - 1] === 'denied' &&
      CARRIED.test(folded.slice(previous.end, mention.start));
    stances.push(carried ? 'denied' : own);
  });
  return stances;
};

/** What stands before a place, in the same clause. */
export const clauseBefore = (folded: string, start: number): string => {
  const window = folded.slice(Math.max(0, start - WINDOW), start);
  const cut = Math.max(
    ...['. ', '; ', ' ! ', '? ', ' : ', ' mais ', ' but ', '\n', ' ('].map((mark) => {
      const at = window.lastIndexOf(mark);
      return at === -1 ? -1 : at + mark.length;
    }),
  );
  return cut > 0 ? window.slice(cut) : window;
};
