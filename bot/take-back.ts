import type { Bot } from './compose.ts';
import type { OpenFollowUp } from './feedback/open.ts';
import { failureFields } from './log/failure.ts';
import type { Log } from './log/log.ts';
import type { Transport } from './transport.ts';

interface TakeBackParts {
  readonly followUp: Pick<OpenFollowUp, 'withdrawn'>;
  readonly bot: Pick<Bot, 'withdrawn'>;
  readonly transport: () => Pick<Transport, 'send'>;
  readonly log: Log;
}

/** What is done when the author of an event withdraws it: what it had brought about is undone, and said. Never rejects. */
export const takeBack =
  ({ followUp, bot, transport, log }: TakeBackParts) =>
  async (eventId: string): Promise<void> => {
    await followUp.withdrawn(eventId);
    try {
      for (const outgoing of await bot.withdrawn(eventId)) await transport().send(outgoing);
    } catch (error) {
      log.error('not-taken-back', failureFields(error));
    }
  };
