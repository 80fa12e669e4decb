import type { Answer, Block, Citation, Citations, CommandData } from '../knowledge/answer/answer.ts';
import { code, type Span } from '../knowledge/answer/text.ts';
import type { Corpus } from '../knowledge/corpus/corpus.ts';
import type { Invocation } from './command.ts';

/** What every answer carries. */
export type Frame = Pick<Answer, 'asOf' | 'lang' | 'corpusVersion'>;

/** Frame of an answer to an invocation. Commands answer in French; the few that know English set `lang` over it. */
export const frame = ({ today }: Pick<Invocation, 'today'>, corpusVersion: string): Frame => ({
  asOf: today,
  lang: 'fr',
  corpusVersion,
});

/** What somebody typed, on one line and cut short, to show it back. */
export const echo = (text: string, longest = 60): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest).toWellFormed()}…`;
};

/** A paragraph. */
export const paragraph = (...text: Span[]): Block => ({ kind: 'paragraph', text });

/** An unordered list; each item is a text. */
export const bullets = (items: readonly (readonly Span[])[]): Block => ({
  kind: 'list',
  ordered: false,
  items,
});

/** A request that cannot be served as written: what was read and expected, then an example to copy. */
export const refused = (
  common: Frame,
  refusal: { title: string; code: string; explain: readonly Span[]; example: string; data: CommandData },
): Answer => ({
  ...common,
  kind: 'refused',
  code: refusal.code,
  title: refusal.title,
  blocks: [paragraph(...refusal.explain), paragraph('Exemple\u00a0: ', code(refusal.example))],
  notices: [],
  citations: [],
  data: { error: refusal.code, ...refusal.data },
});

/** Citations of one answer, in the order in which they are first used; the same words are cited once. */
export interface Quotes {
  /** Index of the quote among the citations; without `words`, the whole passage. */
  index(passageId: string, words?: string): number;
  /** The quote in full, as a block. */
  block(passageId: string, words?: string): Block;
  /** @throws if nothing was quoted. */
  all(): Citations;
}

/** @throws when asked for words that the passage does not hold (see `Corpus.cite`). */
export const createQuotes = (corpus: Corpus): Quotes => {
  const citations: Citation[] = [];
  const index = (passageId: string, words?: string): number => {
    const citation = corpus.cite(passageId, words);
    const known = citations.findIndex((c) => c.passageId === passageId && c.quote === citation.quote);
    return known === -1 ? citations.push(citation) - 1 : known;
  };
  return {
    index,
    block: (passageId, words) => ({ kind: 'quote', citation: index(passageId, words) }),
    all: () => {
      const [first, ...rest] = citations;
      if (first === undefined) throw new Error('an answer that claims something quotes something');
      return [first, ...rest];
    },
  };
};
