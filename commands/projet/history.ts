import type { Answer } from '../../knowledge/answer/answer.ts';
import { code, type Span, strong, type Text } from '../../knowledge/answer/text.ts';
import type { SheetHistoryLine } from '../../knowledge/project/sheet.ts';
import { bullets, frame, paragraph } from '../answers.ts';
import type { Asked } from '../command.ts';
import type { ProjectTools } from './tools.ts';
import { fieldLabel, showChange } from './values.ts';

/** `historique`: who said what, when, latest first. */
export const showHistory = async (asked: Asked, { store, corpus }: ProjectTools): Promise<Answer> => {
  const lines = (await store.history(asked.conversation.roomId)).toReversed();
  return {
    ...frame(asked, corpus.version),
    kind: 'report',
    title: 'Historique de la fiche du projet',
    blocks: [lines.length === 0 ? paragraph('Rien n’a été dit.') : bullets(lines.map(lineOf))],
    notices: [],
    citations: [],
    data: {
      command: 'projet',
      action: 'historique',
      lines: lines.map(({ version, change, fields, by, at }) => ({ version, change, fields, by, at })),
    },
  };
};

const CHANGE: Record<SheetHistoryLine['change'], string> = {
  declaration: 'déclaré',
  remplacement: 'remplacé',
  effacement: 'fiche effacée, et l’historique d’avant avec elle',
};

const lineOf = ({ at, by, change, fields }: SheetHistoryLine): Text => [
  strong(MOMENT.format(at).replace(' ', ' à ')),
  ', ',
  code(by),
  `, ${CHANGE[change]}`,
  ...fields.flatMap(({ field, before, after }, index): Span[] => [
    index === 0 ? ' : ' : ' ; ',
    `${fieldLabel(field)} `,
    ...(change === 'remplacement' ? [`${showChange(field, before)} → `] : []),
    showChange(field, after),
  ]),
];

const MOMENT = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});
