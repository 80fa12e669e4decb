import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../commands/request.ts';
import { ask, commands, shown } from './running.ts';

const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    "'; DROP TABLE rooms;--",
    '../../etc/passwd',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: typed by somebody who hopes that it is evaluated
    '${7*7}',
    '%s%n',
    'e\u0301\u0301\u0301',
    '\u202eR9\u2066',
    'NaN',
    '__proto__',
    'constructor',
    '-1',
    '9'.repeat(400),
    '@room',
    'R9 iaas 2021 note',
  ),
);

describe('whatever is typed after it', () => {
  it.each(commands.map(({ name }) => name))('!%s answers, and never throws', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 4 }), async (words) => {
        const answer = await ask(`!${name} ${words.join(' ')}`);
        expect(shown(answer)).not.toBe('');
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      }),
      { numRuns: 60 },
    );
  });
});

it('any text at all is a request', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
      const { kind } = parseRequest(text, new Map([['aide', 'aide']]));
      expect(['empty', 'question', 'command', 'unknown-command']).toContain(kind);
    }),
  );
});
