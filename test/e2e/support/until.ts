import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until the answer is truthy; the error names what was waited for. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  milliseconds = 30_000,
  everyMs = 100,
): Promise<T> => {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const value = await ask();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`waited ${milliseconds} ms in vain for ${what}`);
    await sleep(everyMs);
  }
};
