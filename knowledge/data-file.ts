import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Document, LineCounter } from 'yaml';
import { z } from 'zod';
import { yaml } from './yaml.ts';

/** A data file that an operator wrote does not hold what it should: the message, in French, lists every fault. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';
}

/**
 * Reads and checks a YAML file of the project or of an operator.
 * @param example rows shown when something is wrong, ready to copy.
 * @throws DataFileError naming the file and, for each fault, its path, what was read and what was expected.
 */
export const readDataFile = <T>(file: string, schema: z.ZodType<T>, example: string): T => {
  const lines = new (yaml().LineCounter)();
  const document = yaml().parseDocument(readText(file), { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const [at] = broken.linePos ?? [];
    throw faults(file, [`ligne ${at?.line ?? '?'}, colonne ${at?.col ?? '?'} : YAML mal formé`], example);
  }
  const parsed = schema.safeParse(document.toJS(), { reportInput: true, error: inFrench });
  if (parsed.success) return parsed.data;
  throw faults(
    file,
    parsed.error.issues.map((issue) => `${place(document, lines, issue.path)}${describe(issue)}`),
    example,
  );
};

/** Path of a data file of `knowledge/data/`. */
export const projectFile = (name: string): string => join(import.meta.dirname, 'data', name);

/** An ISO 8601 day that exists: `2026-02-30` is refused. */
export const day = z.iso.date({ error: 'une date existante écrite AAAA-MM-JJ, par exemple 2026-11-30' });

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DataFileError(`Fichier illisible : ${shown(file)}. Vérifiez son chemin et ses droits.`, {
      cause,
    });
  }
};

const faults = (file: string, lines: readonly string[], example: string): DataFileError =>
  new DataFileError(
    [
      `${shown(file)} n'a pas la forme attendue :`,
      ...lines.map((line) => `- ${line}`),
      'Exemple :',
      example,
    ].join('\n'),
  );

/** « ligne 12, » of the nearest thing written on the path of a fault; nothing for an empty file. */
const place = (document: Document, lines: LineCounter, path: readonly PropertyKey[]): string => {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (yaml().isNode(node) && node.range) return `ligne ${lines.linePos(node.range[0]).line}, `;
  }
  return '';
};

const describe = (issue: z.core.$ZodIssue): string => {
  const path = issue.path.map(String).join('.') || '(racine)';
  if (issue.code === 'unrecognized_keys') return `${path} : champ inconnu ${issue.keys.join(', ')}`;
  const read = issue.input === undefined ? 'rien' : JSON.stringify(issue.input).slice(0, 80);
  return `${path} : lu ${read}, attendu ${expected(issue)}`;
};

const inFrench = z.locales.fr().localeError;

/** Messages of our schemas say what was expected; the others are zod's own. */
const expected = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_value' ? `l'une des valeurs ${issue.values.map(String).join(', ')}` : issue.message;

const shown = (file: string): string => relative(process.cwd(), file).replace(/^\.\.\/.*/, file);
