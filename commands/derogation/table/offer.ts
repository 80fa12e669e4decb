import type { Answer } from '../../../knowledge/answer/answer.ts';
import { code, strong } from '../../../knowledge/answer/text.ts';
import { HOUR } from '../../../knowledge/dates/spans.ts';
import { hashOf } from '../../../knowledge/register/hash.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { echo, frame, paragraph } from '../../answers.ts';
import type { Attachment, Invocation } from '../../command.ts';
import { yesOrNo } from '../../interview/talk.ts';
import { refuseRoom, refuseWriting } from '../access.ts';
import { refuse } from '../refuse.ts';
import type { RegisterTools } from '../tools.ts';
import { importTable, UNREAD } from './import.ts';
import { IMPORT_EXAMPLE } from './import-answers.ts';

type At = Omit<Invocation, 'args'>;

/** Milliseconds during which « oui » is read as an answer to the offer. */
const OFFER_LASTS = HOUR;

/**
 * A table has come alone in a direct conversation: asks whether it is to be imported. Null where it cannot be: in a room,
 * without the right to write.
 */
export const offerImport = async (file: Attachment, at: At, tools: RegisterTools): Promise<Answer | null> => {
  const { roomId, sender, eventId, room } = at.conversation;
  const { corpus, access, store } = tools;
  const barred = refuseRoom(at, corpus.version) ?? refuseWriting({ ...at }, access, corpus.version);
  if (room !== 'direct' || barred !== null) return null;
  if (file.unread !== undefined)
    return refuse(at, corpus.version, 'importer', {
      code: 'FICHIER_NON_LU',
      explain: [UNREAD[file.unread]],
      example: IMPORT_EXAMPLE,
    });
  const hash = hashOf(file.text);
  const offered = { offered: eventId, events: [eventId] };
  await store.keepDraft({ roomId, sender, content: file.text, hash, at: at.now, ...offered });
  return tell(at, corpus.version, 'Importer ce tableau ?', [
    `Reçu : « ${echo(file.name)} ». Répondez « oui », ou ✅ à ce message, pour voir ce qui serait inscrit au registre de cette conversation ; « non » pour l’oublier.`,
    ...(file.encoding === undefined
      ? []
      : [` Le fichier a été lu comme du texte ${file.encoding} : vérifiez alors les accents.`]),
  ]);
};

/**
 * What an answer to that question brings about: the trial of the import, or nothing kept. Null when there was no question, or
 * when this answers something else.
 * @param cause event that the message reacted to answered; null for a text
 */
export const answerOffer = async (
  said: string,
  cause: string | null,
  at: At,
  tools: RegisterTools,
): Promise<Answer | null> => {
  const reply = readReply(said);
  const { roomId, sender, eventId } = at.conversation;
  const draft = reply === null ? null : await tools.store.draft(roomId, sender);
  if (draft === null || at.now - draft.at > OFFER_LASTS) return null;
  // The same answer handled twice says the same again.
  const again = draft.offered === undefined && draft.events?.includes(eventId) === true;
  const file = draft.offered ?? (again ? draft.events?.[0] : undefined);
  if (file === undefined || (cause !== null && cause !== file)) return null;
  if (reply === 'non') {
    await tools.store.forgetDraftOf(file);
    return tell(at, tools.corpus.version, 'Tableau oublié', ['Rien n’a été inscrit, rien n’est gardé.']);
  }
  const conversation = { ...at.conversation, repliesTo: file };
  return importTable('', { ...at, args: '', conversation, attachment: null, pasted: draft.content }, tools);
};

const tell = (at: At, corpusVersion: string, title: string, text: readonly string[]): Answer => ({
  ...frame(at, corpusVersion),
  kind: 'dialogue',
  title,
  blocks: [
    paragraph(...text),
    paragraph(
      strong('Rien n’est écrit sans votre confirmation.'),
      ' Le détail : ',
      code('!aide derogation'),
      '.',
    ),
  ],
  notices: [],
  citations: [],
  data: { command: 'derogation', action: 'importer', step: 'offered' },
});

const readReply = (said: string): 'oui' | 'non' | null => {
  const word = fold(said)
    .replace(/\ufe0f|[.!]+$/g, '')
    .trim();
  if (YES.has(word)) return 'oui';
  return NO.has(word) ? 'non' : yesOrNo(word);
};

const YES = new Set([
  'oui',
  'o',
  'ok',
  'yes',
  "d'accord",
  'oui merci',
  'vas-y',
  'allez-y',
  'importe',
  'importez',
  '✅',
  '👍',
]);
const NO = new Set(['non', 'n', 'no', 'non merci', 'annuler', 'annule', 'oublie', 'oubliez', '❌', '👎']);
