import type { BatchRecord } from '../../bot/ask/record.ts';
import { recordOf } from '../../bot/ask/record.ts';
import { answerLocally } from '../../bot/local.ts';
import type { Handler } from '../../bot/messages.ts';

/** What people put around a question, or do to it: a question in, the message out. */
export type Framing = readonly [name: string, put: (question: string) => string];

const around = (frame: string): Framing => [
  frame.replaceAll('\n', ' ⏎ '),
  (question) => frame.replaceAll('{}', () => question),
];

/** Frames to be taken off, the question at `{}`: the message then reads as the question alone, to the letter. */
export const AROUND: readonly Framing[] = [
  'Bonjour, {}',
  'Bonjour à toutes et à tous,\n\n{}',
  '{} Merci d’avance !',
  '{} Bonne journée',
  'Bonsoir, excusez-moi de vous déranger : {} Bonne soirée à vous.',
  'Bonjour,\n{}\nCordialement,\nC. Dupont\nChef du bureau des achats\nMinistère de l’Exemple',
  '{}\nBien à vous\nJean',
  '{}\n-- \nC. Dupont, DSI, 01 23 45 67 89',
  'Petite question rapide : {}',
  'Une question : {}',
  'Je voudrais savoir : {}',
  'En 2027, {}',
  'Aujourd’hui en 2026, {}',
  '{} C’est assez urgent, désolé.',
  'https://www.exemple.fr/guide-to-the-sovereign-cloud {}',
  '{} (voir https://exemple.fr/what-is-the-cloud?id=3)',
  '> on en parlait hier\n> {}\n{}',
  'J’espère que vous allez bien. {} Merci pour votre aide.',
  'Hello, {} Thanks in advance',
  'Hi team, quick question: {} Best regards,\nJane',
  '{} Dans l’attente de votre retour, je vous remercie.',
  'Coucou le robot, {} stp',
  'Pardon du dérangement, {} Merci beaucoup pour votre réponse rapide',
  'Nous sommes en 2026. {} Respectueusement, le bureau des achats',
  'Alors, {} Bon courage à tous',
].map(around);

/** The same question as a keyboard, a dictation or a hurry gives it. */
export const RETYPED: readonly Framing[] = [
  ['EN CAPITALES', (question) => question.toUpperCase()],
  ['EN CAPITALES SANS ACCENT', (question) => plain(question).toUpperCase()],
  ['sans accent', (question) => plain(question)],
  ['sans point final', (question) => question.replace(/[\s?.!…]+$/, '')],
  ['en minuscules', (question) => question.toLowerCase()],
];

export const FRAMINGS: readonly Framing[] = [...AROUND, ...RETYPED];

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('Œ', 'OE');

/** What must not change: status, lead and first citation. Accents that were not typed are not shown back. */
export const keptOf = ({ status, lead, citations: [first] }: BatchRecord): string =>
  JSON.stringify([status, first?.document, first?.anchor, lead === undefined ? null : plain(lead)]);

export const createAsker = (handler: Handler): ((question: string) => Promise<BatchRecord>) => {
  let number = 0;
  return async (text) => {
    number += 1;
    return recordOf(
      null,
      await answerLocally(handler, { text, conversation: `framed/${number}`, number: 1 }),
    );
  };
};
