import type { PeerRow } from '../peers/row.ts';

/** A measure beside that of another checkout: ours, theirs, and the ratio (usual, least, most). */
interface RatioRow {
  readonly key: string;
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: readonly [number, number, number];
}

interface ExportRow {
  readonly format: string;
  readonly memory: number;
  readonly cpu: number;
  readonly characters: number;
}

interface GrowthRow {
  readonly name: string;
  readonly passages: number;
  readonly questions: number;
  readonly p50: number;
  readonly p99: number;
  readonly memory: number;
}

interface SoakFigures {
  readonly questions: number;
  readonly slope: number;
  readonly first: number;
  readonly last: number;
}

interface ReloadRow {
  readonly name: string;
  readonly cpu: number;
  readonly took: number;
}

const number = (value: number, digits: number): string =>
  value.toLocaleString('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const percent = (share: number): string => `${number(100 * share, 1)} %`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(heads),
  row(heads.map(() => '---')),
  ...rows.map(row),
];

const RATIOS: Readonly<Record<string, readonly [name: string, unit: string, goal: string]>> = {
  cpu: ['une question, du démarrage à la réponse (second démarrage), processeur', 'ms', '0,15'],
  memory: ['la même, mémoire au plus haut', 'Mo', '0,5'],
  ready: ['le robot, du démarrage à prêt, stockage vide, processeur', 'ms', '0,35'],
  rest: ['le robot au repos, mémoire', 'Mo', '0,55'],
  p50: ['une réponse, dans le processus, p50', 'ms', '0,7'],
  p99: ['une réponse, dans le processus, p99', 'ms', '0,8'],
};

const KINDS: Readonly<Record<PeerRow['kind'], string>> = {
  bare: 'seuls',
  questions: 'avec nos questions',
  ours: 'le tout',
};

const ratios = (rows: readonly RatioRow[]): readonly string[] =>
  table(
    ['Mesure', '7b12c2a', 'aujourd’hui', 'rapport', 'but'],
    rows.map(({ key, ours, theirs, ratio: [usual, least, most] }) => {
      const [name = key, unit = '', goal = ''] = RATIOS[key] ?? [];
      const digits = unit === 'ms' && theirs < 100 ? 1 : 0;
      const range = `${number(usual, 2)} (${number(least, 2)} à ${number(most, 2)})`;
      return [name, `${number(theirs, digits)} ${unit}`, `${number(ours, digits)} ${unit}`, range, goal];
    }),
  );

const peers = (rows: readonly PeerRow[]): readonly string[] =>
  table(
    ['Moteur', 'textes', 'index', 'p50', 'p99', 'mémoire', 'premier rang', 'refus à raison', 'à tort'],
    rows.map((one) => [
      one.kind === 'ours' ? '**ce robot**' : `${one.name} ${one.version ?? ''}`.trim(),
      KINDS[one.kind],
      `${number(one.build, 0)} ms`,
      `${number(one.p50, 2)} ms`,
      `${number(one.p99, 2)} ms`,
      one.memory <= 0 ? 'hors du tas' : `${number(one.memory, 0)} Mo`,
      percent(one.hit1),
      percent(one.rightlyRefused),
      percent(one.wronglyRefused),
    ]),
  );

const exports = (rows: readonly ExportRow[]): readonly string[] =>
  table(
    ['Export de 10 000 dérogations', 'mémoire en plus', 'processeur', 'but'],
    rows.map(({ format, memory, cpu, characters }) => [
      `${format === 'csv' ? 'CSV' : 'calendrier'}, ${number(characters / 1e6, 1)} M de caractères`,
      `${number(memory, 0)} Mo`,
      `${number(cpu, 0)} ms`,
      '20 Mo',
    ]),
  );

const growth = (rows: readonly GrowthRow[]): readonly string[] => {
  const [first] = rows;
  const times = (value: number, one: number | undefined): string => `× ${number(value / (one ?? value), 1)}`;
  return table(
    ['Textes et questions', 'passages', 'questions', 'p50', 'p99', 'p99 contre × 1', 'mémoire contre × 1'],
    rows.map((one) => [
      one.name,
      number(one.passages, 0),
      number(one.questions, 0),
      `${number(one.p50, 2)} ms`,
      `${number(one.p99, 2)} ms`,
      times(one.p99, first?.p99),
      times(one.memory, first?.memory),
    ]),
  );
};

const soak = ({ questions, slope, first, last }: SoakFigures): readonly string[] =>
  table(
    ['Endurance', 'tas, première moitié', 'seconde', 'pente', 'but'],
    [
      [
        `${number(questions, 0)} questions, tas limité à 160 Mo`,
        `${number(first, 1)} Mo`,
        `${number(last, 1)} Mo`,
        `${number(slope, 2)} Mo pour 1 000`,
        '0,5',
      ],
    ],
  );

const reload = (rows: readonly ReloadRow[]): readonly string[] =>
  table(
    ['`!recharger`, plus long tour de la boucle', 'processeur', 'en tout', 'but'],
    rows.map(({ name, cpu, took }) => [name, `${number(cpu, 0)} ms`, `${number(took / 1000, 1)} s`, '50 ms']),
  );

/** Lines of the table of each result, by its name. */
export const TABLES = { ratios, peers, exports, growth, soak, reload } as const satisfies Readonly<
  Record<string, (measured: never) => readonly string[]>
>;
