/** One thing that is wrong in a text of the corpus, in words that the person who wrote it understands. */
export interface CorpusProblem {
  /** File name, without folder. */
  readonly file: string;
  /** Line of the file, from 1; null when the problem has no line (a missing field, a missing file). */
  readonly line: number | null;
  readonly field: string;
  readonly read: string;
  readonly expected: string;
  readonly example: string;
}

/** The corpus cannot be loaded: every problem found is in the message, one a line. */
export class CorpusError extends Error {
  readonly problems: readonly CorpusProblem[];

  constructor(problems: readonly CorpusProblem[]) {
    super(problems.map(sentence).join('\n'));
    this.name = 'CorpusError';
    this.problems = problems;
  }
}

const sentence = ({ file, line, field, read, expected, example }: CorpusProblem): string =>
  `Corpus, fichier ${file}${line === null ? '' : `, ligne ${line}`}, champ « ${field} » : ` +
  `lu ${read} ; attendu : ${expected}. Exemple : ${example}`;
