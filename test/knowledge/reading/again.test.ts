import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../../knowledge/reading/follow-up.ts';
import { createFrameReader } from '../../../knowledge/reading/frame.ts';
import { loadFrames } from '../../../knowledge/reading/load-frames.ts';

const readFrame = createFrameReader(loadFrames());
const read = (text: string) => readFollowUp(readFrame(text).core);

describe('a message on the answer before', () => {
  it.each([
    [
      'source',
      [
        'quel texte dit ça ?',
        'c’est écrit où ?',
        'c’est quelle règle ?',
        'tes sources ?',
        'ok, dans quelle circulaire ?',
        'which rule says so?',
        'd’où ça vient ?',
        'quel article ?',
      ],
    ],
    [
      'sure',
      [
        't’es sûr ?',
        'Vous êtes sûre de ça ?',
        'sûr ?',
        'ah vraiment ?',
        'tu confirmes ?',
        'are you sure?',
        'c’est certain ?',
        'really?',
      ],
    ],
    [
      'so',
      [
        'donc on est tranquilles ?',
        'donc on peut y aller ?',
        'du coup c’est bon ?',
        'donc on est couverts ?',
        'so we’re fine?',
        'alors on peut ?',
        'so can we go?',
      ],
    ],
    ['since', ['depuis quand ?', 'ça date de quand ?', 'since when?', 'et c’est depuis quand ?']],
    [
      'short',
      [
        'plus court',
        'tu peux résumer ?',
        'en une phrase ?',
        'tldr',
        'en bref ?',
        'shorter please',
        'version courte stp',
      ],
    ],
    [
      'en',
      ['en anglais ?', 'et en anglais', 'la même chose en anglais stp', 'in English?', 'english please'],
    ],
    ['fr', ['in French?', 'en français svp']],
  ] as const)('%s', (as, messages) => {
    expect(messages.filter((text) => (read(text) as { as?: unknown } | null)?.as !== as)).toEqual([]);
  });

  it.each([
    'Quel texte fixe le seuil de 9 M€ ?',
    'Donc une commune peut prendre Azure ?',
    'Existe-t-il une version anglaise de la circulaire ?',
    'Êtes-vous sûr que NUBO est qualifié ?',
    'Résume la règle R9',
    'Quelle règle parle de réversibilité ?',
    'On peut déroger à R6 ?',
  ])('« %s » says what it is about', (text) => expect(read(text)).toBeNull());
});

describe('a correction', () => {
  it.each([
    ['en fait c’est de la santé', 'de la santé'],
    ['non, 12 M€', '12 M€'],
    ['euh je voulais dire un EPIC', 'un EPIC'],
    ['ah pardon c’est une mairie', 'une mairie'],
    ['Oups, je me suis trompée : une région', 'une région'],
    ['sorry, I meant a city', 'a city'],
    ['actually it’s payroll data', 'payroll data'],
    ['non en fait, plutôt Outscale', 'Outscale'],
    ['autant pour moi, c’était 800 000 €', '800 000 €'],
  ])('« %s » puts « %s » in the place of what was said', (text, core) => {
    expect(read(text)).toEqual({ kind: 'rest', core });
  });

  it.each([
    'En fait, qui valide une dérogation à R9 ?',
    'Non conforme à R9, que faire ?',
    'Pardon mais quelles sont les règles pour une université qui va chez AWS ?',
    'Désolé, je',
    'non',
  ])('« %s » corrects nothing', (text) => expect(read(text)).toBeNull());
});

describe('another subject', () => {
  it.each([
    'rien à voir : qui finance ?',
    'Autre question, et pour une commune ?',
    'on change de sujet, combien de temps ?',
    'another question: how long?',
    'sinon, rien à voir, et R6 ?',
  ])('« %s » follows nothing', (text) => expect(readFollowUp(text)).toBeNull());
});

it.each([
  ['les opérateurs aussi ?', 'les opérateurs'],
  ['Zoom également ?', 'Zoom'],
  ['our contractors too?', 'our contractors'],
])('« %s » asks the same of one more', (text, core) => {
  expect(read(text)).toEqual({ kind: 'rest', core });
});
