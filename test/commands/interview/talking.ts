import { beforeEach } from 'vitest';
import type { InterviewInput } from '../../../commands/interview/interviews.ts';
import { createMemoryInterviewStore } from '../../../commands/interview/memory-store.ts';
import type { InterviewStore } from '../../../commands/interview/store.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { conversation, invocation, ruleCommands } from '../../support/commands/rule-commands.ts';

export const START = Date.UTC(2026, 10, 22, 9);
export const HOUR = 3_600_000;
export let store: InterviewStore;
export let events: number;

export interface Where {
  readonly room?: 'direct' | 'private';
  readonly roomId?: string;
  readonly thread?: string | null;
  readonly sender?: string;
  readonly eventId?: string;
  readonly at?: number;
}

export const context = ({ at = START, ...place }: Where) => {
  events += 1;
  return invocation('', {
    now: at,
    conversation: conversation({ room: 'direct', eventId: `$${events}`, ...place }),
  });
};

/** Each call builds the bot anew over the same store: every test is a test of restarting. */
export const bot = () => ruleCommands(store);

export const start = (where: Where = {}, args = ''): Promise<Answer> =>
  Promise.resolve(bot().sensibilite.run({ ...context(where), args }));

export const send = (input: InterviewInput, where: Where = {}): Promise<Answer | null> =>
  bot().interviews.continueInterview(input, context(where));

export const say = (text: string, where: Where = {}, addressed = true): Promise<Answer | null> =>
  send({ kind: 'text', text, addressed }, where);

export const react = (key: string, cause: string | null, where: Where = {}): Promise<Answer | null> =>
  send({ kind: 'reaction', key, cause }, where);

export const question = (answer: Answer | null): unknown =>
  answer?.data?.question ?? answer?.data?.outcome ?? null;

/** What is asked after each reply in turn. */
export const play = async (...replies: string[]): Promise<unknown[]> => {
  const asked = [question(await start())];
  for (const reply of replies) asked.push(question(await say(reply)));
  return asked;
};

/** Each test begins with nobody interviewed. */
export const startAnew = (): void => {
  beforeEach(() => {
    store = createMemoryInterviewStore();
    events = 0;
  });
};
