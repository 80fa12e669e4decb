import type { Answer, Block, Notice } from '../../../knowledge/answer/answer.ts';
import { code, strong, type Text } from '../../../knowledge/answer/text.ts';
import { readSheet } from '../../../knowledge/project/duties.ts';
import {
  originsOf,
  type Sheet,
  type SheetChange,
  type SheetHistoryLine,
} from '../../../knowledge/project/sheet.ts';
import { bullets, frame, paragraph } from '../../answers.ts';
import type { Invocation } from '../../command.ts';
import { sheetData } from '../data.ts';
import { questionOf } from '../doctrine.ts';
import { saidBy } from '../pages.ts';
import { titleOf } from '../show.ts';
import type { ProjectTools } from '../tools.ts';
import { fieldLabel, showChange } from '../values.ts';
import { ONE_ROOM_ONE_PROJECT, WARNING } from '../wording.ts';

export interface Written {
  readonly action: string;
  /** What was done, after the name of the sheet. */
  readonly title: string;
  readonly sheet: Sheet;
  readonly history: readonly SheetHistoryLine[];
  readonly added: readonly SheetChange[];
  readonly conflicts: readonly SheetChange[];
  readonly opened?: boolean;
  readonly notices?: readonly Notice[];
}

/** What was written of a message, what the sheet says otherwise and asks about, and the next thing to tell it. */
export const writtenAnswer = (
  { action, title, sheet, history, added, conflicts, opened = false, notices = [] }: Written,
  { today }: Pick<Invocation, 'today'>,
  { corpus }: Pick<ProjectTools, 'corpus'>,
): Answer => {
  const reading = readSheet(sheet, today);
  const [most] = reading?.missing ?? [];
  return {
    ...frame({ today }, corpus.version),
    kind: 'dialogue',
    title: `${titleOf(sheet)} : ${title}`,
    blocks: [
      ...(added.length === 0 ? [] : [bullets(added.map(changeItem))]),
      ...conflictBlocks(conflicts, history),
      ...(most === undefined || conflicts.length > 0
        ? []
        : [paragraph(strong('À préciser'), ` : ${questionOf(most, sheet.facts)}`)]),
      ...(opened ? [paragraph(WARNING)] : []),
      paragraph('Ce qu’il y a à faire : ', code('!projet'), '.'),
    ],
    notices,
    citations: [],
    data: {
      ...sheetData(action, sheet, reading),
      written: added.map(({ field }) => field),
      conflicts: conflicts.map(({ field }) => field),
    },
  };
};

const changeItem = ({ field, before, after }: SheetChange): Text => [
  strong(fieldLabel(field)),
  before === null || (Array.isArray(before) && before.length === 0)
    ? ` : ${showChange(field, after)}`
    : ` : ${showChange(field, before)} → ${showChange(field, after)}`,
];

/** From so many facts said otherwise, it may well be another project. */
const MANY = 3;

const conflictBlocks = (
  conflicts: readonly SheetChange[],
  history: readonly SheetHistoryLine[],
): readonly Block[] => {
  const origins = originsOf(history);
  return conflicts.length === 0
    ? []
    : [
        paragraph(strong('La fiche dit autre chose ; rien n’en est remplacé :')),
        bullets(
          conflicts.map(
            ({ field, before, after }): Text => [
              strong(fieldLabel(field)),
              ` : ${showChange(field, before)}`,
              ...saidBy(origins.get(field)),
              ` ; vous dites : ${showChange(field, after)}`,
            ],
          ),
        ),
        paragraph('Remplacer : ', code('!projet remplacer'), '. Sans cela, la fiche reste telle quelle.'),
        ...(conflicts.length >= MANY ? [paragraph(ONE_ROOM_ONE_PROJECT)] : []),
      ];
};
