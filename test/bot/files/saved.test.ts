import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../bot/files/read-file.ts';
import { toCsv } from '../../../commands/derogation/table/export.ts';
import { planImport } from '../../../commands/derogation/table/read-rows.ts';
import { SAVED } from './saved/register.ts';

const today = '2026-11-22';
const bytesOf = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, 'saved', name));

describe('the export of the register, opened and saved by', () => {
  it('nobody is what the files were made of (else run saved/make.sh)', () => {
    expect(new TextDecoder().decode(bytesOf('export.csv'))).toBe(toCsv(SAVED, { today }));
  });

  it.each([
    'libreoffice.csv',
    'libreoffice.xlsx',
    'libreoffice.ods',
    'gnumeric.csv',
    'gnumeric.xlsx',
  ])('%s comes back equal', async (name) => {
    const file = await readFile(name, bytesOf(name));
    const plan = planImport(file?.text ?? '', {
      me: '@moi:tchap.example',
      today,
      roomId: '!salon:tchap.example',
      register: SAVED,
    });
    expect(plan).toMatchObject({ problems: [], leftOut: [], derogations: [] });
    expect(plan.revisions.map(({ number, fields }) => [number, fields])).toEqual([]);
    expect(plan.unchanged).toBe(SAVED.length);
  });
});
