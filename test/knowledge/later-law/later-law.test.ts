import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../knowledge/answer/answer.ts';
import {
  besideCeiling,
  concernsLaterLaw,
  laterLawNotice,
  loadLaterLaw,
} from '../../../knowledge/later-law/later-law.ts';

const law = loadLaterLaw();
const shown = (today: string): string | undefined =>
  laterLawNotice(law, today)
    ?.text.map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : ''))
    .join('')
    .replaceAll('\u00a0', ' ');

describe('the line on later texts', () => {
  it('is one line, the same each time, that says where the whole list is', () => {
    expect(shown('2026-11-22')).toMatch(/^Hors corpus, à vérifier : .*2026-272 \(!source hors-corpus\)$/);
    expect((shown('2026-11-22') ?? '').length).toBeLessThan(180);
  });

  it('is said in English too', () => {
    expect(laterLawNotice(law, '2026-11-22', 'en')?.text[0]).toMatch(
      /^Outside the corpus, check: .*2026-272/,
    );
  });

  it('is not said before the texts that it names', () => {
    expect(laterLawNotice(law, '2026-04-13')).toBeNull();
  });
});

describe('what stands beside a ceiling', () => {
  it('is said from the day of the text on, in words, without a date that would be computed from it', () => {
    expect(besideCeiling(law, '2026-04-13')).toBeNull();
    for (const lang of ['fr', 'en'] as const) {
      const said = besideCeiling(law, '2026-04-14', lang);
      expect(said).toMatch(/18 mo/);
      expect(said).not.toMatch(/\d{2}\/\d{2}\/\d{4}/);
    }
    expect(besideCeiling({ beside_ceiling: null }, '2026-11-22')).toBeNull();
  });
});

describe('each entry', () => {
  it.each(
    law.entries.map((entry) => [entry.title, entry] as const),
  )('%s says whence it is known', (_, entry) => {
    expect(entry.read_on >= entry.date).toBe(true);
    if (entry.standing === 'secondary')
      expect(entry.link ?? 'https://www.legifrance.gouv.fr').toContain('legifrance');
  });

  it('what is not in force is told in full only', () => {
    expect(law.entries.some(({ title }) => title.includes('proposition de loi'))).toBe(true);
    expect(shown('2026-11-27')).not.toContain('proposition');
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
