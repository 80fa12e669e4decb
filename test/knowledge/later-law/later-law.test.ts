import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../knowledge/answer/answer.ts';
import { concernsLaterLaw, laterLawNotice, loadLaterLaw } from '../../../knowledge/later-law/later-law.ts';

const law = loadLaterLaw();
const shown = (today: string): string | undefined =>
  laterLawNotice(law, today)
    ?.text.map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : ''))
    .join('')
    .replaceAll('\u00a0', ' ');

describe('the line on later texts', () => {
  it.each([
    ['loi n° 2024-449'],
    ['décret n° 2026-272 du 14 avril 2026'],
    ['18 mois'],
    ['arrêté du 12 août 2026'],
    ['circulaire n° 6519/SG du 5 février 2026'],
    ['vade-mecum de la DINUM'],
    ['!source hors-corpus'],
  ])('names %s', (words) => {
    expect(shown('2026-11-22')).toContain(words);
  });

  it('begins by saying that it stands outside the corpus', () => {
    expect(shown('2026-11-22')).toMatch(/^Hors corpus, à vérifier/);
  });

  it('says so in English around the French titles', () => {
    expect(laterLawNotice(law, '2026-11-22', 'en')?.text[0]).toMatch(
      /^Outside the corpus, to be checked: loi n° 2024-449/,
    );
  });

  it('names no text that did not exist at the day of the answer', () => {
    expect(shown('2026-03-01')).toContain('6519/SG');
    expect(shown('2026-03-01')).not.toContain('2026-272');
    expect(laterLawNotice(law, '2024-05-20')).toBeNull();
  });
});

describe('which answers it ends', () => {
  const citation = (documentId: string, anchor: string): Citation => ({
    documentId,
    documentTitle: '',
    anchor,
    passageId: `${documentId}#x`,
    quote: '',
    lang: 'fr',
    date: '2023-05-31',
    link: null,
    status: 'in-force',
  });

  it.each([
    ['circulaire-2023', 'R9', true],
    ['circulaire-2023', 'R8', false],
    ['faq-2024', 'Dérogations', true],
    ['faq-2024', 'Données particulièrement sensibles', true],
    ['faq-2024', 'Contrôle', false],
    ['note-o365-2021', '§3 (non-conformité et dérogation)', true],
    ['numspot', 'R9', false],
  ])('%s, %s: %s', (documentId, anchor, expected) => {
    expect(concernsLaterLaw(law, [citation('gaiax-2020', 'x'), citation(documentId, anchor)])).toBe(expected);
  });
});
