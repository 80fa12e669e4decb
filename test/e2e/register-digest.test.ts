import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
/** Its only derogation is overdue, and nobody acknowledges it. */
let forgotten: string;

/** Starts the bot as if it were that hour in Paris, in winter. */
const startAt = async (day: string, time: string): Promise<void> => {
  writeFileSync(join(bot.folder, 'clock'), `${day}T${time}+01:00`);
  const before = bot.log.length;
  bot.launch();
  const ready = (): boolean => bot.log.slice(before).some(({ msg }) => msg === 'started');
  await until(`the bot to be ready on ${day}`, ready, 120_000);
};

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const ask = async (text: string, where: string = room): Promise<Seen> =>
  talk.reply(await alice.say(where, text));
/** Digests of a day in a room, as the homeserver keeps them. */
const digests = async (where: string, day: string): Promise<readonly Seen[]> =>
  (await talk.posted(where)).filter(
    ({ body, replyTo }) => replyTo === null && plain(body).startsWith(`Échéances des dérogations au ${day}`),
  );

beforeAll(async () => {
  homeserver = await startSynapse();
  bot = await createBot(homeserver, 'robot-cloud', {
    program: 'test/e2e/support/bot-at.ts',
    config: { limits: { perPersonPerMinute: 1000, perRoomPerMinute: 1000 } },
  });
  await startAt('2027-01-08', '10:00:00');
  alice = await startPerson(homeserver, 'alice.martin-interieur.gouv.fr');
  talk = conversation(alice, bot);
  room = await alice.createRoom({ encrypted: true, invite: [bot.userId] });
  forgotten = await alice.createRoom({ encrypted: true, invite: [bot.userId] });
  await talk.joined(room);
  await talk.joined(forgotten);
});

afterAll(async () => {
  await alice?.stop();
  await bot?.dispose();
  await homeserver?.stop();
});

describe('the digest of an encrypted room', () => {
  it('takes three derogations and a table of 200, nothing of it while two rows are wrong', async () => {
    for (const fields of [
      'projet=SIRH regle=R9 fin=15/01/2027 offre_acceptable=01/03/2026 responsable=moi',
      'projet=Paie regle=R9 fin=20/03/2027 responsable=moi',
      'projet=Archives regle=R9',
    ])
      expect((await ask(`!derogation ajouter ${fields}`)).body).toContain('inscrite');
    const rows = Array.from({ length: 200 }, (_, n) => `Projet ${n};R9;2026-07-31;DEC-${n}`);
    const table = (lines: readonly string[]) =>
      `!derogation importer\nprojet;regle;offre_acceptable;reference\n${lines.join('\n')}`;
    const bad = await ask(table([...rows.slice(2), 'Mauvaise;R9;29/02/2027;', 'Pire;R99;;']));
    expect(plain(bad.body)).toContain('200 lignes lues, 2 à corriger');
    expect((await ask('!derogation importer confirmer')).body).not.toContain('inscrites');
    expect((await ask(table(rows))).body).toContain('aucune erreur');
    expect((await ask('!derogation importer confirmer')).body).toContain('200 dérogations inscrites');
    expect((await ask('!derogation lister')).body).toContain('203 dérogations');
    expect((await ask('!derogation exporter')).body).toContain('projet;regle');
  });

  it('is asked for by a moderator, and shown beforehand', async () => {
    const asked = plain((await ask('!digest abonner lundi 9h')).body);
    expect(asked).toContain('lundi 11/01/2027 à 9h');
    const preview = plain((await ask('!digest apercu')).body);
    expect(preview).toContain('Aperçu. Échéances des dérogations au 11/01/2027');
    expect(preview).toContain('échéance 15/01/2027 (dans 4 jours)');
    await ask('!derogation ajouter projet=Oubli regle=R9 fin=01/12/2026 responsable=moi', forgotten);
    await ask('!digest abonner lundi 9h', forgotten);
  });

  it('is shown to the operator by the program, for a day to come', async () => {
    await bot.stop();
    const { stdout } = await promisify(execFile)(process.execPath, [
      'bot/digest-cli.ts',
      '--dry-run',
      '--config',
      join(bot.folder, 'config.yaml'),
      '--at',
      '2027-01-11',
    ]);
    expect(plain(stdout)).toContain('Le 11/01/2027, 2 messages partiraient. Rien n’est envoyé.');
    expect(stdout).toContain(`09:00, salon ${room}`);
    expect(stdout).toContain(alice.userId);
  });

  it('comes on Monday, encrypted, and rings who answers for what ends within thirty days', async () => {
    await startAt('2027-01-11', '09:00:05');
    const [digest] = await until('the digest', async () => {
      const found = await digests(room, '11/01/2027');
      return found.length > 0 && found;
    });
    expect(digest).toMatchObject({ encrypted: true, msgtype: 'm.text', mentions: [alice.userId] });
    const body = plain(digest?.body ?? '');
    expect(body).toContain('À échéance dans les 30 jours (1)');
    expect(body).toContain('À échéance dans les 90 jours (1)');
    expect(body).toContain('Sans date d’offre acceptable, à réexaminer (1)');
    expect(body).toContain('si l’on retient le');
    expect(body).not.toContain('en retard');
  });

  it('is acknowledged by a reaction: silent on what the person answers for', async () => {
    const [digest] = await digests(room, '11/01/2027');
    await alice.react(room, digest?.eventId ?? '', '✅');
    const seen = await talk.reply(digest?.eventId ?? '');
    expect(seen.msgtype).toBe('m.notice');
    expect(plain(seen.body)).toContain('n° 1 SIRH : revient dans le digest à partir du 15/01/2027');
    expect(plain(seen.body)).toContain('n° 2 Paie');
    const now = plain((await ask('!digest maintenant')).body);
    expect(now).not.toContain('SIRH');
    expect(now).toContain('Archives');
  });

  it('does not come a second time after a restart', async () => {
    await bot.stop();
    await startAt('2027-01-11', '11:00:00');
    expect(plain((await ask('!digest')).body)).toContain('lundi 18/01/2027 à 9h');
    await sleep(2000);
    expect(await digests(room, '11/01/2027')).toHaveLength(1);
  });

  it('comes once, whenever the bot is killed', async () => {
    const mondays = ['2027-01-18', '2027-01-25', '2027-02-01', '2027-02-08'];
    for (const [index, monday] of mondays.entries()) {
      await bot.stop('SIGKILL');
      await startAt(monday, '09:00:05');
      await sleep(index * 80);
      await bot.stop('SIGKILL');
      await startAt(monday, '09:30:00');
      const day = monday.split('-').toReversed().join('/');
      const sent = async () => (await digests(forgotten, day)).length > 0;
      await until(`the digest of ${day}`, sent, 60_000);
    }
    await bot.stop();
    await startAt('2027-02-08', '12:00:00');
    await ask('!digest', forgotten);
    for (const monday of mondays) {
      const day = monday.split('-').toReversed().join('/');
      expect([day, (await digests(forgotten, day)).length]).toEqual([day, 1]);
    }
    expect(bot.log.filter(({ msg }) => msg === 'answer-failed' || msg === 'digest-failed')).toEqual([]);
  }, 400_000);
});
