import { describe, expect, it } from 'vitest';
import { namesOf } from '../../commands/request.ts';
import { loadRequests } from '../../knowledge/reading/requests.ts';
import { ask, commands, corpus, shown } from './running.ts';

describe('every command of the table', () => {
  it.each(
    commands.map((command) => [command.name, command] as const),
  )('!%s documents itself', (_, command) => {
    expect(command.name).toMatch(/^[a-z][a-z0-9]*$/);
    expect(command.summary).not.toBe('');
    expect(command.effect).not.toBe('');
    expect(command.usage.length).toBeGreaterThan(0);
    expect(command.examples.length).toBeGreaterThan(0);
    expect([...command.usage, ...command.examples].filter((line) => !line.startsWith('!'))).toEqual([]);
  });

  it('has names and aliases of its own', () => {
    expect(() => namesOf(commands)).not.toThrow();
  });

  it.each([
    'question',
    'sensibilite',
    'regle',
    'offres',
    'o365',
    'comparer',
    'faq',
    'source',
    'aide',
  ])('there is !%s', (name) => {
    expect(commands.map((command) => command.name)).toContain(name);
  });
});

describe('every example of every command', () => {
  const examples = commands.flatMap(({ name, examples, right }) =>
    examples.map((example) => [example, name, right] as const),
  );

  it.each(examples)('%s is served', async (example, name, right) => {
    const answer = await ask(example, {
      conversation: {
        roomId: '!room:example.org',
        thread: null,
        sender: '@agent:example.org',
        eventId: `$${example}`,
        room: 'console',
        right,
      },
    });
    expect(['refused', 'not-found']).not.toContain(answer.kind);
    expect(answer.corpusVersion).toBe(corpus.version);
    if (name !== 'question') expect(answer.data?.command).toBe(name);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    expect(shown(answer)).not.toMatch(/undefined|\[object|null/);
  });
});

it('every command that a sentence may ask for exists', () => {
  const names = commands.map(({ name }) => name);
  expect(loadRequests().requests.filter(({ command }) => !names.includes(command))).toEqual([]);
});
