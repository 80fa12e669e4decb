import { beforeEach, describe, expect, it } from 'vitest';
import type { Handler } from '../../../bot/messages.ts';
import { bot, homeserver, room, count as sent, useBot } from '../../support/matrix/bot-on-homeserver.ts';
import { replyTo } from '../../support/matrix/transport.ts';

/** Answers, and puts two numbers under its answer and a thumb under the question. */
const asksBack: Handler = async (incoming) => {
  const { roomId, eventId } = incoming;
  if (incoming.kind === 'reaction') return [{ ...replyTo(incoming, 'choisi'), replyTo: incoming.target }];
  return [
    replyTo(incoming, 'laquelle ?'),
    { roomId, key: '1️⃣', on: { answerTo: eventId }, cause: eventId, part: 0 },
    { roomId, key: '2️⃣', on: { answerTo: eventId }, cause: eventId, part: 1 },
    { roomId, key: '👍', on: { event: eventId }, cause: eventId, part: 2 },
  ];
};

useBot();
beforeEach(async () => {
  await bot.start(asksBack);
  homeserver.direct(room);
});

const relations = () => homeserver.sent.map(({ type, content }) => [type, content['m.relates_to']]);
const annotation = (event_id: string, key: string) => [
  'm.reaction',
  { rel_type: 'm.annotation', event_id, key },
];

describe('reactions of ours', () => {
  it('stand under our answer once it is sent, and under the question', async () => {
    homeserver.events(room, [homeserver.text('q', { id: '$q' })]);
    await sent(4);
    expect(relations().slice(1)).toEqual([
      annotation('$sent1', '1️⃣'),
      annotation('$sent1', '2️⃣'),
      annotation('$q', '👍'),
    ]);
  });

  it('are sent in clear in an encrypted room, as clients do', async () => {
    homeserver.events(room, [
      homeserver.stateEvent('m.room.encryption', { algorithm: 'm.megolm.v1.aes-sha2' }),
      homeserver.text('q', { id: '$q' }),
    ]);
    await sent(4);
    expect(homeserver.sent.map(({ type }) => type)).toEqual([
      'm.room.encrypted',
      'm.reaction',
      'm.reaction',
      'm.reaction',
    ]);
  });

  it('a reaction to our answer by a person comes in after a restart', async () => {
    homeserver.events(room, [homeserver.text('q', { id: '$q' })]);
    await sent(4);
    await bot.stop();
    await bot.start(asksBack);
    homeserver.events(room, [
      {
        ...homeserver.text('x', { id: '$tap' }),
        type: 'm.reaction',
        content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$sent1', key: '2️⃣' } },
      },
    ]);
    await sent(5);
    expect(homeserver.sent[4]?.content.body).toBe('choisi');
  });

  it('taken back with the question are of no account: our answer alone is withdrawn', async () => {
    homeserver.events(room, [homeserver.text('q', { id: '$q' })]);
    await sent(4);
    homeserver.events(room, [
      { ...homeserver.text('x', { id: '$no' }), type: 'm.room.redaction', redacts: '$q', content: {} },
    ]);
    await sent(5);
    expect(homeserver.sent.slice(4).map(({ type }) => type)).toEqual(['m.room.redaction']);
  });
});
