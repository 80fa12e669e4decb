import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a checkout starts a program by its own `package.json`: what Node is given, and the environment. */
export const scriptOf = (
  checkout: string,
  name: 'ask' | 'start',
): { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> } => {
  const { scripts } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  const words: readonly string[] = scripts[name].split(' ');
  const node = words.indexOf('node');
  return {
    args: words.slice(node + 1),
    env: Object.fromEntries(words.slice(0, node).map((word) => word.split('='))),
  };
};
