import type { Copy, TextDocument } from './corpus.ts';
import type { CorpusProblem } from './corpus-error.ts';
import { passageIdOf } from './passages.ts';
import type { TextFile } from './text-file.ts';

/** The documents by id; what does not hold together between files is added to `problems`. */
export const collectDocuments = (
  files: readonly TextFile[],
  problems: CorpusProblem[],
): Map<string, TextDocument> => {
  const documents = new Map<string, TextDocument>();
  const seen = new Map<string, string>();
  for (const text of files) {
    const { file, matter } = text;
    const key = `${matter.id} (${matter.language})`;
    const twin = seen.get(key);
    seen.set(key, file);
    if (twin !== undefined) {
      problems.push({
        file,
        line: 2,
        field: 'id',
        read: `« ${key} », déjà pris par ${twin}`,
        expected: 'un seul fichier par identifiant et par langue',
        example: 'id: faq-2024 dans faq-2024.md et nulle part ailleurs',
      });
    } else if (!('translationOf' in matter)) {
      const { language, errata: _, ...fields } = matter;
      const others = files.filter(
        (other) => other.matter.id === matter.id && other.matter.language !== language,
      );
      documents.set(
        matter.id,
        Object.freeze({
          ...fields,
          date: matter.date ?? '',
          languages: [language, ...others.map(({ lang }) => lang)],
          copies: [text, ...others].map(copyOf),
        }),
      );
    }
  }
  for (const { file, matter } of files) {
    const target = 'translationOf' in matter ? matter.id : matter.supersededBy;
    if (target === null || documents.has(target)) continue;
    problems.push({
      file,
      line: null,
      field: 'translationOf' in matter ? 'translationOf' : 'supersededBy',
      read: `« ${target} », qui n’est l’identifiant d’aucun texte original`,
      expected: `un de ces identifiants : ${[...documents.keys()].join(', ')}`,
      example: 'supersededBy: circulaire-2023',
    });
  }
  return documents;
};

const copyOf = ({ matter, lang }: TextFile): Copy => ({
  lang,
  title: matter.title,
  licence: matter.licence,
  provenance: matter.provenance,
  errata: matter.errata.map(({ where, ...rest }) => ({ passageId: passageIdOf(matter, where), ...rest })),
});
