import type { Block } from '../../../knowledge/answer/answer.ts';
import { shortDate } from '../../../knowledge/answer/dates.ts';
import { type Span, strong, type Text } from '../../../knowledge/answer/text.ts';
import { deadlineOf } from '../../../knowledge/register/deadline.ts';
import { FIELDS } from '../../../knowledge/register/fields.ts';
import type { NewDerogation } from '../../../knowledge/register/store.ts';
import { bullets, echo, paragraph } from '../../answers.ts';
import { howMany } from '../../how-many.ts';
import { assumedText } from '../assumed.ts';
import { showValue } from '../display.ts';
import { FIELD, NATURE, REGLE_TYPED } from '../wording.ts';
import type { ImportPlan } from './read-rows.ts';

/** Rows shown as they would be written; the rest is counted. */
const SHOWN = 10;
/** Columns left out, and decided days, that are named. */
const NAMED = 10;

/** The first rows as they would be written, what was decided of their days, and how many have no deadline. */
export const previewBlocks = (
  { derogations, assumed }: Pick<ImportPlan, 'derogations' | 'assumed'>,
  today: string,
): readonly Block[] => {
  const undated = derogations.filter(({ due }) => due === null).length;
  const rest = derogations.length - SHOWN;
  return [
    paragraph('Ce qui serait inscrit :'),
    bullets(derogations.slice(0, SHOWN).map((one) => rowLine(one, today))),
    ...(rest > 0 ? [paragraph(`Et ${howMany(rest, 'autre ligne', 'autres lignes')}.`)] : []),
    paragraph(`Avec une échéance : ${derogations.length - undated} ; sans échéance : ${undated}.`),
    ...(assumed.length === 0
      ? []
      : [paragraph([...new Set(assumed.map(assumedText))].slice(0, NAMED).join(' '))]),
  ];
};

/** What the import would lose, said before all else. */
export const lossBlocks = (plan: Pick<ImportPlan, 'leftOut'>): readonly Block[] =>
  plan.leftOut.length === 0 ? [] : [paragraph(strong(lossText(plan)))];

export const lossText = ({ leftOut }: Pick<ImportPlan, 'leftOut'>): string => {
  const named = leftOut
    .slice(0, NAMED)
    .map(({ name, values }) => `« ${echo(name, 40)} » (${howMany(values, 'valeur')})`);
  const rest = leftOut.length - named.length;
  return `Colonnes qui ne seraient pas reprises : ${named.join(', ')}${rest > 0 ? ` et ${rest} autres` : ''}.`;
};

const rowLine = ({ entry }: NewDerogation, today: string): Text => {
  const due = deadlineOf(entry, today);
  const others = FIELDS.filter(({ name }) => name !== 'projet' && name !== 'regle' && entry[name] !== null);
  return [
    strong(echo(entry.projet, 60)),
    `, ${REGLE_TYPED[entry.regle]}`,
    ...others.flatMap(({ name }): Span[] => [` ; ${FIELD[name]} : `, showValue(name, entry[name])]),
    due === null ? ' ; sans échéance' : ` ; échéance le ${shortDate(due.date)} (${NATURE[due.nature]})`,
  ];
};
