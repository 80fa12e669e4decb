import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Attachment } from '../../bot/matrix/replacements/crypto/attachments.ts';
import type { Bot } from './support/bot.ts';
import { type Conversation, conversation } from './support/conversation.ts';
import type { Person, Seen } from './support/person.ts';
import { openScene, type Scene } from './support/scene.ts';
import { until } from './support/until.ts';

let scene: Scene;
let bot: Bot;
let alice: Person;
let bruno: Person;
let talk: Conversation;
let room: string;

beforeAll(async () => {
  scene = await openScene();
  ({ bot, alice } = scene);
  bruno = await scene.join('bruno.petit-interieur.gouv.fr');
  talk = conversation(alice, bot);
  room = await alice.createRoom({ encrypted: true, invite: [bot.userId, bruno.userId] });
  await bruno.join(room);
  await talk.joined(room);
});

afterAll(() => scene?.[Symbol.asyncDispose]());

const ask = async (text: string, content: Record<string, unknown> = {}): Promise<Seen> =>
  talk.reply(await alice.say(room, text, content));
const total = async (): Promise<number> => {
  const title = (await ask('!derogation lister')).body.split('\n')[0] ?? '';
  return Number(/: (\d+) dérogations? ouverte/.exec(title)?.[1] ?? 0);
};
const HEADER = 'projet;regle;accordee;offre_acceptable;reference';
const rows = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `Projet ${from + n};R9;2026-03-12;2026-07-31;DEC-${from + n}`);
const table = (lines: readonly string[]): string =>
  `!derogation importer\n\`\`\`\n${[HEADER, ...lines].join('\n')}\n\`\`\``;

describe('the register of an encrypted room', () => {
  it('takes three derogations, and shows the ceiling with its text', async () => {
    for (const [index, projet] of ['SIRH', 'Paie', 'Archives'].entries()) {
      const answer = await ask(
        `!derogation ajouter projet="${projet}" regle=R9 accordee=12/03/2026 offre_acceptable=31/07/2026 responsable=moi`,
      );
      expect(answer).toMatchObject({ encrypted: true, msgtype: 'm.notice', mentions: [] });
      expect(answer.body).toContain(`Dérogation n° ${index + 1} inscrite`);
      expect(answer.body.replace(/[\u00a0\u202f]/g, ' ')).toContain('Plafond : 31/07/2027 (un samedi)');
    }
    expect(await total()).toBe(3);
  });

  it('is read by everybody and written by moderators, whose rights are asked of the homeserver', async () => {
    const seenByBruno = conversation(bruno, bot);
    const refused = await seenByBruno.reply(await bruno.say(room, '!derogation clore 1 motif="essai"'));
    expect(refused.body).toContain('modérateurs');
    const shown = await seenByBruno.reply(await bruno.say(room, '!derogation voir 1'));
    expect(shown.body).toContain('SIRH');
  });

  it('imports 200 rows once the two bad ones are put right, and nothing before', async () => {
    const bad = await ask(table([...rows(1, 198), 'Mauvaise;R9;29/02/2027;;', 'Pire;R99;;;']));
    expect(bad.body).toContain('Ligne 200');
    expect(bad.body).toContain('Ligne 201');
    expect(await total()).toBe(3);
    const good = await ask(table(rows(1, 200)));
    expect(good.body).toContain('200 lignes lues, aucune erreur');
    expect(await total()).toBe(3);
    const done = await ask('!derogation importer confirmer');
    expect(done.body).toContain('200 dérogations inscrites');
    expect(await total()).toBe(203);
  });

  it('exports in messages that are all encrypted', async () => {
    const asked = await alice.say(room, '!derogation exporter');
    await talk.reply(asked);
    const file = await until('the file', async () =>
      (await talk.posted(room)).find(({ msgtype }) => msgtype === 'm.file'),
    );
    // The file comes last.
    const parts = (await talk.posted(room)).filter(({ body }) => body.includes(';DEC-'));
    expect(parts.length).toBeGreaterThan(1);
    expect([file, ...parts].every(({ encrypted }) => encrypted)).toBe(true);
    // What the bot sends is what it reads: the file is answered with the command that imports it.
    const copy = await ask('!derogation importer', {
      'm.relates_to': { 'm.in_reply_to': { event_id: file.eventId } },
    });
    expect(file.body).toMatch(/^derogations-.*\.csv$/);
    expect(copy.body).toContain('203 lignes lues, rien à écrire');
  });

  it('reads an encrypted file, by its caption or by a reply to it', async () => {
    const attach = async (from: number): Promise<Record<string, unknown>> => {
      const { encryptedData, mediaEncryptionInfo } = Attachment.encrypt(
        new TextEncoder().encode([HEADER, ...rows(from, 3)].join('\r\n')),
      );
      const url = await alice.upload(Buffer.from(encryptedData).toString('base64'));
      const file = { ...JSON.parse(mediaEncryptionInfo), url };
      return { msgtype: 'm.file', filename: 'registre.csv', info: { mimetype: 'text/csv', size: 200 }, file };
    };
    const captioned = await ask('!derogation importer', await attach(1001));
    expect(captioned.body).toContain('3 lignes lues, aucune erreur');
    const file = await alice.say(room, 'registre.csv', await attach(2001));
    const replying = await ask('!derogation importer', {
      'm.relates_to': { 'm.in_reply_to': { event_id: file } },
    });
    expect(replying.body).toContain('3 lignes lues, aucune erreur');
    expect((await ask('!derogation importer confirmer')).body).toContain('3 dérogations inscrites');
    expect(await total()).toBe(206);
  });

  it.each([
    0, 40, 120, 300,
  ])('imports once when the bot is killed %s ms after it was told to', async (after) => {
    const before = await total();
    await ask(table(rows(10_000 + after * 1000, 150)));
    const confirmed = await alice.say(room, '!derogation importer confirmer');
    await sleep(after);
    await bot.stop('SIGKILL');
    await bot.start();
    expect((await talk.reply(confirmed)).body).toContain('150 dérogations inscrites');
    expect(await total()).toBe(before + 150);
    expect(await talk.repliesTo(room, confirmed)).toHaveLength(1);
  });

  it('is still there after all this, with its history', async () => {
    expect((await ask('!derogation historique 1')).body).toContain(alice.userId);
    expect(bot.log.filter(({ msg }) => msg === 'answer-failed' || msg === 'dead-letter')).toEqual([]);
  });
});
