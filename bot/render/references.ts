import type { Answer, Block, Citation, Lang } from '../../knowledge/answer/answer.ts';
import { labels } from './labels.ts';
import type { Piece } from './piece.ts';

/** Where an answer says what it rests on. */
export interface Places {
  /** Reference under each quotation, by the number of its citation. */
  readonly quoted: ReadonlyMap<number, Piece>;
  /** Last quotation: the references of what is not quoted stand under its own. */
  readonly last: Block | undefined;
  /** A line for each place that is cited and not quoted: « aussi [2] [3] FAQ 2024, Contrôle ». */
  readonly others: readonly Piece[];
}

type Numbered = readonly { readonly citation: Citation; readonly index: number }[];

/** One line a place. What stands in a place that is quoted shares the reference of the quotation. */
export const placesOf = ({ blocks, citations, lang }: Answer): Places => {
  const quotes = blocks.filter((block) => block.kind === 'quote');
  const shown = new Set(quotes.map(({ citation }) => citation));
  const named = namedIn(blocks);
  const all: Numbered = citations
    .map((citation, index) => ({ citation, index }))
    .filter(({ index }) => shown.has(index) || named.size === 0 || named.has(index));
  const alone = Map.groupBy(
    all.filter(({ index }) => !shown.has(index)),
    ({ citation }) => keyOf(citation, lang),
  );
  const quoted = new Map<number, Piece>();
  for (const { citation, index } of all.filter((one) => shown.has(one.index))) {
    const key = keyOf(citation, lang);
    quoted.set(index, referenceTo([{ citation, index }, ...(alone.get(key) ?? [])], lang));
    alone.delete(key);
  }
  const also = quoted.size === 0 ? '' : labels[lang].also;
  // Under the reference of a text, another place of the same text needs no more than its own name.
  let above = citations[quotes.at(-1)?.citation ?? -1];
  const others = [...alone.values()].map((same) => {
    const [first] = same;
    const again = first !== undefined && above !== undefined && sameText(first.citation, above);
    above = first?.citation;
    return referenceTo(same, lang, also, again);
  });
  return { quoted, last: quotes.at(-1), others };
};

/** What stands in no place of its text (no anchor) is named by the text. */
const sameText = (one: Citation, other: Citation): boolean =>
  one.anchor !== '' && (['documentId', 'lang', 'status'] as const).every((key) => one[key] === other[key]);

/** Numbers that the sentences name; where they name some, what else was found beside is not listed. */
const namedIn = (blocks: readonly Block[]): ReadonlySet<number> =>
  new Set(
    blocks.flatMap((block) => {
      const texts = block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [];
      return texts
        .flat()
        .flatMap((span) => (typeof span !== 'string' && span.kind === 'cite' ? [span.index] : []));
    }),
  );

/** A quotation with […] where its sentence goes on before or after it. */
export const marked = (quote: string, cut: Citation['cut']): string =>
  `${cut === 'before' || cut === 'both' ? '[…] ' : ''}${quote}${cut === 'after' || cut === 'both' ? ' […]' : ''}`;

const keyOf = (citation: Citation, lang: Lang): string =>
  JSON.stringify([placeOf(citation, lang), citation.link]);

/** « [1] Circulaire 2023, R9 », by the numbers that share the place. */
const referenceTo = (same: Numbered, lang: Lang, also = '', again = false): Piece => {
  const [first] = same;
  const numbers = same.map(({ index }) => `[${index + 1}]`).join(' ');
  return {
    kind: 'reference',
    label: `${also}${numbers} ${first === undefined ? '' : again ? first.citation.anchor : placeOf(first.citation, lang)}`,
    href: first?.citation.link ?? null,
  };
};

/** « Circulaire 2023, R9 »; in force goes without saying, less than that does not. */
const placeOf = (
  { documentTitle, reference, anchor, date, status, lang: own }: Citation,
  lang: Lang,
): string => {
  const words = labels[lang];
  const remarks = [
    ...(reference !== undefined ? [] : [date === '' ? words.undated : date.slice(0, 4)]),
    ...(status === 'in-force' ? [] : [words.status[status]]),
    ...(own === lang ? [] : [words.quotedIn[own]]),
  ];
  const named = `${reference ?? documentTitle}${remarks.length === 0 ? '' : ` (${remarks.join(', ')})`}`;
  return [named, anchor].filter((part) => part !== '').join(', ');
};
