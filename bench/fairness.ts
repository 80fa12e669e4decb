import { FakeHomeserver } from '../test/support/matrix/fake-homeserver.ts';
import { until } from '../test/support/matrix/transport.ts';
import { startBot } from './support/bot-process.ts';

// node bench/fairness.ts: how long others wait while one person asks for all that can be asked, in ten rooms at once; limits and
// pace are those of the configuration by default. Target: their median at most twice what it is when they are alone.
const GREEDY_ROOMS = 10;
const GREEDY_QUESTIONS = 60;
const QUESTIONS = 15;
const WORST = [
  '!aide',
  '!regle',
  '!source',
  '!offres',
  'Que dit la règle R9 ?',
  '!comparer R5 R9',
  `!seuil ${'x'.repeat(5000)}`,
];
const server = 'agent.test.tchap.gouv.fr';
const others = ['alice', 'bob', 'chloe'];

const homeserver = await FakeHomeserver.start();
const bot = await startBot('.', homeserver, []);

const roomOf = (name: string): string => `!${name}:${server}`;
const ask = (name: string, text: string, room = roomOf(name)): void =>
  homeserver.events(room, [homeserver.text(text, { sender: `@${name}:${server}` })]);

/** Milliseconds that each question of the others waits, one after the other for each person. */
const measure = async (): Promise<readonly number[]> => {
  const times: number[] = [];
  const one = async (name: string): Promise<void> => {
    for (let index = 0; index < QUESTIONS / others.length; index++) {
      const before = homeserver.sent.filter(({ roomId }) => roomId === roomOf(name)).length;
      const asked = performance.now();
      ask(name, `Que dit la règle R${index + 1} ?`);
      await until(
        'the answer',
        () => homeserver.sent.filter(({ roomId }) => roomId === roomOf(name)).length > before,
        120_000,
      );
      times.push(performance.now() - asked);
      await new Promise((next) => setTimeout(next, 6000));
    }
  };
  await Promise.all(others.map(one));
  return times.toSorted((a, b) => a - b);
};
const median = (times: readonly number[]): number => times[Math.floor(times.length / 2)] ?? 0;

for (const name of others) homeserver.direct(roomOf(name));
const alone = await measure();
for (let room = 0; room < GREEDY_ROOMS; room++) {
  homeserver.direct(roomOf(`gourmand${room}`));
  // In one answer of the synchronisation, as a homeserver gives what comes quickly.
  const texts = Array.from({ length: GREEDY_QUESTIONS }, (_, index) => WORST[index % WORST.length] ?? '');
  homeserver.events(
    roomOf(`gourmand${room}`),
    texts.map((text) => homeserver.text(text, { sender: `@gourmand:${server}` })),
  );
}
const beside = await measure();
const inGreedyRooms = homeserver.sent.filter(({ roomId }) => roomId.startsWith('!gourmand')).length;
console.log(
  `alone                       median ${Math.round(median(alone))} ms, most ${Math.round(alone.at(-1) ?? 0)} ms`,
);
console.log(
  `beside one who asks for all median ${Math.round(median(beside))} ms, most ${Math.round(beside.at(-1) ?? 0)} ms`,
);
console.log(
  `ratio ${(median(beside) / median(alone)).toFixed(2)}; ${inGreedyRooms} messages sent to that person meanwhile`,
);
await bot.stop();
await homeserver.stop();
