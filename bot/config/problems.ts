/** One thing wrong in a configuration file, in French words for the operator. Never holds a secret. */
export interface Problem {
  /** `homeserver.url`; empty for the file as a whole. */
  readonly path: string;
  readonly line: number | null;
  readonly what: string;
  readonly expected: string | null;
  readonly received: string | null;
  readonly suggestion: string | null;
}

/** All problems at once, as shown to the operator. */
export const describeProblems = (source: string, problems: readonly Problem[]): string => {
  const count = problems.length === 1 ? 'une erreur' : `${problems.length} erreurs`;
  return [`${source} : ${count}.`, ...problems.map(describe)].join('\n\n');
};

const describe = ({ path, line, what, expected, received, suggestion }: Problem): string => {
  const where = [line === null ? '' : `ligne ${line}`, path].filter((part) => part !== '').join(', ');
  return [
    where === '' ? what : `${where} : ${what}`,
    expected === null ? '' : `  attendu : ${expected}`,
    received === null ? '' : `  lu : ${received}`,
    suggestion === null ? '' : `  proposition : ${suggestion}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
};
