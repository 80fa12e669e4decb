import { expect, it } from 'vitest';
import { renderJson } from '../../../bot/render/json.ts';
import { ask } from '../../commands/running.ts';

it('is the answer itself, set so that people can read it too', async () => {
  const answer = await ask('!seuil 3,5 M€');
  expect(JSON.parse(renderJson(answer))).toEqual(answer);
  expect(renderJson(answer)).toMatch(/^\{\n {2}"[a-zA-Z]+":/);
});
