import { describe, expect, it } from 'vitest';
import { readLines } from '../../../bot/cli/lines.ts';

const linesOf = async (...chunks: (string | Uint8Array)[]): Promise<string[]> => {
  async function* bytes() {
    for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
  return Array.fromAsync(readLines(bytes()));
};

describe('lines of a stream', () => {
  it.each<[string, (string | Uint8Array)[], string[]]>([
    ['end at the line feed', ['a\nb\n'], ['a', 'b']],
    ['may lack the last line feed', ['a\nb'], ['a', 'b']],
    ['may be empty', ['a\n\nb\n'], ['a', '', 'b']],
    ['may end as on Windows', ['a\r\nb\r\n'], ['a', 'b']],
    ['may come in pieces', ['a', 'b\nc', 'd'], ['ab', 'cd']],
    ['may be cut inside a letter', [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)], ['é']],
    ['keep U+2028, which JSON allows in a string', ['"a\u2028b"\n'], ['"a\u2028b"']],
    ['lose the mark of the encoding at the start', ['\ufeffa\n'], ['a']],
    ['show bytes that are not UTF-8 as U+FFFD', [Buffer.from([0x61, 0xff, 0x0a, 0x62])], ['a\ufffd', 'b']],
    ['show a letter cut by the end as U+FFFD', [Buffer.from([0x61, 0xc3])], ['a\ufffd']],
    ['are none when there is nothing', [], []],
  ])('%s', async (_, chunks, expected) => {
    expect(await linesOf(...chunks)).toEqual(expected);
  });
});
