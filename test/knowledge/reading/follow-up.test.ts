import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../../knowledge/reading/follow-up.ts';
import { createFrameReader } from '../../../knowledge/reading/frame.ts';
import { loadFrames } from '../../../knowledge/reading/load-frames.ts';

const readFrame = createFrameReader(loadFrames());
const read = (text: string) => readFollowUp(readFrame(text).core);

describe('an elliptic message', () => {
  it.each([
    'et pour une commune ?',
    'Et pour un opérateur, svp ?',
    'même chez Outscale ?',
    'et si c’est de la santé ?',
    'et avec 800 k€ ?',
    'combien de temps ?',
    'jusqu’à quand ?',
    'qui valide ?',
    'qui contrôle ?',
    'faut fournir quoi ?',
    'il manque quoi alors ?',
    'c’est obligatoire ?',
    'à qui je m’adresse ?',
    'quelles conditions ?',
    'quid de la recette ?',
    'what about a city?',
    'how long?',
    'and for a hospital?',
  ])('%j asks the rest of the question before', (text) => {
    expect(read(text)).toMatchObject({ kind: 'rest' });
  });

  it.each(['pourquoi ?', 'Ah bon, pourquoi ?', 'why?', 'why not?'])('%j asks for the proof', (text) => {
    expect(read(text)).toEqual({ kind: 'why' });
  });

  it.each([
    ['et R6 ?', [6]],
    ['et pour la règle R4 ?', [4]],
    ['and R6?', [6]],
  ])('%j asks the same of other rules', (text, rules) => {
    expect(read(text)).toEqual({ kind: 'rules', rules });
  });
});

describe('a question that stands by itself', () => {
  it.each([
    'R4 stp',
    'C’est quoi SecNumCloud ?',
    'Combien de temps dure une dérogation à R9 ?',
    'Qui valide une dérogation à R9 ?',
    'Et quelles sont les règles pour les données de santé ?',
    'Pourquoi Office 365 n’est-il pas conforme ?',
    'Où trouver la liste des organismes soumis ?',
    'Ça va ?',
    '',
  ])('%j is no follow-up', (text) => expect(read(text)).toBeNull());

  it.each(['dev', 'dev2', 'held-out'])('nor is any of the set %s', (set) => {
    const lines = readFileSync(join(import.meta.dirname, `../../eval/sets/${set}.jsonl`), 'utf8').split('\n');
    const questions = lines.filter((line) => line !== '').map((line) => String(JSON.parse(line).question));
    expect(questions.filter((question) => read(question) !== null)).toEqual([]);
  });
});
