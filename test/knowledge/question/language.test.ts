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
  ['is a comparative study needed below one million', 'en'],
  ['Citez-moi [R5] in extenso', 'fr'],
  ['que dit https://example.org/the-cloud-is-where-we-are ?', 'fr'],
  ['health data hosting: HDS or SecNumCloud pls', 'en'],
  ['RIE = ?', 'fr'],
  ['Nubo et Pi : différence', 'fr'],
  ['threshold for the big IT review?', 'en'],
  ['on a un SaaS sur AWS, ok ou pas', 'fr'],
  ['', 'fr'],
  ['Hello, seuil pour une étude ? Thanks in advance', 'fr'],
  ['Hi team, quick question: is R7 binding? Best regards', 'en'],
  ['Hello, R10? Thanks in advance', 'en'],
  ['hello', 'en'],
  ['please', 'en'],
])('reads « %s » as %s', (question, lang) => {
  expect(languageOf(question)).toBe(lang);
});
