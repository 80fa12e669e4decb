import { z } from 'zod';
import type { Cache } from '../cache/cache.ts';
import { keptFile } from '../cache/kept-file.ts';
import { projectFile } from '../data-file.ts';
import { fold } from '../search/text/fold.ts';

const text = z.string({ error: 'un texte non vide' }).trim().min(1, { error: 'un texte non vide' });
const texts = z.array(text, { error: 'une liste de textes' }).readonly();

const schema = z
  .array(
    z
      .strictObject({
        asks: text,
        words: texts,
        cards: texts,
        otherwise: texts.default([]),
        /** Cards of the turn before after which the first of `cards` answers, though they rest on no passage of its own. */
        after: texts.default([]),
        /** What answers it on a rule, by number: « 9: derogation-r9 ». */
        rules: z
          .record(z.string().regex(/^[1-9]\d?$/, { error: 'un numéro de règle, comme 9' }), text)
          .default({}),
        /** The card of the turn before says it already. */
        same: z.boolean().default(false),
        /** Only a card whose first sentence holds an amount answers it. */
        amount: z.boolean().default(false),
        /** Without such a card, it is answered as its first example would be by itself, in the language of the conversation. */
        alone: z.boolean().default(false),
        examples: texts,
        counter: texts,
      })
      .readonly(),
  )
  .readonly();

/** What a second turn that names no subject asks, and the cards that answer it; see `knowledge/data/follow-ups.yaml`. */
export type FollowUpAsk = z.output<typeof schema>[number];

/** @throws DataFileError naming the file and each fault. */
export const loadFollowUpAsks = (file?: string, cache?: Cache): readonly FollowUpAsk[] =>
  keptFile({ name: 'follow-up-asks', home, schema, example: EXAMPLE }, file, cache);

const home = projectFile('follow-ups.yaml');
const EXAMPLE =
  '- asks: method\n  words: [avec quelle methode]\n  cards: [methode-analyse]\n  examples: [avec quelle méthode ?]\n  counter: [combien ?]';

/** Reads which of them a message asks, its courtesy taken off; null when none. */
export const createFollowUpAskReader = (
  asks: readonly FollowUpAsk[],
): ((core: string) => FollowUpAsk | null) => {
  const patterns = asks.map((ask) => ({ ask, pattern: new RegExp(`^(?:${ask.words.join('|')})$`) }));
  return (core) => {
    const said = fold(core)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
      .replace(/^(?:(?:ok|oui|d accord|ah|mais|donc|bon|et|alors|du coup|and|but|so|then) )+/, '')
      .replace(/ (?:alors|donc|du coup|exactement|au juste|then|exactly|svp)$/, '');
    return patterns.find(({ pattern }) => pattern.test(said))?.ask ?? null;
  };
};
