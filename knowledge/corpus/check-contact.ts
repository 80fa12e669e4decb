import type { CorpusProblem } from './corpus-error.ts';
import type { TextFile } from './text-file.ts';

/** The passage that a header gives as contact is one of the text; else one more of `problems`. */
export const checkContact = ({ file, matter, passages }: TextFile, problems: CorpusProblem[]): void => {
  if ('translationOf' in matter || matter.contact === null) return;
  if (passages.some(({ name }) => name === matter.contact)) return;
  problems.push({
    file,
    line: null,
    field: 'contact',
    read: `« ${matter.contact} », passage inconnu`,
    expected: 'le nom d’un passage de ce fichier, celui qui dit à qui poser une question',
    example: 'contact: questions.contact',
  });
};
