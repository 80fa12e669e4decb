import type { Answer, Block } from '../../knowledge/answer/answer.ts';
import { code, type Span, strong, type Text } from '../../knowledge/answer/text.ts';
import { type Duty, readSheet, type SheetReading } from '../../knowledge/project/duties.ts';
import { FACT_NAMES, isSaid } from '../../knowledge/project/facts.ts';
import { type Origin, originsOf, type Sheet, type SheetHistoryLine } from '../../knowledge/project/sheet.ts';
import { bullets, frame, paragraph } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { PAGE } from '../plus/follow-ups.ts';
import { sheetData } from './data.ts';
import { questionOf, scopeSentence } from './doctrine.ts';
import { dutyWords, titleOf } from './show.ts';
import type { ProjectTools } from './tools.ts';
import { showFact } from './values.ts';
import { providerStanding } from './watch.ts';
import { FACT, RESTS_ON } from './wording.ts';
import { OWNER, READING, WAITS_FOR } from './wording-duties.ts';

/** Pages that follow the first screen, in order; also asked for by name (`!projet dus`). */
export const PAGES = ['dus', 'faits', 'manque'] as const;
export type PageName = (typeof PAGES)[number];

/** What `!plus` knows a page by. */
export const pageId = (page: PageName): string => `${PAGE}${page}`;
export const PAGE_IDS = PAGES.map(pageId);

/** One page of the sheet in full. */
export const showPage = (
  page: PageName,
  sheet: Sheet,
  history: readonly SheetHistoryLine[],
  { today }: Pick<Invocation, 'today'>,
  tools: Pick<ProjectTools, 'corpus' | 'catalogue'>,
): Answer => {
  const reading = readSheet(sheet, today);
  return {
    ...frame({ today }, tools.corpus.version),
    kind: 'report',
    title: `${titleOf(sheet)} : ${TITLE[page]}`,
    blocks: reading === null ? [] : BLOCKS[page]({ sheet, history, reading, today, tools }),
    notices: [],
    citations: [],
    data: sheetData(page, sheet, reading),
  };
};

const TITLE: Record<PageName, string> = {
  dus: 'ce qui est dû, R1 à R15',
  faits: 'ce qui est déclaré',
  manque: 'ce qui manque',
};

interface Shown {
  readonly sheet: Sheet;
  readonly history: readonly SheetHistoryLine[];
  readonly reading: SheetReading;
  readonly today: string;
  readonly tools: Pick<ProjectTools, 'catalogue'>;
}

const BLOCKS: Record<PageName, (shown: Shown) => readonly Block[]> = {
  dus: ({ sheet, history, reading }) => {
    const origins = originsOf(history);
    return [
      paragraph(scopeSentence(sheet.facts, reading.found)),
      ...(reading.duties.length === 0
        ? []
        : [
            bullets(
              reading.duties.map((duty) =>
                dutyItem(duty, reading, origins.get(duty.name) ?? origins.get(duty.rule)),
              ),
            ),
          ]),
      paragraph(
        `${RESTS_ON} Le texte d’une règle : `,
        code('!regle R9'),
        '. Déclarer fait : ',
        code('!projet fait R4 "clause 12 du marché"'),
        '.',
      ),
    ];
  },

  faits: ({ sheet: { facts }, history, today, tools }) => {
    const origins = originsOf(history);
    const known = FACT_NAMES.filter((name) => isSaid(name, facts[name]));
    const standing = providerStanding(facts, tools.catalogue, today);
    return [
      bullets(
        known.map(
          (name): Text => [
            strong(FACT[name]),
            ` : ${showFact(name, facts[name])}`,
            ...saidBy(origins.get(name)),
          ],
        ),
      ),
      ...(standing === null ? [] : [paragraph(`${facts.fournisseur} : ${standing}`)]),
      paragraph(
        'Changer : ',
        code('!projet remplacer hebergement=interne'),
        '. Historique : ',
        code('!projet historique'),
        '.',
      ),
    ];
  },

  manque: ({ sheet, reading: { missing } }) =>
    missing.length === 0
      ? [paragraph('Aucun fait décisif ne manque.')]
      : [
          paragraph('Le plus décisif d’abord :'),
          { kind: 'list', ordered: true, items: missing.map((fact) => [questionOf(fact, sheet.facts)]) },
          paragraph(
            'Répondre : ',
            code('!projet secret=non atteintes=aucune'),
            ', ou question par question : ',
            code('!projet remplir'),
            '.',
          ),
        ],
};

const dutyItem = (duty: Duty, reading: SheetReading, origin: Origin | undefined): Text => {
  const owner = duty.porteur === 'PROJET' ? '' : ` (${OWNER[duty.porteur]})`;
  return [
    strong(`${duty.rule} ${standingOf(duty)}`),
    ` : ${dutyWords(duty, reading)}${owner}`,
    ...(duty.done === null ? [] : [` ; déclaré fait : « ${duty.done} »`, ...saidBy(origin)]),
  ];
};

/** « s’applique », « dépend (l’hébergement) », « dépend de la lecture (R12 dit « les ministères ») ». */
export const standingOf = ({ applicable, dependsOn, silence }: Duty): string => {
  if (applicable !== null) return applicable ? 's’applique' : 'ne s’applique pas';
  const facts = dependsOn.map((fact) => WAITS_FOR[fact]).join(', ');
  if (silence === null) return facts === '' ? 'dépend d’un fait non déclaré' : `dépend (${facts})`;
  return `dépend de la lecture (${READING[silence]}${facts === '' ? '' : ` ; et de : ${facts}`})`;
};

/** « (camille.martin, 22/11/2026) »; ids stay plain: naming somebody must not ring. */
export const saidBy = (origin: Origin | undefined): readonly Span[] =>
  origin === undefined ? [] : [` (${nameOf(origin.by)}, ${DAY.format(origin.at)})`];

/** The person's part of a Matrix id, without the domain that Tchap puts in it. */
export const nameOf = (id: string): string => /^@(.+?)(?:-[a-z0-9.]+\.[a-z]+)?(?::|$)/i.exec(id)?.[1] ?? id;

const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeZone: 'Europe/Paris' });
