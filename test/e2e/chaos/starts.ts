import { setTimeout as sleep } from 'node:timers/promises';
import type { Bot } from '../support/bot.ts';

/** A start that is expected to fail: its exit code (null when it has not ended in two minutes) and what it said on standard error. */
export const failingStart = async (
  bot: Bot,
): Promise<{ readonly code: number | null; readonly text: string }> => {
  const before = bot.errors().length;
  bot.launch();
  const code = await Promise.race([bot.ended(), sleep(120_000, null)]);
  await bot.stop('SIGKILL');
  return { code, text: bot.errors().slice(before) };
};

/** Of what was said, enough for a table. */
export const firstLine = (text: string): string => text.trim().split('\n')[0]?.slice(0, 120) ?? '';

/** Whether a text holds a raw stack trace. */
export const hasTrace = (text: string): boolean => /^\s+at .+:\d+:\d+\)?$/m.test(text);
