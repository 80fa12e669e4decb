import { loadAll } from '../../knowledge/load-all.ts';

/** Once for all test files, and for the processes that they start: what the project computes of its texts and data. */
export default (): void => {
  try {
    loadAll();
  } catch {
    // Texts or data that do not pass: the tests that read them say so better.
  }
};
