import type { Answer, Block } from '../../knowledge/answer/answer.ts';
import { PHONE } from '../../knowledge/answer/phone.ts';
import { code, strong } from '../../knowledge/answer/text.ts';
import { type Duty, readSheet, type SheetReading } from '../../knowledge/project/duties.ts';
import type { Sheet } from '../../knowledge/project/sheet.ts';
import { echo, frame, paragraph } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { sheetData } from './data.ts';
import { scopeSentence } from './doctrine.ts';
import { linesOnPhone } from './phone.ts';
import type { ProjectTools } from './tools.ts';
import { shortWatch } from './watch.ts';
import { EXAMPLE, ONE_ROOM_ONE_PROJECT, RESTS_SHORT, WARNING } from './wording.ts';
import { controlWords, DUTY, SHORT_QUESTION } from './wording-duties.ts';

/** The sheet as a phone shows it: what is to be done first, what is missing most, what to watch; the rest by `!plus`. */
export const showSheet = (
  sheet: Sheet,
  asked: Pick<Invocation, 'today'>,
  tools: Pick<ProjectTools, 'corpus' | 'catalogue'>,
): Answer => {
  const reading = readSheet(sheet, asked.today);
  const title = titleOf(sheet);
  const blocks = reading === null ? [] : fitted(title, sheet, reading, asked, tools);
  return {
    ...frame(asked, tools.corpus.version),
    kind: 'report',
    title,
    blocks: reading === null ? [paragraph('La circulaire de 2023 n’était pas signée ce jour-là.')] : blocks,
    notices: [],
    citations: [],
    data: sheetData('voir', sheet, reading),
  };
};

/** Where nothing was said yet: how to begin, and who will read it. */
export const noSheet = (
  asked: Pick<Invocation, 'today'>,
  { corpus }: Pick<ProjectTools, 'corpus'>,
): Answer => ({
  ...frame(asked, corpus.version),
  kind: 'dialogue',
  title: 'Aucune fiche de projet dans ce salon',
  blocks: [
    paragraph(
      'Pour la commencer, en une phrase : ',
      code(EXAMPLE),
      ', ou question par question : ',
      code('!projet remplir'),
      '.',
    ),
    paragraph(WARNING),
    paragraph(ONE_ROOM_ONE_PROJECT),
  ],
  notices: [],
  citations: [],
  data: { command: 'projet', action: 'voir', version: null },
});

export const titleOf = ({ facts: { nom } }: Pick<Sheet, 'facts'>): string =>
  `Fiche du projet${nom === null ? '' : ` ${echo(nom, 40)}`}`;

/** « contrôle par le ministère… » */
export const dutyWords = ({ code: duty }: Duty, { found }: SheetReading): string =>
  duty === 'R8_CONTROLE' && found.seuil !== null ? controlWords(found.seuil) : DUTY[duty];

/** Duties shown at first, as many as a phone holds. */
const MOST_FIRST = 4;

const fitted = (
  title: string,
  sheet: Sheet,
  reading: SheetReading,
  asked: Pick<Invocation, 'today'>,
  tools: Pick<ProjectTools, 'catalogue'>,
): readonly Block[] => {
  for (let shown = MOST_FIRST; shown > 1; shown -= 1) {
    const blocks = blocksOf(sheet, reading, shown, asked, tools);
    if (linesOnPhone(title, blocks) <= PHONE.lines) return blocks;
  }
  return blocksOf(sheet, reading, 1, asked, tools);
};

const blocksOf = (
  { facts }: Sheet,
  reading: SheetReading,
  shown: number,
  { today }: Pick<Invocation, 'today'>,
  { catalogue }: Pick<ProjectTools, 'catalogue'>,
): readonly Block[] => {
  const { first, found } = reading;
  const [most] = reading.missing;
  const watch = shortWatch(facts, catalogue, today);
  const left = first.length - shown;
  return [
    ...(found.scope.bound === false ? [paragraph(scopeSentence(facts, found))] : firstDuties(reading, shown)),
    ...(most === undefined ? [] : [paragraph(strong('Manque'), ` : ${SHORT_QUESTION[most]}`)]),
    ...(watch === null ? [] : [paragraph(strong('À surveiller'), ` : ${watch}`)]),
    paragraph(`${RESTS_SHORT} ${left > 0 ? `Encore ${left} à faire` : 'La suite'} : `, code('!plus')),
  ];
};

const firstDuties = ({ first, found, ...reading }: SheetReading, shown: number): readonly Block[] => {
  const head =
    found.scope.bound === true ? 'À faire d’abord' : 'À faire d’abord, si l’entité est dans le champ';
  if (first.length === 0) return [paragraph(nothingFirst(reading.duties))];
  const items = first
    .slice(0, shown)
    .map((duty) => [strong(duty.rule), ` : ${dutyWords(duty, { first, found, ...reading })}`] as const);
  return [paragraph(strong(head)), { kind: 'list', ordered: true, items }];
};

/** Why nothing is to be done first: it is done, nothing is owed, or it depends on a reading or on facts. */
const nothingFirst = (duties: readonly Duty[]): string => {
  if (duties.some(({ done }) => done !== null)) return ALL_DONE;
  const open = duties.filter(({ porteur, applicable }) => porteur === 'PROJET' && applicable === null);
  if (open.length === 0) return NOTHING_OWED;
  return open.every(({ dependsOn }) => dependsOn.length === 0) ? READING_DECIDES : NOTHING_SURE;
};

const ALL_DONE = 'Tout ce qui est dû de façon certaine est déclaré fait.';
const NOTHING_OWED =
  'D’après ces faits, le projet lui-même ne doit rien ; l’administration doit R2, R3 et R15.';
const READING_DECIDES = 'Rien n’est dû de façon certaine : cela dépend de la lecture des textes.';
const NOTHING_SURE = 'Rien n’est encore dû de façon certaine : il manque des faits.';
