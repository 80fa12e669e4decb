import { setTimeout as sleep } from 'node:timers/promises';
import type { Questions } from './questions.ts';

const LONGEST_OF_OTHERS = 60_000;

/** Milliseconds that some questions wait, asked one after the other in one room. */
export const delaysOf = async (
  questions: Questions,
  room: string,
  count: number,
): Promise<readonly number[]> => {
  const delays: number[] = [];
  for (let index = 0; index < count; index++) {
    const asked = await questions.ask(1, [room]);
    delays.push(await questions.untilAnswered(asked, LONGEST_OF_OTHERS));
    await sleep(1000);
  }
  return delays;
};
