import type { Corpus, Passage } from '../../knowledge/corpus/corpus.ts';
import type { QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import { fold, wordsOf } from '../../knowledge/search/text/fold.ts';
import { bullets, createQuotes, echo, frame, paragraph, refused } from '../answers.ts';
import type { Command } from '../command.ts';
import type { NoticesOf } from '../notices.ts';
import { FAQ_NEAREST, FAQ_SECTIONS, FAQ_WITHOUT } from './wording-faq.ts';

const SHOWN = 3;

/** `!faq <mots>`: a search that stays within DINUM's FAQ. */
export const createFaq = (
  corpus: Corpus,
  { search }: Pick<QuestionAnswerer, 'search'>,
  noticesOf: NoticesOf,
): Command => ({
  name: 'faq',
  aliases: [],
  summary: 'cherche dans la seule FAQ de la DINUM',
  usage: ['!faq <mots>'],
  effect: `Cite au plus ${SHOWN} réponses de la FAQ où figurent les mots donnés.`,
  examples: ['!faq dérogation', '!faq collectivités', '!faq financement'],
  right: 'everyone',
  run: (invocation) => {
    const common = frame(invocation, corpus.version);
    const faq = newestFaq(corpus);
    const words = echo(invocation.args, 200);
    if (wordsOf(fold(words)).length === 0) {
      return refused(common, {
        title: 'FAQ',
        code: 'VIDE',
        explain: ['Aucun mot n’a été lu après la commande. Donnez un ou plusieurs mots à chercher.'],
        example: '!faq dérogation',
        data: { command: 'faq' },
      });
    }
    const nearest = faq === null ? [] : search(words, { documentId: faq, limit: SHOWN });
    const found = nearest.filter((passage) => sharesWord(passage, words));
    const quotes = createQuotes(corpus);
    const data = { command: 'faq', words, passages: found.map(({ id }) => id) };
    if (found.length > 0) {
      const blocks = found.map(({ id }) => quotes.block(id));
      const title = `FAQ de la DINUM\u00a0: ${words}`;
      const citations = quotes.all();
      return {
        ...common,
        kind: 'passages',
        title,
        blocks,
        notices: noticesOf(citations, common),
        citations,
        data,
      };
    }
    return {
      ...common,
      kind: 'not-found',
      title: 'FAQ de la DINUM',
      reason: { state: nearest.length > 0 ? 'near' : 'outside', code: 'faq-sans-resultat' },
      blocks: [
        paragraph(FAQ_WITHOUT(words)),
        ...(nearest.length > 0 ? [paragraph(FAQ_NEAREST)] : []),
        ...nearest.map(({ id }) => quotes.block(id)),
        paragraph(FAQ_SECTIONS),
        bullets(sectionsOf(corpus, faq).map((section) => [section])),
      ],
      notices: [],
      citations: nearest.length > 0 ? quotes.all() : [],
      data,
    };
  },
});

/** Id of the newest text of the kind `faq`. */
const newestFaq = (corpus: Corpus): string | null =>
  [...corpus.documents.values()]
    .filter(({ kind }) => kind === 'faq')
    .toSorted((a, b) => b.date.localeCompare(a.date))[0]?.id ?? null;

/** Letters that must agree for two forms of a word: « financement », « financier ». */
const BEGINNING = 5;

/** The search always has a nearest passage: it is an answer only if it holds one of the words, in any form. */
const sharesWord = ({ path, text }: Passage, words: string): boolean => {
  const held = ` ${wordsOf(fold([...path, text].join(' '))).join(' ')}`;
  return wordsOf(fold(words))
    .filter((word) => word.length > 2 || /\d/.test(word))
    .some((word) => held.includes(` ${word.slice(0, BEGINNING)}`));
};

const sectionsOf = (corpus: Corpus, faq: string | null): readonly string[] => [
  ...new Set(
    [...corpus.passages.values()].filter(({ documentId }) => documentId === faq).map(({ anchor }) => anchor),
  ),
];
