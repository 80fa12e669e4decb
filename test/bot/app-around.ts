import { type AppParts, createApp } from '../../bot/app.ts';
import { createLog } from '../../bot/log/log.ts';
import { NO_RIGHTS } from '../../bot/rights/rights.ts';
import type { RequestContext } from '../../commands/respond.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { passages } from '../support/answers.ts';

/** The application around a responder of three lines, and what it was asked and logged. */
export const setUp = (answer: Answer | null | Error = passages(), parts: Partial<AppParts> = {}) => {
  const asked: { text: string; context: RequestContext }[] = [];
  const lines: string[] = [];
  const handle = createApp({
    respond: async (text, context) => {
      asked.push({ text, context });
      if (answer instanceof Error) throw answer;
      return answer;
    },
    rights: {
      ...NO_RIGHTS,
      operators: ['@chef:agent.dinum.tchap.gouv.fr'],
      adminRoom: '!admin:agent.dinum.tchap.gouv.fr',
    },
    language: 'auto',
    corpusVersion: '3f2a9c',
    clock: { now: () => Date.parse('2026-06-30T22:30:00Z') },
    log: createLog({ level: 'debug', write: (line) => lines.push(line) }),
    ...parts,
  });
  return { handle, asked, lines };
};
