import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { CorpusError, type CorpusProblem } from './corpus-error.ts';

const text = z.string().trim().min(1);
const language = z.enum(['fr', 'en']);

const common = {
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  language,
  title: text,
  licence: text,
  provenance: text,
  /** Corrections made to the copy that was read: damage of a scan, a lost word… never the authors' wording. */
  errata: z.array(z.strictObject({ where: text, read: text, kept: text, source: text })).default([]),
};

const original = z.strictObject({
  ...common,
  shortTitle: text,
  kind: z.enum(['circulaire', 'faq', 'note', 'presse', 'fournisseur', 'site']),
  issuer: text,
  number: text.nullable(),
  // A month or a year where the text says no more; null where it bears no date.
  date: z.union([z.iso.date(), z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/)]).nullable(),
  version: text.nullable(),
  link: z.url({ protocol: /^https?$/ }).nullable(),
  status: z.enum(['in-force', 'superseded-in-part', 'context', 'press', 'commercial']),
  supersededBy: text.nullable(),
  rank: z.int().min(1).max(5),
});

/** The same document in another language: what is not said here is said by the original. */
const translation = z.strictObject({ ...common, translationOf: language });

export type OriginalMatter = z.infer<typeof original>;
export type TranslationMatter = z.infer<typeof translation>;
export type FrontMatter = OriginalMatter | TranslationMatter;

const examples: Readonly<Record<string, string>> = {
  id: 'id: circulaire-2023',
  language: 'language: fr',
  title: 'title: "Doctrine cloud de l’Etat : foire aux questions"',
  shortTitle: 'shortTitle: FAQ de la DINUM',
  kind: 'kind: faq',
  issuer: 'issuer: Direction interministérielle du numérique (DINUM)',
  number: 'number: "6404/SG" (ou number: null)',
  date: 'date: 2023-05-31',
  version: 'version: Version du 25 mai 2023 (ou version: null)',
  link: 'link: https://www.numerique.gouv.fr/services/cloud/faq/ (ou link: null)',
  status: 'status: in-force',
  supersededBy: 'supersededBy: circulaire-2023 (ou supersededBy: null)',
  rank: 'rank: 2',
  licence: 'licence: Licence Ouverte 2.0',
  provenance: 'provenance: "Page « FAQ » du site numerique.gouv.fr, état du 23 février 2024"',
  translationOf: 'translationOf: fr',
  errata: 'errata: []',
};

const expectations: Readonly<Record<string, string>> = {
  id: 'des minuscules sans accent, des chiffres et des tirets',
  date: 'une date du calendrier sous la forme année-mois-jour (année-mois ou année si le texte n’en dit pas plus), ou null',
  link: 'une adresse web complète, ou null',
  language: 'fr ou en',
  translationOf: 'fr ou en',
  kind: original.shape.kind.options.join(', '),
  status: original.shape.status.options.join(', '),
  rank: 'un nombre entier de 1 (circulaire) à 5 (fournisseur)',
  errata: 'une liste d’entrées where, read, kept, source (des textes non vides)',
};

/**
 * Splits a file into its YAML front matter, checked, and its body.
 * `bodyLine` is the line of the file where the body begins, from 1.
 * @throws {CorpusError} with all that is wrong in the front matter.
 */
export function readFrontMatter(
  file: string,
  source: string,
): { matter: FrontMatter; body: string; bodyLine: number } {
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
}

function check(file: string, yaml: string): FrontMatter {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const lineAt = (offset: number | undefined): number | null =>
    offset === undefined ? null : lines.linePos(offset).line + 1;
  if (document.errors.length > 0) {
    throw new CorpusError(
      document.errors.map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        field: 'en-tête',
        read: `un YAML incorrect (${error.message.split('\n', 1)[0]})`,
        expected: 'une ligne « clé: valeur » par champ, la valeur entre guillemets si elle contient « : »',
        example: 'title: "Doctrine cloud de l’Etat : foire aux questions"',
      })),
    );
  }
  const data: unknown = document.toJS();
  const isTranslation = typeof data === 'object' && data !== null && 'translationOf' in data;
  const schema = isTranslation ? translation : original;
  const result = schema.safeParse(data);
  if (result.success) return result.data;

  const problem = (
    field: string,
    path: readonly PropertyKey[],
    read: string,
    expected: string,
  ): CorpusProblem => {
    const node = document.getIn(path, true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    const offset = Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
    return {
      file,
      line: lineAt(offset),
      field,
      read,
      expected,
      example: examples[String(path[0])] ?? 'id: circulaire-2023',
    };
  };
  const known = Object.keys(schema.shape).join(', ');
  throw new CorpusError(
    result.error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) =>
          problem(
            [...issue.path, key].join('.'),
            [...issue.path, key],
            'une clé inconnue',
            `une de ces clés : ${known}`,
          ),
        );
      }
      const value = document.getIn(issue.path);
      const field = issue.path.join('.') || 'en-tête';
      const expected =
        expectations[String(issue.path[0])] ?? 'un texte non vide, entre guillemets si c’est un nombre';
      return [
        problem(
          field,
          issue.path,
          value === undefined ? 'rien (champ absent)' : `« ${String(value)} »`,
          expected,
        ),
      ];
    }),
  );
}
