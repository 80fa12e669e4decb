import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('matrix-bot-sdk and our code share one instance of each replacement', () => {
  const script = `
    import { createRequire } from 'node:module';
    import { getRequestFn } from './bot/matrix/http/sdk.ts';
    import * as request from 'request';
    import * as crypto from '@matrix-org/matrix-sdk-crypto-nodejs';
    const require = createRequire(import.meta.resolve('matrix-bot-sdk'));
    process.stdout.write(JSON.stringify([
      getRequestFn() === request['module.exports'],
      require('@matrix-org/matrix-sdk-crypto-nodejs').OlmMachine === crypto.OlmMachine,
    ]));`;
  const printed = execFileSync(
    process.execPath,
    ['--disable-warning=DEP0060', '--input-type=module', '--eval', script],
    { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8' },
  );
  expect(JSON.parse(printed)).toEqual([true, true]);
});
