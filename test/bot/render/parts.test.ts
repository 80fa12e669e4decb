import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../bot/render/layout.ts';
import { type Part, renderParts } from '../../../bot/render/parts.ts';
import { renderText } from '../../../bot/render/text.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { dialogue, passages } from '../../support/answers.ts';
import { anyAnswer, withoutLinks } from '../../support/any-answer.ts';
import { plain } from '../../support/plain.ts';
import { tries } from '../../support/tries.ts';

const bytes = ({ body, html }: Part): number =>
  Buffer.byteLength(JSON.stringify(body)) + Buffer.byteLength(JSON.stringify(html));

const paragraphs = (...texts: string[]): Answer => ({
  ...dialogue(''),
  blocks: texts.map((text) => ({ kind: 'paragraph', text: [text] })),
});

describe('a short answer', () => {
  it('is one part without a number', () => {
    expect(renderParts(dialogue('Bonjour.'))).toEqual([{ body: 'Bonjour.', html: '<p>Bonjour.</p>' }]);
  });
});

describe('what is laid out', () => {
  it('has no empty group, whatever the blocks, and a subtitle at the end is not lost', () => {
    expect(layOut(paragraphs('Un.', 'Deux.')).map((group) => group.length)).toEqual([1, 1]);
    const blocks: Answer['blocks'] = [
      { kind: 'list', ordered: false, items: [] },
      { kind: 'subtitle', text: 'Fin' },
    ];
    expect(layOut({ ...dialogue(''), blocks }).map((group) => group.length)).toEqual([1]);
    expect(layOut({ ...dialogue(''), blocks: [] })).toEqual([]);
  });
});

describe('a long answer is cut', () => {
  it('between blocks, at the same place in HTML and plain text, and numbered', () => {
    expect(renderParts(paragraphs('a'.repeat(300), 'b'.repeat(300)), { maxBytes: 1000 })).toEqual([
      { body: `(1/2)\n\n${'a'.repeat(300)}`, html: `<p>(1/2)</p><p>${'a'.repeat(300)}</p>` },
      { body: `(2/2)\n\n${'b'.repeat(300)}`, html: `<p>(2/2)</p><p>${'b'.repeat(300)}</p>` },
    ]);
  });

  it('after a sentence when one block is too long', () => {
    const sentence = `Une ${'mot '.repeat(60)}fin. `;
    const parts = renderParts(paragraphs(sentence.repeat(4)), { maxBytes: 1000 });
    expect(parts).toHaveLength(4);
    for (const part of parts) expect(part.body).toMatch(/fin\. $/);
  });

  it('between letters with their accents when a word is too long', () => {
    const parts = renderParts(paragraphs('e\u0301'.repeat(1000)), { maxBytes: 1000 });
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) expect(part.body).toMatch(/^\(\d+\/\d+\)\n\n(?:e\u0301)+$/);
  });

  it('between the items of a list, and goes on counting', () => {
    const items = Array.from({ length: 4 }, () => ['x'.repeat(200)]);
    const answer: Answer = { ...dialogue(''), blocks: [{ kind: 'list', ordered: true, items }] };
    const parts = renderParts(answer, { maxBytes: 1200 });
    expect(parts[1]?.html).toContain('<ol start="3">');
    expect(parts[1]?.body).toContain('3. xxx');
  });

  it('never between a subtitle and what it announces, nor between a quotation and its reference', () => {
    const answer = passages({
      title: 'x'.repeat(400),
      blocks: [
        { kind: 'subtitle', text: 'Titre' },
        { kind: 'quote', citation: 0 },
      ],
    });
    const second = renderParts(answer, { maxBytes: 1200 })[1];
    expect(plain(second?.body ?? '')).toMatch(/Titre\n\n« Une phrase citée\. »\n\[1\] Circulaire/);
  });

  it('into 12,000 characters of plain text without passing 30,000 bytes', () => {
    const parts = renderParts(paragraphs(...Array.from({ length: 24 }, () => 'é'.repeat(500))));
    expect(parts).toHaveLength(2);
    for (const part of parts) expect(bytes(part)).toBeLessThanOrEqual(30_000);
  });

  it('without the address of a link that would fill a part, but with its words', () => {
    const href = `https://exemple.fr/${'x'.repeat(900)}`;
    const text = [{ kind: 'link', text: `${'mot '.repeat(100)}fin`, href } as const];
    const parts = renderParts({ ...dialogue(''), blocks: [{ kind: 'paragraph', text }] }, { maxBytes: 1000 });
    for (const part of parts) expect(bytes(part)).toBeLessThanOrEqual(1000);
    expect(parts.at(-1)?.body).toMatch(/mot fin$/);
    expect(parts.map(({ html }) => html).join('')).not.toContain('exemple.fr');
  });

  it('as soon as less than 80 bytes are left for a number, and not before', () => {
    // Two paragraphs of n letters take 4 n bytes, their tags and the blank lines.
    const pages = (last: number) =>
      renderParts(paragraphs('a'.repeat(500), 'b'.repeat(last)), { maxBytes: 1200 }).length;
    expect([pages(49), pages(50)]).toEqual([1, 2]);
  });

  it('refuses a size in which nothing fits', () => {
    expect(() => renderParts(dialogue('x'), { maxBytes: 10 })).toThrow(RangeError);
  });
});

const allowed =
  /<\/?(?:strong|em|code|pre|blockquote|ul|li|p)>|<br>|<\/?ol>|<ol start="\d+">|<a href="(?:https:|mailto:)[^"<>]*">|<\/a>/g;

/** What is left of a text without the marks that cutting adds: spaces, numbers of parts, guillemets, list marks. */
const bare = (shown: string): string => shown.replace(/^\(\d+\/\d+\)|[\s\u2060«»-]|\d+\./g, '');

describe('whatever the strings', () => {
  const check = (property: (answer: Answer, maxBytes: number) => void, few: number): void =>
    fc.assert(fc.property(anyAnswer(), fc.integer({ min: 1000, max: 4000 }), property), tries(few));

  it('no tag outside the allow-list, no call to the room, no part over the size', () => {
    check((answer, maxBytes) => {
      for (const part of renderParts(answer, { maxBytes })) {
        expect(part.html.replace(allowed, '')).not.toMatch(/[<>]/);
        expect(part.body + part.html).not.toMatch(/@room/i);
        expect(part.body.isWellFormed() && part.html.isWellFormed()).toBe(true);
        expect(bytes(part)).toBeLessThanOrEqual(maxBytes);
      }
    }, 400);
  });

  it('tags are closed in the part and in the order they were opened', () => {
    check((answer, maxBytes) => {
      for (const { html } of renderParts(answer, { maxBytes })) expect(unclosed(html)).toEqual([]);
    }, 200);
  });

  it('the parts together say all that the answer says, in order', () => {
    check((answer, maxBytes) => {
      const parts = renderParts(withoutLinks(answer), { maxBytes });
      expect(parts.map(({ body }) => bare(body)).join('')).toBe(bare(renderText(withoutLinks(answer))));
    }, 300);
  });
});

const unclosed = (html: string): string[] => {
  const open: string[] = [];
  for (const [, slash, name] of html.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
    if (name === undefined || name === 'br') continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
};
