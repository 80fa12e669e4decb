import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Sources } from '../load-parts.ts';
import { OperatorError } from '../operator-error.ts';

/** What the thread is asked for: it keeps what it computes in that folder. */
export interface Preparation {
  readonly sources: Sources;
  readonly folder: string;
}

/** What it answers: nothing when all is kept, or what only the operator can put right. */
export type Prepared = { readonly message: string; readonly exitCode: number } | null;

/**
 * Reads and computes in a thread of its own what the next bot is made of, and keeps it in the folder: the bot in service
 * goes on answering meanwhile, and to build the next one is then only to read.
 * @throws OperatorError when texts or data are not right
 */
export const prepareAside = async (preparation: Preparation): Promise<void> => {
  const worker = new Worker(new URL(`./prepare-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData: preparation,
  });
  // An error of the thread that is no OperatorError rejects here.
  const [found] = (await once(worker, 'message')) as [Prepared];
  if (found !== null) throw new OperatorError(found.message, found.exitCode);
};
