import { parentPort, workerData } from 'node:worker_threads';
import { serviceCache } from '../../knowledge/cache/project-cache.ts';
import { loadParts } from '../load-parts.ts';
import { OperatorError } from '../operator-error.ts';
import type { Preparation, Prepared } from './prepare.ts';

const prepared = ({ sources, folder }: Preparation): Prepared => {
  try {
    loadParts(sources, serviceCache(folder));
    return null;
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return { message: error.message, exitCode: error.exitCode };
  }
};

parentPort?.postMessage(prepared(workerData));
