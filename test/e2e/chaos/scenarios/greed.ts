import { Attachment } from '../../../../bot/matrix/replacements/crypto/attachments.ts';
import { conversation } from '../../support/conversation.ts';
import { isSend } from '../../support/fault-proxy.ts';
import type { Person, Seen } from '../../support/person.ts';
import { delaysOf } from '../delays.ts';
import type { Field } from '../field.ts';
import type { Measured } from '../measured.ts';
import { median } from '../questions.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { registerOf } from '../tables.ts';

/** As the configuration has it by default: about one message a second. */
const PACED = { pacing: { millisecondsBetweenMessages: 1000 } };
/** How much longer others may wait beside somebody who asks for much. */
const RATIO = 2;
/** Who asks for much, in a room of their own. */
interface Greedy {
  readonly who: Person;
  readonly room: string;
  /** Says something, and waits for its answer. */
  ask(text: string): Promise<Seen>;
}

/** What others wait while one person is greedy, beside what they wait alone. */
const beside = async (
  field: Field,
  count: number,
  {
    prepare,
    greed,
  }: {
    readonly prepare?: (greedy: Greedy) => Promise<unknown>;
    readonly greed: (greedy: Greedy) => Promise<unknown>;
  },
): Promise<Measured> => {
  const questions = field.questions();
  const who = await field.join();
  // A register is not kept in a room that anybody may enter: encrypted, hence private.
  const room = await who.createRoom({ encrypted: true, invite: [field.bot.userId] });
  const talk = conversation(who, field.bot);
  await talk.joined(room);
  const greedy: Greedy = { who, room, ask: async (text) => talk.reply(await who.say(room, text), 120_000) };
  await prepare?.(greedy);
  const alone = await delaysOf(questions, field.encrypted, count);
  const before = field.proxy.calls.length;
  await greed(greedy);
  const together = await delaysOf(questions, field.encrypted, count);
  const sends = field.proxy.calls.slice(before).filter((call) => isSend(call) && call.path.includes(room));
  const kilobytes = Math.round(sends.reduce((sum, { body }) => sum + body.length, 0) / 1000);
  const [calm, busy] = [median(alone), median(together)];
  const most = Math.max(...together);
  const measured = await questions.settle();
  return {
    ...measured,
    recoveryMs: null,
    broken: [
      ...(measured.broken ?? []),
      ...(busy > RATIO * calm ? [`les autres attendent ${busy} ms, seuls ${calm} ms`] : []),
    ],
    note: `les autres attendent ${busy} ms (médiane ; au plus ${most} ms), seuls ${calm} ms ; ${sends.length} messages et ${kilobytes} ko à la personne avide ; mémoire au plus ${field.bot.memory()?.most} Mio`,
  };
};

const greedyTable = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open({ config: PACED });
  const line = `plafond;projet;plafond;regle;plafond\n`;
  const rows = `2027-01-01;${'Projet très long '.repeat(30)};2027-01-01;R9;x\n`;
  const csv = (line + rows.repeat(Math.floor((2 ** 20 - line.length) / Buffer.byteLength(rows)))).slice(
    0,
    2 ** 20,
  );
  return beside(field, stage.count(10, 3), {
    greed: async ({ who, room }) => {
      const { encryptedData, mediaEncryptionInfo } = Attachment.encrypt(new TextEncoder().encode(csv));
      const url = await who.upload(Buffer.from(encryptedData).toString('base64'));
      await who.say(room, '!derogation importer', {
        ...{ msgtype: 'm.file', filename: 'registre.csv', file: { ...JSON.parse(mediaEncryptionInfo), url } },
        info: { mimetype: 'text/csv', size: Buffer.byteLength(csv) },
      });
    },
  });
};

const greedyExports = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open({ config: PACED });
  return beside(field, stage.count(10, 3), {
    prepare: async ({ ask }) => {
      await ask(`!derogation importer\n\`\`\`\n${registerOf(250)}\n\`\`\``);
      const { body } = await ask('!derogation importer confirmer');
      if (!body.includes('250 dérogations inscrites')) throw new Error(`registre pas rempli : ${body}`);
    },
    greed: async ({ who, room }) => {
      for (let index = 0; index < 8; index++) await who.say(room, '!derogation exporter');
    },
  });
};

export const greed: readonly Scenario[] = [
  {
    name: 'faute-3-tableau',
    fault: 'une personne importe un CSV de 1 Mio dont l’en-tête répète une colonne que seul l’export écrit',
    goal: 'les autres attendent au plus deux fois leur médiane seuls',
    before: '87 messages, 2,4 Mo, les autres attendent 265 s, 487 Mo de mémoire',
    play: greedyTable,
  },
  {
    name: 'faute-3-exports',
    fault: 'une personne demande huit exports d’un registre de 250 longues lignes',
    goal: 'les autres attendent au plus deux fois leur médiane seuls',
    before: 'les autres attendent 174 s',
    play: greedyExports,
  },
];
