import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that holds these files until the end of the test. */
export const folderOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
};

const defaults: Readonly<Record<string, string>> = {
  id: 'essai',
  language: 'fr',
  title: '"Texte d’essai"',
  shortTitle: 'Essai',
  kind: 'note',
  issuer: 'DINUM',
  number: 'null',
  date: '2024-02-23',
  version: 'null',
  link: 'null',
  status: 'in-force',
  supersededBy: 'null',
  rank: '3',
  authority: '0.8',
  licence: 'Licence Ouverte 2.0',
  provenance: 'essai',
};

/** A text with a sound front matter, save the given fields; `undefined` leaves a field out. */
export const text = (body: string, fields: Readonly<Record<string, string | undefined>> = {}): string =>
  matter({ ...defaults, ...fields }, body);

/** The English translation of `text()`. */
export const translation = (
  body: string,
  fields: Readonly<Record<string, string | undefined>> = {},
): string => {
  const { id, title, licence, provenance } = defaults;
  return matter({ id, language: 'en', translationOf: 'fr', title, licence, provenance, ...fields }, body);
};

const matter = (fields: Readonly<Record<string, string | undefined>>, body: string): string => {
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `---\n${lines.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n\n${body}\n`;
};
