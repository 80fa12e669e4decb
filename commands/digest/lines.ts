import type { Block } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { code, type Span, strong, type Text } from '../../knowledge/answer/text.ts';
import type { Catalogue } from '../../knowledge/catalogue/catalogue.ts';
import { daysUntil } from '../../knowledge/dates/days.ts';
import type { Item } from '../../knowledge/digest/item.ts';
import type { EndingOffer } from '../../knowledge/digest/offers.ts';
import { SHOWN } from '../../knowledge/digest/select.ts';
import type { SheetNote } from '../../knowledge/digest/sheet-notes.ts';
import { RINGS_FROM } from '../../knowledge/digest/stage.ts';
import { deadlineOf } from '../../knowledge/register/deadline.ts';
import type { Entry } from '../../knowledge/register/derogation.ts';
import type { IsoDate } from '../../knowledge/rules/time/iso-date.ts';
import { bullets, echo, paragraph } from '../answers.ts';
import { remaining } from '../derogation/display.ts';
import { REGLE_TYPED } from '../derogation/wording.ts';
import { describeStatus, sourceLine } from '../offres/wording.ts';
import { GROUPS, OFFERS_CHECK, RESTS_ON } from './wording.ts';

interface Where {
  readonly today: IsoDate;
  /** Room that reads it: people of other rooms are not rung. */
  readonly here: string;
  /** How a Matrix id is shown in this message. */
  readonly shown: (id: string) => string;
}

/** A titled list of derogations, one line each; nothing when there is none. */
export const groupBlocks = (title: string, items: readonly Item[], where: Where): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'subtitle', text: `${title} (${items.length})` },
        bullets(items.slice(0, SHOWN).map((item) => lineOf(item, where))),
        ...(items.length > SHOWN
          ? [paragraph(`Et ${items.length - SHOWN} autres : `, code('!echeances'), '.')]
          : []),
      ];

/** « n° 12 SIRH, R9, échéance 31/07/2027 (dans 251 jours), si l’on retient le … » */
const lineOf = ({ origin, number, derogation: { entry } }: Item, where: Where): Text => [
  strong(`n° ${number}`),
  ` ${echo(entry.projet)}, ${REGLE_TYPED[entry.regle]}, ${deadlineText(entry, where.today)}`,
  ...responsible(entry, origin, where),
  ...(origin === where.here ? [] : [' (salon ', code(origin), ')']),
];

const deadlineText = (entry: Entry, today: IsoDate): string => {
  const due = deadlineOf(entry, today);
  if (due === null) return 'sans date d’offre acceptable : aucun plafond ne peut être calculé';
  const base = due.nature === 'plafond' ? (entry.offre_acceptable ?? due.date) : due.date;
  return `échéance ${shortDate(due.date)} (${remaining(due.date, today)}), ${RESTS_ON[due.nature](shortDate(base))}`;
};

/** Named always, rung from J-30 only, and only in the room that keeps the register. */
const responsible = (
  { responsable, ...entry }: Entry,
  origin: string,
  { today, here, shown }: Where,
): readonly Span[] => {
  if (responsable === null) return [];
  const due = deadlineOf({ ...entry, responsable }, today);
  const rings = origin === here && due !== null && daysUntil(due.date, today) <= RINGS_FROM;
  return [
    ', ',
    rings ? { kind: 'user', id: responsable, name: shown(responsable) } : code(shown(responsable)),
  ];
};

/** Qualifications that end, who uses them, and where to check. */
export const offerBlocks = (
  offers: readonly EndingOffer[],
  catalogue: Catalogue,
  today: IsoDate,
): readonly Block[] =>
  offers.length === 0
    ? []
    : [
        { kind: 'subtitle', text: `${GROUPS.offers} (${offers.length})` },
        bullets(offers.slice(0, SHOWN).map((offer) => offerLine(offer, today))),
        paragraph(
          ...sourceLine(
            catalogue,
            'qualified',
            offers.map(({ offer }) => offer),
          ),
        ),
        paragraph(OFFERS_CHECK),
      ];

const offerLine = ({ offer, expiresOn, users }: EndingOffer, today: IsoDate): Text => [
  strong(offer.offer),
  `, ${offer.provider} : fin de qualification le ${shortDate(expiresOn)} (${remaining(expiresOn, today)}) selon le catalogue ; `,
  `semble employée par ${users
    .slice(0, USERS)
    .map(({ number, entry }) => `n° ${number} ${echo(entry.projet, 40)}`)
    .join(', ')}${users.length > USERS ? ` et ${users.length - USERS} autres` : ''}`,
];

/** Projects named beside an offer. */
const USERS = 5;

/** What has changed for the project of the room. */
export const sheetBlocks = (
  notes: readonly SheetNote[],
  catalogue: Catalogue,
  today: IsoDate,
): readonly Block[] =>
  notes.length === 0
    ? []
    : [
        { kind: 'subtitle', text: GROUPS.sheet },
        bullets(notes.map((note) => [noteText(note, catalogue, today)])),
      ];

const noteText = (note: SheetNote, catalogue: Catalogue, today: IsoDate): string => {
  if (note.kind === 'etude')
    return `Dérogation n° ${note.number} à R6 sans étude comparative au registre : R7 la demande à partir d’un million d’euros de coût complet, et la fiche en déclare autant.`;
  const { offer } = note;
  return `${offer.provider}, « ${offer.offer} » : ${describeStatus(offer, catalogue, today)}. À vérifier pour le service que le projet emploie.`;
};
