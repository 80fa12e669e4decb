import type { Answer } from '../../knowledge/answer/answer.ts';
import { contactIn } from '../../knowledge/corpus/contact.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import { createQuotes, frame, paragraph, refused } from '../answers.ts';
import type { Command, Invocation } from '../command.ts';
import type { Interview } from '../interview/interview.ts';
import type { Interviews } from '../interview/interviews.ts';
import { PENDING_LASTS, type Referral, type ReferralStore } from './store.ts';
import { TRANSMETTRE } from './wording.ts';

/** The people who answer what the texts do not; null where there are none. */
export type Referents = {
  readonly store: ReferralStore;
  /** Hands a question over; the same question twice is handed over once. */
  readonly send: (referral: Referral & { readonly text: string }) => Promise<void>;
} | null;

const EXAMPLE = '!transmettre Notre GIP entre-t-il dans le champ ?';

/** `!transmettre`: a question to the referents, after a yes; without referents, whom to write to. */
export const createTransmettre = (
  referents: Referents,
  interviews: Pick<Interviews, 'start'>,
  corpus: Corpus,
): Command => ({
  name: 'transmettre',
  aliases: ['referent', 'humain'],
  summary: 'transmet une question à un référent, avec votre nom, après un oui',
  usage: ['!transmettre <votre question>', '!transmettre'],
  effect:
    'Demande d’abord votre accord ; sans oui, rien ne part. Seule, la commande reprend la question à laquelle les textes viennent de ne pas répondre. La réponse d’un référent vous est donnée où vous avez demandé. Sans référents désignés par la configuration : le contact de la DINUM.',
  examples: [EXAMPLE],
  right: 'everyone',
  run: async (invocation) => {
    if (referents === null) return contact(corpus, invocation);
    const { roomId, sender, thread, eventId, replaces } = invocation.conversation;
    const id = replaces ?? eventId;
    if (invocation.args !== '')
      await referents.store.save({
        ...{ eventId: id, roomId, thread, sender, at: invocation.now },
        ...{ text: invocation.args, sent: false },
      });
    const found = await referents.store.pending(roomId, sender, invocation.now - PENDING_LASTS);
    return found === null
      ? refused(frame(invocation, corpus.version), {
          title: TRANSMETTRE.title,
          code: 'RIEN_A_TRANSMETTRE',
          explain: [TRANSMETTRE.none],
          example: EXAMPLE,
          data: { command: 'transmettre' },
        })
      : interviews.start('transmettre', invocation);
  },
});

/** The yes without which nothing is sent. */
export const createTransmettreInterview = (referents: Referents, corpusVersion: string): Interview => ({
  name: 'transmettre',
  title: TRANSMETTRE.title,
  writes: true,
  questions: [
    {
      id: 'accord',
      prompt: [TRANSMETTRE.ask],
      kind: 'one',
      mayBeUnknown: false,
      choices: [
        { value: 'oui', label: 'oui', letter: 'o', emoji: '✅', words: ['yes', 'ok', 'd’accord'] },
        { value: 'non', label: 'non', letter: 'n', emoji: '❌', words: ['no'] },
      ],
    },
  ],
  conclude: async ({ accord }, context) => {
    const { roomId, sender } = context.conversation;
    const found = await referents?.store.pending(roomId, sender, context.now - PENDING_LASTS);
    const yes = accord === 'oui';
    if (referents !== null && found?.text != null) {
      if (yes) await referents.send({ ...found, text: found.text });
      await referents.store.save({ ...found, text: null, sent: yes });
    }
    return said(yes ? TRANSMETTRE.sent : TRANSMETTRE.declined, context, corpusVersion);
  },
});

const said = (text: string, at: Pick<Invocation, 'today'>, corpusVersion: string): Answer => ({
  ...frame(at, corpusVersion),
  kind: 'dialogue',
  title: TRANSMETTRE.title,
  blocks: [paragraph(text)],
  notices: [],
  citations: [],
  data: { command: 'transmettre' },
});

/** Whom to write to, as the texts say. */
const contact = (corpus: Corpus, invocation: Invocation): Answer => {
  const passage = contactIn(corpus);
  const whole = said(TRANSMETTRE.closed, invocation, corpus.version);
  if (passage === null) return whole;
  const quotes = createQuotes(corpus);
  const quoted = quotes.block(passage);
  return { ...whole, blocks: [...whole.blocks, quoted], citations: quotes.all() };
};
