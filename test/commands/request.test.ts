import { describe, expect, it } from 'vitest';
import type { Command } from '../../commands/command.ts';
import { MAX_TEXT, namesOf, parseRequest } from '../../commands/request.ts';

const command = (name: string, ...aliases: string[]): Command => ({
  name,
  aliases,
  summary: '',
  usage: [],
  effect: '',
  examples: [],
  right: 'everyone',
  run: () => {
    throw new Error('not run here');
  },
});

const names = namesOf([
  command('aide', 'help'),
  command('seuil', 'cout'),
  command('regle', 'regles'),
  command('sensibilite'),
  command('derogation'),
  command('faq', 'q'),
]);

const parse = (text: string) => parseRequest(text, names);

describe('a command is recognised however it is typed', () => {
  it.each([
    ['!seuil 3.5M', 'seuil', '3.5M'],
    ['! seuil 3,5 M€', 'seuil', '3,5 M€'],
    ['  !SEUIL\u00a03\u202f500\u202f000 euros ', 'seuil', '3\u202f500\u202f000 euros'],
    ['！seuil 2 millions', 'seuil', '2 millions'],
    ['/coût 900 k€', 'seuil', '900 k€'],
    ['/Aide', 'aide', ''],
    ['! règle R7', 'regle', 'R7'],
    ['!\uff53\uff45\uff55\uff49\uff4c 1M', 'seuil', '1M'],
    ['!ai\u200bde', 'aide', ''],
    ['\u202e!aide', 'aide', ''],
    ['!help seuil', 'aide', 'seuil'],
    ['!coût 950k', 'seuil', '950k'],
    ['!dérogation', 'derogation', ''],
    ['!de\u0301rogation liste', 'derogation', 'liste'],
    ['!Sensibilité état civil', 'sensibilite', 'état civil'],
    ['!seuil -5', 'seuil', '-5'],
    ['!seuil : 3M', 'seuil', '3M'],
    [': !aide', 'aide', ''],
    ['!aide\n!seuil 3M', 'aide', '!seuil 3M'],
    ['!règle R9', 'regle', 'R9'],
    ['!r9', 'regle', 'R9'],
    ['!R 9', 'regle', 'R9'],
    ['!R\u00a015 ?', 'regle', 'R15'],
  ])('%j', (text, name, args) => {
    expect(parse(text)).toEqual({ kind: 'command', name, args, cut: false });
  });
});

describe('a name that is not in the table is unknown', () => {
  it.each([
    ['!constructor', 'constructor', []],
    ['!__proto__', '__proto__', []],
    ['!toString', 'tostring', []],
    ['!seul 3M', 'seul', ['seuil']],
    ['!siuel', 'siuel', ['seuil']],
    ['!sensibilitee', 'sensibilitee', ['sensibilite']],
    ['!regel', 'regel', ['regle']],
    ['!meteo Paris', 'meteo', []],
    ['!euil', 'euil', ['seuil']],
    ['!diude', 'diude', []],
    ['!seuill', 'seuill', ['seuil']],
    ['!seuiill', 'seuiill', ['seuil']],
    ['!zeuill', 'zeuill', []],
    ['! seul', 'seul', []],
    ['! bien vu', 'bien', []],
    ['!!!', '', []],
    ['!', '', []],
    ['!r9x', 'r9x', []],
    ['!ai', 'ai', []],
    ['!fa', 'fa', []],
    ['!fap', 'fap', ['faq']],
    ['!aied', 'aied', []],
  ])('%j', (text, name, suggestions) => {
    expect(parse(text)).toEqual({ kind: 'unknown-command', name, suggestions, cut: false });
  });
});

describe('the rest is a question, or nothing', () => {
  it.each([
    ['Que dit R9 ?', 'Que dit R9 ?'],
    ['Bravo !', 'Bravo !'],
    ['\u200bQue dit\u00a0R9\u202f?', 'Que dit\u00a0R9\u202f?'],
    ['`!aide`', '`!aide`'],
  ])('%j is a question', (text, question) => {
    expect(parse(text)).toEqual({ kind: 'question', text: question, cut: false });
  });

  it.each(['', '   ', '\u00a0\u200b\ufeff', '?', '…', '👍'])('%j is empty', (text) => {
    expect(parse(text)).toEqual({ kind: 'empty', cut: false });
  });
});

describe('a long message is cut before anything is computed', () => {
  it(`keeps ${MAX_TEXT} characters and says so`, () => {
    const request = parse(`seuil ${'a'.repeat(65_000)}`);
    expect(request.cut).toBe(true);
    expect(request.kind === 'question' && request.text.length).toBe(MAX_TEXT);
  });

  it.each(['!', ' ', '\n', '\u0301', '> ', '!r'])('%j repeated 65,000 times does not throw', (piece) => {
    expect(parse(piece.repeat(65_000)).cut).toBe(true);
    expect(parse(`!${piece.repeat(65_000)}`).cut).toBe(true);
  });

  it('leaves no half of an emoji', () => {
    const request = parse(`${'a'.repeat(MAX_TEXT - 1)}😀`);
    expect(request.kind === 'question' && request.text.isWellFormed()).toBe(true);
  });
});

it('refuses a table in which two commands share a name', () => {
  expect(() => namesOf([command('aide', 'seuil'), command('seuil')])).toThrow('!seuil');
});
