import { expect, it } from 'vitest';
import { languageOf } from '../../../knowledge/question/language.ts';

it.each([
  ['Are municipalities covered by the doctrine?', 'en'],
  ['What does R10 say?', 'en'],
  ['How long can the transitional derogation last and who validates it?', 'en'],
  ['Que dit R10 ?', 'fr'],
  ['R10', 'fr'],
  ['hds ou secnumcloud', 'fr'],
  ['Le texte anglais parle de « local authorities » : qui est visé ?', 'fr'],
  ['', 'fr'],
])('reads « %s » as %s', (question, lang) => {
  expect(languageOf(question)).toBe(lang);
});
