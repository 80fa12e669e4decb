import type { Open } from './each.ts';
import { inboxContract } from './inbox-contract.ts';
import { outboxContract } from './outbox-contract.ts';
import { roomsContract } from './rooms-contract.ts';
import { valuesContract } from './values-contract.ts';

/** What all queues do; `open` gives empty ones. */
export const queuesContract = (name: string, open: Open): void => {
  for (const contract of [inboxContract, outboxContract, roomsContract, valuesContract]) contract(name, open);
};
