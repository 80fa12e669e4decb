import { parseArgs } from 'node:util';
import { composeLocally } from '../../bot/local.ts';
import { createAsker, FRAMINGS, keptOf } from './framed.ts';
import { readQuestionSet } from './question-set.ts';

// node test/eval/frames.ts [--set test/eval/sets/dev2.jsonl] [--every 8] [--shown 20]: each French question in each frame.
const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'test/eval/sets/dev2.jsonl' },
    every: { type: 'string', default: '1' },
    shown: { type: 'string', default: '20' },
  },
});

const questions = readQuestionSet(values.set)
  .filter(({ lang }) => lang === 'fr')
  .filter((_, at) => at % Number(values.every) === 0)
  .map(({ question }) => question);
const ask = createAsker(composeLocally({}));
const bare = new Map<string, string>();
for (const question of questions) bare.set(question, keptOf(await ask(question)));
const changed: string[] = [];
for (const [name, put] of FRAMINGS) {
  let same = 0;
  for (const question of questions) {
    const kept = keptOf(await ask(put(question)));
    if (kept === bare.get(question)) same++;
    else changed.push(`${name}\n    ${question}\n    ${bare.get(question)}\n    ${kept}`);
  }
  console.log(`${((100 * same) / questions.length).toFixed(1).padStart(6)} %  ${name}`);
}
const all = questions.length * FRAMINGS.length;
console.log(`kept ${((100 * (all - changed.length)) / all).toFixed(2)} % of ${all}`);
for (const line of changed.slice(0, Number(values.shown))) console.log(`- ${line}`);
