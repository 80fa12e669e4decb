import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** The package, loaded when a file is read: a start that finds everything kept reads none. */
export const yaml = (): typeof import('yaml') => load('yaml');
