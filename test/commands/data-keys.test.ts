import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { digestCommands } from '../support/commands/digest-commands.ts';
import { ask, commands } from './running.ts';

const PAGE = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
const REGISTER = readFileSync(new URL('../../docs/registre.md', import.meta.url), 'utf8');
const wordsOf = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].flatMap(([, word = '']) => word.split('.'));

/** Fields that docs/formats.md promises for a command: its section, or the rows of its name; the columns of the register too. */
const documented = (name: string): ReadonlySet<string> => {
  const section = PAGE.split(/^### /m).find((part) => part.startsWith(`\`${name}\``)) ?? '';
  const rows = PAGE.split('\n').filter((line) =>
    line
      .split('|')
      .slice(1, 2)
      .some((cell) => wordsOf(cell).includes(name)),
  );
  const interviews = PAGE.split('\n').filter((line) => line.startsWith('Entretien en cours'));
  const words = [section, ...rows, ...interviews, ...(name === 'derogation' ? [REGISTER] : [])].flatMap(
    wordsOf,
  );
  return new Set([...words, 'command', 'error']);
};

/** Names of all fields of a value, whatever their depth. */
const keysOf = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap(keysOf)
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, held]) => [key, ...keysOf(held)])
      : [];

const undocumented = ({ data }: Answer): readonly string[] => {
  if (data === undefined) return [];
  const known = documented(data.command);
  return [...new Set(keysOf(data))].filter((key) => !known.has(key)).map((key) => `${data.command}: ${key}`);
};

const OTHERS = [
  '!seuil 3.500',
  '!seuil 3,5 M€',
  '!sensibilite donnees=beaucoup',
  '!sensibilite sensible=oui secret=oui',
  '!sensibilite etat civil',
  '!regle',
  '!source',
  '!offres en-cours',
  '!offres internes',
  '!inconnue',
  '!lacunes',
];

describe('the data of a command, for programs', () => {
  const examples = commands.flatMap(({ examples, right }) =>
    examples.map((example) => [example, right] as const),
  );

  it.each([
    ...examples,
    ...OTHERS.map((line) => [line, 'operator'] as const),
  ])('has no field that docs/formats.md does not list: %s', async (line, right) => {
    const answer = await ask(line, {
      conversation: {
        roomId: '!room:example.org',
        thread: null,
        sender: '@agent:example.org',
        eventId: `$${line}`,
        room: 'console',
        right,
      },
    });
    expect(undocumented(answer)).toEqual([]);
  });

  it('of the digest either, settings and content', async () => {
    const { say, add } = digestCommands();
    await add({ fin: '2026-11-25' });
    await add({ fin: '2026-10-01' });
    await add({});
    for (const line of [
      '!digest abonner lundi 9h',
      '!digest',
      '!digest apercu',
      '!digest pause 2 semaines',
      '!acquitter 1',
    ])
      expect(undocumented(await say(line))).toEqual([]);
  });
});
