import type { Answer } from '../../knowledge/answer/answer.ts';
import { code, type Span, strong, type Text } from '../../knowledge/answer/text.ts';
import type { HistoryLine } from '../../knowledge/register/derogation.ts';
import { bullets, echo, frame } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { showValue } from './display.ts';
import { findTarget } from './show.ts';
import type { RegisterTools } from './tools.ts';
import { CHANGE, FIELD } from './wording.ts';

/** `historique 12`: who changed what, when, latest first. */
export const history = async (
  args: string,
  invocation: Invocation,
  tools: RegisterTools,
): Promise<Answer> => {
  const target = await findTarget(args, 'historique', invocation, tools);
  if ('refused' in target) return target.refused;
  const { roomId, number, entry } = target.found;
  const lines = (await tools.store.history(roomId, number)).toReversed();
  return {
    ...frame(invocation, tools.corpus.version),
    kind: 'report',
    title: `Historique de la dérogation n° ${number} : ${echo(entry.projet)}`,
    blocks: [bullets(lines.map(lineOf))],
    notices: [],
    citations: [],
    data: { command: 'derogation', action: 'historique', number, lines: lines.map(promised) },
  };
};

const promised = ({ version, change, fields, motif, by, at }: HistoryLine) => {
  return { version, change, fields, motif, by, at };
};

const lineOf = ({ at, by, change, version, fields, motif }: HistoryLine): Text => {
  const changed = fields.flatMap(({ field, before, after }, index): Span[] => [
    index === 0 ? ' : ' : ' ; ',
    `${FIELD[field]} `,
    ...(version > 1 ? [showValue(field, before), ' → '] : []),
    showValue(field, after),
  ]);
  return [
    strong(momentOf(at)),
    ', ',
    code(by),
    `, ${version > 1 && change === 'import' ? 'changée par un import' : CHANGE[change]}`,
    ...changed,
    ...(motif === null ? [] : [` : ${motif}`]),
  ];
};

/** « 22/11/2026 à 10:00 », hour of Paris. */
const momentOf = (at: number): string => MOMENT.format(at).replace(' ', ' à ');

const MOMENT = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});
