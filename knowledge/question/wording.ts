import type { Citation, Lang } from '../answer/answer.ts';
import { cite, type Span, type Text } from '../answer/text.ts';

/** Every sentence of ours in an answer to a question, in both languages. */
export const wording = {
  fr: {
    answer: (citations: readonly Citation[]): Text => [
      'Passages du corpus qui répondent le mieux, le plus proche en premier\u00a0: ',
      ...references(citations),
      '.',
    ],
    more: (citations: readonly Citation[]): Text => [
      'Passages suivants\u00a0: ',
      ...references(citations),
      '.',
    ],
    noMore: 'Il n’y a pas d’autre passage proche de cette question.',
    titleMore: 'Autres passages',
    titleNear: 'Pas de réponse exacte dans le corpus',
    titleOutside: 'Le corpus ne le dit pas',
    near: 'Aucun passage du corpus ne répond exactement à cette question. Passages voisins, à titre indicatif\u00a0:',
    outside: (reason: string): string => `Le corpus ne répond pas à cette question\u00a0: ${reason}.`,
    noReason: 'aucun passage ne s’en approche assez',
    unknownRule: 'la doctrine compte quinze règles, de R1 à R15',
    dated: (date: string): string => `Le texte le plus récent du corpus est du ${date}.`,
    closest: 'Passages les plus proches, qui ne répondent pas à la question\u00a0:',
    contact: 'Pour une réponse officielle, écrire à la DINUM\u00a0:',
    texts: 'Ce que disent les textes',
  },
  en: {
    answer: (citations: readonly Citation[]): Text => [
      'Passages that answer best, closest first: ',
      ...references(citations),
      '.',
    ],
    more: (citations: readonly Citation[]): Text => ['Next passages: ', ...references(citations), '.'],
    noMore: 'No other passage comes close to this question.',
    titleMore: 'More passages',
    titleNear: 'No exact answer in the texts',
    titleOutside: 'The texts do not say',
    near: 'No passage answers this question exactly. Neighbouring passages, for information:',
    outside: (reason: string): string => `The texts do not answer this question: ${reason}.`,
    noReason: 'no passage comes close enough',
    unknownRule: 'the doctrine has fifteen rules, R1 to R15',
    dated: (date: string): string => `The latest text dates from ${date}.`,
    closest: 'Closest passages, which do not answer the question:',
    contact: 'For an official answer, write to DINUM:',
    texts: 'What the texts say',
  },
} as const satisfies Record<Lang, unknown>;

export const dayIn = (lang: Lang, iso: string): string => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return lang === 'fr' ? `${day}/${month}/${year}` : iso;
};

/** « Circulaire n° 6404/SG, R9 [1] ; FAQ, Périmètre [2] ». */
const references = (citations: readonly Citation[]): readonly Span[] =>
  citations.flatMap(({ documentTitle, anchor }, index) => [
    `${index === 0 ? '' : '\u00a0; '}${documentTitle}, ${anchor} `,
    cite(index),
  ]);
