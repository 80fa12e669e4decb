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
import type { PlannedRevision } from './row.ts';

/** Rows shown as they would be written; the rest is counted. */
const SHOWN = 10;
/** Columns left out, and decided days, that are named. */
const NAMED = 10;

type Shown = Pick<ImportPlan, 'derogations' | 'revisions' | 'unchanged' | 'assumed'>;

/**
 * The first rows as they would be written, those that the register has already with what would change, what was decided of their
 * days, and how many have no deadline.
 */
export const previewBlocks = (plan: Shown, today: string): readonly Block[] => [
  ...revisedBlocks(plan.revisions),
  ...addedBlocks(plan.derogations, today),
  ...(plan.unchanged === 0
    ? []
    : [
        paragraph(
          `Identique${plan.unchanged > 1 ? 's' : ''} au registre : ${howMany(plan.unchanged, 'ligne')}.`,
        ),
      ]),
  ...(plan.assumed.length === 0
    ? []
    : [paragraph([...new Set(plan.assumed.map(assumedText))].slice(0, NAMED).join(' '))]),
];

const addedBlocks = (derogations: readonly NewDerogation[], today: string): readonly Block[] => {
  if (derogations.length === 0) return [];
  const undated = derogations.filter(({ due }) => due === null).length;
  return [
    paragraph('Ce qui serait inscrit :'),
    bullets(derogations.slice(0, SHOWN).map((one) => rowLine(one, today))),
    ...restBlocks(derogations.length),
    paragraph(`Avec une échéance : ${derogations.length - undated} ; sans échéance : ${undated}.`),
  ];
};

const revisedBlocks = (revisions: readonly PlannedRevision[]): readonly Block[] =>
  revisions.length === 0
    ? []
    : [
        paragraph('Ce qui serait changé, d’après les numéros :'),
        bullets(revisions.slice(0, SHOWN).map(changeLine)),
        ...restBlocks(revisions.length),
      ];

const restBlocks = (count: number): readonly Block[] =>
  count > SHOWN ? [paragraph(`Et ${howMany(count - SHOWN, 'autre ligne', 'autres lignes')}.`)] : [];

const changeLine = ({ number, projet, fields }: PlannedRevision): Text => [
  strong(`n° ${number} ${echo(projet, 60)}`),
  ...fields.flatMap(({ field, before, after }): Span[] => [
    ` ; ${FIELD[field]} : `,
    showValue(field, before),
    ' → ',
    showValue(field, after),
  ]),
];

/** « n° 4 », « n° 4 à 9 », « n° 4, 7 et 12 »: what follows without a gap is said by its ends. */
export const numbersText = (numbers: readonly number[]): string => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [first = 0] = sorted;
  const last = sorted.at(-1) ?? first;
  if (first === last) return `n° ${first}`;
  if (last - first === sorted.length - 1 && sorted.length > 2) return `n° ${first} à ${last}`;
  const named = sorted.slice(0, NAMED);
  const rest = sorted.length - named.length;
  return rest > 0
    ? `n° ${named.join(', ')} et ${howMany(rest, 'autre')}`
    : `n° ${named.slice(0, -1).join(', ')} et ${named.at(-1)}`;
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
