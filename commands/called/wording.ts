import type { Lang } from '../../knowledge/answer/answer.ts';

/** What is said around a command that was asked for in plain words. */
export const WORDS: Readonly<
  Record<
    Lang,
    {
      readonly command: string;
      how(summary: string): string;
      readonly guided: string;
      readonly oneLine: string;
      readonly detail: string;
    }
  >
> = {
  fr: {
    command: 'Commande\u00a0: ',
    how: (summary) => `Par une commande (${summary})\u00a0:`,
    guided: '\u00a0: pour commencer',
    oneLine: '\u00a0: en une ligne, par exemple',
    detail: '\u00a0: le détail, et qui peut le faire',
  },
  en: {
    command: 'Command: ',
    how: (summary) => `By a command, answered in French (${summary}):`,
    guided: ': to begin',
    oneLine: ': in one line, for example',
    detail: ': in full, and who may do it',
  },
};
