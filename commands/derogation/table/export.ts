import { stringify } from 'csv-stringify/sync';
import type { Answer, AnswerFile } from '../../../knowledge/answer/answer.ts';
import { code } from '../../../knowledge/answer/text.ts';
import { deadlineOf, plafondOf } from '../../../knowledge/register/deadline.ts';
import type { Derogation, Entry } from '../../../knowledge/register/derogation.ts';
import { FIELDS } from '../../../knowledge/register/fields.ts';
import type { RegisterStore } from '../../../knowledge/register/store.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { echo, frame, paragraph } from '../../answers.ts';
import type { Invocation } from '../../command.ts';
import { howMany } from '../../how-many.ts';
import { roomsSeen } from '../access.ts';
import { refuse } from '../refuse.ts';
import type { RegisterTools } from '../tools.ts';
import { REGLE_TYPED } from '../wording.ts';
import { armoured } from './armour.ts';
import { assemble } from './assemble.ts';
import { deadlinesOf, partsOf, toCalendar } from './calendar.ts';

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
  const place = { from: (page - 1) * limit, limit, block: BLOCK[format] };
  const { total, title, empty, blocks, name, mimetype, text } =
    format === 'csv'
      ? await rowsOf(store.slices(rooms, state), invocation, place)
      : await eventsOf(store.slices(rooms, state === 'close' ? 'close' : 'toutes'), invocation, store, place);
  const pages = Math.max(1, Math.ceil(total / limit));
  return {
    ...frame(invocation, corpus.version),
    kind: 'report',
    title: `Export du registre, ${title}${pages > 1 ? `, page ${page} sur ${pages}` : ''}`,
    blocks: [
      paragraph(blocks.length === 0 ? empty : HOW[format]),
      ...blocks.map((block) => ({ kind: 'preformatted', text: block }) as const),
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
      content: blocks.join(''),
    },
    // One file for the rooms: copying blocks is for those whose client takes no file.
    ...(page > 1 || total === 0 ? {} : { file: { name, mimetype, text } }),
  };
};

interface Exported extends AnswerFile {
  readonly total: number;
  readonly title: string;
  readonly empty: string;
  readonly blocks: readonly string[];
}

type Slices = AsyncIterable<readonly Derogation[]>;
type Place = Parameters<typeof assemble>[2];

const rowsOf = async (slices: Slices, invocation: Invocation, place: Place): Promise<Exported> => {
  const write = (rows: readonly Derogation[], isFirst: boolean): string => toCsv(rows, invocation, isFirst);
  const { total, blocks, file } = await assemble(
    slices,
    {
      rows: async (derogations) => derogations,
      block: write,
      part: write,
      // Spreadsheets take a file without this mark for Windows-1252.
      begin: '\uFEFF',
      end: '',
      isOff: () => false,
    },
    place,
  );
  return {
    total,
    blocks,
    text: file,
    name: `derogations-${invocation.today}.csv`,
    mimetype: 'text/csv',
    title: `CSV : ${howMany(total, 'dérogation')}`,
    empty: 'Rien à exporter.',
  };
};

/** What is closed is exported as cancelled, unless it is asked for alone. */
const eventsOf = async (
  slices: Slices,
  invocation: Invocation,
  store: Pick<RegisterStore, 'firstLines'>,
  place: Place,
): Promise<Exported> => {
  const { begin, end } = partsOf(toCalendar([], invocation));
  const { read, total, off, blocks, file } = await assemble(
    slices,
    {
      rows: (derogations) => deadlinesOf(derogations, invocation.today, store),
      block: (deadlines) => toCalendar(deadlines, invocation),
      part: (deadlines) => partsOf(toCalendar(deadlines, invocation)).events,
      begin,
      end,
      isOff: ({ derogation }) => derogation.state === 'close',
    },
    place,
  );
  return {
    total,
    blocks,
    text: file,
    name: `derogations-${invocation.today}.ics`,
    mimetype: 'text/calendar',
    title: `iCalendar : ${howMany(total - off, 'échéance')}${off === 0 ? '' : `, ${howMany(off, 'annulée')}`}`,
    empty:
      read === 0
        ? 'Rien à exporter.'
        : `Aucun fichier : ${howMany(read, 'dérogation')} au registre, sans échéance.`,
  };
};

const HOW: Record<Format, string> = {
  csv: 'À copier dans un fichier .csv ; les blocs se suivent. !derogation importer le relit.',
  ics: 'À copier dans un fichier .ics, un par bloc. Les dérogations sans échéance n’y figurent pas ; celles qui sont closes y sont annulées. Une alarme sonne une semaine avant.',
};

/** Rows under their header, `;` between cells, whose texts a spreadsheet leaves alone (`armoured`). */
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
      armoured(motif ?? ''),
      roomId,
    ]),
    {
      header,
      columns: ['numero', 'etat', ...FIELDS.map(({ name }) => name), 'plafond', 'echeance', 'motif', 'salon'],
      delimiter: ';',
    },
  );

const cellOf = (name: keyof Entry, value: Entry[keyof Entry]): string => {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (name === 'regle') return new Map<string, string>(Object.entries(REGLE_TYPED)).get(value) ?? value;
  // Days stay days.
  return DATES.has(name) ? value : armoured(value);
};

const DATES = new Set(FIELDS.filter(({ kind }) => kind === 'date').map(({ name }) => name));

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
