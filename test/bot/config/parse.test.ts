import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../bot/config/parse.ts';
import { describeProblems, type Problem } from '../../../bot/config/problems.ts';
import { schema } from '../../../bot/config/schema.ts';

const TAB = 'une tabulation met cette ligne en retrait ; YAML n’accepte que des espaces.';

const good = `homeserver:
  url: https://matrix.agent.dinum.tchap.gouv.fr/
  userId: "@robot:agent.dinum.tchap.gouv.fr"
`;

const problems = (text: string): readonly Problem[] => {
  const parsed = parseConfig(text);
  return parsed.ok ? [] : parsed.problems;
};

describe('a configuration', () => {
  it('needs two keys only, and loses the slash at the end of the address', () => {
    expect(parseConfig(good)).toMatchObject({
      ok: true,
      config: {
        homeserver: { url: 'https://matrix.agent.dinum.tchap.gouv.fr' },
        pacing: { millisecondsBetweenMessages: 1000 },
        externals: { servers: ['agent.externe.tchap.gouv.fr', 'e.tchap.gouv.fr'] },
      },
    });
  });

  it('accepts clear HTTP on the machine itself, for a trial', () => {
    expect(
      problems(good.replace('https://matrix.agent.dinum.tchap.gouv.fr/', 'http://localhost:8008')),
    ).toEqual([]);
  });

  it('takes the address of the reading room with its path, without the slash at the end', () => {
    expect(parseConfig(`${good}site: {url: "https://cloud.example/doctrine/"}`)).toMatchObject({
      config: { site: { url: 'https://cloud.example/doctrine' } },
    });
  });
});

describe('what is wrong is shown with its line, what was expected and a proposal', () => {
  const cases: [string, string, Partial<Problem>][] = [
    [
      'an unknown key near a known one',
      `${good}  tokenfile: x\n`,
      { path: 'homeserver.tokenfile', line: 4, suggestion: 'tokenFile' },
    ],
    ['an unknown section', `${good}paceing:\n  x: 1\n`, { path: 'paceing', line: 4, suggestion: 'pacing' }],
    [
      'a long key with several letters missing',
      `${good}pacing:\n  milisecondBetwenMessage: 5\n`,
      { path: 'pacing.milisecondBetwenMessage', suggestion: 'millisecondsBetweenMessages' },
    ],
    ['an unknown key like no other', `${good}zzzzzzzz: 1\n`, { path: 'zzzzzzzz', suggestion: null }],
    [
      'a key named __proto__',
      `${good}__proto__: {isAdmin: true}\n`,
      { path: '__proto__', line: 4, what: 'clé inconnue.' },
    ],
    [
      'a number out of bounds',
      `${good}pacing:\n  millisecondsBetweenMessages: -5\n`,
      { path: 'pacing.millisecondsBetweenMessages', line: 5, received: '-5' },
    ],
    [
      'a text for a number',
      `${good}pacing:\n  millisecondsBetweenMessages: vite\n`,
      { received: '"vite"', expected: 'un nombre entier de 0 à 60000, par exemple 1000' },
    ],
    [
      'a user id without quotes and server',
      `${good}bots: [albert]\n`,
      { path: 'bots.0', line: 4, received: '"albert"' },
    ],
    [
      'a pattern where a person is meant',
      `${good}administration:\n  operators: ["@*:a.fr"]\n`,
      { path: 'administration.operators.0', line: 5 },
    ],
    [
      'a text for a section',
      `${good}data: ici\n`,
      { path: 'data', line: 4, expected: 'une section : des clés en retrait sous son nom' },
    ],
    [
      'a server with https',
      `${good}invitations:\n  homeservers: ["https://a.fr"]\n`,
      { path: 'invitations.homeservers.0', line: 5 },
    ],
    [
      'a word that is no level',
      `${good}log:\n  level: bavard\n`,
      { path: 'log.level', line: 5, expected: 'un de ces mots : error, warn, info, debug, silent' },
    ],
    [
      'an address in clear on the network',
      good.replace('https', 'http'),
      { path: 'homeserver.url', line: 2 },
    ],
    ['an address with a path', good.replace('.fr/', '.fr/_matrix'), { path: 'homeserver.url', line: 2 }],
    [
      'no address at all',
      'homeserver:\n  userId: "@a:b"\n',
      { path: 'homeserver.url', line: 1, what: 'valeur absente.', received: null },
    ],
    ['an empty file', '', { path: 'homeserver', what: 'valeur absente.' }],
    ['a list for the file', '- a\n', { path: '', line: 1 }],
    [
      'a key written twice',
      `${good}bots: []\nbots: []\n`,
      { line: 5, what: 'cette clé est écrite deux fois.' },
    ],
    [
      'a reading room that Tchap would not let anybody open',
      `${good}site: {url: "http://cloud.example/"}`,
      { path: 'site.url', line: 4 },
    ],
    ['a tab for indentation', 'homeserver:\n\turl: x\n', { line: 2, what: TAB }],
    ['a tab after spaces', 'homeserver:\n  url: x\n\tuserId: y\n', { line: 3, what: TAB }],
    [
      'an alias',
      `${good}bots: &b []\ndata: *b\n`,
      { line: 5, what: 'les renvois « *nom » de YAML ne sont pas acceptés.' },
    ],
  ];

  it.each(cases)('%s', (_, text, expected) => {
    expect(problems(text)).toContainEqual(expect.objectContaining(expected));
  });

  it('all at once', () => {
    const text = `${good}pacing:\n  millisecondsBetweenMessages: vite\nlanguage: de\nlogs: {}\n`;
    expect(problems(text).map(({ path }) => path)).toEqual([
      'pacing.millisecondsBetweenMessages',
      'language',
      'logs',
    ]);
  });

  it('in sentences', () => {
    expect(describeProblems('config.yaml', problems(`${good}language: de\nlogs: {}\n`))).toBe(
      [
        'config.yaml : 2 erreurs.',
        '',
        'ligne 4, language : valeur refusée.',
        '  attendu : un de ces mots : auto, fr, en',
        '  lu : "de"',
        '',
        'ligne 5, logs : clé inconnue.',
        `  attendu : une de ces clés : ${Object.keys(schema.shape).join(', ')}`,
        '  proposition : log',
      ].join('\n'),
    );
  });
});

describe('a secret written by mistake is never shown', () => {
  it.each([
    ['as a key of its own', `${good}  password: hunter2\n`],
    ['as a token', `${good}  token: hunter2\n`],
    ['as the file of the token', `${good}  tokenFile: [hunter2]\n`],
    ['in the address', good.replace('https://', 'https://robot:hunter2@')],
  ])('%s', (_, text) => {
    const shown = describeProblems('config.yaml', problems(text));
    expect(shown).toContain('homeserver.');
    expect(shown).not.toContain('hunter2');
  });

  it('and the right place for it is named', () => {
    expect(problems(`${good}  password: hunter2\n`)[0]?.suggestion).toContain('TCHAP_PASSWORD');
  });
});
