import type { Answer, Block } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { code, type Span } from '../../knowledge/answer/text.ts';
import { isEmpty, itemsIn, type Selection } from '../../knowledge/digest/select.ts';
import { laterLawNotice } from '../../knowledge/later-law/later-law.ts';
import { moisPlafond } from '../../knowledge/rules/plafond.ts';
import { valueAt } from '../../knowledge/rules/time/dated.ts';
import type { IsoDate } from '../../knowledge/rules/time/iso-date.ts';
import { createQuotes, frame, paragraph } from '../answers.ts';
import { remaining } from '../derogation/display.ts';
import { ceilingNotices } from '../echeances/echeances.ts';
import { shortIds } from '../short-ids.ts';
import { groupBlocks, offerBlocks, sheetBlocks } from './lines.ts';
import type { DigestTools } from './tools.ts';
import {
  account as accountText,
  CEILING,
  GROUPS,
  HEARTBEAT,
  HOW_TO,
  LATE,
  NOTHING,
  TITLE,
} from './wording.ts';

export interface DigestOptions {
  /** Room that reads it. */
  readonly roomId: string;
  readonly today: IsoDate;
  readonly kind: 'digest' | 'reminder' | 'heartbeat';
  readonly late: boolean;
}

type Tools = Pick<DigestTools, 'corpus' | 'laterLaw' | 'catalogue' | 'account'>;

/** The message that tells a room of its deadlines; null when there is nothing to say. */
export const digestAnswer = (selection: Selection, options: DigestOptions, tools: Tools): Answer | null => {
  const { roomId, today, kind, late } = options;
  const { corpus, laterLaw, catalogue, account } = tools;
  const term = accountBlocks(account, today, kind);
  const silent = isEmpty(selection) && (term.length === 0 || account.room !== roomId);
  if (silent && kind !== 'heartbeat') return null;
  const quotes = createQuotes(corpus);
  const items = itemsIn(selection);
  const shown = shortIds(items.map(({ derogation }) => derogation.entry.responsable));
  const ceiling = valueAt(moisPlafond, today)?.citation;
  const quoted = ceiling !== undefined && items.some(({ derogation }) => derogation.entry.regle !== 'R6');
  const later = items.length === 0 ? null : laterLawNotice(laterLaw, today);
  const title = (kind === 'reminder' ? TITLE.reminder : TITLE.digest)(shortDate(today));
  return {
    ...frame({ today }, corpus.version),
    kind: 'report',
    title: late ? `${title}${TITLE.late}` : title,
    blocks: [
      ...(late ? [paragraph(LATE)] : []),
      ...(silent ? [paragraph(HEARTBEAT)] : []),
      ...(['overdue', 'within30', 'within90', 'undated'] as const).flatMap((group) =>
        groupBlocks(GROUPS[group], selection[group], { today, here: roomId, shown }),
      ),
      ...offerBlocks(selection.offers, catalogue, today),
      ...sheetBlocks(selection.sheet, catalogue, today),
      ...term,
      ...(quoted ? [paragraph(CEILING), quotes.block(ceiling.passage, ceiling.quote)] : []),
      ...howTo(items[0]?.number),
    ],
    notices:
      later === null
        ? []
        : [
            ...ceilingNotices(
              items.map(({ derogation }) => derogation),
              laterLaw,
              today,
            ),
            later,
          ],
    citations: quoted ? quotes.all() : [],
    data: {
      command: 'digest',
      kind,
      late,
      ...Object.fromEntries(
        (['overdue', 'within30', 'within90', 'undated'] as const).map((group) => [
          group,
          selection[group].map(({ origin, number, due }) => ({ room: origin, number, due })),
        ]),
      ),
      offers: selection.offers.map(({ offer, expiresOn }) => ({ offer: offer.offer, expiresOn })),
      sheet: selection.sheet.map((note) =>
        note.kind === 'etude'
          ? { kind: note.kind, number: note.number }
          : { kind: note.kind, offer: note.offer.offer, expiresOn: note.expiresOn },
      ),
    },
  };
};

/** What is shown to somebody who asks for a digest that has nothing to say. */
export const emptyDigest = (
  today: IsoDate,
  { corpus }: Pick<Tools, 'corpus'>,
  text: string = NOTHING,
): Answer => ({
  ...frame({ today }, corpus.version),
  kind: 'report',
  title: TITLE.digest(shortDate(today)),
  blocks: [paragraph(text)],
  notices: [],
  citations: [],
  data: { command: 'digest', kind: 'digest', empty: true },
});

const howTo = (number: number | undefined): readonly Block[] =>
  number === undefined
    ? []
    : [
        paragraph(
          HOW_TO.seen,
          code(`!acquitter ${number}`),
          HOW_TO.later,
          code(`!reporter ${number} 7j`),
          HOW_TO.detail,
          code(`!derogation voir ${number}`),
          '.',
        ),
      ];

/** Told from the month in which the mail to renew it comes. */
const accountBlocks = (
  { standing }: DigestTools['account'],
  today: IsoDate,
  kind: DigestOptions['kind'],
): readonly Block[] => {
  const state = standing(today);
  if (kind === 'reminder' || state.kind === 'unknown' || state.kind === 'valid') return [];
  const { expiresOn } = state;
  const text: Span = accountText(shortDate(expiresOn), remaining(expiresOn, today));
  return [{ kind: 'subtitle', text: GROUPS.account }, paragraph(text)];
};
