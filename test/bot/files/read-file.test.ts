import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { CP850 } from '../../../bot/files/cp850.ts';
import { decode } from '../../../bot/files/decode.ts';
import { readFile } from '../../../bot/files/read-file.ts';

const TEXT = 'projet;regle\nÉtat civil « rénové » de l’été;R9\nMaîtrise d’œuvre à Noël, où ça;R6\n';
const MAC = new Map(
  Array.from({ length: 128 }, (_, at) => [
    new TextDecoder('macintosh').decode(Uint8Array.of(at + 128)),
    at + 128,
  ]),
);
const WINDOWS = new Map(
  Array.from({ length: 128 }, (_, at) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(at + 128)),
    at + 128,
  ]),
);
const bytesIn = (text: string, table: (letter: string) => number | undefined): Uint8Array =>
  Uint8Array.from(text, (letter) => (letter < '\x80' ? letter.charCodeAt(0) : (table(letter) ?? 63)));
const utf16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

describe('the character set of a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT), TEXT],
    ['UTF-16', utf16(`\uFEFF${TEXT}`, true), TEXT],
    ['UTF-16', utf16(TEXT, true), TEXT],
    ['UTF-16', utf16(TEXT, false), TEXT],
    ['Windows-1252', bytesIn(TEXT, (letter) => WINDOWS.get(letter)), TEXT],
    ['Mac Roman', bytesIn(TEXT, (letter) => MAC.get(letter)), TEXT],
    [
      'cp850',
      bytesIn(TEXT.replaceAll('’', "'").replace('œ', 'oe'), (letter) => CP850.indexOf(letter) + 128),
      TEXT.replaceAll('’', "'").replace('œ', 'oe'),
    ],
  ])('%s is found', (encoding, bytes, text) => {
    expect(decode(bytes)).toEqual({ encoding, text, unsure: false });
  });

  it('has 128 signs in cp850', () => {
    expect(CP850).toHaveLength(128);
  });

  it('is said when it was guessed, and not when it is usual', async () => {
    const mac = await readFile(
      'a.csv',
      bytesIn(TEXT, (letter) => MAC.get(letter)),
    );
    expect(mac).toEqual({ name: 'a.csv', text: TEXT, encoding: 'Mac Roman' });
    expect(await readFile('a.csv', new TextEncoder().encode(TEXT))).toEqual({ name: 'a.csv', text: TEXT });
    expect(await readFile('a.csv', Uint8Array.of(65, 0, 66, 0, 0, 67, 1, 0))).toBeNull();
  });
});

const ROWS = [
  ['projet', 'regle', 'etude', 'reexamen', 'offre'],
  ['Été ; « x »', 'R6', true, new Date(Date.UTC(2027, 2, 31)), 12],
  [],
  ['B', 'R6', false, null, 'a\nb'],
];

describe('a spreadsheet', () => {
  it.each([
    ['registre.xlsx', writeXlsx],
    ['registre.ods', writeOds],
  ])('%s is read as a table, on the lines of its sheet', async (name, write) => {
    const bytes = await write({ sheets: [{ name: 'Feuille 1', rows: ROWS }] });
    expect((await readFile(name, bytes))?.text).toBe(
      'projet;regle;etude;reexamen;offre\n"Été ; « x »";R6;oui;2027-03-31;12\n\nB;R6;non;;"a\nb"\n',
    );
  });

  it('is read up to a limit of rows, so that it can be said to have too many', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => [`P${n}`, 'R6']);
    const read = await readFile('a.xlsx', await writeXlsx({ sheets: [{ name: 'F', rows }] }));
    expect(read?.text.trim().split('\n')).toHaveLength(2002);
  });

  it.each([
    ['under a password, or before xlsx', [0xd0, 0xcf, 0x11, 0xe0, 1, 2], 'ancien'],
    ['damaged', [0x50, 0x4b, 0x03, 0x04, 1, 2, 3], 'illisible'],
  ])('%s is refused by name', async (_, bytes, unread) => {
    expect(await readFile('a.xlsx', Uint8Array.from(bytes))).toEqual({ name: 'a.xlsx', text: '', unread });
  });
});
