import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../bot/files/decode.ts';
import { readFile } from '../../bot/files/read-file.ts';
import { describe as said } from '../../commands/derogation/problem.ts';
import { type ImportPlan, planImport } from '../../commands/derogation/table/read-rows.ts';
import { tries } from '../support/tries.ts';

const context = { me: '@moi:x', today: '2026-11-22', roomId: '!salon:x', register: [] };

const plan = (content: string): ImportPlan => planImport(content, context);

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    'R9',
    'R6',
    'note 2021',
    '2027-01-01',
    '31/02/2027',
    '01/02/03',
    'oui',
    '@a:b.fr',
    'a@b.fr',
    '?',
    '',
    '=1+1',
    "'=1",
  ),
  fc.constantFrom('fin mars 2027', 'ouverte', 'close', '7', '  ', 'x'.repeat(201)),
);
const USUAL =
  'entité;accordee;fin;offre;offre_acceptable;responsable;référence;numero;etat;salon;motif;commentaire;budget;';
const RARE = 'projet;Règle;reexamen;dinum;etude;service;plafond;echeance;Échéance;projt';
const title = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...USUAL.split(';')) },
  { weight: 1, arbitrary: fc.constantFrom(...RARE.split(';')) },
);
const DATES = new Set(['accordee', 'fin', 'offre_acceptable', 'validation_pm', 'Échéance']);
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  responsable: ['moi', '@lea:x.fr'],
  numero: ['7', 'n° 7', ''],
  etat: ['ouverte', 'en cours', ''],
  salon: ['!autre:x', 'Équipe SIRH'],
};

/** What a column holds, mostly; else anything. */
const under = (title: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 1, arbitrary: cell },
    {
      weight: 30,
      arbitrary: DATES.has(title)
        ? fc.constantFrom('2027-01-01', '1er mars 2027', '')
        : fc.oneof(
            fc.constantFrom(...(OTHERS[title] ?? ['Offre A; B', '"Cloud" interne', ' à  revoir ', ''])),
            fc.stringMatching(/^[A-Za-zé ;,"']{1,12}$/),
          ),
    },
  );

/** Columns of which some are read, some left out, and rows that are sometimes too short or too long. */
const table = fc
  .uniqueArray(title, { maxLength: 6 })
  .map((titles) => ['projet', 'regle', ...titles])
  .chain((titles) =>
    fc
      .array(
        fc.tuple(
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
          fc.constantFrom('R9', 'r9', 'note 2021'),
          fc.tuple(...titles.slice(2).map(under)),
          fc.constantFrom(0, 0, 0, 0, -1, 1),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((rows) => [
        titles,
        ...rows.map(([projet, regle, rest, more]) => [
          projet,
          regle,
          ...(more < 0 ? rest.slice(0, -1) : more > 0 ? [...rest, 'de trop'] : rest),
        ]),
      ]),
  );

describe('a file of any bytes', () => {
  it('is a table, a refusal in French with an example, or no text, and never an error', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      // A spreadsheet that is damaged, and one of a format before xlsx.
      fc.uint8Array({ maxLength: 100 }).map((rest) => Uint8Array.of(0x50, 0x4b, 3, 4, ...rest)),
      fc.uint8Array({ maxLength: 20 }).map((rest) => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...rest)),
      table.map((rows) => new TextEncoder().encode(stringify(rows, { delimiter: ';' }))),
      table.map((rows) => Buffer.from(`\uFEFF${stringify(rows, { delimiter: '\t' })}`, 'utf16le')),
      table.map((rows) => Buffer.from(stringify(rows), 'latin1')),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('a.csv', 'a.xlsx', 'a.ods'), async (given, name) => {
        const file = await readFile(name, given);
        if (file === null || file.unread !== undefined) return;
        const { problems, rows, derogations } = plan(file.text);
        for (const { line, problem } of problems) {
          expect(line).toBeGreaterThan(0);
          expect(said(problem).length).toBeGreaterThan(0);
        }
        expect(problems.length > 0 || derogations.length === rows).toBe(true);
      }),
      tries(250),
    );
  });

  it('in French of any of the usual sets of characters is read with all its letters', () => {
    const french = fc
      .array(
        fc.constantFrom('été ', 'à côté ', 'déjà vu ', 'où ', 'ça ', 'forêt ', 'maïs ', 'l’État ', 'œuvre '),
        {
          minLength: 3,
          maxLength: 12,
        },
      )
      .map((words) => words.join(''));
    fc.assert(
      fc.property(french, (text) => {
        expect(decode(new TextEncoder().encode(text))?.text).toBe(text);
        expect(decode(Buffer.from(`\uFEFF${text}`, 'utf16le'))?.text).toBe(text);
        const latin = text.replaceAll('’', "'").replaceAll('œ', 'oe');
        expect(decode(Buffer.from(latin, 'latin1'))?.text).toBe(latin);
      }),
      tries(100),
    );
  });
});

describe('a table that is taken', () => {
  it('loses no row: each is written, or named with what is wrong', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { problems, derogations, rows: read } = plan(stringify(rows, { delimiter: ';' }));
        const wrong = new Set(problems.map(({ line }) => line));
        if (wrong.has(1)) return;
        expect(derogations.length + wrong.size).toBe(read);
      }),
      tries(300),
    );
  });

  it('loses no cell: each is in what is written, or its column is named with the number of its values', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { problems, derogations, leftOut } = plan(stringify(rows, { delimiter: ';' }));
        if (problems.length > 0) return;
        const [titles = [], ...others] = rows;
        const written = JSON.stringify(derogations.map(({ entry }) => Object.values(entry))).normalize('NFC');
        for (const [at, name] of titles.entries()) {
          const values = others.map((row) => (row[at] ?? '').trim()).filter((value) => value !== '');
          const said = values.filter((value) => !UNSAID[name]?.test(value));
          const counted = leftOut.filter(
            (one) => one.name === (name === '' ? `colonne ${at + 1}, sans titre` : name),
          );
          if (!KEPT.has(name)) expect([name, counted[0]?.values ?? 0]).toEqual([name, said.length]);
          else for (const value of said) expect(written).toContain(JSON.stringify(bare(value)).slice(1, -1));
        }
      }),
      tries(400),
    );
  });
});

/** Columns of which what is typed is kept as it is; of those that are read otherwise, `readDay` and `readValue` have tests. */
const KEPT = new Set(['projet', 'entité', 'offre', 'référence']);

/** What says nothing that a new derogation does not have: a number and a room of its own, being open; what is unknown. */
const UNSAID: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries([...KEPT].map((name) => [name, /^(?:\?|inconnue?s?|nsp)$/i])),
  ...Object.fromEntries([...DATES, 'regle', 'responsable'].map((name) => [name, /./su])),
  numero: /^\d{1,9}$/,
  etat: /^(?:ouvert|en cours)/,
  salon: /^!/,
};

/** A text as the register keeps it: spaces are one, an apostrophe that spreadsheets need is taken off. */
const bare = (value: string): string =>
  value
    .replace(/^'(?=[='])/, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: nobody sees them, and they are not kept
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
