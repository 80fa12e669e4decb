import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../knowledge/answer/answer.ts';
import { phoneLines } from '../../../knowledge/answer/phone.ts';
import {
  besideCeiling,
  concernsLaterLaw,
  laterLawNotice,
  loadLaterLaw,
} from '../../../knowledge/later-law/later-law.ts';

const law = loadLaterLaw();
const shown = (today: string): string | undefined =>
  laterLawNotice(law, today, 'fr', [])
    ?.text.map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : ''))
    .join('')
    .replaceAll('\u00a0', ' ');

describe('the line on later texts', () => {
  it('is the same each time, says that the text was not read, and takes two lines of a phone', () => {
    expect(shown('2026-11-22')).toMatch(
      /^Hors corpus, texte non lu : .*2026-272, à vérifier sur Légifrance\.$/,
    );
    expect(phoneLines(shown('2026-11-22') ?? '')).toBe(2);
  });

  it('names the whole list where no answer is to stay short', () => {
    expect(laterLawNotice(law, '2026-11-22')?.text.slice(1)).toMatchObject([
      ' (',
      { text: '!source hors-corpus' },
      ')',
    ]);
  });

  it('is that of the ceiling where the words quoted set one', () => {
    const said = (quote: string) => laterLawNotice(law, '2026-11-22', 'fr', [{ quote }])?.text.join('');
    expect(said("sans qu'elle ne puisse aller au-delà de 12 mois après la date")).toBe(
      'Hors corpus, texte non lu : le décret n° 2026-272 porterait ce plafond à 18 mois ; à vérifier sur Légifrance.',
    );
    expect(said('elles ne sont pas tenues de recourir au cloud')).not.toContain('plafond');
  });

  it('is said in English too', () => {
    expect(laterLawNotice(law, '2026-11-22', 'en')?.text[0]).toMatch(
      /^Outside the corpus, not read: .*2026-272/,
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
