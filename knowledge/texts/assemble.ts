import type { Citation } from '../answer/answer.ts';
import type { Corpus, Passage, TextDocument } from './corpus.ts';
import { CorpusError, type CorpusProblem } from './corpus-error.ts';
import type { TextFile } from './load-corpus.ts';
import type { DraftPassage } from './passages.ts';
import { findVerbatim } from './plain-text.ts';

/**
 * Puts the files together: documents, neighbours, translations, citations.
 * @throws {CorpusError} with all that does not hold together between files
 */
export function assemble(files: readonly TextFile[], version: string): Corpus {
  const problems: CorpusProblem[] = [];
  const documents = collectDocuments(files, problems);
  const passages = new Map<string, Passage>();
  for (const file of files) {
    for (const passage of passagesOf(file, files, problems)) passages.set(passage.id, passage);
    checkErrata(file, problems);
  }
  if (problems.length > 0) throw new CorpusError(problems);

  return Object.freeze({
    version,
    documents,
    passages,
    section: (documentId, anchor, lang) =>
      [...passages.values()].filter(
        (passage) => passage.documentId === documentId && passage.anchor === anchor && passage.lang === lang,
      ),
    cite: (passageId, quote) => cite(documents, passages, passageId, quote),
  } satisfies Corpus);
}

/** `circulaire-2023#R9` in the language of the original, `circulaire-2023.en#R9` in another. */
const idOf = ({ matter, lang }: TextFile, name: string): string =>
  `${matter.id}${'translationOf' in matter ? `.${lang}` : ''}#${name}`;

const named = (file: TextFile, name: string): DraftPassage | undefined =>
  file.passages.find((passage) => passage.name === name);

function collectDocuments(files: readonly TextFile[], problems: CorpusProblem[]): Map<string, TextDocument> {
  const documents = new Map<string, TextDocument>();
  const seen = new Map<string, string>();
  for (const { file, matter } of files) {
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
}

function passagesOf(file: TextFile, files: readonly TextFile[], problems: CorpusProblem[]): Passage[] {
  const others = files.filter((other) => other.matter.id === file.matter.id && other.lang !== file.lang);
  const neighbour = (index: number): string | null => {
    const passage = file.passages[index];
    return passage === undefined ? null : idOf(file, passage.name);
  };
  return file.passages.map((draft, index) => {
    const id = idOf(file, draft.name);
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
    return Object.freeze({
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
    });
  });
}

/** A translated passage names its original, by itself or by having the same name; the original follows the link back. */
function translationOf(
  file: TextFile,
  draft: DraftPassage,
  others: readonly TextFile[],
  problems: CorpusProblem[],
): string | null {
  const [other] = others;
  if (other === undefined) return null;
  if (!('translationOf' in file.matter)) {
    const target = other.passages.find((passage) => (passage.translation ?? passage.name) === draft.name);
    return target === undefined ? null : idOf(other, target.name);
  }
  const name = draft.translation ?? draft.name;
  if (name === 'none') return null;
  if (named(other, name) !== undefined) return idOf(other, name);
  problems.push({
    file: file.file,
    line: draft.line,
    field: 'translation',
    read: `« ${name} », qui n’est le nom d’aucun passage de ${other.file}`,
    expected: 'le nom du passage traduit, ou none',
    example: '<!-- passage: 1.enjeux -->, ou <!-- passage: notes; translation: none -->',
  });
  return null;
}

function checkErrata(file: TextFile, problems: CorpusProblem[]): void {
  for (const { where, kept } of file.matter.errata) {
    const text = named(file, where)
      ?.parts.map((part) => part.text)
      .join('\n');
    if (text !== undefined && findVerbatim(text, kept) !== undefined) continue;
    problems.push({
      file: file.file,
      line: null,
      field: 'errata',
      read:
        text === undefined
          ? `where: « ${where} », passage inconnu`
          : `kept: « ${kept} », absent de ce passage`,
      expected: 'where : le nom d’un passage de ce fichier ; kept : des mots qui s’y trouvent',
      example: 'where: R5, kept: la continuité ou la reprise',
    });
  }
}

function cite(
  documents: ReadonlyMap<string, TextDocument>,
  passages: ReadonlyMap<string, Passage>,
  passageId: string,
  quote?: string,
): Citation {
  const passage = passages.get(passageId);
  const document = passage === undefined ? undefined : documents.get(passage.documentId);
  if (passage === undefined || document === undefined) throw new Error(`unknown passage: ${passageId}`);
  const extract = quote === undefined ? passage.text : findVerbatim(passage.text, quote);
  if (extract === undefined) throw new Error(`not verbatim in ${passageId}: ${JSON.stringify(quote)}`);
  return Object.freeze({
    documentId: document.id,
    documentTitle: document.shortTitle,
    anchor: passage.anchor,
    passageId,
    quote: extract,
    lang: passage.lang,
    date: document.date,
    link: document.link,
    status: document.status,
  });
}
