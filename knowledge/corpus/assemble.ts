import { checkContact } from './check-contact.ts';
import { cite } from './cite.ts';
import type { Corpus, Passage } from './corpus.ts';
import { CorpusError, type CorpusProblem } from './corpus-error.ts';
import { collectDocuments } from './documents.ts';
import { checkErrata } from './errata.ts';
import { type DraftPassage, passageIdOf } from './passages.ts';
import type { TextFile } from './text-file.ts';

/** A corpus as plain data. */
export type Texts = Pick<Corpus, 'version' | 'latest' | 'documents' | 'passages'>;

/**
 * Puts the files together: documents, neighbours, translations.
 * @throws {CorpusError} with all that does not hold together between files
 */
export const assemble = (files: readonly TextFile[], version: string): Texts => {
  const problems: CorpusProblem[] = [];
  const documents = collectDocuments(files, problems);
  const passages = new Map<string, Passage>();
  for (const file of files) {
    for (const passage of passagesOf(file, files, problems)) passages.set(passage.id, passage);
    checkErrata(file, problems);
    checkContact(file, problems);
  }
  if (problems.length > 0) throw new CorpusError(problems);

  const latest = [...documents.values()].reduce((last, { date }) => (date > last ? date : last), '');
  return { version, latest, documents, passages };
};

/**
 * The texts with their sections and citations.
 * @param siteUrl where the reading room (`npm run site`) is served, which citations then link to; null = official pages
 */
export const corpusOf = (texts: Texts, siteUrl: string | null): Corpus => {
  const { documents, passages } = texts;
  for (const passage of passages.values()) Object.freeze(passage);
  return Object.freeze({
    ...texts,
    section: (documentId, anchor, lang) =>
      [...passages.values()].filter(
        (passage) => passage.documentId === documentId && passage.anchor === anchor && passage.lang === lang,
      ),
    cite: (passageId, quote) => cite({ documents, passages, siteUrl }, passageId, quote),
  } satisfies Corpus);
};

const named = (file: TextFile, name: string): DraftPassage | undefined =>
  file.passages.find((passage) => passage.name === name);

const passagesOf = (file: TextFile, files: readonly TextFile[], problems: CorpusProblem[]): Passage[] => {
  const others = files.filter((other) => other.matter.id === file.matter.id && other.lang !== file.lang);
  const neighbour = (index: number): string | null => {
    const passage = file.passages[index];
    return passage === undefined ? null : passageIdOf(file.matter, passage.name);
  };
  return file.passages.map((draft, index) => {
    const id = passageIdOf(file.matter, draft.name);
    if (named(file, draft.name) !== draft) {
      problems.push({
        file: file.file,
        line: draft.line,
        field: 'passage',
        read: `« ${draft.name} » pour la deuxième fois`,
        expected: 'un nom par passage',
        example: `<!-- passage: ${draft.name}-2 -->`,
      });
    }
    return {
      id,
      documentId: file.matter.id,
      lang: file.lang,
      anchor: draft.anchor,
      path: draft.path,
      text: draft.parts.map(({ text }) => text).join('\n'),
      parts: draft.parts.map((part, position) => ({ id: `${id}.${position + 1}`, ...part })),
      previous: index === 0 ? null : neighbour(index - 1),
      next: neighbour(index + 1),
      translation: translationOf(file, draft, others, problems),
    };
  });
};

/** A translated passage names its original, by itself or by having the same name; the original follows the link back. */
const translationOf = (
  file: TextFile,
  draft: DraftPassage,
  others: readonly TextFile[],
  problems: CorpusProblem[],
): string | null => {
  const [other] = others;
  if (other === undefined) return null;
  if (!('translationOf' in file.matter)) {
    const target = other.passages.find((passage) => (passage.translation ?? passage.name) === draft.name);
    return target === undefined ? null : passageIdOf(other.matter, target.name);
  }
  const name = draft.translation ?? draft.name;
  if (name === 'none') return null;
  if (named(other, name) !== undefined) return passageIdOf(other.matter, name);
  problems.push({
    file: file.file,
    line: draft.line,
    field: 'translation',
    read: `« ${name} », qui n’est le nom d’aucun passage de ${other.file}`,
    expected: 'le nom du passage traduit, ou none',
    example: '<!-- passage: 1.enjeux -->, ou <!-- passage: notes; translation: none -->',
  });
  return null;
};
