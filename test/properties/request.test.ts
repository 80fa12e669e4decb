import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPairs } from '../../commands/derogation/arguments.ts';
import { MAX_TEXT, parseRequest } from '../../commands/request.ts';
import { withoutCourtesy } from '../../knowledge/reading/courtesy.ts';
import { tries } from '../support/tries.ts';

const NAMES = new Map(
  Object.entries({
    aide: 'aide',
    help: 'aide',
    seuil: 'seuil',
    cout: 'seuil',
    regle: 'regle',
    regles: 'regle',
  }),
).set('signaler', 'signaler');

const typed = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '!',
      '！',
      '/',
      ' ',
      '\n',
      '!seuil',
      '!r9',
      '!constructor',
      '!__proto__',
      '👎',
      '👎🏽',
      '\u200b',
      '\ud83d',
    ),
    fc.constantFrom('a', 'é', '! ').map((piece) => piece.repeat(1500)),
  ),
  { maxLength: 8 },
);

/** Words that name no command and hold no mark that a command or a courtesy would take. */
const words = fc
  .array(fc.stringMatching(/^[a-zàéèç0-9]{1,12}$/), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(' '));

describe('whatever is typed', () => {
  it('is a command of the table, an unknown one, a question or nothing, and never an error', () => {
    fc.assert(
      fc.property(typed, (pieces) => {
        const text = pieces.join('');
        const request = parseRequest(text, NAMES);
        expect(request.cut).toBe(text.length > MAX_TEXT);
        if (request.kind === 'command') expect([...NAMES.values()]).toContain(request.name);
        if (request.kind === 'unknown-command') {
          expect(NAMES.has(request.name)).toBe(false);
          for (const name of request.suggestions) expect([...NAMES.values()]).toContain(name);
        }
        const kept =
          request.kind === 'question' ? request.text : request.kind === 'command' ? request.args : '';
        expect(kept.isWellFormed()).toBe(true);
        expect(kept).toBe(kept.trim());
      }),
      tries(600),
    );
  });

  it('says the same once read: a question is read again as itself', () => {
    fc.assert(
      fc.property(typed, (pieces) => {
        const request = parseRequest(pieces.join(''), NAMES);
        // NFC makes two letters of some: what fills the limit may then be longer, and be cut.
        if (request.kind === 'question' && request.text.length <= MAX_TEXT)
          expect(parseRequest(request.text, NAMES)).toMatchObject({ kind: 'question', text: request.text });
      }),
      tries(300),
    );
  });
});

describe('a command', () => {
  it('is the same in capitals, with spaces, with a full-width mark, after a colon', () => {
    const way = fc.record({
      before: fc.constantFrom('', ' ', ': ', ', ', '\n'),
      mark: fc.constantFrom('!', '！', '! ', '!\u00a0'),
      name: fc.constantFrom(...NAMES.keys()),
      capitals: fc.boolean(),
      between: fc.constantFrom(' ', '\u00a0', '  ', ' : ', '\n'),
      args: words,
    });
    fc.assert(
      fc.property(way, ({ before, mark, name, capitals, between, args }) => {
        const text = `${before}${mark}${capitals ? name.toUpperCase() : name}${between}${args}`;
        expect(parseRequest(text, NAMES)).toEqual({
          kind: 'command',
          name: NAMES.get(name),
          args,
          cut: false,
        });
      }),
      tries(300),
    );
  });

  it('loses the courtesy that ends it, and nothing of what it asks', () => {
    const courtesy = fc
      .array(
        fc.constantFrom(
          ' merci',
          ' svp',
          ", s'il vous plaît",
          ' 🙏',
          ' ?',
          ' !',
          '. Bonne journée',
          ' Merci d’avance',
        ),
        {
          maxLength: 4,
        },
      )
      .map((list) => list.join(''));
    fc.assert(
      fc.property(words, courtesy, (args, polite) => {
        fc.pre(withoutCourtesy(args) === args);
        expect(withoutCourtesy(`${args}${polite}`)).toBe(args);
      }),
      tries(300),
    );
  });
});

describe('the values of a derogation', () => {
  const QUOTES = [
    ['"', '"'],
    ['“', '”'],
    ['«', '»'],
    ['« ', ' »'],
  ] as const;
  const key = fc.stringMatching(/^[a-zé][a-zé_-]{0,15}$/);
  const value = fc
    .string({ unit: 'grapheme-composite', maxLength: 40 })
    .filter((text) => !/["“”„«»]/u.test(text))
    .map((text) => text.trim());
  const pair = fc.tuple(key, value, fc.constantFrom(...QUOTES), fc.constantFrom('=', ' = ', '= ', ' ='));

  it('come back as they were quoted, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 6 }), fc.constantFrom(' ', '\n', ''), (pairs, between) => {
        const text = pairs
          .map(([name, said, [open, close], is]) => `${name}${is}${open}${said}${close}`)
          .join(between);
        expect(readPairs(text)).toEqual(
          pairs.map(([name, said]) => ({ key: name, value: said, closed: true })),
        );
      }),
      tries(500),
    );
  });

  it('are read without an error from anything, and every word that is typed is in one of them', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('projet=', '"', '“', '«', '»', "'", '’', '=', ' ', 'fin=', 'L’outil', '\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const bare = (said: string): string => said.replace(/[\s="“”„«»'‘’]/gu, '');
        const read = readPairs(text).map((one) => `${one.key ?? ''}${one.value}`);
        expect(bare(read.join(''))).toBe(bare(text));
      }),
      tries(600),
    );
  });
});
