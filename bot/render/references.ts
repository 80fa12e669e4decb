import type { Answer, Block, Citation, Lang } from '../../knowledge/answer/answer.ts';
import { phoneLines } from '../../knowledge/answer/phone.ts';
import { labels } from './labels.ts';
import { BESIDE, type Piece } from './piece.ts';

type Reference = Extract<Piece, { readonly kind: 'reference' }>;

/** Where an answer says what it rests on. */
export interface Places {
  /** Reference under each quotation, by the number of its citation. */
  readonly quoted: ReadonlyMap<number, Reference>;
  /** Last quotation: the references of what is not quoted stand under its own. */
  readonly last: Block | undefined;
  /** Each place that is cited and not quoted: « aussi [2] [3] FAQ 2024, Contrôle », on the line above where it fits. */
  readonly others: readonly Reference[];
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
  const quoted = new Map<number, Reference>();
  for (const { citation, index } of all.filter((one) => shown.has(one.index))) {
    const key = keyOf(citation, lang);
    const reference = referenceTo([{ citation, index }, ...(alone.get(key) ?? [])], lang);
    quoted.set(index, { ...reference, label: within(reference.label, 2, nameOf(citation, lang)) });
    alone.delete(key);
  }
  const last = quotes.at(-1);
  const also = last === undefined ? '' : labels[lang].also;
  // Under the reference of a text, another place of the same text needs no more than its own name.
  let above = citations[last?.citation ?? -1];
  let line = quoted.get(last?.citation ?? -1)?.label ?? '';
  const twoVersions = ({ reference, lang: own }: Citation): boolean =>
    citations.some((other) => other.reference === reference && other.lang !== own);
  const others = [...alone.values()].map((found): Reference => {
    // The language of what is not quoted matters only beside its translation.
    const same = found.map(({ citation, index }) =>
      twoVersions(citation) ? { citation, index } : { citation: { ...citation, lang }, index },
    );
    const [first] = same;
    const again = first !== undefined && above !== undefined && sameText(first.citation, above);
    above = first?.citation;
    const whole = referenceTo(same, lang, again);
    const beside = last === undefined ? undefined : besideOn(line, whole, same, lang);
    const drawn = beside ?? {
      ...whole,
      label: within(
        `${also}${whole.label}`,
        last === undefined ? 2 : 1,
        again || first === undefined ? '' : nameOf(first.citation, lang),
      ),
    };
    line = drawn.beside ? `${line}${BESIDE}${drawn.label}` : drawn.label;
    return drawn;
  });
  return { quoted, last, others };
};

/** On the line above where it takes no more lines: with its place there, else by the name of its text alone. */
const besideOn = (line: string, whole: Reference, same: Numbered, lang: Lang): Reference | undefined => {
  const named = numbered(same, same[0] === undefined ? '' : nameOf(same[0].citation, lang));
  const label = [whole.label, named].find(
    (one) => phoneLines(`${line}${BESIDE}${one}`) === phoneLines(line) && one.length <= whole.label.length,
  );
  return label === undefined ? undefined : { ...whole, label, beside: true };
};

/** The place cut at a word, « … », where the label would take more lines of a phone; never what the text is worth. */
const within = (label: string, lines: number, name: string): string => {
  if (phoneLines(label) <= lines) return label;
  const end = label.indexOf(name) + name.length;
  const words = label.slice(end).split(' ');
  while (words.length > 1 && phoneLines(`${label.slice(0, end)}${words.join(' ')}…`) > lines) words.pop();
  const kept = words.join(' ').replace(/[\s,;:–-]+$/u, '');
  return `${label.slice(0, end)}${kept}${kept === '' ? '' : '…'}`;
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
const referenceTo = (same: Numbered, lang: Lang, again = false): Reference => {
  const [first] = same;
  const place =
    first === undefined ? '' : again ? shortAnchor(first.citation) : placeOf(first.citation, lang);
  return { kind: 'reference', label: numbered(same, place), href: first?.citation.link ?? null };
};

const numbered = (same: Numbered, place: string): string =>
  `${same.map(({ index }) => `[${index + 1}]`).join(' ')} ${place}`;

const placeOf = (citation: Citation, lang: Lang): string =>
  [nameOf(citation, lang), shortAnchor(citation)].filter((part) => part !== '').join(', ');

/** « §3 » for « §3 (non-conformité et dérogation) ». */
const shortAnchor = ({ anchor }: Citation): string => anchor.replace(/^(§\d+) \(.*\)$/u, '$1');

/** « Circulaire 2023 »; in force goes without saying, less than that does not. */
const nameOf = ({ documentTitle, reference, date, status, lang: own }: Citation, lang: Lang): string => {
  const words = labels[lang];
  // « Communiqué du 04/04/2023 » and « Dossier de presse 2021 » say that they are of the press.
  const namesItself =
    status === 'press' && lang === 'fr' && /^(?:Communiqué|Dossier de presse)/u.test(reference ?? '');
  const remarks = [
    ...(reference !== undefined ? [] : [date === '' ? words.undated : date.slice(0, 4)]),
    ...(status === 'in-force' || namesItself ? [] : [words.status[status]]),
    ...(own === lang ? [] : [words.quotedIn[own]]),
  ];
  return `${reference ?? documentTitle}${remarks.length === 0 ? '' : ` (${remarks.join(', ')})`}`;
};
