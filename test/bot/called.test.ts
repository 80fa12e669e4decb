import { describe, expect, it } from 'vitest';
import { answerBatch } from '../../bot/ask/batch.ts';
import { compose } from '../../bot/compose.ts';
import { createLog } from '../../bot/log/log.ts';
import type { IncomingMessage } from '../../bot/messages.ts';
import { renderText } from '../../bot/render/text.ts';
import { NO_RIGHTS } from '../../bot/rights/rights.ts';
import { createMemoryRegisterStore } from '../../knowledge/register/memory-store.ts';
import { message, messagesOf } from '../support/messages.ts';

const open = (forbidden: readonly string[] = []) =>
  compose({
    corpusFolder: null,
    offersFile: null,
    language: 'auto',
    rights: {
      ...NO_RIGHTS,
      commands: new Map(forbidden.map((name) => [name, [{ user: '@personne:x' }]])),
    },
    powerLevel: async () => 50,
    clock: { now: () => Date.UTC(2026, 10, 22, 9) },
    log: createLog({ level: 'silent' }),
    registerStore: createMemoryRegisterStore(),
  });
const { handler } = open();

let events = 0;
/** What the bot says, as plain text; « » when it keeps silent. Each text in a room of its own. */
const say = async (text: string, fields: Partial<IncomingMessage> = {}): Promise<string> => {
  events += 1;
  const sent = await handler(message({ text, roomId: `!s${events}:x`, eventId: `$e${events}`, ...fields }));
  return messagesOf(sent)
    .map(({ answer }) => renderText(answer).replace(/[\u00a0\u202f]/g, ' '))
    .join('\n');
};

const PLACES: readonly [string, Partial<IncomingMessage>][] = [
  ['a room', { room: 'private', addressed: 'mention' }],
  ['a direct message', { room: 'direct', addressed: 'direct' }],
  ['the console', { room: 'console', addressed: 'direct' }],
];

describe.each(PLACES)('a question that asks for a command, in %s', (_, place) => {
  it('gets the dated catalogue on its first line, and the name of the command', async () => {
    const said = await say('Bonjour, quels fournisseurs sont qualifiés par l’ANSSI ? Merci', place);
    expect(said).toMatch(/^\d+ offres qualifiées SecNumCloud selon le catalogue du \d\d\/\d\d\/\d{4} :/);
    expect(said).toContain('Commande : !offres secnumcloud');
  });

  it('is answered about the provider that it names, in its language', async () => {
    expect(await say('Cloud Temple a-t-il la qualification ?', place)).toMatch(
      /^Oui, selon le catalogue du [\d/]+, pour \d offres de Cloud Temple :/,
    );
    expect(await say('is Scaleway qualified?', place)).toMatch(
      /^No, not in the catalogue of [\d/]+: a qualification of Scaleway is in progress/,
    );
  });
});

describe('a question that asks for a command', () => {
  it('runs it, guided ones included', async () => {
    const here = { room: 'direct', addressed: 'direct', roomId: '!guide:x' } as const;
    expect(await say('je souhaite tester nos données', here)).toContain('question 1 sur 8');
    expect(await say('non', here)).toContain('R9');
  });

  it('says how, where it asks how', async () => {
    const said = await say('comment noter une dérogation dans le registre ?');
    expect(said).toMatch(
      /!derogation ajouter : pour commencer\n.*!derogation ajouter projet=.*\n.*!aide derogation/,
    );
    expect(await say('quelles sont nos dérogations ?')).not.toContain('comment');
  });

  it('is left to the texts when it denies, or asks what a text says', async () => {
    expect(await say('Cloud Temple n’a pas la qualification ?')).not.toContain('Commande :');
    expect(await say('Quels fournisseurs la circulaire vise-t-elle ?')).not.toContain('Commande :');
  });

  it('is left to the texts when its author may not run the command', async () => {
    const closed = open(['offres']).handler;
    const sent = await closed(message({ text: 'Quelles sont les offres SecNumCloud ?' }));
    const [said = ''] = messagesOf(sent).map(({ answer }) => renderText(answer));
    expect(said).not.toContain('selon le catalogue');
  });

  it('is not answered when it was not for the bot', async () => {
    expect(await say('Quelles sont les offres SecNumCloud ?', { addressed: 'none' })).toBe('');
  });

  it('has the data of the command in the batch mode', async () => {
    async function* lines() {
      yield '{"id":1,"question":"quels prestataires ont le visa SecNumCloud ?"}';
      yield '{"id":2,"question":"nos prochaines échéances"}';
    }
    const records = await Array.fromAsync(answerBatch(handler, lines()));
    expect(records.map(({ status, data }) => [status, data])).toEqual([
      ['answered', expect.objectContaining({ command: 'offres', list: 'secnumcloud' })],
      ['answered', expect.objectContaining({ command: 'echeances' })],
    ]);
  });
});
