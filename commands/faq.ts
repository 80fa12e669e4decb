import { fold, wordsOf } from '../knowledge/search/fold.ts';
import type { Corpus, Passage } from '../knowledge/texts/corpus.ts';
import { bullets, createQuotes, frame, paragraph, refused } from './answers.ts';
import type { Command } from './command.ts';

/** Passages of the FAQ that match words, best first. */
export type SearchFaq = (words: string) => readonly Passage[];

const FAQ = 'faq-2024';
const SHOWN = 3;

/** `!faq <mots>`: a search that stays within DINUM's FAQ. */
export const createFaq = (corpus: Corpus, search: SearchFaq = wordMatch(corpus)): Command => ({
  name: 'faq',
  aliases: [],
  summary: 'cherche dans la seule FAQ de la DINUM',
  usage: ['!faq <mots>'],
  effect: `Cite au plus ${SHOWN} réponses de la FAQ où figurent les mots donnés.`,
  examples: ['!faq dérogation', '!faq collectivités', '!faq financement'],
  right: 'everyone',
  run: (invocation) => {
    const common = frame(invocation, corpus.version);
    const words = invocation.args.slice(0, 200);
    if (wordsOf(fold(words)).length === 0) {
      return refused(common, {
        title: 'FAQ',
        code: 'VIDE',
        explain: ['Aucun mot n’a été lu après la commande. Donnez un ou plusieurs mots à chercher.'],
        example: '!faq dérogation',
        data: { command: 'faq' },
      });
    }
    const found = search(words).slice(0, SHOWN);
    const data = { command: 'faq', words, passages: found.map(({ id }) => id) };
    if (found.length === 0) {
      return {
        ...common,
        kind: 'not-found',
        title: 'FAQ',
        reason: { state: 'outside', code: 'faq-sans-resultat' },
        blocks: [
          paragraph(`La FAQ de la DINUM ne contient pas « ${words} ». Ses rubriques :`),
          bullets(sectionsOf(corpus).map((section) => [section])),
        ],
        notices: [],
        citations: [],
        data,
      };
    }
    const quotes = createQuotes(corpus);
    return {
      ...common,
      kind: 'passages',
      title: `FAQ de la DINUM : ${words}`,
      blocks: found.map(({ id }) => quotes.block(id)),
      notices: [],
      citations: quotes.all(),
      data,
    };
  },
});

const passagesOf = (corpus: Corpus): readonly Passage[] =>
  [...corpus.passages.values()].filter(({ documentId, lang }) => documentId === FAQ && lang === 'fr');

const sectionsOf = (corpus: Corpus): readonly string[] => [
  ...new Set(passagesOf(corpus).map(({ anchor }) => anchor)),
];

/** Counts the words (their first letters, so that plurals match) found in each passage. */
const wordMatch =
  (corpus: Corpus): SearchFaq =>
  (words) => {
    const stems = wordsOf(fold(words))
      .filter((word) => word.length > 2)
      .map((word) => word.slice(0, 7).replace(/s$/, ''));
    return passagesOf(corpus)
      .map((passage) => {
        const text = fold([...passage.path, passage.text].join(' '));
        return { passage, score: stems.filter((stem) => text.includes(stem)).length };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ passage }) => passage);
  };
