import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { keysAt, nearestKey } from './keys.ts';
import type { Problem } from './problems.ts';
import { received } from './received.ts';
import { type Config, schema } from './schema.ts';

export type Parsed =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the text of a configuration file; reports everything that is wrong, not only the first thing. */
export const parseConfig = (text: string): Parsed => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number | undefined) => (offset === undefined ? null : lines.linePos(offset).line);
  const broken = document.errors.map(({ pos, code }) => syntaxProblem(lineAt(pos[0]), code));
  if (broken.length > 0) return { ok: false, problems: broken };
  const alias = firstAlias(document);
  if (alias !== undefined) return { ok: false, problems: [syntaxProblem(lineAt(alias), 'ALIAS')] };
  const values: unknown = document.toJS() ?? {};
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, config: result.data };
  const lineOf: LineOf = (path) => lineAt(offsetOf(document, path));
  return { ok: false, problems: result.error.issues.flatMap((issue) => problemsOf(issue, values, lineOf)) };
};

/** Where the key (or the item of a list) at a path is written. */
const offsetOf = (document: Document, path: readonly PropertyKey[]): number | undefined => {
  if (path.length === 0) return document.contents?.range?.[0];
  const parent = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const key = parent.items
      .map((pair) => pair.key)
      .find((key) => isScalar(key) && key.value === path.at(-1));
    return isNode(key) ? key.range?.[0] : undefined;
  }
  const node = isSeq(parent) ? parent.get(Number(path.at(-1)), true) : null;
  return isNode(node) ? node.range?.[0] : undefined;
};

/** Aliases (`*name`) can make a small file huge; a configuration needs none. */
const firstAlias = (document: Document): number | undefined => {
  let offset: number | undefined;
  visit(document, {
    Alias: (_, node) => {
      offset = node.range?.[0];
      return visit.BREAK;
    },
  });
  return offset;
};

const syntaxProblem = (line: number | null, code: string): Problem => ({
  path: '',
  line,
  what: SYNTAX.get(code) ?? 'ce n’est pas du YAML correct.',
  expected: 'des lignes « clé: valeur », en retrait par des espaces sous le nom de leur section',
  received: null,
  suggestion: 'comparer avec config.example.yaml',
});

const SYNTAX = new Map([
  ['TAB_AS_INDENT', 'une tabulation met cette ligne en retrait ; YAML n’accepte que des espaces.'],
  ['DUPLICATE_KEY', 'cette clé est écrite deux fois.'],
  ['ALIAS', 'les renvois « *nom » de YAML ne sont pas acceptés.'],
]);

type LineOf = (path: readonly PropertyKey[]) => number | null;

const problemsOf = (issue: z.core.$ZodIssue, values: unknown, lineOf: LineOf): readonly Problem[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => unknownKey(key, issue.path, lineOf))
    : [wrongValue(issue, values, lineOf)];

const unknownKey = (key: string, path: readonly PropertyKey[], lineOf: LineOf): Problem => {
  const known = keysAt(schema, path);
  return {
    path: [...path, key].join('.'),
    line: lineOf([...path, key]),
    what: 'clé inconnue.',
    expected: `une de ces clés : ${known.join(', ')}`,
    received: null,
    suggestion: SECRETS.get(key.toLowerCase()) ?? nearestKey(key, known),
  };
};

const SECRETS = new Map([
  ['token', 'un secret ne s’écrit pas ici : tokenFile, ou la variable d’environnement TCHAP_TOKEN'],
  ['accesstoken', 'un secret ne s’écrit pas ici : tokenFile, ou la variable d’environnement TCHAP_TOKEN'],
  ['password', 'un secret ne s’écrit pas ici : passwordFile, ou la variable d’environnement TCHAP_PASSWORD'],
]);

const wrongValue = (issue: z.core.$ZodIssue, values: unknown, lineOf: LineOf): Problem => {
  const shown = received(values, issue.path);
  return {
    path: issue.path.join('.'),
    line: lineOf(issue.path) ?? lineOf(issue.path.slice(0, -1)),
    what: shown === null ? 'valeur absente.' : 'valeur refusée.',
    expected: issue.message,
    received: shown,
    suggestion: null,
  };
};
