import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, compose } from '../../../bot/compose.ts';
import { type OpenFollowUp, openFollowUp } from '../../../bot/feedback/open.ts';
import { createLog } from '../../../bot/log/log.ts';
import type { IncomingMessage } from '../../../bot/messages.ts';
import { renderText } from '../../../bot/render/text.ts';
import { NO_RIGHTS } from '../../../bot/rights/rights.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { message, messagesOf, reaction } from '../../support/messages.ts';

const DAY = 24 * 3_600_000;
const OPERATOR = '@chef:agent.dinum.tchap.gouv.fr';
let now = Date.parse('2026-11-22T09:00:00Z');
let database: Database;
let followUp: OpenFollowUp;
let bot: Bot;

beforeAll(async () => {
  const log = createLog({ level: 'silent', write: () => undefined });
  const clock = { now: () => now };
  database = await openDatabase(':memory:');
  const config = { retention: { messagesDays: 30, statisticsDays: 30 }, statistics: { lacunes: true } };
  followUp = openFollowUp({ database, config, clock, log });
  bot = compose({
    corpusFolder: null,
    offersFile: null,
    language: 'auto',
    rights: { ...NO_RIGHTS, operators: [OPERATOR] },
    ...followUp,
    // Our answer to `$x` is `$x/r`.
    causeOf: async (eventId) => (eventId.endsWith('/r') ? eventId.slice(0, -2) : null),
    clock,
    log,
  });
});
afterAll(() => database.destroy());

const say = async (text: string, fields: Partial<IncomingMessage> = {}) => {
  const [outgoing] = messagesOf(await bot.handler(message({ text, ...fields })));
  if (outgoing === undefined) throw new Error(`no answer to ${text}`);
  return outgoing;
};
const lacunes = async (): Promise<string> =>
  renderText((await say('!lacunes', { sender: OPERATOR, room: 'direct', eventId: '$l' })).answer);

describe('what follows an answer, on the real texts', () => {
  it('an edited question has its answer edited, and « plus » goes on with the new one', async () => {
    const first = await say('Que dit la règle R9 ?', { eventId: '$a' });
    const edited = await say('La doctrine s’applique-t-elle aux collectivités ?', {
      eventId: '$a2',
      replaces: '$a',
    });
    expect(first.edits).toBeNull();
    expect(edited.edits).toBe('$a');
    const next = await say('!plus', { eventId: '$p' });
    const before = new Set(edited.answer.citations.map(({ passageId }) => passageId));
    expect(next.answer.citations).toHaveLength(3);
    expect(next.answer.citations.filter(({ passageId }) => before.has(passageId))).toEqual([]);
    expect(edited.answer.near).toEqual(
      expect.arrayContaining(next.answer.citations.map(({ passageId }) => passageId)),
    );
  });

  it('a question refused or disliked is listed for operators, without text or name, until withdrawn', async () => {
    await say('Jean Dupont (jean.dupont@x.fr, 06 12 34 56 78) : le prix de S3NS ?', { eventId: '$b' });
    await say('Que dit la règle R9 ?', { eventId: '$c' });
    expect(await bot.handler(reaction({ target: '$c/r', key: '👎', eventId: '$r' }))).toEqual([]);
    const list = await lacunes();
    expect(list).toMatch(/prix.*sans réponse 1 fois/);
    expect(list).toMatch(/r9, regle.*1\s👎/);
    expect(list).not.toMatch(/jean|dupont|x\.fr|34/i);
    await followUp.withdrawn('$r');
    expect(await lacunes()).not.toContain('r9');
  });

  it('is refused to others', async () => {
    expect((await say('!lacunes')).answer).toMatchObject({ kind: 'refused' });
  });

  it('is forgotten in its time', async () => {
    now += DAY + 1;
    await followUp.forget();
    expect(await database.selectFrom('follow_ups').selectAll().execute()).toEqual([]);
    expect(await lacunes()).toContain('prix');
    now += 30 * DAY;
    await followUp.forget();
    expect(await lacunes()).toContain('Aucune question refusée');
  });
});
