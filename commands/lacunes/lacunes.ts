import type { Block } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { code, type Span, strong } from '../../knowledge/answer/text.ts';
import { bullets, echo, frame, paragraph, refused } from '../answers.ts';
import type { Command } from '../command.ts';
import type { Reason } from '../signaler/reports.ts';
import { REASONS } from '../signaler/wording.ts';
import type { AskedBack, DislikedCard, Gap, Gaps } from './gaps.ts';
import { LACUNES } from './wording.ts';

/** `!lacunes`: what people ask and do not find, for those who add texts, sample questions and synonyms. */
export const createLacunes = (source: Gaps, corpusVersion: string): Command => ({
  name: 'lacunes',
  aliases: ['gaps'],
  summary: 'questions restées sans réponse ou mal jugées',
  usage: ['!lacunes [nombre]'],
  effect:
    'Liste, des plus fréquentes aux plus rares, les questions refusées ou marquées 👎, sous forme de mots sans ordre ni auteur (si la configuration le demande : statistics.lacunes), puis les fiches signalées, les questions posées en retour et les choix faits. N’écrit rien.',
  examples: ['!lacunes', '!lacunes 20'],
  right: 'operator',
  run: async (invocation) => {
    const common = frame(invocation, corpusVersion);
    const limit = readLimit(invocation.args);
    if (limit === null)
      return refused(common, {
        title: LACUNES.title,
        code: 'NOMBRE',
        explain: [
          'Lu : ',
          code(echo(invocation.args)),
          `. Attendu : un nombre de lignes entier, de 1 à ${MOST}.`,
        ],
        example: '!lacunes 20',
        data: { command: 'lacunes' },
      });
    const { liked, disliked } = await source.reactions();
    const gaps = source.kept ? await source.gaps(limit) : [];
    const cards = await source.dislikedCards(limit);
    const askedBack = await source.askedBack(CHOSEN_SHOWN);
    const found = gaps.length === 0 ? [paragraph(LACUNES.none)] : listOf(gaps);
    return {
      ...common,
      kind: 'report',
      title: LACUNES.title,
      blocks: [
        ...(source.kept ? found : OFF),
        ...cardsOf(cards),
        ...askedBackOf(askedBack),
        paragraph(LACUNES.reactions(liked, disliked)),
      ],
      notices: [],
      citations: [],
      data: { command: 'lacunes', kept: source.kept, gaps, liked, disliked, cards, askedBack },
    };
  },
});

/** Choices named under the counts. */
const CHOSEN_SHOWN = 5;

const cardsOf = (cards: readonly DislikedCard[]): readonly Block[] =>
  cards.length === 0
    ? []
    : [
        { kind: 'subtitle', text: LACUNES.cards },
        bullets(
          cards.map(({ card, disliked, reasons }) => [
            code(card),
            ` : ${LACUNES.disliked(disliked)}${reasonsOf(reasons)}`,
          ]),
        ),
      ];

const reasonsOf = (reasons: DislikedCard['reasons']): string => {
  const named = Object.entries(reasons).map(
    ([reason, times]) => `${REASONS[reason as Reason] ?? reason} ${times}`,
  );
  return named.length === 0 ? '' : ` (${named.join(', ')})`;
};

const askedBackOf = ({ asked, chosen, cards }: AskedBack): readonly Block[] =>
  asked === 0
    ? []
    : [
        paragraph(LACUNES.askedBack(asked, chosen.number + chosen.words + chosen.tap, chosen.tap)),
        ...(cards.length === 0
          ? []
          : [
              paragraph(
                LACUNES.chosen,
                ...cards
                  .flatMap(({ card, times }, at): Span[] => [at === 0 ? '' : ', ', code(card), ` ${times}`])
                  .filter((span) => span !== ''),
                '.',
              ),
            ]),
      ];

const MOST = 50;

const readLimit = (args: string): number | null => {
  if (args === '') return 10;
  const limit = /^\d{1,2}$/.test(args) ? Number(args) : 0;
  return limit >= 1 && limit <= MOST ? limit : null;
};

const OFF: readonly Block[] = [
  paragraph(LACUNES.off, code('statistics: { lacunes: true }'), LACUNES.offThen),
];

const listOf = (gaps: readonly Gap[]): readonly Block[] => [
  bullets(gaps.map(lineOf)),
  paragraph(LACUNES.about),
];

const lineOf = ({ terms, refused: times, disliked, liked, lastDay }: Gap): Span[] => [
  strong(terms.length === 0 ? LACUNES.noWord : terms.join(', ')),
  ' : ',
  [
    ...(times > 0 ? [LACUNES.refused(times)] : []),
    ...(disliked > 0 ? [`${disliked} 👎`] : []),
    ...(liked > 0 ? [`${liked} 👍`] : []),
    LACUNES.lastDay(shortDate(lastDay)),
  ].join(', '),
];
