import type { Answer, Notice } from '../../knowledge/answer/answer.ts';
import { derogationOf } from '../../knowledge/project/derogation.ts';
import { sameKey } from '../../knowledge/register/changes.ts';
import { deadlineOf } from '../../knowledge/register/deadline.ts';
import type { Entry } from '../../knowledge/register/derogation.ts';
import { type Values, validate } from '../../knowledge/register/validate.ts';
import { echo } from '../answers.ts';
import type { Answers, InterviewContext } from '../interview/interview.ts';
import { refuseRoom, refuseWriting } from './access.ts';
import { readFields, readPairs } from './arguments.ts';
import { type Assumed, assumedNotices } from './assumed.ts';
import { causeOf, editNotice, markOf, numbersIn } from './cause.ts';
import { keysFor, type Problem } from './problem.ts';
import { refuseLine } from './refuse.ts';
import { showDerogation } from './show.ts';
import type { RegisterTools } from './tools.ts';

export const ADD_EXAMPLE =
  '!derogation ajouter projet="SIRH" regle=R9 entite="DGX" accordee=2026-03-12 validation_pm=2026-04-02 offre_acceptable=2026-07-31 responsable=moi reference="DEC-2026-014"';

/** `ajouter projet="SIRH" regle=R9 …`, in one line. */
export const addLine = async (
  args: string,
  context: InterviewContext,
  tools: RegisterTools,
): Promise<Answer> => {
  const { values, problems, assumed } = readFields(readPairs(args), context.conversation.sender);
  if (problems.length > 0) return refuseLine(context, tools.corpus.version, 'ajouter', problems, ADD_EXAMPLE);
  const taken = await takenFrom(values, context, tools);
  const answer = await addValues({ ...taken, ...values }, context, tools, assumed);
  return answer.kind === 'refused'
    ? answer
    : { ...answer, notices: [...takenNotices(taken), ...answer.notices] };
};

/** What the sheet of the room says and the line does not. */
const takenFrom = async (
  values: Values,
  { conversation, today }: InterviewContext,
  { projects }: Pick<RegisterTools, 'projects'>,
): Promise<Values> => {
  const sheet = (await projects?.find(conversation.roomId)) ?? null;
  const known = sheet === null ? {} : derogationOf(sheet, today);
  return Object.fromEntries(Object.entries(known).filter(([name]) => !(name in values)));
};

const takenNotices = (taken: Values): readonly Notice[] =>
  Object.keys(taken).length === 0
    ? []
    : [
        {
          code: 'repris-de-la-fiche',
          text: [
            `Repris de la fiche du salon : ${Object.entries(taken)
              .map(([name, value]) => `${name}=${echo(String(value))}`)
              .join(', ')}. Pour changer : !derogation modifier.`,
          ],
        },
      ];

/** What the guided addition need not ask: the sheet of the room says it. */
export const knownFromSheet = async (
  context: InterviewContext,
  tools: Pick<RegisterTools, 'projects'>,
): Promise<Answers> =>
  Object.fromEntries(
    Object.entries(await takenFrom({}, context, tools)).map(([name, value]) => [name, String(value)]),
  );

/**
 * Writes a derogation down, from one line or from an interview. Rights are checked here, at the time of writing:
 * an interview may have begun when the person still had them.
 */
export const addValues = async (
  values: Values,
  context: InterviewContext,
  tools: RegisterTools,
  assumed: readonly Assumed[] = [],
): Promise<Answer> => {
  const { store, access, corpus } = tools;
  const { today, conversation } = context;
  const barred = refuseRoom(context, corpus.version) ?? refuseWriting(context, access, corpus.version);
  if (barred !== null) return barred;
  const validated = validate(values);
  if (!validated.ok) {
    const problems = entryProblems(values, validated.problems);
    return refuseLine(context, corpus.version, 'ajouter', problems, ADD_EXAMPLE);
  }
  const { entry } = validated;
  const before = await store.writtenBy(conversation.roomId, causeOf(context));
  const due = deadlineOf(entry, today)?.date ?? null;
  const [number = 0] =
    before === null
      ? await store.add(conversation.roomId, 'ajout', [{ entry, due }], markOf(context))
      : numbersIn(before);
  const written = await store.find(conversation.roomId, number);
  if (written === null) throw new Error(`derogation ${number} was written and is not there`);
  return showDerogation(written, tools, context, {
    action: 'ajouter',
    title: `Dérogation n° ${number} inscrite au registre de ce salon : ${echo(entry.projet, 120)}`,
    notices: [
      ...editNotice(context, before !== null, number),
      ...assumedNotices(assumed),
      ...(await twinNotice(entry, number, context, tools)),
    ],
  });
};

/** Problems of a whole entry as problems of the line. */
export const entryProblems = (
  { regle }: Values,
  problems: Extract<ReturnType<typeof validate>, { ok: false }>['problems'],
): readonly Problem[] =>
  problems.map(({ error, field }) => ({
    code: error,
    field,
    read: error === 'CLE_MANQUANTE' ? '' : field.name,
    ...(error === 'CLE_SANS_OBJET' && regle !== undefined ? { expected: keysFor(regle) } : {}),
  }));

const twinNotice = async (
  entry: Entry,
  number: number,
  { conversation: { roomId } }: InterviewContext,
  { store }: RegisterTools,
): Promise<readonly Notice[]> => {
  const { items } = await store.list([roomId], { state: 'ouverte' });
  const twins = items.filter((one) => one.number !== number && sameKey(one.entry) === sameKey(entry));
  const numbers = twins.map((one) => one.number).sort((a, b) => a - b);
  return numbers.length === 0
    ? []
    : [
        {
          code: 'doublon',
          text: [
            `Le registre avait déjà une dérogation ouverte de même projet, même règle et même référence : n° ${numbers.join(', n° ')}. Si l’une est de trop, !derogation clore la retire de la liste.`,
          ],
        },
      ];
};
