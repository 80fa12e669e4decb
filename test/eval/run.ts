import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { createQuestionAnswerer } from '../../knowledge/question/answerer.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { toBatch } from './batch.ts';
import { readQuestionSet } from './question-set.ts';
import { type Score, score } from './score.ts';

// npm run eval -- [--kinds] [--misses 30] [--set test/eval/sets/held-out.jsonl]
const { values } = parseArgs({
  options: {
    set: { type: 'string', default: join(import.meta.dirname, 'sets/dev.jsonl') },
    kinds: { type: 'boolean', default: false },
    misses: { type: 'string', default: '0' },
  },
});

const items = readQuestionSet(values.set);
const answerer = createQuestionAnswerer(loadCorpus(), loadKnowledge());
const answers = items.map(({ question }) => toBatch(answerer.answer(question, { today: '2026-01-01' })));
const { total, kinds, misses } = score(items, answers);

const percent = (part: number, whole: number): string =>
  whole === 0 ? 'n/a' : `${((100 * part) / whole).toFixed(1)}%`;
const line = (tally: Score): string =>
  [
    `hit@1 ${percent(tally.hit1, tally.answerable)}`,
    `hit@3 ${percent(tally.hit3, tally.answerable)}`,
    `MRR ${(tally.reciprocal / Math.max(1, tally.answerable)).toFixed(3)}`,
    `wrongly refused ${percent(tally.wronglyRefused, tally.answerable)}`,
    `rightly refused ${percent(tally.rightlyRefused, tally.unanswerable)}`,
    `must-mention ${percent(tally.mentioned, tally.mentions)}`,
    `(answerable ${tally.answerable}, unanswerable ${tally.unanswerable})`,
  ].join('  ');

console.log(line(total));
if (values.kinds) {
  for (const [kind, tally] of [...kinds].sort()) console.log(`  ${kind.padEnd(14)} ${line(tally)}`);
}
for (const { item, why, answer } of misses.slice(0, Number(values.misses))) {
  const wanted = item.gold.slice(0, 2).map(({ doc, anchor }) => `${doc} ${anchor}`);
  const [first] = answer.citations;
  console.log(`- [${item.kind}] ${item.question}\n    ${why}; wanted ${wanted.join(' | ')}`);
  console.log(`    first: ${first?.document} ${first?.anchor} ${first?.quote.slice(0, 110)}`);
}
