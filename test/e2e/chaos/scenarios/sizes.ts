import { setTimeout as sleep } from 'node:timers/promises';
import { undecryptable, unread } from '../../../../bot/matrix/send/wording.ts';
import { conversation } from '../../support/conversation.ts';
import { until } from '../../support/until.ts';
import type { Measured } from '../measured.ts';
import type { Scenario, Stage } from '../scenario.ts';

const manyRooms = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open();
  const { bot, alice, talk } = field;
  const rooms: string[] = [];
  const begun = Date.now();
  while (rooms.length < stage.count(500, 20) && !stage.isOver()) {
    const batch = Array.from({ length: 5 }, (_, index) =>
      alice.createRoom({ encrypted: index % 5 !== 0, invite: [bot.userId] }),
    );
    rooms.push(...(await Promise.all(batch)));
    if (rooms.length % 100 === 0) stage.say(`${rooms.length} salons`);
  }
  for (const room of rooms) await talk.joined(room);
  const joined = Date.now() - begun;
  const memory = bot.memory()?.now;
  const asked = rooms.filter((_, index) => index % Math.ceil(rooms.length / 50) === 0);
  const questions = field.questions();
  await questions.ask(asked.length, asked);
  await sleep(500);
  await bot.stop('SIGKILL');
  const restarted = Date.now();
  await bot.start();
  const recoveryMs = Date.now() - restarted + (await questions.untilAnswered());
  const measured = await questions.count();
  return {
    ...measured,
    recoveryMs,
    note: `${rooms.length} salons faits et rejoints en ${Math.round(joined / 1000)} s ; ${asked.length} questions, puis kill -9 ; ${memory} Mio avant, ${bot.memory()?.now} Mio après`,
  };
};

/**
 * Messages whose key nobody has, sent by the thousand to one room while the bot is away, then a question. Nobody who asks
 * elsewhere is in that room: what is counted is what others wait, and what the room itself is told.
 */
const flood = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open();
  const { alice, bot } = field;
  const other = await alice.createRoom({ encrypted: true, invite: [bot.userId] });
  await field.talk.joined(other);
  const flooder = await field.join();
  const flooded = await flooder.createRoom({ encrypted: true, invite: [bot.userId] });
  const talk = conversation(flooder, bot);
  await talk.joined(flooded);
  const whole = stage.count(10_000, 200);
  let sent = 0;
  await bot.stop('SIGKILL');
  while (sent < whole && !stage.isOver()) {
    const batch = Math.min(20, whole - sent);
    await Promise.all(
      Array.from({ length: batch }, (_, index) =>
        flooder.sendRaw(flooded, 'm.room.encrypted', ciphertext(sent + index)),
      ),
    );
    sent += batch;
    if (sent % 1000 === 0) stage.say(`${sent} messages`);
  }
  const last = await flooder.say(flooded, '!r9');
  await bot.start();
  const questions = field.questions();
  const asked = await questions.ask(5, [other, field.clear]);
  const recoveryMs = await questions.untilAnswered(asked, 180_000);
  const measured = await questions.settle();
  const answered = await talk.reply(last, 60_000).catch(() => null);
  const told = async (words: string): Promise<boolean> =>
    (await flooder.seen()).some(
      ({ roomId, sender, body }) => roomId === flooded && sender === bot.userId && body.includes(words),
    );
  const explained = await until(
    'the room to be told',
    () => told(firstWords(undecryptable)),
    60_000,
    1000,
  ).catch(() => false);
  // Fewer are all fetched again.
  const left = sent <= MOST_FETCHED || (await told(firstWords(unread)));
  return {
    ...measured,
    tries: measured.tries + 1,
    lost: measured.lost + (answered === null ? 1 : 0),
    recoveryMs,
    broken: [
      ...(measured.broken ?? []),
      ...(sent < whole ? [`${sent} messages envoyés au lieu de ${whole}, faute de temps`] : []),
      ...(explained ? [] : ['le salon ne sait pas que ses messages sont illisibles']),
      ...(left ? [] : ['le salon ne sait pas que ses plus anciens messages n’ont pas été relus']),
    ],
    note: `${sent} messages indéchiffrables dans un salon, qui l’apprend ; sa question qui les suit est répondue ; les autres salons répondus ${Math.round(recoveryMs / 1000)} s après le démarrage`,
  };
};

/** Beyond, the bot says that it has not read all. */
const MOST_FETCHED = 500;

/** What stands before the punctuation that is spaced otherwise when it is sent. */
const firstWords = (sentence: string): string => sentence.split(/[:,;]/)[0]?.trim() ?? '';

const ciphertext = (number: number): Record<string, unknown> => ({
  algorithm: 'm.megolm.v1.aes-sha2',
  ciphertext: Buffer.from(`illisible ${number} `.repeat(8)).toString('base64').replaceAll('=', ''),
  session_id: Buffer.from(`session ${number % 50}`.padEnd(32, '.'))
    .toString('base64')
    .replaceAll('=', ''),
  sender_key: 'A'.repeat(43),
  device_id: 'INCONNU',
});

export const sizes: readonly Scenario[] = [
  {
    name: '500-salons',
    fault: '500 salons, questions dans cinquante d’entre eux, puis kill -9',
    goal: 'toutes répondues une fois, 30 s après la relance',
    recoverWithin: 30_000,
    play: manyRooms,
  },
  {
    name: '10000-messages',
    fault: '10 000 messages indéchiffrables attendent dans un salon au démarrage',
    goal: 'les autres salons répondus en 10 s ; le salon l’apprend, sa question suivante est répondue',
    before: 'tous les salons attendent 150 s',
    recoverWithin: 10_000,
    play: flood,
  },
];
