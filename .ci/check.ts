/**
 * Types, lint, unused code and the data of knowledge/, side by side; what each says is shown whole when it fails.
 *
 * usage: npm run check
 */
import { spawn } from 'node:child_process';

const parts = {
  types: 'tsc --noEmit --incremental --tsBuildInfoFile node_modules/.cache/types.tsbuildinfo',
  lint: 'biome check .',
  unused: 'knip --cache --cache-location node_modules/.cache/knip',
  'check:knowledge': 'node test/eval/check-knowledge.ts --errors',
} as const;

const run = (name: string, command: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
    child.on('close', (code) => {
      console.log(code === 0 ? `${name}: ok` : `${said.trimEnd()}\n${name}: failed (npm run ${name})`);
      resolve(code === 0);
    });
  });

const results = await Promise.all(Object.entries(parts).map(([name, command]) => run(name, command)));
process.exitCode = results.every(Boolean) ? 0 : 1;
