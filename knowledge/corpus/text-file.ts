import type { Lang } from '../answer/answer.ts';
import { readBlocks } from './blocks.ts';
import { CorpusError } from './corpus-error.ts';
import { readFrontMatter } from './front-matter.ts';
import { type DraftPassage, groupPassages } from './passages.ts';
import type { FrontMatter } from './schema.ts';

/** One file of the corpus, read on its own. */
export interface TextFile {
  readonly file: string;
  readonly matter: FrontMatter;
  readonly lang: Lang;
  readonly passages: readonly DraftPassage[];
}

/** @throws {CorpusError} when the file does not follow the convention of knowledge/data/corpus/README.md */
export const readText = (file: string, source: string): TextFile => {
  const { matter, body, bodyLine } = readFrontMatter(file, source);
  const title = 'shortTitle' in matter ? matter.shortTitle : matter.title;
  const passages = groupPassages(readBlocks(file, body, bodyLine), title);
  if (passages.length === 0) {
    throw new CorpusError([
      {
        file,
        line: bodyLine,
        field: 'texte',
        read: 'aucun paragraphe',
        expected: 'le texte, après l’en-tête',
        example: '# Périmètre (titre), puis un paragraphe',
      },
    ]);
  }
  return { file, matter, lang: matter.language, passages };
};
