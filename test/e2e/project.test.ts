import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bot, createBot } from './support/bot.ts';
import { type Conversation, conversation } from './support/conversation.ts';
import { type Person, type Seen, startPerson } from './support/person.ts';
import { type Homeserver, startSynapse } from './support/synapse.ts';
import { until } from './support/until.ts';

let homeserver: Homeserver;
let bot: Bot;
let alice: Person;
let talk: Conversation;
let room: string;

/** Starts the bot as if it were that hour in Paris, in winter. */
const startAt = async (day: string, time: string): Promise<void> => {
  writeFileSync(join(bot.folder, 'clock'), `${day}T${time}+01:00`);
  const before = bot.log.length;
  bot.launch();
  const ready = (): boolean => bot.log.slice(before).some(({ msg }) => msg === 'started');
  await until(`the bot to be ready on ${day}`, ready, 120_000);
};

const plain = ({ body }: Pick<Seen, 'body'>): string => body.replace(/[\u00a0\u202f]/g, ' ');
const ask = async (text: string): Promise<Seen> => talk.reply(await alice.say(room, text));

beforeAll(async () => {
  homeserver = await startSynapse();
  bot = await createBot(homeserver, 'robot-cloud', { program: 'test/e2e/support/bot-at.ts' });
  await startAt('2026-11-27', '10:00:00');
  alice = await startPerson(homeserver, 'alice.martin-interieur.gouv.fr');
  talk = conversation(alice, bot);
  room = await alice.createRoom({ encrypted: true, invite: [bot.userId] });
  await talk.joined(room);
});

afterAll(async () => {
  await alice?.stop();
  await bot?.dispose();
  await homeserver?.stop();
});

it('the sheet of an encrypted room, from its first fact to the digest, over a kill', async () => {
  const first = await ask(
    '!projet nom=SIRH opérateur, refonte à 60 % chez Outscale, 3,5 M€, données de paie',
  );
  expect(first).toMatchObject({ encrypted: true, msgtype: 'm.notice', mentions: [] });
  expect(plain(first)).toContain('Fiche du projet SIRH : ouverte');
  const asked = await talk.reply(await alice.say(room, `${bot.userId} qui nous contrôle ?`));
  expect(plain(asked)).toContain('D’après la fiche du salon');
  expect(plain(await ask('!projet hebergement=interne'))).toContain('La fiche dit autre chose');
  expect(plain(await ask('!digest abonner lundi 9h'))).toContain('lundi 30/11/2026 à 9h');

  await bot.stop('SIGKILL');
  await startAt('2026-11-30', '09:00:05');
  const digest = await until('the digest', async () =>
    (await talk.posted(room)).find(({ body }) =>
      plain({ body }).startsWith('Échéances des dérogations au 30/11/2026'),
    ),
  );
  expect(digest).toMatchObject({ encrypted: true });
  expect(plain(digest)).toContain(
    '« IaaS Cloud on Demand » : qualifiée, échéance le 30/11/2026 (aujourd’hui)',
  );
  const history = plain(await ask('!projet historique'));
  expect(history.match(/déclaré/g)).toHaveLength(1);
});
