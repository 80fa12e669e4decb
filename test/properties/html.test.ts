import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../bot/render/html.ts';
import { renderParts } from '../../bot/render/parts.ts';
import { anyAnswer, withoutLinks } from '../support/any-answer.ts';
import { tries } from '../support/tries.ts';

/** Tags and attributes of `org.matrix.custom.html` (client-server API, m.room.message) that an answer of ours may use. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  p: [],
  br: [],
  ul: [],
  ol: ['start'],
  li: [],
  blockquote: [],
  pre: [],
  code: [],
  strong: [],
  em: [],
  a: ['href'],
};

interface Page {
  readonly text: string;
  /** All that should not be there. */
  readonly faults: readonly string[];
}

/** What another program than ours makes of a page: the parser that Element's sanitiser is built on. */
const readBack = (html: string): Page => {
  let text = '';
  const faults: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const allowed = ALLOWED[name];
      if (allowed === undefined) faults.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (allowed?.includes(attribute) !== true) faults.push(`${attribute}=${value}`);
        if (attribute === 'href' && !/^(?:https:\/\/|mailto:)/.test(value)) faults.push(value);
        if (attribute === 'start' && !/^\d+$/.test(value)) faults.push(value);
      }
    },
    onclosetag(name, implied) {
      if (implied && name !== 'br') faults.push(`</${name}> left out`);
    },
    ontext(data) {
      text += data;
    },
    oncomment: (data) => faults.push(`<!--${data}-->`),
    onprocessinginstruction: (_, data) => faults.push(`<${data}>`),
    oncdatastart: () => faults.push('CDATA'),
  });
  parser.end(html);
  return { text, faults };
};

/** Letters and digits alone: marks of lists, of pages and of quotations are drawn otherwise in text and in HTML. */
const letters = (text: string): string =>
  text
    .replace(/^\(\d+\/\d+\)/, '')
    .replace(/\d+\./g, '')
    .replace(/[^\p{L}\p{M}\p{N}<>&@]/gu, '');

describe('whatever an answer says, another parser finds in its HTML', () => {
  it('only tags and attributes that clients draw, closed by ourselves, and only safe addresses', () => {
    fc.assert(
      fc.property(anyAnswer(), (answer) => {
        expect(readBack(renderHtml(answer)).faults).toEqual([]);
      }),
      tries(300),
    );
  });

  it('the same words in each page as in its plain text', () => {
    fc.assert(
      fc.property(anyAnswer(), fc.integer({ min: 1000, max: 4000 }), (answer, maxBytes) => {
        for (const { html, body } of renderParts(withoutLinks(answer), { maxBytes })) {
          const page = readBack(html);
          expect(page.faults).toEqual([]);
          expect(letters(page.text)).toBe(letters(body));
        }
      }),
      tries(150),
    );
  });
});

it('the reader of these tests sees what is not allowed', () => {
  const seen = (html: string): readonly string[] => readBack(html).faults;
  expect(seen('<p>a<script>alert(1)</script></p>')).toEqual(['<script>']);
  expect(seen('<a href="javascript:alert(1)" onclick="x">a</a>')).toEqual([
    'javascript:alert(1)',
    'onclick=x',
  ]);
  expect(seen('<ul><li>a</ul><!--b-->')).toEqual(['</li> left out', '<!--b-->']);
});
