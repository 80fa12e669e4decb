import type { Block } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { cite, code, type Span, strong } from '../../knowledge/answer/text.ts';
import { daysUntil } from '../../knowledge/dates/days.ts';
import { besideCeiling, type LaterLaw } from '../../knowledge/later-law/later-law.ts';
import { alertsOf, LOUD } from '../../knowledge/register/alerts.ts';
import { deadlineOf, plafondOf } from '../../knowledge/register/deadline.ts';
import type { Derogation, Entry } from '../../knowledge/register/derogation.ts';
import { concerns, FIELDS } from '../../knowledge/register/fields.ts';
import { derogation as rule } from '../../knowledge/rules/derogation.ts';
import { bullets, paragraph, type Quotes } from '../answers.ts';
import { ALERT, DECISION, FIELD, NATURE, REGLE, SERVICE } from './wording.ts';

/** One derogation in full: alerts, fields, ceiling or review, then the words of the texts. */
export const derogationBlocks = (
  { entry, state, motif }: Derogation,
  today: string,
  quotes: Quotes,
  laterLaw: Pick<LaterLaw, 'beside_ceiling'>,
): readonly Block[] => {
  const alerts = state === 'ouverte' ? alertsOf(entry, today) : [];
  const [loud, quiet] = [alerts.filter(isLoud), alerts.filter((alert) => !isLoud(alert))];
  const fields = FIELDS.filter((field) => concerns(field, entry.regle) && field.name !== 'projet').map(
    ({ name }) => ({ name, label: name === 'accordee' ? DECISION[entry.regle] : FIELD[name] }),
  );
  const unknown = fields.filter(({ name }) => entry[name] === null).map(({ label }) => lowered(label));
  const rest = bullets([
    ...fields
      .filter(({ name }) => entry[name] !== null)
      .map(({ name, label }) => [strong(label), ' : ', showValue(name, entry[name])]),
    ...(unknown.length === 0 ? [] : [[strong('Non renseigné'), ` : ${unknown.join(', ')}`]]),
    ...ceilingItem(entry, today, quotes, besideCeiling(laterLaw, today)),
    ...(state === 'ouverte'
      ? deadlineItem(entry, today)
      : [[strong('Close'), ` : ${motif ?? 'sans motif'}`]]),
  ]);
  return [
    ...loud.map((alert) => paragraph(strong(ALERT[alert]))),
    rest,
    ...(quiet.length === 0
      ? []
      : [paragraph('À compléter ou à vérifier :'), bullets(quiet.map((alert) => [ALERT[alert]]))]),
    ...texts(entry, today, quotes),
  ];
};

/** Value of a field as a reader sees it. Matrix ids stay plain: naming somebody must not ring. */
export const showValue = (name: keyof Entry, value: Entry[keyof Entry]): Span => {
  if (value === null) return 'inconnu';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (name === 'responsable') return code(value);
  if (name === 'regle') return labelOf(REGLE, value);
  return name === 'service' ? labelOf(SERVICE, value) : shortDate(value);
};

/** « dans 12 jours », « dépassée de 3 jours », « aujourd’hui ». */
export const remaining = (date: string, today: string): string => {
  const days = daysUntil(date, today);
  const count = Math.abs(days) === 1 ? '1 jour' : `${Math.abs(days)} jours`;
  if (days === 0) return 'aujourd’hui';
  return days > 0 ? `dans ${count}` : `dépassée de ${count}`;
};

const isLoud = (alert: (typeof LOUD)[number]): boolean => LOUD.includes(alert);

const labelOf = (labels: Readonly<Record<string, string>>, value: string): string => labels[value] ?? value;

const ceilingItem = (
  entry: Entry,
  today: string,
  quotes: Quotes,
  beside: string | null,
): readonly (readonly Span[])[] => {
  const ceiling = plafondOf(entry, today);
  if (ceiling === null) return [];
  const { passage, quote } = ceiling.citation;
  const weekend = ceiling.tombeUn === null ? '' : ` (un ${ceiling.tombeUn})`;
  return [
    [
      strong('Plafond'),
      ` : ${shortDate(ceiling.date)}${weekend}, si l’on retient le ${shortDate(ceiling.offreAcceptable)} comme date d’offre acceptable, date que ne désigne aucun texte `,
      cite(quotes.index(passage, quote)),
    ],
    ...(beside === null ? [] : [[beside]]),
  ];
};

const deadlineItem = (entry: Entry, today: string): Span[][] => {
  const due = deadlineOf(entry, today);
  return due === null
    ? [[strong('Échéance'), ' : aucune']]
    : [
        [
          strong('Échéance'),
          ` : ${shortDate(due.date)} (${NATURE[due.nature]}), ${remaining(due.date, today)}`,
        ],
      ];
};

/** The words that the derogation rests on, first those that set its conditions. */
const texts = (entry: Entry, today: string, quotes: Quotes): readonly Block[] => {
  const citations = citationsOf(entry, today);
  const shown = entry.regle === 'NOTE_2021' ? 3 : 1;
  return citations.slice(0, shown).map(({ passage, quote }) => quotes.block(passage, quote));
};

const citationsOf = ({ regle, service, offre_acceptable: offreAcceptable }: Entry, today: string) => {
  const facts =
    regle === 'R6'
      ? ({ regle, cents: null } as const)
      : regle === 'R9'
        ? ({ regle, projetDejaEngage: null, preuve: null, offreAcceptable } as const)
        : ({ regle, tresAvance: null, service, offreAcceptable } as const);
  const found = rule(facts, today);
  return 'citations' in found ? found.citations : [];
};

/** A label within a sentence: « DINUM » and « Premier ministre » keep their capitals. */
const lowered = (label: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
