import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, createBot } from './support/bot.ts';
import { conversation } from './support/conversation.ts';
import { type Person, type Seen, startPerson } from './support/person.ts';
import { startSynapse } from './support/synapse.ts';
import { until } from './support/until.ts';

const opened = new AsyncDisposableStack();
let bot: Bot;
let alice: Person;
let odile: Person;
let admin: string;
let direct: string;

beforeAll(async () => {
  const homeserver = await startSynapse();
  opened.defer(() => homeserver.stop());
  [odile, alice] = await Promise.all([
    startPerson(homeserver, 'odile.operatrice-dinum.gouv.fr'),
    startPerson(homeserver, 'alice.martin-interieur.gouv.fr'),
  ]);
  opened.defer(() => Promise.all([odile.stop(), alice.stop()]).then(() => {}));
  admin = await odile.createRoom({ encrypted: true, invite: [], name: 'Administration' });
  const config = { administration: { room: admin, operators: [odile.userId] } };
  bot = await createBot(homeserver, 'robot-cloud', { config });
  opened.defer(() => bot.dispose());
  await bot.start();
  await odile.invite(admin, bot.userId);
  await alice.signOwnDevice();
  direct = await alice.createRoom({ encrypted: true, direct: true, invite: [bot.userId] });
  await conversation(alice, bot).joined(direct);
  await conversation(odile, bot).joined(admin);
});

afterAll(() => opened.disposeAsync());

/** What the operator reads in the administration room that holds these words, the latest. */
const read = (words: string): Promise<Seen> =>
  until(words, async () =>
    (await odile.seen()).findLast(
      ({ roomId, sender, body }) => roomId === admin && sender === bot.userId && body.includes(words),
    ),
  );
const codeIn = ({ body }: Seen): string => /Vérification (\w{4})/.exec(body)?.[1] ?? '';
const emojiOf = (person: Person): Promise<readonly string[]> =>
  until('the emoji', async () => (await person.verifying()).emoji ?? undefined);
const deviceOf = async (): Promise<string> => (await alice.devices(bot.userId))[0]?.id ?? '';

describe('the bot is verified by emoji that an operator compares', () => {
  it('in the direct conversation: the person then trusts the identity of the bot', async () => {
    await alice.beginVerification(bot.userId, { roomId: direct });
    const asked = await read('demande à comparer');
    await odile.react(admin, asked.eventId, '✅');
    const emoji = await emojiOf(alice);
    const shown = await read('Le robot voit');
    expect(shown.body.match(/(?<=^\d\. )\S+/gm)).toEqual(emoji);
    await alice.confirmEmoji();
    expect((await alice.verifying()).ended).toBeNull();
    await odile.react(admin, shown.eventId, '✅');
    await until('the end', async () => (await alice.verifying()).ended);
    expect((await alice.verifying()).ended).toBe('done');
    await read('terminée');
    expect(await alice.trusts(bot.userId, await deviceOf())).toMatchObject({ user: true });
  });

  it('between devices, by commands: the person then trusts the device', async () => {
    await alice.beginVerification(bot.userId, { deviceId: await deviceOf() });
    const words = `${alice.userId} demande à comparer`;
    const first = codeIn(await read(words));
    const asked = await until('a second code', async () => {
      const found = await read(words);
      return codeIn(found) === first &&
        (await odile.seen()).filter(({ body }) => body.includes(words)).length < 2
        ? undefined
        : found;
    });
    const code = codeIn(asked);
    await odile.say(admin, `!verifier ${code}`);
    const emoji = await emojiOf(alice);
    const shown = await read(`Vérification ${code}, ${alice.userId}. Le robot voit`);
    expect(shown.body.match(/(?<=^\d\. )\S+/gm)).toEqual(emoji);
    await odile.say(admin, `!verifier oui ${code}`);
    await alice.confirmEmoji();
    await until('the end', async () => (await alice.verifying()).ended);
    expect((await alice.verifying()).ended).toBe('done');
    expect(await alice.trusts(bot.userId, await deviceOf())).toMatchObject({ device: true });
    expect(
      (await conversation(alice, bot).posted(direct)).filter(({ body }) =>
        body.includes('doit vous joindre'),
      ),
    ).toHaveLength(2);
  });
});
