import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../bot/compose.ts';
import { createLog } from '../../../bot/log/log.ts';
import type { Incoming, Outgoing, OutgoingReaction, Sent } from '../../../bot/messages.ts';
import { renderText } from '../../../bot/render/text.ts';
import { NO_RIGHTS } from '../../../bot/rights/rights.ts';
import { createMemoryProjectStore } from '../../../knowledge/project/memory-store.ts';
import { message, messagesOf, reaction } from '../../support/messages.ts';
import { plain } from '../../support/plain.ts';

const NOW = Date.parse('2026-11-27T10:00:00Z');
const store = createMemoryProjectStore();
let level = 50;
const { handler } = compose({
  corpusFolder: null,
  offersFile: null,
  language: 'auto',
  rights: NO_RIGHTS,
  powerLevel: async () => level,
  projectStore: store,
  // The message that answers an event is known by it.
  causeOf: async (eventId) => (eventId.startsWith('$to') ? eventId.slice(3) : null),
  clock: { now: () => NOW },
  log: createLog({ level: 'silent', write: () => {} }),
});

let events = 0;
const send = async (incoming: Incoming): Promise<readonly Sent[]> => handler(incoming);
const say = async (roomId: string, text: string, fields: Parameters<typeof message>[0] = {}) => {
  events += 1;
  const eventId = `$${events}`;
  const sent = await send(message({ roomId, text, eventId, ...fields }));
  const [first] = messagesOf(sent);
  if (first === undefined) throw new Error(`no answer to ${text}`);
  return { eventId, sent, answer: first.answer, text: plain(renderText((first as Outgoing).answer)) };
};
const pins = (sent: readonly Sent[]): readonly OutgoingReaction[] =>
  sent.filter((one): one is OutgoingReaction => 'key' in one && one.key === '📌');

const SIRH = '!projet nom=SIRH opérateur, refonte à 60 %, SIRH chez Outscale, 3,5 M€, données de paie';
const FROM = 'D’après la fiche du salon';

describe('a question in a room with a sheet', () => {
  const room = '!fiche:example.org';

  it('is answered for its project, and says so', async () => {
    await say(room, SIRH);
    for (const [question, says] of [
      [
        'sommes-nous tenus à SecNumCloud ?',
        'À évaluer : SecNumCloud (ou équivalent européen) n’est requis que',
      ],
      ['qui nous contrôle ?', 'De 1 à 9 M€, le contrôle relève des ministères'],
      ['Notre projet doit-il aller dans le cloud ?', 'au moins 50 % du coût initial'],
      ['que nous reste-t-il à faire ?', 'À faire d’abord'],
    ] as const) {
      const { text } = await say(room, question);
      expect(text).toContain(says);
      expect(text).toContain(FROM);
    }
    expect((await say(room, 'are we bound to use SecNumCloud?')).text).toContain(
      'From the project sheet of this room',
    );
    expect((await say(room, '!plus')).text).not.toContain('Aucune question');
  });

  it('goes on with !plus after what is left to do', async () => {
    await say(room, 'Que nous reste-t-il à faire ?');
    expect((await say(room, '!plus')).text).toContain('R15 s’applique');
  });

  it.each([
    ['states another entity', 'Et si nous étions une commune, serions-nous tenus à SecNumCloud ?'],
    ['states another provider', 'Sommes-nous tenus à SecNumCloud chez AWS ?'],
    ['asks for a text', 'Que dit la règle R9 ?'],
    ['is about nobody in particular', 'Peut-on déroger à R9 ?'],
  ])('is answered by itself where it %s', async (_, question) => {
    const alone = await say('!autre:example.org', question);
    const here = await say(room, question);
    expect(here.text).not.toContain(FROM);
    expect(here.answer.blocks[0]).toEqual(alone.answer.blocks[0]);
  });

  it('is told from the other questions of the room, in sixty sentences but three', async () => {
    const sentences = readFileSync(join(import.meta.dirname, '../../eval/sets/about-us.jsonl'), 'utf8');
    const misses: string[] = [];
    for (const line of sentences.trim().split('\n')) {
      const { id, about, question } = JSON.parse(line) as {
        id: string;
        about: string | null;
        question: string;
      };
      const { text } = await say(room, question, { sender: `@${id}:example.org` });
      const ours = text.includes(FROM) || text.includes('From the project sheet');
      const found = ours ? (text.includes('À faire d’abord') ? 'all' : 'us') : null;
      if (found !== about) misses.push(id);
    }
    // What is asked is not read (« qui va vérifier »), or a card answers for every project.
    expect(['us-04', 'us-20', 'us-27']).toEqual(expect.arrayContaining(misses));
  });

  it('leaves alone a question that names an entity where the sheet names none', async () => {
    await say('!sans-entite:example.org', '!projet nom=SIRH hebergement=commercial');
    const { text } = await say(
      '!sans-entite:example.org',
      'Une commune suit-elle nos choix pour SecNumCloud ?',
    );
    expect(text).not.toContain(FROM);
  });

  it('is answered as anywhere once the room is open to others', async () => {
    const { text } = await say(room, 'qui nous contrôle ?', { room: 'external' });
    expect(text).not.toContain(FROM);
  });
});

const ASKED =
  'Pour la refonte à 60 % du SIRH d’un opérateur de l’État chez Outscale, SecNumCloud est-il requis ?';

describe('facts that an answer has read', () => {
  it('are kept by !projet garder, which the last line offers', async () => {
    const room = '!garder:example.org';
    const { text } = await say(room, ASKED);
    expect(text).toContain('Garder ces faits dans une fiche du projet : !projet garder');
    expect(await store.find(room)).toBeNull();
    const kept = await say(room, '!projet garder');
    expect(kept.answer.data).toMatchObject({ action: 'declarer', version: 1 });
    expect((await store.find(room))?.facts).toMatchObject({ entite: 'organisme_sous_tutelle', part: 60 });
    // Nothing new: nothing to offer.
    expect((await say(room, ASKED)).text).not.toContain('!projet garder');
  });

  it('are kept by one tap where the room has a sheet, once', async () => {
    const room = '!epingle:example.org';
    await say(room, '!projet nom=SIRH');
    const { sent, text, eventId } = await say(room, ASKED);
    expect(text).toContain('Garder ces faits dans la fiche : !projet garder');
    expect(pins(sent)).toHaveLength(1);
    const tap = reaction({ roomId: room, key: '📌', target: `$to${eventId}`, eventId: '$tap' });
    const [told] = messagesOf(await send(tap));
    expect(told?.answer.data).toMatchObject({ action: 'declarer', version: 2 });
    await send(tap);
    expect(await store.history(room)).toHaveLength(2);
  });

  it('are not offered where a sheet cannot be written, nor those of another project', async () => {
    expect((await say('!x:example.org', ASKED, { room: 'external' })).text).not.toContain('garder');
    expect((await say('!x:example.org', ASKED, { room: 'console' })).text).not.toContain('garder');
    await say('!commune:example.org', '!projet commune, état civil');
    const other = await say('!commune:example.org', ASKED);
    expect(other.text).not.toContain('garder');
    expect(pins(other.sent)).toEqual([]);
    level = 0;
    expect((await say('!x:example.org', ASKED)).text).not.toContain('garder');
    expect((await say('!x:example.org', '!projet garder')).answer).toMatchObject({ code: 'DROIT' });
    level = 50;
  });

  it('are not found where no question declared any', async () => {
    const { answer } = await say('!rien:example.org', '!projet garder');
    expect(answer).toMatchObject({ kind: 'refused', code: 'RIEN_A_GARDER' });
  });
});
