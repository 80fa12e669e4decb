import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedbackStore } from '../../../bot/feedback/store.ts';

const JEAN = '@jean:example.org';
const NO_CARD = { card: null, askedBack: false, chosen: null } as const;
const EVE = '@eve:example.org';

/** What every store of feedback does; `open` gives an empty one. */
export const feedbackStoreContract = (
  name: string,
  open: () => Promise<{ readonly store: FeedbackStore; close(): Promise<void> }>,
): void => {
  describe(`${name} keeps what people made of the answers`, () => {
    let store: FeedbackStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    const asked = (eventId: string, refused: boolean, terms: readonly string[] | null, day = '2026-11-22') =>
      store.asked({ eventId, refused, terms, day, ...NO_CARD });
    const reacted = (question: string, person: string, liked: boolean, eventId = `${question}${person}`) =>
      store.reacted({ question, person, liked, eventId });

    it('groups the questions alike that were refused or disliked, the most frequent first', async () => {
      await asked('$1', true, ['prix'], '2026-11-20');
      await asked('$2', true, ['cloud', 'prix']);
      await asked('$3', true, ['prix']);
      await asked('$4', false, ['prix']);
      await asked('$5', false, ['prix'], '2026-11-21');
      await asked('$6', true, null);
      await reacted('$3', JEAN, true);
      await reacted('$5', JEAN, false);
      expect(await store.gaps(10)).toEqual([
        { terms: ['prix'], refused: 2, disliked: 1, liked: 1, lastDay: '2026-11-22' },
        { terms: ['cloud', 'prix'], refused: 1, disliked: 0, liked: 0, lastDay: '2026-11-22' },
      ]);
      expect(await store.gaps(1)).toHaveLength(1);
    });

    it('counts the last reaction of each person to a question', async () => {
      await asked('$1', false, null);
      await asked('$2', false, null);
      await reacted('$1', JEAN, true, '$r1');
      await reacted('$1', JEAN, false, '$r2');
      await reacted('$1', EVE, true, '$r3');
      await reacted('$2', JEAN, true, '$r4');
      await reacted('$inconnue', JEAN, true, '$r5');
      expect(await store.reactions()).toEqual({ liked: 2, disliked: 1 });
    });

    it('forgets a reaction withdrawn, but not the one that took its place', async () => {
      await asked('$1', false, null);
      await reacted('$1', JEAN, true, '$r1');
      await reacted('$1', JEAN, false, '$r2');
      await store.withdraw('$r1');
      expect(await store.reactions()).toEqual({ liked: 0, disliked: 1 });
      await store.withdraw('$r2');
      expect(await store.reactions()).toEqual({ liked: 0, disliked: 0 });
    });

    it('forgets a question withdrawn, with the reactions to it', async () => {
      await asked('$1', true, ['prix']);
      await reacted('$1', JEAN, false);
      await store.withdraw('$1');
      expect(await store.gaps(10)).toEqual([]);
      expect(await store.reactions()).toEqual({ liked: 0, disliked: 0 });
    });

    it('takes the same question again for an edit, whose reactions stay', async () => {
      await asked('$1', true, ['prix']);
      await reacted('$1', JEAN, true);
      await asked('$1', false, ['cloud']);
      expect(await store.gaps(10)).toEqual([]);
      expect(await store.reactions()).toEqual({ liked: 1, disliked: 0 });
    });

    it('cuts the link of old questions to events and people, and drops the terms that nobody disliked', async () => {
      await asked('$1', false, ['cloud'], '2026-11-10');
      await asked('$2', false, ['prix'], '2026-11-10');
      await reacted('$2', JEAN, false, '$r');
      await store.forget({ before: '2026-10-22', linksBefore: '2026-11-15' });
      await reacted('$1', JEAN, false);
      await store.withdraw('$r');
      await store.withdraw('$2');
      expect(await store.gaps(10)).toEqual([
        { terms: ['prix'], refused: 0, disliked: 1, liked: 0, lastDay: '2026-11-10' },
      ]);
      expect(await store.reactions()).toEqual({ liked: 0, disliked: 1 });
    });

    it('counts what each card was disliked for, the most disliked first', async () => {
      const of = (eventId: string, card: string) =>
        store.asked({ ...NO_CARD, eventId, refused: false, terms: null, day: '2026-11-22', card });
      await of('$1', 'seuils');
      await of('$2', 'champ');
      await of('$3', 'champ');
      await reacted('$1', JEAN, false);
      await store.reacted({ question: '$2', person: JEAN, eventId: '$r', liked: false, reason: 'faux' });
      await store.reacted({ question: '$3', person: JEAN, eventId: '$s', liked: false, reason: 'faux' });
      await reacted('$3', EVE, false);
      await reacted('$1', EVE, true);
      expect(await store.dislikedCards(5)).toEqual([
        { card: 'champ', disliked: 3, reasons: { faux: 2 } },
        { card: 'seuils', disliked: 1, reasons: {} },
      ]);
      await store.withdraw('$r');
      expect(await store.dislikedCards(1)).toEqual([{ card: 'champ', disliked: 2, reasons: { faux: 1 } }]);
    });

    it('counts what was asked back, and the choices made', async () => {
      const of = (eventId: string, fields: Partial<Parameters<FeedbackStore['asked']>[0]>) =>
        store.asked({ ...NO_CARD, eventId, refused: false, terms: null, day: '2026-11-22', ...fields });
      await of('$1', { askedBack: true });
      await of('$2', { askedBack: true });
      await of('$3', { card: 'champ', chosen: 'tap' });
      await of('$4', { card: 'champ', chosen: 'number' });
      await of('$5', { card: 'seuils' });
      expect(await store.askedBack(5)).toEqual({
        asked: 2,
        chosen: { number: 1, words: 0, tap: 1 },
        cards: [{ card: 'champ', times: 2 }],
      });
    });

    it('deletes what is older than its term', async () => {
      await asked('$1', true, ['prix'], '2026-10-22');
      await asked('$2', true, ['cloud'], '2026-10-23');
      await reacted('$1', JEAN, false);
      await store.forget({ before: '2026-10-23', linksBefore: '2026-11-15' });
      expect((await store.gaps(10)).map(({ terms }) => terms)).toEqual([['cloud']]);
      expect(await store.reactions()).toEqual({ liked: 0, disliked: 0 });
    });
  });
};
