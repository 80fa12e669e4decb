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
const reported: unknown[] = [];

beforeAll(async () => {
  const log = createLog({ level: 'silent', write: () => undefined });
  const clock = { now: () => now };
  database = await openDatabase(':memory:');
  const config = {
    retention: { messagesDays: 30, statisticsDays: 30 },
    statistics: { lacunes: true },
    referents: { room: null },
  };
  followUp = openFollowUp({ database, config, clock, log });
  bot = compose({
    corpusFolder: null,
    offersFile: null,
    language: 'auto',
    rights: { ...NO_RIGHTS, operators: [OPERATOR] },
    ...followUp,
    onReport: async (subject, reason) => {
      reported.push([subject.kind, subject.id, reason]);
    },
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
  renderText((await say('!lacunes', { sender: OPERATOR, room: 'direct', eventId: '$l' })).answer).replace(
    /[\u00a0\u202f]/g,
    ' ',
  );

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

describe('an answer that is wrong', () => {
  const here = { roomId: '!faux:x', room: 'direct', addressed: 'direct' } as const;
  const asked = (eventId: string) => say('Une dérogation à R9 dure combien de temps ?', { ...here, eventId });

  it('is reported with its card, and nothing that was written', async () => {
    const card = (await asked('$w1')).answer.trace?.card;
    reported.length = 0;
    const said = renderText((await say('!signaler c’est faux, Dupont', { ...here, eventId: '$w2' })).answer);
    expect(card).toEqual(expect.any(String));
    expect(reported).toEqual([['card', card, 'faux']]);
    expect(said).toContain(String(card));
    expect(said).not.toContain('Dupont');
    expect(await lacunes()).toContain(`${card} : 1 👎 (faux 1)`);
    const rows = await database.selectFrom('feedback_reactions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('Dupont');
  });

  it('is reported by a thumb down followed by a word, or alone under the answer', async () => {
    await asked('$w3');
    reported.length = 0;
    await say('👎🏽 incomplète', { ...here, eventId: '$w4' });
    await bot.handler(reaction({ ...here, key: '👎', target: '$w3/r', eventId: '$w5' }));
    expect(reported).toEqual([
      ['card', expect.any(String), 'incomplet'],
      ['card', expect.any(String), null],
    ]);
  });

  it('is the one replied to; where there is none, that is said', async () => {
    await asked('$w6');
    await say('Que dit la note sur Office 365 ?', { ...here, eventId: '$w7' });
    reported.length = 0;
    const other = await say('!signaler', { ...here, eventId: '$w8', repliesTo: '$w6/r' });
    expect(reported).toEqual([['card', (await asked('$w9')).answer.trace?.card, 'autre']]);
    expect(other.answer.kind).toBe('dialogue');
    const none = await say('!signaler faux', { ...here, roomId: '!vide:x', eventId: '$w10' });
    expect(none.answer).toMatchObject({ kind: 'refused', code: 'RIEN_A_SIGNALER' });
  });
});
