import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartOf } from './support/chart.ts';
import { type Result, readResult } from './support/results.ts';
import { TABLES } from './support/tables.ts';

// npm run bench:docs: makes the tables and the chart of docs/performance.md from bench/results.
const docs = join(import.meta.dirname, '../docs');
const file = join(docs, 'performance.md');

let page = readFileSync(file, 'utf8');
for (const [name, tableOf] of Object.entries(TABLES)) {
  const result = readResult<never>(name);
  if (result === null) continue;
  const place = new RegExp(`(<!-- mesures : ${name} -->\n)[^]*?(<!-- fin -->)`);
  page = page.replace(place, (_, begin: string, end: string) =>
    [begin, '', ...tableOf(result.measured), '', measuredOn(result), '', end]
      .join('\n')
      .replace('\n\n', '\n'),
  );
}
writeFileSync(file, page);
const peers = readResult<Parameters<typeof chartOf>[0]>('peers');
if (peers !== null) writeFileSync(join(docs, 'performance.svg'), chartOf(peers.measured));

function measuredOn({ date, node, machine }: Result<unknown>): string {
  const [year, month, day] = date.split('-');
  return `Mesuré le ${day}/${month}/${year}, Node ${node}, ${machine}.`;
}
