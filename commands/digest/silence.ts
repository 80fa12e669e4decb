import type { Answer } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { code, type Span, strong, type Text } from '../../knowledge/answer/text.ts';
import type { Silence } from '../../knowledge/digest/item.ts';
import { nextStageOn } from '../../knowledge/digest/stage.ts';
import type { Derogation } from '../../knowledge/register/derogation.ts';
import type { IsoDate } from '../../knowledge/rules/time/iso-date.ts';
import { bullets, echo, frame, paragraph, refused } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { refuseRoom } from '../derogation/access.ts';
import { findTarget } from '../derogation/show.ts';
import { maySilence, refuseRight } from './rights.ts';
import type { DigestTools } from './tools.ts';
import { REFUSED } from './wording.ts';

/** A derogation and the silence that somebody put on it. */
export interface Silenced {
  readonly derogation: Derogation;
  readonly silence: Silence;
}

/** The open derogation that `12 …` names and this person may silence, with what follows the number; else the refusal. */
export const findToSilence = async (
  command: 'acquitter' | 'reporter',
  example: string,
  invocation: Invocation,
  tools: DigestTools,
): Promise<{ readonly found: Derogation; readonly rest: string } | { readonly refused: Answer }> => {
  const { corpus, access } = tools;
  const barred = refuseRoom(invocation, corpus.version);
  if (barred !== null) return { refused: barred };
  const target = await findTarget(invocation.args, command, invocation, tools);
  if ('refused' in target)
    return {
      refused: refuseDigestRequest(command, example, invocation, tools, 'NUMERO', [
        `Lu : « ${echo(invocation.args)} ». Attendu : le numéro d’une dérogation de ce registre, que donne `,
        code('!derogation lister'),
        command === 'acquitter' ? ', ou une personne, par sa mention ou son identifiant complet.' : '.',
      ]),
    };
  return maySilence(invocation, access, target.found)
    ? target
    : { refused: refuseRight(invocation, corpus.version, command, REFUSED.silence) };
};

/** A request on the digest or on what it recalls that cannot be served as written. */
export const refuseDigestRequest = (
  command: 'digest' | 'acquitter' | 'reporter',
  example: string,
  invocation: Pick<Invocation, 'today'>,
  { corpus }: Pick<DigestTools, 'corpus'>,
  error: string,
  explain: readonly Span[],
): Answer =>
  refused(frame(invocation, corpus.version), {
    title: 'Digest : demande non comprise',
    code: error,
    explain,
    example,
    data: { command },
  });

/** What was silenced, and when each comes back. */
export const silencedAnswer = (
  command: 'acquitter' | 'reporter',
  silenced: readonly Silenced[],
  invocation: Pick<Invocation, 'today'>,
  { corpus }: Pick<DigestTools, 'corpus'>,
): Answer => ({
  ...frame(invocation, corpus.version),
  kind: 'dialogue',
  title: command === 'acquitter' ? 'Échéance vue' : 'Rappel reporté',
  blocks: [
    bullets(silenced.slice(0, SHOWN).map(returnsLine)),
    ...(silenced.length > SHOWN ? [paragraph(`Et ${silenced.length - SHOWN} autres.`)] : []),
  ],
  notices: [],
  citations: [],
  data: {
    command,
    derogations: silenced.map(({ derogation, silence }) => ({
      room: derogation.roomId,
      number: derogation.number,
      returnsOn: returnsOn(silence),
    })),
  },
});

/** A derogation of which no digest speaks now: nothing to silence. */
export const nothingToSilence = (
  command: 'acquitter' | 'reporter',
  { number, state }: Derogation,
  invocation: Pick<Invocation, 'today'>,
  { corpus }: Pick<DigestTools, 'corpus'>,
): Answer => ({
  ...frame(invocation, corpus.version),
  kind: 'dialogue',
  title: 'Rien à taire',
  blocks: [
    paragraph(
      state === 'close'
        ? `La dérogation n° ${number} est close : elle n’est plus rappelée.`
        : `La dérogation n° ${number} n’est rappelée par aucun digest pour l’instant : son échéance est à plus de 90 jours, ou elle n’en a pas.`,
    ),
  ],
  notices: [],
  citations: [],
  data: { command, derogations: [] },
});

/** Derogations named in one answer. */
const SHOWN = 20;

const returnsLine = ({ derogation: { number, entry }, silence }: Silenced): Text => [
  strong(`n° ${number}`),
  ` ${echo(entry.projet)} : revient dans le digest à partir du ${shortDate(returnsOn(silence))}`,
];

const returnsOn = ({ due, stage, until }: Silence): IsoDate => {
  if (until !== null) return until;
  if (due === null || stage === null) throw new Error('a silence without an end');
  return nextStageOn(due, stage);
};
