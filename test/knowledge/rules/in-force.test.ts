import { expect, it } from 'vitest';
import { inForce } from '../../../knowledge/rules/texts/in-force.ts';

const of = (passage: string) => ({ passage, quote: '' });

it.each([
  ['rappel-strategie-2021-11-02#x', '2021-11-01', '2021-11-02'],
  ['note-o365-2021#x', '2021-09-14', '2021-09-15'],
  ['circulaire-2023#x', '2023-05-30', '2023-05-31'],
  ['faq-2024#x', '2024-02-22', '2024-02-23'],
])('%s is not quoted on %s, it is on %s', (passage, before, from) => {
  expect(inForce([of(passage)], before)).toEqual([]);
  expect(inForce([of(passage)], from)).toHaveLength(1);
});

it('quotes each words once, and nothing of an unknown text', () => {
  const words = of('faq-2024#x');
  expect(inForce([words, words], '2026-11-22')).toEqual([words]);
  expect(inForce([of('autre#x')], '2026-11-22')).toEqual([]);
});
