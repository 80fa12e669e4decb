import { describe, expect, it } from 'vitest';
import { renderText } from '../../../bot/render/text.ts';
import type { Answer, Block, Citation } from '../../../knowledge/answer/answer.ts';
import { citation, passages } from '../../support/answers.ts';
import { plain } from '../../support/plain.ts';

const text = (answer: Answer): string => plain(renderText(answer));

describe('references take the lines that they need', () => {
  const UNNAMED: Block = { kind: 'paragraph', text: ['Une réponse.'] };
  const QUOTED: Block = { kind: 'quote', citation: 0 };

  it('puts a second place on the line of the first while it takes no more lines of a phone, else on one of its own', () => {
    const short = citation({ reference: 'Circulaire 2023' });
    const other = {
      documentId: 'faq-2024',
      reference: 'FAQ 2024',
      passageId: 'faq-2024#x',
      link: 'https://b.fr/',
    };
    const drawn = (anchor: string, first: Partial<Citation> = {}): string =>
      text(
        passages({
          blocks: [UNNAMED, QUOTED],
          citations: [{ ...short, ...first }, citation({ ...other, anchor })],
        }),
      );
    expect(drawn('Contrôle')).toMatch(
      /\[1\] Circulaire 2023, R9( – \S+)? · \[2\] FAQ 2024 – https:\/\/b\.fr\/$/m,
    );
    expect(drawn('Contrôle', { anchor: '2.1. Offres' })).toMatch(/^aussi \[2\] FAQ 2024, Contrôle – /m);
    expect(drawn('Données particulièrement sensibles de l’État', { anchor: '2.1. Offres' })).toMatch(
      /^aussi \[2\] FAQ 2024, Données… – /m,
    );
  });

  it('cuts a heading that would take more than two lines under a quotation', () => {
    const anchor =
      'France 2030 : vers un renforcement de l’offre cloud de confiance pour les administrations';
    const reference = /^\[1\] .*$/m.exec(
      text(passages({ blocks: [UNNAMED, QUOTED], citations: [citation({ anchor, link: null })] })),
    )?.[0];
    expect(reference).toMatch(/France 2030.*…$/);
    expect(reference?.length).toBeLessThanOrEqual(76);
  });
});
