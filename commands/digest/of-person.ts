import type { Answer } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import { itemOf, seen } from '../../knowledge/digest/item.ts';
import { readMatrixId } from '../../knowledge/register/read-value.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { frame, paragraph } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { refuseRoom } from '../derogation/access.ts';
import { causeOf } from '../derogation/cause.ts';
import { mayDecide, refuseRight } from './rights.ts';
import { type Silenced, silencedAnswer } from './silence.ts';
import type { DigestTools } from './tools.ts';
import { REFUSED } from './wording.ts';

/** The person that a request names: an id, as mentions come, or « moi »; null when it names none. */
export const personIn = (args: string, sender: string): string | null => {
  const said = args.trim();
  if (fold(said) === 'moi') return sender;
  const read = readMatrixId(said);
  return read.ok && typeof read.value === 'string' ? read.value : null;
};

/**
 * `!acquitter @Anne`: all that she answers for in this room and that the digest recalls now, by herself or by whoever may decide
 * for the room.
 */
export const acknowledgeOf = async (
  person: string,
  invocation: Invocation,
  tools: DigestTools,
): Promise<Answer> => {
  const { store, access, corpus, schedule, digest } = tools;
  const { conversation, today, now } = invocation;
  const { roomId, sender } = conversation;
  const barred = refuseRoom(invocation, corpus.version);
  if (barred !== null) return barred;
  if (person !== sender && !mayDecide(invocation, access))
    return refuseRight(invocation, corpus.version, 'acquitter', REFUSED.silence);
  const open = (await store.list([roomId], { state: 'ouverte' })).items;
  const until = await schedule.until(today);
  const silenced = open
    .filter(({ entry }) => entry.responsable === person)
    .flatMap((derogation): Silenced[] => {
      const item = itemOf(derogation, today, until);
      if (item === null) return [];
      return [{ derogation, silence: { ...seen(item, today, sender, now), cause: causeOf(invocation) } }];
    });
  if (silenced.length === 0) return nothingOf(person, invocation, corpus.version);
  await digest.silence(
    roomId,
    silenced.map(({ silence }) => silence),
  );
  return silencedAnswer('acquitter', silenced, invocation, tools);
};

/** As code: whom it names is not to be rung. */
const nothingOf = (person: string, { today }: Pick<Invocation, 'today'>, corpusVersion: string): Answer => ({
  ...frame({ today }, corpusVersion),
  kind: 'dialogue',
  title: 'Rien à taire',
  blocks: [
    paragraph(
      'Aucune dérogation ouverte de ce salon dont ',
      code(person),
      ' est responsable n’est rappelée pour l’instant.',
    ),
  ],
  notices: [],
  citations: [],
  data: { command: 'acquitter', derogations: [] },
});
