import { describe, expect, it } from 'vitest';
import { nearestSentences } from '../../../../knowledge/question/compose/passage-answer.ts';
import { MOST_WORDS, wordCount } from '../../../../knowledge/question/compose/quotation.ts';
import { createAnalyzer } from '../../../../knowledge/search/text/analysis.ts';

const analyze = createAnalyzer({ rewrites: {}, ignored: [], weak: [], kept: [], concepts: {} });
const filler = 'Le texte continue sur un autre sujet sans rapport. '.repeat(20);
const text = `${filler}La réversibilité est prévue au contrat. Elle est financée. ${filler}`;

describe('the extract of a long passage', () => {
  const quote = nearestSentences(text, analyze('réversibilité au contrat'), analyze);

  it('is a contiguous part of it, word for word', () => {
    expect(text).toContain(quote);
  });

  it('holds the sentence that was asked for', () => {
    expect(quote).toContain('La réversibilité est prévue au contrat.');
  });

  it('is no longer than allowed and begins and ends with whole sentences', () => {
    expect(wordCount(quote)).toBeLessThanOrEqual(MOST_WORDS);
    expect(quote).toMatch(/^(?:Le|La|Elle) [\s\S]*\.$/);
  });
});
