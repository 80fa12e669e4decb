import { PassThrough } from 'node:stream';
import type { Terminal } from '../../bot/cli/console.ts';

/** An output and what was written to it; `fields` make it a terminal (`isTTY`, `columns`). */
export const collect = (fields: object = {}): { output: Terminal['output']; shown: () => string } => {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  return { output: Object.assign(stream, fields), shown: () => Buffer.concat(chunks).toString() };
};
