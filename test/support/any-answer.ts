import fc from 'fast-check';
import type { Answer, Block } from '../../knowledge/answer/answer.ts';
import type { Span } from '../../knowledge/answer/text.ts';
import { citation, passages } from './answers.ts';

/** Any answer, of hostile strings. */
export const anyAnswer = (): fc.Arbitrary<Answer> => answers;

/** An address may be left out when it takes all the room; words never are. */
export const withoutLinks = (answer: Answer): Answer =>
  JSON.parse(JSON.stringify(answer), (key, value) => (key === 'href' ? '' : key === 'link' ? null : value));

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme-composite', maxLength: 400 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '</blockquote></mx-reply><img src=x onerror=alert(1)>',
    '<details><summary>x</summary>',
    '"><a href="javascript:alert(1)">',
    '&lt;b&gt; &amp; &#60;',
    '@room',
    '\u202e\u0000]]>',
    '<',
    'a\ud83d',
    `e${'\u0301'.repeat(600)}`,
    'https://a.fr/?x=<y>&"z"',
    '@a:b.fr',
    'Une phrase. Une autre phrase, plus longue, avec des mots. '.repeat(20),
  ),
);

const span: fc.Arbitrary<Span> = fc.oneof(
  hostile,
  fc.record({ kind: fc.constantFrom('strong', 'em', 'code'), text: hostile }),
  fc.record({ kind: fc.constant('link'), text: hostile, href: fc.oneof(hostile, fc.webUrl()) }),
  fc.record({ kind: fc.constant('user'), id: hostile, name: hostile }),
  fc.record({ kind: fc.constant('cite'), index: fc.nat(5) }),
);

const text = fc.array(span, { maxLength: 5 });

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph'), text }),
  fc.record({ kind: fc.constant('list'), ordered: fc.boolean(), items: fc.array(text, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('subtitle'), text: hostile }),
  fc.record({ kind: fc.constant('quote'), citation: fc.nat(2) }),
  fc.record({ kind: fc.constant('preformatted'), text: hostile }),
);

const answers: fc.Arbitrary<Answer> = fc
  .tuple(hostile, fc.array(block, { maxLength: 6 }), hostile, hostile, text)
  .map(([title, blocks, quote, anchor, notice]) =>
    passages({
      title,
      blocks,
      citations: [citation({ quote, anchor, link: anchor }), citation({ documentTitle: quote })],
      notices: [{ code: 'x', text: notice }],
    }),
  );
