import { absent } from './absent.ts';
import type { Row } from './measured.ts';
import type { Absent } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { inFrench, inSeconds, tableOf } from './table.ts';

/** docs/fiabilite.md, from what was measured: nothing in it is written by hand but these words. */
export const pageOf = (rows: readonly Row[]): string => {
  const sum = (of: (row: Row) => number): string => inFrench(rows.reduce((total, row) => total + of(row), 0));
  return `# Fiabilité : les pannes, et ce qu’elles coûtent

Ce que le robot promet : chaque question reçoit une réponse, une seule, jamais en clair dans un salon chiffré, quelle que soit la panne. Ce tableau est produit par l’épreuve elle-même, entre le vrai programme, un vrai Synapse et un vrai client (matrix-js-sdk) qui compte les réponses dans l’historique que garde le serveur :

\`\`\`
npm run chaos -- --list
npm run chaos -- --only faute-1 --seed 7
npm run chaos -- --minutes 25 --write
\`\`\`

\`--only\` choisit des épreuves par le début de leur nom, \`--seed\` fixe les tirages, \`--minutes\` arrête de commencer des épreuves après ce temps, \`--write\` met à jour [fiabilite.jsonl](fiabilite.jsonl) et cette page ; avec \`--add\` et une autre graine, les essais s’ajoutent à ceux du relevé. La commande finit avec le code 1 si une promesse est rompue. \`.ci/run\` joue les plus courtes (\`--short\`), \`.ci/long\` toutes. Certaines demandent à être root (petit disque monté) ou le paquet Debian \`faketime\`.

## Relevé ${dates(rows)}

${versions(rows)}. Deux cœurs partagés avec d’autres travaux (charge moyenne de ${loads(rows)}) : les délais en souffrent, les comptes non. En tout ${sum(({ tries }) => tries)} essais : ${sum(({ lost }) => lost)} perdu(s), ${sum(({ doubled }) => doubled)} doublé(s), ${sum(({ leaked }) => leaked)} en clair.

- Perdu : sans réponse, abandonné par une excuse, ou illisible pour la personne.
- En clair : message non chiffré dans un salon chiffré, ou secret, identifiant, texte dans le journal.
- Reprise : de la fin de la panne à la dernière réponse attendue.
${memoryOf(rows)}
${tableOf(rows)}
## À côté de 7b12c2a

Les mêmes fautes, sur les mêmes nombres de questions, avant et maintenant.

| épreuve | en 7b12c2a | maintenant |
|---|---|---|
${rows.flatMap(besideIn).join('')}
## Ce que disent les figures

${rows.flatMap((row) => (notesOf(row) === '' ? [] : [`- \`${row.name}\` : ${notesOf(row)}.\n`])).join('')}
## Ce qui n’est pas mesuré ici

| épreuve | panne | pourquoi |
|---|---|---|
${[...absent, ...notPlayed(rows)].map(({ name, fault, why }) => `| \`${name}\` | ${fault} | ${why} |\n`).join('')}`;
};

/** The memory at most where none was asked for; '' when no row has it. */
const memoryOf = (rows: readonly Row[]): string => {
  const known = rows.flatMap(({ name, memory }) => (memory == null ? [] : [{ name, memory }]));
  const most = known.toSorted((a, b) => b.memory - a.memory)[0];
  return most === undefined
    ? ''
    : `- Mémoire résidente du robot, là où rien ne la limite (Node prend alors ce qu’il y a) : au plus ${most.memory} Mio (\`${most.name}\`, sur les ${known.length} épreuves où elle est relevée). Ce qu’il lui suffit d’avoir : épreuve \`memoire\`.\n`;
};

/** Scenarios that have no figures yet. */
const notPlayed = (rows: readonly Row[]): readonly Absent[] =>
  scenarios
    .filter(({ name }) => !rows.some((row) => row.name === name))
    .map(({ name, fault }) => ({
      name,
      fault,
      why: `pas jouée lors de ce relevé, faute de temps : \`npm run chaos -- --only ${name} --write\``,
    }));

/** What was done, then what helps to read the figures. */
const notesOf = ({ counts = {}, note }: Row): string =>
  [
    ...Object.entries(counts).map(([name, count]) => `${inFrench(count)} ${name}`),
    ...(note === undefined ? [] : [note]),
  ].join(' ; ');

const besideIn = (row: Row): readonly string[] => {
  const { name, lost, doubled, tries, what = 'questions', recoveryMs } = row;
  const before = scenarios.find((one) => one.name === name)?.before;
  if (before === undefined) return [];
  const now = [
    `${inFrench(lost)} perdue(s), ${inFrench(doubled)} doublée(s) sur ${inFrench(tries)} ${what}`,
    ...(recoveryMs === null ? [] : [`reprise ${inSeconds(recoveryMs)}`]),
    ...(notesOf(row) === '' ? [] : [notesOf(row)]),
  ];
  return [`| \`${name}\` | ${before} | ${now.join(' ; ')} |\n`];
};

const dates = (rows: readonly Row[]): string => {
  const days = [...new Set(rows.map(({ date }) => date))].toSorted();
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  return first === last ? `du ${inWords(first)}` : `du ${inWords(first)} au ${inWords(last)}`;
};

const loads = (rows: readonly Row[]): string => {
  const sorted = rows.map(({ load }) => load).toSorted((a, b) => a - b);
  return `${sorted[0]} à ${sorted.at(-1)}`;
};

const inWords = (day: string): string =>
  day === ''
    ? ''
    : new Date(`${day}T12:00:00Z`).toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

const versions = (rows: readonly Row[]): string => {
  const of = (field: 'node' | 'synapse'): string => [...new Set(rows.map((row) => row[field]))].join(', ');
  const seeds = new Set(rows.flatMap(({ seed, otherSeeds = [] }) => [seed, ...otherSeeds]));
  return `Node ${of('node')}, Synapse ${of('synapse')} (SQLite), graine${seeds.size > 1 ? 's' : ''} ${[...seeds].toSorted((a, b) => a - b).join(', ')}`;
};
