import type { Answer, Block, Citation, Lang } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { em, link, type Span, strong, type Text } from '../../knowledge/answer/text.ts';
import { type Labels, labels } from './labels.ts';
import type { Piece } from './piece.ts';
import { linesOf, SCREEN } from './screen.ts';
import { typesetText } from './typeset.ts';

export type { Piece } from './piece.ts';

/** Pieces that are kept in one part as long as they fit: a subtitle and what follows, a quotation and its reference. */
export type Group = readonly Piece[];

/** Lays an answer out: title, blocks with their quotations, sources not quoted, notices, day of the data. */
export const layOut = (answer: Answer): readonly Group[] => {
  const words = labels[answer.lang];
  const groups: readonly Group[] = [
    ...(answer.title === '' ? [] : [[paragraph([strong(answer.title)], answer.lang)]]),
    ...groupsOf(answer),
    ...unquoted(answer, words),
    ...answer.notices.map(({ text }) => [paragraph([strong(words.notice), ' ', ...text], answer.lang)]),
    ...footer(answer, words),
  ];
  return [...groups, ...repeated(answer, groups, words)];
};

/** Clients scroll to the end: an answer longer than a screen ends with the sentence that answers. */
const repeated = (answer: Answer, groups: readonly Group[], words: Labels): Group[] => {
  const { kind, blocks, lang } = answer;
  const [first] = blocks;
  const answers = kind === 'verdict' && first?.kind === 'paragraph';
  const said = answers ? first.text[0] : undefined;
  if (said === undefined || typeof said === 'string' || said.kind !== 'strong') return [];
  if (linesOf(groups.flat()) <= SCREEN.lines) return [];
  const [whole = ''] = said.text.split(/(?<=[.!?])\s(?=\p{Lu})/u);
  const sentence = kind === 'verdict' ? (answer.inShort ?? whole) : whole;
  return [[paragraph([strong(words.inShort), ' ', sentence], lang)]];
};

/** What a one-line reference says after its numbers: « Circulaire n° 6404/SG, R9, 31/05/2023 (en vigueur) ». */
const placeOf = (citation: Citation, lang: Answer['lang']): string => {
  const words = labels[lang];
  const remarks = [
    words.status[citation.status],
    ...(citation.lang === lang ? [] : [words.quotedIn[citation.lang]]),
  ];
  const date = citation.date === '' ? words.undated : shortDate(citation.date);
  const place = [citation.documentTitle, citation.anchor, date].filter((part) => part !== '');
  return `${place.join(', ')} (${remarks.join(', ')})`;
};

const paragraph = (text: Text, lang: Lang): Piece => ({ kind: 'paragraph', text: typesetText(text, lang) });

const groupsOf = (answer: Answer): Group[] => {
  const groups: Group[] = [];
  let subtitle: Group = [];
  for (const block of answer.blocks) {
    const pieces = [...subtitle, ...piecesOf(block, answer)];
    subtitle = block.kind === 'subtitle' ? pieces : [];
    if (block.kind !== 'subtitle' && pieces.length > 0) groups.push(pieces);
  }
  return subtitle.length > 0 ? [...groups, subtitle] : groups;
};

const piecesOf = (block: Block, answer: Answer): Piece[] => {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block.text, answer.lang)];
    case 'list': {
      const items = block.items.map((item) => typesetText(item, answer.lang));
      return items.length === 0 ? [] : [{ ...block, first: 1, items }];
    }
    case 'subtitle':
      return [paragraph([strong(block.text)], answer.lang)];
    case 'preformatted':
      return [block];
    case 'quote': {
      const citation = answer.citations[block.citation];
      return citation === undefined
        ? []
        : [
            { kind: 'quote', quote: shownOf(citation.quote, block.extract), lang: citation.lang },
            reference([block.citation], citation, answer.lang),
          ];
    }
  }
};

/** The extract that is shown of a quotation, with […] where words were left out. */
const shownOf = (quote: string, extract = quote): string => {
  const from = quote.indexOf(extract);
  if (from < 0) return quote;
  const before = quote.slice(0, from).trim() === '' ? '' : '[…] ';
  const after = quote.slice(from + extract.length).trim() === '' ? '' : ' […]';
  return `${before}${extract}${after}`;
};

/** One line: « [1] Circulaire n° 6404/SG, R9, 31/05/2023 (en vigueur) ». */
const reference = (indexes: readonly number[], citation: Citation, lang: Lang): Piece => ({
  kind: 'reference',
  label: `${indexes.map((index) => `[${index + 1}]`).join(' ')} ${placeOf(citation, lang)}`,
  href: citation.link,
});

/** Passages of one place share a line: « [2] [3] FAQ de la DINUM, Contrôle, 23/02/2024 (en vigueur) ». */
const unquoted = (answer: Answer, words: Labels): Group[] => {
  const quoted = new Set(answer.blocks.flatMap((block) => (block.kind === 'quote' ? [block.citation] : [])));
  const places = Map.groupBy(
    answer.citations
      .map((citation, index) => ({ citation, index }))
      .filter(({ index }) => !quoted.has(index)),
    ({ citation }) => JSON.stringify([placeOf(citation, answer.lang), citation.link]),
  );
  const lines = [...places.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const indexes = same.map(({ index }) => index);
    return [reference(indexes, first.citation, answer.lang)];
  });
  if (lines.length === 0) return [];
  return quoted.size === 0
    ? [[paragraph([strong(words.sources)], answer.lang), ...lines]]
    : [
        [
          paragraph(
            [strong(words.otherSources), ' ', ...namedOnly([...places.values()], words)],
            answer.lang,
          ),
        ],
      ];
};

/** « [2] FAQ de la DINUM, Périmètre ; [3] … »: what proves beside the quotations, each place a link. */
const namedOnly = (
  places: readonly (readonly { readonly citation: Citation; readonly index: number }[])[],
  words: Labels,
): Text =>
  places.flatMap((same, at): readonly Span[] => {
    const [first] = same;
    if (first === undefined) return [];
    const { documentTitle, anchor, status, link: href } = first.citation;
    const named = [documentTitle, anchor].filter((part) => part !== '').join(', ');
    // In force goes without saying here; less than that does not.
    const place = status === 'in-force' ? named : `${named} (${words.status[status]})`;
    const numbers = same.map(({ index }) => `[${index + 1}]`).join(' ');
    return [`${at === 0 ? '' : '\u00a0; '}${numbers} `, href === null ? place : link(place, href)];
  });

/** Data of the bot (offers, register) hold on a day; the version of the corpus stands in JSON and in `!etat`. */
const footer = (answer: Answer, words: Labels): Group[] =>
  answer.kind === 'report' ? [[paragraph([em(words.footer(shortDate(answer.asOf)))], answer.lang)]] : [];
