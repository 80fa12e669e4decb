import type { Row } from './measured.ts';
import { scenarios } from './scenarios.ts';

const HEAD = `| épreuve | panne | essais | perdus | doublés | en clair | reprise | but | verdict |
|---|---|---|---|---|---|---|---|---|
`;

/** The rows of a run as a Markdown table, then what does not hold. */
export const tableOf = (rows: readonly Row[]): string =>
  `${HEAD}${rows.map(lineOf).join('')}${rows.flatMap(brokenIn).join('')}`;

const lineOf = (row: Row): string => {
  const { tries, planned, what = 'questions', lost, doubled, leaked, recoveryMs, verdict } = row;
  const scenario = scenarios.find(({ name }) => name === row.name);
  const cells = [
    `\`${row.name}\``,
    scenario?.fault ?? '',
    planned === undefined || planned <= tries
      ? `${inFrench(tries)} ${what}`
      : `${inFrench(tries)} ${what} sur ${inFrench(planned)} prévu(e)s`,
    inFrench(lost),
    inFrench(doubled),
    inFrench(leaked),
    recoveryMs === null ? '—' : inSeconds(recoveryMs),
    goalOf(row.name),
    verdict === 'tenu' ? 'tenu' : '**non tenu**',
  ];
  return `| ${cells.join(' | ')} |\n`;
};

const goalOf = (name: string): string => {
  const scenario = scenarios.find((one) => one.name === name);
  if (scenario === undefined) return '';
  const { goal, recoverWithin } = scenario;
  return recoverWithin === undefined || goal.includes('reprise')
    ? goal
    : `${goal} ; reprise en ${recoverWithin / 1000} s`;
};

const brokenIn = ({ name, verdict, broken = [] }: Row): readonly string[] =>
  verdict === 'tenu'
    ? []
    : [`\n\`${name}\` : ${broken.join(' ; ').replace(/\.$/, '') || 'reprise trop longue'}.\n`];

export const inFrench = (count: number): string => count.toLocaleString('fr-FR').replace(/\s/g, ' ');

export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
