import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';

let folder = '';
const source = join(import.meta.dirname, '../../../knowledge/data');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  mkdirSync(join(folder, 'out-of-scope'));
  for (const name of [
    'thesaurus',
    'frames',
    'out-of-scope/topics',
    'precedences',
    'related',
    'notices',
    'later-law',
  ]) {
    cpSync(join(source, `${name}.yaml`), join(folder, `${name}.yaml`));
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('loading the knowledge', () => {
  it('takes absent folders for empty', () => {
    expect(loadKnowledge(folder)).toMatchObject({ outOfScope: [], cards: [], sampleQuestions: new Map() });
  });

  it.each([
    [
      'a topic without label',
      'out-of-scope/topics.yaml',
      '- code: x\n  patterns: [a]\n',
      /topics\.yaml[\s\S]*0\.label/,
    ],
    [
      'a pattern that is none',
      'out-of-scope/topics.yaml',
      "- code: x\n  label: {fr: a, en: b}\n  patterns: ['(']\n",
      /ligne 3, 0\.patterns\.0 : .*expression régulière/,
    ],
    [
      'an unknown field',
      'notices.yaml',
      '- code: x\n  when: {}\n  text: {fr: a, en: b}\n  colour: red\n',
      /champ inconnu colour/,
    ],
    [
      'a passage that is no id',
      'precedences.yaml',
      '- passage: R9\n  yieldsTo: a#b\n  on: x\n',
      /lu "R9"[\s\S]*circulaire-2023#R9\.derogation/,
    ],
    ['broken YAML', 'thesaurus.yaml', 'concepts: [', /thesaurus\.yaml[\s\S]*YAML/],
  ])('refuses %s, naming file and field', (_, name, text, message) => {
    writeFileSync(join(folder, name), text);
    expect(() => loadKnowledge(folder)).toThrow(message);
  });
});
