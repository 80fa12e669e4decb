import { stringify } from 'csv-stringify/sync';
import ical from 'ical-generator';
import type { Answer, AnswerFile } from '../../../knowledge/answer/answer.ts';
import { code } from '../../../knowledge/answer/text.ts';
import { deadlineOf, plafondOf } from '../../../knowledge/register/deadline.ts';
import type { Derogation, Entry } from '../../../knowledge/register/derogation.ts';
import { FIELDS } from '../../../knowledge/register/fields.ts';
import { hashOf } from '../../../knowledge/register/hash.ts';
import type { RegisterStore, Rooms } from '../../../knowledge/register/store.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { echo, frame, paragraph } from '../../answers.ts';
import type { Invocation } from '../../command.ts';
import { roomsSeen } from '../access.ts';
import { refuse } from '../refuse.ts';
import type { RegisterTools } from '../tools.ts';
import { NATURE, REGLE_TYPED } from '../wording.ts';

export const EXPORT_EXAMPLE = '!derogation exporter csv';

/** Derogations in one answer: what some messages of a room hold. */
const PAGE = { csv: 200, ics: 60 } as const;
/** Derogations in one block, so that no message cuts a line in two. */
const BLOCK = { csv: 40, ics: 20 } as const;

type Format = keyof typeof PAGE;

/** `exporter`, `exporter csv toutes`, `exporter ics 2`: the register as text to copy into a file. */
export const exportTable = async (
  args: string,
  invocation: Invocation,
  tools: RegisterTools,
): Promise<Answer> => {
  const { corpus, store, access } = tools;
  const asked = readExport(args);
  if (asked === null)
    return refuse(invocation, corpus.version, 'exporter', {
      code: 'EXPORT',
      explain: [`Lu : « ${echo(args)} ». Attendu : csv ou ics, puis closes ou toutes, et un numéro de page.`],
      example: EXPORT_EXAMPLE,
    });
  const { format, state, page } = asked;
  const rooms = roomsSeen(access, invocation.conversation.roomId);
  const limit = PAGE[format];
  const { total, items } = await store.list(rooms, { state, offset: (page - 1) * limit, limit });
  const pages = Math.max(1, Math.ceil(total / limit));
  const texts = chunks(items, BLOCK[format]).map((some, index) =>
    format === 'csv' ? toCsv(some, invocation, index === 0) : toCalendar(some, invocation),
  );
  return {
    ...frame(invocation, corpus.version),
    kind: 'report',
    title: `Export du registre, ${format === 'csv' ? 'CSV' : 'iCalendar'} : ${total} ${total > 1 ? 'dérogations' : 'dérogation'}${pages > 1 ? `, page ${page} sur ${pages}` : ''}`,
    blocks: [
      ...(items.length === 0 ? [paragraph('Rien à exporter.')] : [paragraph(HOW[format])]),
      ...texts.map((text) => ({ kind: 'preformatted', text }) as const),
      ...(page < pages
        ? [paragraph('Suite : ', code(`!derogation exporter ${format} ${state} ${page + 1}`), '.')]
        : []),
    ],
    notices: [],
    citations: [],
    data: {
      command: 'derogation',
      action: 'exporter',
      format,
      state,
      page,
      pages,
      total,
      content: texts.join(''),
    },
    ...(page > 1 || total === 0 ? {} : { file: await wholeFile(asked, rooms, invocation, store) }),
  };
};

/** All pages in one file, for the rooms: copying blocks is for those whose client takes no file. */
const wholeFile = async (
  { format, state }: AskedExport,
  rooms: Rooms,
  invocation: Invocation,
  store: Pick<RegisterStore, 'list'>,
): Promise<AnswerFile> => {
  const { items } = await store.list(rooms, { state, offset: 0, limit: MOST });
  const name = `derogations-${invocation.today}.${format}`;
  return format === 'csv'
    ? // Spreadsheets take a file without this mark for Windows-1252.
      { name, mimetype: 'text/csv', text: `\uFEFF${toCsv(items, invocation)}` }
    : { name, mimetype: 'text/calendar', text: toCalendar(items, invocation) };
};

/** More than a register holds. */
const MOST = 100_000;

const HOW: Record<Format, string> = {
  csv: 'À copier dans un fichier .csv ; les blocs se suivent. !derogation importer le relit.',
  ics: 'À copier dans un fichier .ics, un par bloc. Les dérogations sans échéance n’y figurent pas.',
};

/**
 * Rows under their header, `;` between cells. A cell that a spreadsheet would run as a formula is given an
 * apostrophe, which the import takes off.
 */
export const toCsv = (
  items: readonly Derogation[],
  { today }: Pick<Invocation, 'today'>,
  header = true,
): string =>
  stringify(
    items.map(({ roomId, number, state, motif, entry }) => [
      number,
      state,
      ...FIELDS.map(({ name }) => cellOf(name, entry[name])),
      plafondOf(entry, today)?.date ?? '',
      deadlineOf(entry, today)?.date ?? '',
      motif ?? '',
      roomId,
    ]),
    {
      header,
      columns: ['numero', 'etat', ...FIELDS.map(({ name }) => name), 'plafond', 'echeance', 'motif', 'salon'],
      delimiter: ';',
      escape_formulas: true,
    },
  );

/** One all-day event for each deadline; its id stays the same from one export to the next. */
export const toCalendar = (
  items: readonly Derogation[],
  { today, now }: Pick<Invocation, 'today' | 'now'>,
): string => {
  const calendar = ical({
    prodId: { company: 'tchap-cloud-au-centre', product: 'registre des dérogations', language: 'FR' },
    name: 'Échéances des dérogations',
  });
  for (const { roomId, number, version, state, entry } of items) {
    const due = deadlineOf(entry, today);
    if (due === null || state === 'close') continue;
    calendar.createEvent({
      id: `derogation-${hashOf(roomId)}-${number}@tchap-cloud-au-centre`,
      start: due.date,
      allDay: true,
      stamp: new Date(now),
      sequence: version,
      summary: `Dérogation n° ${number} : ${entry.projet} (${REGLE_TYPED[entry.regle]})`,
      description: `Échéance : ${NATURE[due.nature]}.${entry.reference === null ? '' : ` Référence : ${entry.reference}.`}`,
    });
  }
  return `${calendar.toString()}\n`;
};

const cellOf = (name: keyof Entry, value: Entry[keyof Entry]): string => {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return name === 'regle'
    ? (new Map<string, string>(Object.entries(REGLE_TYPED)).get(value) ?? value)
    : value;
};

const STATES = new Map([
  ['ouvertes', 'ouverte'],
  ['ouverte', 'ouverte'],
  ['closes', 'close'],
  ['close', 'close'],
  ['toutes', 'toutes'],
] as const);

interface AskedExport {
  readonly format: Format;
  readonly state: 'ouverte' | 'close' | 'toutes';
  readonly page: number;
}

const readExport = (args: string): AskedExport | null => {
  const asked: { -readonly [K in keyof AskedExport]: AskedExport[K] } = {
    format: 'csv',
    state: 'ouverte',
    page: 1,
  };
  for (const word of fold(args)
    .split(' ')
    .filter((part) => part !== '' && part !== 'page')) {
    const state = new Map<string, AskedExport['state']>(STATES).get(word);
    if (state !== undefined) asked.state = state;
    else if (word === 'csv') asked.format = 'csv';
    else if (['ics', 'ical', 'icalendar', 'agenda'].includes(word)) asked.format = 'ics';
    else if (/^[1-9]\d{0,5}$/.test(word)) asked.page = Number(word);
    else return null;
  }
  return asked;
};

const chunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
