import type { CorpusProblem } from './corpus-error.ts';
import { findVerbatim } from './plain-text.ts';
import type { TextFile } from './text-file.ts';

/** Each correction is listed under a passage that holds the corrected words; else one more of `problems`. */
export const checkErrata = ({ file, matter, passages }: TextFile, problems: CorpusProblem[]): void => {
  for (const { where, kept } of matter.errata) {
    const passage = passages.find(({ name }) => name === where);
    const text = passage?.parts.map((part) => part.text).join('\n');
    if (text !== undefined && findVerbatim(text, kept) !== undefined) continue;
    problems.push({
      file,
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
};
