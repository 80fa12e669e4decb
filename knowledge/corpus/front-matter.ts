import type { Document } from 'yaml';
import type { z } from 'zod';
import { yaml as load } from '../yaml.ts';
import { CorpusError } from './corpus-error.ts';
import { examples, expectations, type FrontMatter, original, translation } from './schema.ts';

/**
 * Splits a file into its YAML front matter, checked, and its body.
 * `bodyLine` is the line of the file where the body begins, from 1.
 * @throws {CorpusError} with all that is wrong in the front matter.
 */
export const readFrontMatter = (
  file: string,
  source: string,
): { matter: FrontMatter; body: string; bodyLine: number } => {
  const match = /^---\n(.*?)\n---(?:\n|$)/s.exec(source);
  if (match === null) {
    throw new CorpusError([
      {
        file,
        line: 1,
        field: 'en-tête',
        read: `« ${source.split('\n', 1)[0]?.slice(0, 60) ?? ''} »`,
        expected: 'un en-tête YAML entre deux lignes « --- », au tout début du fichier',
        example: '--- (ligne 1), id: circulaire-2023 (ligne 2), …, --- (dernière ligne de l’en-tête)',
      },
    ]);
  }
  const [whole, yaml = ''] = match;
  return { matter: check(file, yaml), body: source.slice(whole.length), bodyLine: whole.split('\n').length };
};

const check = (file: string, yaml: string): FrontMatter => {
  const lines = new (load().LineCounter)();
  const document = load().parseDocument(yaml, { lineCounter: lines });
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  // What follows the first error is often its consequence.
  const [broken] = document.errors;
  if (broken !== undefined) {
    throw new CorpusError([
      {
        file,
        line: lineAt(broken.pos[0]),
        field: 'en-tête',
        read: `un YAML incorrect (${broken.message.split('\n', 1)[0]})`,
        expected: 'une ligne « clé: valeur » par champ, la valeur entre guillemets si elle contient « : »',
        example: 'title: "Doctrine cloud de l’Etat : foire aux questions"',
      },
    ]);
  }
  const data: unknown = document.toJS();
  const isTranslation = typeof data === 'object' && data !== null && 'translationOf' in data;
  const schema = isTranslation ? translation : original;
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new CorpusError(
    result.error.issues.flatMap((issue) =>
      faults(issue, document, Object.keys(schema.shape)).map(({ path, read, expected }) => ({
        file,
        line: lineOf(document, path, lineAt),
        field: path.join('.') || 'en-tête',
        read,
        expected,
        example: examples[String(path[0])] ?? 'id: circulaire-2023',
      })),
    ),
  );
};

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly read: string;
  readonly expected: string;
}

const faults = (issue: z.core.$ZodIssue, document: Document, known: readonly string[]): Fault[] => {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const expected = `une de ces clés : ${known.join(', ')}`;
    return issue.keys.map((key) => ({ path: [...path, key], read: 'une clé inconnue', expected }));
  }
  const value = document.getIn(path);
  const expected = expectations[String(path[0])] ?? 'un texte non vide, entre guillemets si c’est un nombre';
  return [{ path, read: value === undefined ? 'rien (champ absent)' : `« ${String(value)} »`, expected }];
};

const lineOf = (
  document: Document,
  path: readonly PropertyKey[],
  lineAt: (offset: number) => number,
): number | null => {
  const node = document.getIn(path, true);
  return load().isNode(node) && node.range ? lineAt(node.range[0]) : null;
};
