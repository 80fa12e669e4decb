import { stringify } from 'csv-stringify/sync';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { code } from '../../knowledge/answer/text.ts';
import { readSheet, type SheetReading } from '../../knowledge/project/duties.ts';
import { FACT_NAMES, isSaid } from '../../knowledge/project/facts.ts';
import { originsOf, type Sheet, type SheetHistoryLine } from '../../knowledge/project/sheet.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { echo, frame, paragraph } from '../answers.ts';
import type { Asked } from '../command.ts';
import { sheetData } from './data.ts';
import { questionOf } from './doctrine.ts';
import { standingOf } from './pages.ts';
import { refuse } from './refuse.ts';
import { dutyWords, noSheet, titleOf } from './show.ts';
import type { ProjectTools } from './tools.ts';
import { showFact } from './values.ts';
import { FACT, RESTS_ON } from './wording.ts';
import { OWNER } from './wording-duties.ts';

export const EXPORT_EXAMPLE = '!projet exporter markdown';

/** `exporter`, `exporter csv`, `exporter json`: the whole sheet as text to copy, and as a file in a room. */
export const exportSheet = async (args: string, asked: Asked, tools: ProjectTools): Promise<Answer> => {
  const format = FORMATS.get(fold(args));
  if (format === undefined)
    return refuse(asked, tools, 'exporter', {
      code: 'EXPORT',
      explain: [`Lu : « ${echo(args)} ». Attendu : markdown, csv ou json.`],
      example: EXPORT_EXAMPLE,
    });
  const sheet = await tools.store.find(asked.conversation.roomId);
  const reading = sheet === null ? null : readSheet(sheet, asked.today);
  if (sheet === null || reading === null) return noSheet(asked, tools);
  const history = await tools.store.history(asked.conversation.roomId);
  const content = WRITERS[format]({ sheet, reading, history, today: asked.today });
  const { extension, mimetype, mark } = FILES[format];
  return {
    ...frame(asked, tools.corpus.version),
    kind: 'report',
    title: `Export de la fiche, ${format}`,
    blocks: [
      paragraph('À copier dans un fichier ', code(`.${extension}`), '.'),
      { kind: 'preformatted', text: content },
    ],
    notices: [],
    citations: [],
    data: { command: 'projet', action: 'exporter', format, content },
    file: { name: `projet-${asked.today}.${extension}`, mimetype, text: `${mark}${content}` },
  };
};

type Format = 'markdown' | 'csv' | 'json';

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['', 'markdown'],
  ['markdown', 'markdown'],
  ['md', 'markdown'],
  ['csv', 'csv'],
  ['json', 'json'],
]);

const FILES: Record<
  Format,
  { readonly extension: string; readonly mimetype: string; readonly mark: string }
> = {
  markdown: { extension: 'md', mimetype: 'text/markdown', mark: '' },
  // Spreadsheets take a file without this mark for Windows-1252.
  csv: { extension: 'csv', mimetype: 'text/csv', mark: '\uFEFF' },
  json: { extension: 'json', mimetype: 'application/json', mark: '' },
};

interface Whole {
  readonly sheet: Sheet;
  readonly reading: SheetReading;
  readonly history: readonly SheetHistoryLine[];
  readonly today: string;
}

/** One line of the sheet, for tables. */
interface Row {
  readonly sorte: 'fait' | 'devoir' | 'manque';
  readonly nom: string;
  readonly valeur: string;
  readonly porteur: string;
  readonly fait: string;
  readonly par: string;
  readonly le: string;
  readonly texte: string;
}

const rowsOf = ({ sheet, reading, history }: Whole): readonly Row[] => {
  const origins = originsOf(history);
  const by = (field: string) => {
    const origin = origins.get(field);
    return origin === undefined ? { par: '', le: '' } : { par: origin.by, le: DAY.format(origin.at) };
  };
  const none = { porteur: '', fait: '', par: '', le: '', texte: '' };
  return [
    ...FACT_NAMES.filter((name) => isSaid(name, sheet.facts[name])).map((name): Row => {
      return {
        ...none,
        sorte: 'fait',
        nom: FACT[name],
        valeur: showFact(name, sheet.facts[name]),
        ...by(name),
      };
    }),
    ...reading.duties.map(
      (duty): Row => ({
        sorte: 'devoir',
        nom: `${duty.rule} ${dutyWords(duty, reading)}`,
        valeur: standingOf(duty),
        porteur: OWNER[duty.porteur],
        fait: duty.done ?? '',
        ...(duty.done === null ? { par: '', le: '' } : by(origins.has(duty.name) ? duty.name : duty.rule)),
        texte: duty.citation.quote,
      }),
    ),
    ...reading.missing.map((fact): Row => {
      return { ...none, sorte: 'manque', nom: questionOf(fact, sheet.facts), valeur: '' };
    }),
  ];
};

const WRITERS: Record<Format, (whole: Whole) => string> = {
  csv: (whole) =>
    stringify([...rowsOf(whole)], {
      header: true,
      columns: ['sorte', 'nom', 'valeur', 'porteur', 'fait', 'par', 'le', 'texte'],
      delimiter: ';',
      escape_formulas: true,
    }),

  json: ({ sheet, reading, history, today }) => {
    const lines = history.map(({ version, change, fields, by, at }) => ({ version, change, fields, by, at }));
    const { command: _, action: __, ...data } = sheetData('exporter', sheet, reading);
    return `${JSON.stringify({ asOf: today, ...data, history: lines }, null, 2)}\n`;
  },

  markdown: (whole) => {
    const rows = rowsOf(whole);
    const of = (sorte: Row['sorte']): readonly Row[] => rows.filter((row) => row.sorte === sorte);
    const list = (title: string, lines: readonly string[]): readonly string[] =>
      lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];
    return [
      `# ${cell(titleOf(whole.sheet))}, au ${shortDate(whole.today)}`,
      '',
      RESTS_ON,
      '',
      ...list('Ce qui est déclaré', [
        '| fait | valeur | déclaré par | le |',
        '|---|---|---|---|',
        ...of('fait').map(
          ({ nom, valeur, par, le }) => `| ${nom} | ${cell(valeur)} | ${cell(par)} | ${le} |`,
        ),
      ]),
      ...list(
        'Ce qui est dû',
        of('devoir').map(
          ({ nom, valeur, porteur, fait, par, le, texte }) =>
            `- **${nom}** (${porteur}) : ${valeur}${fait === '' ? '' : ` ; déclaré fait : ${cell(fait)} (${cell(par)}, ${le})`}\n  > ${texte}`,
        ),
      ),
      ...list(
        'Ce qui manque',
        of('manque').map(({ nom }) => `- ${nom}`),
      ),
    ].join('\n');
  },
};

/** Words of the team, which must not draw a table or a link. */
const cell = (text: string): string => text.replace(/[\\|`*_[\]<>#]/g, '\\$&').replace(/\s+/g, ' ');

const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeZone: 'Europe/Paris' });
