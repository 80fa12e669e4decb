import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { converse } from '../../../bot/cli/console.ts';
import { dialogue, passages } from '../../support/answers.ts';
import { handlerOf } from '../../support/handlers.ts';
import { plain } from '../../support/plain.ts';
import { collect } from '../../support/streams.ts';

const piped = (...chunks: (string | Uint8Array)[]) =>
  Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

describe('input that is no terminal', () => {
  it('has each line answered, without greeting nor colour', async () => {
    const { handler } = handlerOf(({ text }) => dialogue(`réponse à ${text}`));
    const { output, shown } = collect();
    await converse(handler, { input: piped('un\ndeux'), output });
    expect(shown()).toBe('> un\n\nréponse à un\n\n> deux\n\nréponse à deux\n\n');
  });

  it('ends at « quit »', async () => {
    const { handler, received } = handlerOf(() => dialogue('x'));
    await converse(handler, { input: piped('un\nQuit \ndeux\n'), output: collect().output });
    expect(received.map(({ text }) => text)).toEqual(['un']);
  });

  it('may hold bytes that are not UTF-8', async () => {
    const { handler, received } = handlerOf(() => dialogue('x'));
    await converse(handler, { input: piped(new Uint8Array([0xff, 0x0a])), output: collect().output });
    expect(received.map(({ text }) => text)).toEqual(['\ufffd']);
  });

  it('is one conversation, so that an interview can go on', async () => {
    const { handler, received } = handlerOf(() => dialogue('x'));
    await converse(handler, { input: piped('a\nb\n'), output: collect().output });
    expect(received.map(({ roomId }) => roomId)).toEqual(['console', 'console']);
    expect(new Set(received.map(({ eventId }) => eventId)).size).toBe(2);
  });
});

describe('a terminal', () => {
  const hold = async (typed: string, fields: object = { isTTY: true, columns: 40 }) => {
    const { handler, received } = handlerOf(() => passages());
    const { output, shown } = collect(fields);
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const conversation = converse(handler, { input, output });
    input.end(typed);
    await conversation;
    return { shown: plain(shown()), received };
  };

  it('is greeted with examples and the way out, and told goodbye', async () => {
    const { shown } = await hold('quit\n');
    expect(shown).toContain('Que dit la règle R9 ?');
    expect(shown).toContain('Pour sortir : quit');
    expect(shown).toMatch(/Au revoir\.\n$/);
  });

  it.each(['exit', 'Q', 'quitter', ':q', 'au revoir'])('is left by « %s » too', async (word) => {
    expect((await hold(`${word}\nencore\n`)).received).toEqual([]);
  });

  it('is left by the end of the input', async () => {
    const { shown, received } = await hold('une question\n');
    expect(received).toHaveLength(1);
    expect(shown).toMatch(/\nAu revoir\.\n$/);
  });

  it('is left by Ctrl-C', async () => {
    expect((await hold('\u0003')).shown).toMatch(/\nAu revoir\.\n$/);
  });

  it('gets lines that fit, cut at spaces', async () => {
    const { shown } = await hold('R9\nquit\n');
    expect(shown).toContain('[1] Circulaire n° 6404/SG (2023), R9 –\nhttps://www.legifrance');
  });

  it('gets no colour when the output is a file', async () => {
    expect((await hold('R9\nquit\n', {})).shown).not.toContain('\u001b[');
  });
});
