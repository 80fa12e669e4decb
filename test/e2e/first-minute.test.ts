import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Conversation, conversation } from './support/conversation.ts';
import { openScene, type Scene } from './support/scene.ts';
import { until } from './support/until.ts';

let scene: Scene;
let talk: Conversation;
let room: string;

beforeAll(async () => {
  scene = await openScene();
  const { alice, bot } = scene;
  talk = conversation(alice, bot);
  room = await alice.createRoom({ encrypted: true, direct: true, invite: [bot.userId] });
  await talk.joined(room);
});

afterAll(() => scene?.[Symbol.asyncDispose]());

describe('the first minute of a direct conversation', () => {
  it('begins with a greeting, once, encrypted, that rings nobody, even after a crash', async () => {
    const { alice, bot } = scene;
    await until('the greeting', async () => (await talk.greetings(room)).length > 0);
    await bot.stop('SIGKILL');
    await bot.start();
    await talk.reply(await alice.say(room, '!r1'));
    expect(await talk.greetings(room)).toMatchObject([
      { encrypted: true, undecryptable: false, msgtype: 'm.notice', mentions: [] },
    ]);
  });

  it('goes on with an image, which is said to be unread', async () => {
    const image = { msgtype: 'm.image', url: 'mxc://a/b' };
    const answer = await talk.reply(await scene.alice.say(room, 'photo.jpg', image));
    expect(answer.body).toContain('Je ne lis pas les images');
  });
});

describe('a table alone in a direct conversation', () => {
  it('is asked about, and shown after a tap as it would be written', async () => {
    const { alice } = scene;
    const table = 'projet;regle;accordee;offre_acceptable\nSIRH;R9;2026-03-12;2027-03-01\n';
    const url = await alice.upload(Buffer.from(table).toString('base64'));
    const file = { msgtype: 'm.file', url, info: { mimetype: 'text/csv', size: table.length } };
    const question = await talk.reply(await alice.say(room, 'registre.csv', file));
    expect(question.body).toContain('Importer ce tableau');
    await alice.react(room, question.eventId, '✅');
    const trial = async () => (await talk.posted(room)).find(({ body }) => body.includes('Essai d’import'));
    expect((await until('the trial', trial)).body).toContain('SIRH');
  });
});

describe('a request to verify the bot', () => {
  it('is cancelled, and the room is given the fingerprint that the client knows', async () => {
    const { alice, bot } = scene;
    expect(await alice.verifyIn(room, bot.userId)).toBe('m.user');
    const [device] = await alice.devices(bot.userId);
    const spoken = async () =>
      (await talk.posted(room)).find(({ body }) => body.includes('empreinte de mon appareil'));
    const { body } = await until('the fingerprint', spoken);
    expect(body.replace(/\s/g, '')).toContain(device?.fingerprint);
    expect(body).toContain(device?.id);
  });

  it('is cancelled between devices too', async () => {
    const { alice, bot } = scene;
    const [device] = await alice.devices(bot.userId);
    expect(await alice.verifyDevice(bot.userId, device?.id ?? '')).toBe('m.user');
  });
});
