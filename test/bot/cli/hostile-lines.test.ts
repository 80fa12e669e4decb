import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { converse } from '../../../bot/cli/console.ts';
import { composeLocally } from '../../../bot/local.ts';
import { collect } from '../../support/streams.ts';

describe('what a person may type: an answer in French, never a failure', () => {
  const handler = composeLocally({});

  it.each([
    ['nothing', '\n', /Posez|Mentionnez/],
    ['spaces', '   \u00a0\t\n', /Posez|Mentionnez/],
    ['100,000 characters', `${'cloud '.repeat(16_667)}\n`, /Seuls les 2000 premiers caractères/],
    ['control characters', 'Que dit la r\u0007\u001b[31mègle R9 ?\n', /R9/],
    ['__proto__', '__proto__\n', /\p{L}/u],
    ['!__proto__', '!__proto__\n', /Aucune commande/],
    ['!constructor', '!constructor\n', /Aucune commande/],
    ['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0x52, 0x39, 0x0a]), /\p{L}/u],
  ])('%s', async (_, input, expected) => {
    const { output, shown } = collect();
    await converse(handler, { input: Readable.from([Buffer.from(input)]), output });
    expect(shown()).toMatch(expected);
    expect(shown()).not.toMatch(/Panne|[^\P{Cc}\n\t]/u);
  });
});
