import type { Answer, Block, Lang } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { PHONE } from '../../knowledge/answer/phone.ts';
import { em, type Span, strong, type Text } from '../../knowledge/answer/text.ts';
import { type Labels, labels } from './labels.ts';
import type { Piece } from './piece.ts';
import { marked, type Places, placesOf } from './references.ts';
import { linesOf } from './screen.ts';
import { typesetText } from './typeset.ts';

export type { Piece } from './piece.ts';

/** Pieces that are kept in one part as long as they fit: a subtitle and what follows, a quotation and its reference. */
export type Group = readonly Piece[];

/** Lays an answer out: title, blocks with their quotations, sources not quoted, notices, day of the data. */
export const layOut = (answer: Answer): readonly Group[] => {
  const words = labels[answer.lang];
  const groups: readonly Group[] = [
    ...(answer.title === '' ? [] : [[paragraph([strong(answer.title)], answer.lang)]]),
    ...groupsOf(answer, placesOf(answer)),
    ...tail(answer, words),
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
  if (linesOf(groups.flat()) <= PHONE.lines) return [];
  const [whole = ''] = said.text.split(/(?<=[.!?])\s(?=\p{Lu})/u);
  const sentence = kind === 'verdict' ? (answer.inShort ?? whole) : whole;
  return [[paragraph([strong(words.inShort), ' ', sentence], lang)]];
};

/** What goes on from here, then the notices: lines of one paragraph, as a phone has no room for blank ones. */
const tail = ({ blocks, notices, lang }: Answer, words: Labels): Group[] => {
  const next = blocks.flatMap((block) => (block.kind === 'next' ? [block.text] : []));
  const noticed = notices.map(({ text, bare }): Text => (bare ? text : [strong(words.notice), ' ', ...text]));
  const lines = [...next, ...noticed];
  if (lines.length === 0) return [];
  return [
    [
      paragraph(
        lines.flatMap((line, at): readonly Span[] => (at === 0 ? line : ['\n', ...line])),
        lang,
      ),
    ],
  ];
};

const paragraph = (text: Text, lang: Lang): Piece => ({ kind: 'paragraph', text: typesetText(text, lang) });

const groupsOf = (answer: Answer, places: Places): Group[] => {
  const groups: Group[] = [];
  let subtitle: Group = [];
  for (const block of answer.blocks) {
    const pieces = [...subtitle, ...piecesOf(block, answer, places)];
    subtitle = block.kind === 'subtitle' ? pieces : [];
    if (block.kind !== 'subtitle' && pieces.length > 0) groups.push(pieces);
  }
  if (subtitle.length > 0) groups.push(subtitle);
  // Nothing is quoted: the sources stand on their own.
  return places.quoted.size > 0 || places.others.length === 0
    ? groups
    : [...groups, [paragraph([strong(labels[answer.lang].sources)], answer.lang), ...places.others]];
};

const piecesOf = (block: Block, answer: Answer, { quoted, last, others }: Places): Piece[] => {
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
    case 'next':
      return [];
    case 'quote': {
      const citation = answer.citations[block.citation];
      const reference = quoted.get(block.citation);
      if (citation === undefined || reference === undefined) return [];
      const { quote, lang } = citation;
      const own: Piece[] = [{ kind: 'quote', quote: marked(quote, citation.cut), lang }, reference];
      return block === last ? [...own, ...others] : own;
    }
  }
};

/** Data of the bot (offers, register) hold on a day; the version of the corpus stands in JSON and in `!etat`. */
const footer = (answer: Answer, words: Labels): Group[] =>
  answer.kind === 'report' ? [[paragraph([em(words.footer(shortDate(answer.asOf)))], answer.lang)]] : [];
