import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';
import { createFollowUpAskReader, loadFollowUpAsks } from '../../../knowledge/reading/follow-up-asks.ts';

const asks = loadFollowUpAsks();
const read = createFollowUpAskReader(asks);
const known = new Set(loadKnowledge().cards.map(({ id }) => id));

describe.each(asks.map((ask) => [ask.asks, ask] as const))('%s', (name, {
  examples,
  counter,
  cards,
  otherwise,
  after,
}) => {
  it.each(examples)('is asked by « %s »', (example) => expect(read(example)?.asks).toBe(name));
  it.each(counter)('is not asked by « %s »', (example) => expect(read(example)?.asks).not.toBe(name));
  it('names cards that exist', () => {
    for (const id of [...cards, ...otherwise, ...after]) expect(known).toContain(id);
  });
});

it('reads past what ties it to the message before', () => {
  expect(read('ok, et lesquelles exactement ?')?.asks).toBe('which_ones');
});
