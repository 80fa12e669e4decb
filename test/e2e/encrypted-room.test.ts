import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, createBot } from './support/bot.ts';
import { type Conversation, conversation } from './support/conversation.ts';
import { leaks } from './support/leaks.ts';
import { type Device, type Person, startPerson } from './support/person.ts';
import { type Homeserver, startSynapse } from './support/synapse.ts';
import { tracesOf } from './support/traces.ts';
import { until } from './support/until.ts';

let homeserver: Homeserver;
let bot: Bot;
let alice: Person;
let talk: Conversation;
let room: string;
let clear: string;
let device: Device;

beforeAll(async () => {
  homeserver = await startSynapse();
  alice = await startPerson(homeserver, 'alice.martin-interieur.gouv.fr');
  bot = await createBot(homeserver, 'robot-cloud', {
    config: { administration: { operators: [alice.userId] }, statistics: { lacunes: true } },
  });
  await bot.start();
  talk = conversation(alice, bot);
  room = await alice.createRoom({ encrypted: true, invite: [bot.userId] });
  clear = await alice.createRoom({ encrypted: false, invite: [bot.userId] });
  await talk.joined(room);
  await talk.joined(clear);
  device = await onlyDevice();
});

afterAll(async () => {
  await alice?.stop();
  await bot?.dispose();
  await homeserver?.stop();
});

const onlyDevice = async (): Promise<Device> => {
  const [first, ...others] = await alice.devices(bot.userId);
  if (first === undefined || others.length > 0) throw new Error('the bot should have one device');
  return first;
};

describe('encrypted rooms', () => {
  it('are answered encrypted, while clear rooms are answered in clear', async () => {
    const secret = await alice.say(room, '!r5');
    const open = await alice.say(clear, '!r5');
    const answer = await talk.reply(secret);
    expect(answer.encrypted).toBe(true);
    expect(answer.body).toContain('plusieurs zones géographiques');
    expect((await talk.reply(open)).encrypted).toBe(false);
  });

  it('keep device and fingerprint through SIGTERM and a new start', async () => {
    expect(await bot.stop('SIGTERM')).toBe(0);
    await bot.start();
    expect(await onlyDevice()).toEqual(device);
    const asked = await alice.say(room, '!r8');
    expect((await talk.reply(asked)).encrypted).toBe(true);
  });

  it('have what was said in a new session while the bot was down answered, once, when it is back', async () => {
    await bot.stop();
    await alice.newSession(room);
    const secret = await alice.say(room, '!r4');
    const open = await alice.say(clear, '!r4');
    await bot.start();
    expect((await talk.reply(secret)).body).toContain('R4');
    await talk.reply(open);
    expect(await talk.repliesTo(room, secret)).toHaveLength(1);
    expect(await talk.repliesTo(clear, open)).toHaveLength(1);
  });

  it('are answered in the thread of the question', async () => {
    const root = await alice.say(room, 'Un fil sur la réversibilité des applications');
    const asked = await alice.say(room, '!r10', {
      'm.relates_to': {
        rel_type: 'm.thread',
        event_id: root,
        is_falling_back: true,
        'm.in_reply_to': { event_id: root },
      },
    });
    expect((await talk.reply(asked)).thread).toBe(root);
  });

  it('are answered when the client shares its keys with signed devices only', async () => {
    expect(device.signed).toBe(true);
    await alice.onlySignedDevices();
    await alice.newSession(room);
    const asked = await alice.say(room, '!r9');
    expect((await talk.reply(asked)).encrypted).toBe(true);
  });

  it('can be verified: !etat shows operators the device and the fingerprint that other clients see', async () => {
    const state = await talk.reply(await alice.say(room, '!etat'));
    expect(state.body).toContain(device.id);
    // In groups of four, as clients show it.
    expect(state.body.replace(/\s/g, '')).toContain(device.fingerprint);
    expect(state.body).toContain('signé par le compte du robot');
  });

  it('have their data folder refused to a second bot, which says what to do', async () => {
    const before = bot.errors().length;
    expect(await bot.startToExit()).toBe(75);
    const said = bot.errors().slice(before);
    expect(said).toMatch(/déjà/);
    expect(said).toMatch(/dossier de données/);
    expect(said).not.toMatch(/\bat .+:\d+:\d+/);
    const asked = await alice.say(room, '!r7');
    await talk.reply(asked);
  });

  it('leave no byte of a question in the data folder once it is answered, kept words excepted, over a kill', async () => {
    const direct = await alice.createRoom({ encrypted: true, direct: true, invite: [bot.userId] });
    await talk.joined(direct);
    const ask = async (text: string, where = room) => talk.reply(await alice.say(where, text));
    // Kept because somebody asks for it, each with its row in docs/rgpd.md.
    await ask('!derogation ajouter projet="Canariregistre" regle=R6 entite=DGX accordee=2026-03-12');
    await ask('!projet nom=Canarifiche opérateur');
    const table = await alice.say(
      room,
      '!derogation importer\nprojet;regle;accordee\nCanaritableau;R6;2026-03-12',
    );
    await talk.reply(table);
    await ask('!derogation ajouter', direct);
    await ask('Canarientretien', direct);

    await ask('Que dit la règle R9 pour Canariquestion ?');
    expect((await ask('!seuil Canarirefus')).body).toContain('Canarirefus');
    await ask('!seuil Canaridirect', direct);
    expect((await ask('Un agent de Canariretour peut-il utiliser un outil personnel ?')).body).toMatch(
      /^2\. /m,
    );
    const edited = await alice.say(room, '!seuil Canariavant');
    const first = await talk.reply(edited);
    await alice.say(room, '* !seuil Canariapres', {
      'm.new_content': { msgtype: 'm.text', body: '!seuil Canariapres' },
      'm.relates_to': { rel_type: 'm.replace', event_id: edited },
    });
    await until('the new answer', async () =>
      (await talk.posted(room)).some(({ replaces }) => replaces === first.eventId),
    );
    const cut = await alice.say(room, '!seuil Canaricoupe');
    await bot.stop('SIGKILL');
    await bot.start();
    await talk.reply(cut);

    const gone = ['question', 'refus', 'direct', 'retour', 'avant', 'apres', 'coupe'];
    const found = (words: readonly string[]): readonly string[] =>
      tracesOf(
        join(bot.folder, 'data'),
        words.map((word) => `Canari${word}`),
      );
    const leftOf = (words: readonly string[]) =>
      until(`no trace of ${words}`, () => found(words).length === 0, 60_000, 500).catch(() => found(words));
    expect(await leftOf(gone)).toBe(true);
    const kept = ['registre', 'fiche', 'tableau', 'entretien'];
    for (const word of kept) expect(found([word])).not.toEqual([]);

    await ask('annuler', direct);
    await alice.redact(room, table);
    await ask('!projet effacer');
    await ask('!projet effacer confirmer');
    expect(await leftOf(kept.slice(1))).toBe(true);
  });

  it('leave nothing of what is said, of who says it, or of the keys, in the log', async () => {
    expect(await leaks(bot, [alice])).toEqual([]);
  });
});
