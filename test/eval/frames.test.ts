import { join } from 'node:path';
import { expect, it } from 'vitest';
import { composeLocally } from '../../bot/local.ts';
import { createAsker, FRAMINGS, keptOf } from './framed.ts';
import { readQuestionSet } from './question-set.ts';

/** Questions put into each frame: the whole is `node test/eval/frames.ts`. */
const DRAWN = 12;
const SEED = 20261127;

const questions = ['dev.jsonl', 'dev2.jsonl']
  .flatMap((file) => readQuestionSet(join(import.meta.dirname, 'sets', file)))
  .filter(({ lang }) => lang === 'fr')
  .map(({ question }) => question);

/** The same draw each time, another one for each frame. */
const drawn = (frame: number): readonly string[] =>
  Array.from({ length: DRAWN }, (_, at) => {
    const place = Math.imul(SEED + 977 * frame + at, 2_654_435_761) >>> 8;
    return questions[place % questions.length] ?? '';
  });

it('99 answers in 100 keep status, lead and first citation whatever stands around the question', async () => {
  const ask = createAsker(composeLocally({}));
  const bare = new Map<string, string>();
  const changed: string[] = [];
  for (const [frame, [name, put]] of FRAMINGS.entries()) {
    for (const question of drawn(frame)) {
      const alone = bare.get(question) ?? keptOf(await ask(question));
      bare.set(question, alone);
      if (keptOf(await ask(put(question))) !== alone) changed.push(`${name} : ${question}`);
    }
  }
  expect(FRAMINGS.length).toBeGreaterThanOrEqual(25);
  expect(changed.length / (FRAMINGS.length * DRAWN), changed.join('\n')).toBeLessThanOrEqual(0.01);
});
