import { beforeEach, describe, expect, it } from 'vitest';
import { compose } from '../../../bot/compose.ts';
import { createLog } from '../../../bot/log/log.ts';
import type { IncomingMessage, Outgoing } from '../../../bot/messages.ts';
import { renderText } from '../../../bot/render/text.ts';
import { NO_RIGHTS } from '../../../bot/rights/rights.ts';
import { openDatabase } from '../../../bot/store/database.ts';
import { createInterviewStore } from '../../../bot/store/records/interviews.ts';
import { createReferralStore } from '../../../bot/store/records/referral-store.ts';
import { message, messagesOf } from '../../support/messages.ts';

const REFERENTS = '!referents:x';
const REFERENT = '@referent:x';
const UNANSWERED = 'Combien de dérogations à R9 ont été accordées ?';
const database = await openDatabase(':memory:');
const sent: Outgoing[] = [];

/** The room as it stands, which may be replaced. */
let referentsRoom: string | null = REFERENTS;
const open = (room: string | null = REFERENTS) =>
  compose({
    corpusFolder: null,
    offersFile: null,
    language: 'auto',
    rights: NO_RIGHTS,
    interviewStore: createInterviewStore(database),
    referents: {
      get room() {
        return room === null ? null : referentsRoom;
      },
      store: createReferralStore(database),
      send: async (outgoing) => {
        if (!sent.some(({ cause }) => cause === outgoing.cause)) sent.push(outgoing);
      },
    },
    // Our message caused by `x` is the event `re:x`.
    causeOf: async (eventId) => (eventId.startsWith('re:') ? eventId.slice(3) : null),
    clock: { now: () => Date.UTC(2026, 10, 22, 9) },
    log: createLog({ level: 'silent' }),
  });
let bot = open();
let room = '';
let events = 0;
beforeEach(() => {
  sent.length = 0;
  referentsRoom = REFERENTS;
  events += 1;
  room = `!salon${events}:x`;
});

const hand = async (fields: Partial<IncomingMessage>) => {
  events += 1;
  return bot.handler(message({ roomId: room, eventId: `$${events}`, ...fields }));
};
const say = async (text: string, fields: Partial<IncomingMessage> = {}): Promise<string> =>
  messagesOf(await hand({ text, ...fields }))
    .map(({ answer }) => renderText(answer).replace(/[\u00a0\u202f]/g, ' '))
    .join('\n');
const fromReferents = (text: string, fields: Partial<IncomingMessage>) =>
  hand({ roomId: REFERENTS, sender: REFERENT, addressed: 'none', text, ...fields });

describe('a question that the texts do not answer', () => {
  it('goes to the referents with the name of the asker, once he says yes', async () => {
    expect(await say(UNANSWERED, { eventId: '$q1' })).toContain('!transmettre lui envoie cette question');
    expect(await say('!transmettre')).toContain('Rien ne part sans votre oui');
    expect(sent).toEqual([]);
    expect(await say('oui')).toContain('Transmise aux référents');
    expect(sent).toMatchObject([{ roomId: REFERENTS, cause: 'referral/$q1' }]);
    const [one] = sent;
    const said = one === undefined ? '' : renderText(one.answer).replace(/[\u00a0\u202f]/g, ' ');
    expect(said).toContain(UNANSWERED);
    expect(said).toContain('@jean.dupont');
    const rows = await database.selectFrom('referrals').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('Combien');
  });

  it('goes to the room that has replaced that of the referents', async () => {
    await say(UNANSWERED);
    referentsRoom = '!successeur:x';
    await say('!transmettre');
    await say('oui');
    expect(sent).toMatchObject([{ roomId: '!successeur:x' }]);
  });

  it('goes nowhere without a yes, and is then forgotten', async () => {
    await say('!transmettre Notre GIP est-il visé ?', { eventId: '$q2' });
    expect(await say('non')).toContain('Rien n’a été transmis');
    expect(await say('!transmettre')).toContain('Aucune question à transmettre');
    expect(sent).toEqual([]);
    expect(JSON.stringify(await database.selectFrom('referrals').selectAll().execute())).not.toContain('GIP');
  });

  it('is no other person’s to send', async () => {
    await say('!transmettre Notre GIP est-il visé ?');
    expect(await say('oui', { sender: '@eve:x', addressed: 'none' })).toBe('');
    expect(await say('!transmettre', { sender: '@eve:x' })).toContain('Aucune question');
    expect(sent).toEqual([]);
  });
});

describe('the answer of a referent', () => {
  const ask = async (eventId: string, fields: Partial<IncomingMessage> = {}) => {
    await say('!transmettre Notre GIP est-il visé ?', { eventId, ...fields });
    await say('oui', fields);
  };

  it.each([
    ['a reply', { repliesTo: 're:referral/$a1' }, '$a1'],
    ['the thread', { thread: 're:referral/$a2' }, '$a2'],
  ])('by %s comes back where it was asked, after a restart too', async (_, reply, question) => {
    await ask(question, { thread: '$fil' });
    bot = open();
    const back = messagesOf(await fromReferents('Oui, voyez le jaune.', reply));
    expect(back).toMatchObject([
      { roomId: room, thread: '$fil', replyTo: question, mentions: [expect.stringMatching(/^@jean/)] },
    ]);
    expect(back.map(({ answer }) => renderText(answer)).join()).toMatch(
      /Oui, voyez le jaune[\s\S]*@referent:x/,
    );
    expect(await bot.overhears(REFERENTS, REFERENT)).toBe(true);
  });

  it('that was corrected corrects what came back', async () => {
    await ask('$a3');
    const reply = { repliesTo: 're:referral/$a3' };
    await fromReferents('Non.', { ...reply, eventId: '$r1' });
    const [again] = messagesOf(await fromReferents('Oui.', { ...reply, eventId: '$r2', replaces: '$r1' }));
    expect(again?.edits).toBe('referral-answer/$r1');
  });

  it('is nothing said elsewhere in their room, nor a command', async () => {
    await ask('$a4');
    expect(await fromReferents('Qui prend celle-ci ?', {})).toEqual([]);
    const [command] = messagesOf(
      await fromReferents('!aide', { addressed: 'command', thread: 're:referral/$a4' }),
    );
    expect(command?.roomId).toBe(REFERENTS);
  });
});

it('without referents, the command gives the contact of the DINUM, and nothing is kept', async () => {
  bot = open(null);
  expect(await say(UNANSWERED, { eventId: '$n1' })).not.toContain('!transmettre');
  expect(await say('!transmettre Notre GIP est-il visé ?')).toContain('infonuage.dinum');
  expect(await createReferralStore(database).ofEvent('$n1')).toBeNull();
});

it('a question that was not sent is forgotten after its time, one that was after its own', async () => {
  const store = createReferralStore(database);
  const row = { roomId: '!f:x', thread: null, sender: '@a:x', at: 100 };
  await store.save({ ...row, eventId: '$f1', text: 'Visé ?', sent: false });
  await store.save({ ...row, eventId: '$f2', text: null, sent: true });
  await store.save({ ...row, eventId: '$f2', text: 'Visé ?', sent: false });
  expect(await store.ofEvent('$f2')).toMatchObject({ text: null, sent: true });
  await store.forget({ pendingBefore: 101, sentBefore: 50 });
  expect([await store.ofEvent('$f1'), await store.ofEvent('$f2')]).toEqual([null, expect.anything()]);
  await store.forget({ pendingBefore: 101, sentBefore: 101 });
  expect(await store.ofEvent('$f2')).toBeNull();
});
