import { describe, expect, it } from 'vitest';
import { bounded, MAX_CHARACTERS, sentencesOf } from '../../../knowledge/search/text/sentences.ts';

describe('bounded', () => {
  it('keeps the beginning and the end of a long story', () => {
    const text = bounded(`DEBUT ${'x'.repeat(60_000)} FIN`);
    expect(text.length).toBeLessThanOrEqual(MAX_CHARACTERS + 1);
    expect(text).toMatch(/^DEBUT.*FIN$/);
  });
});

describe('clausesOf', () => {
  it('gives the last sentences first', () => {
    expect(sentencesOf('Nous archivons des dossiers. Le juriste hésite. Quelle règle suivre ?')).toEqual([
      'Quelle règle suivre ?',
      'Le juriste hésite.',
      'Nous archivons des dossiers.',
    ]);
  });

  it('gives nothing for a single sentence', () => {
    expect(sentencesOf('Que dit la règle R9 ?')).toEqual([]);
  });

  it('stops at three', () => {
    expect(sentencesOf('Une phrase assez longue. '.repeat(50))).toHaveLength(3);
  });
});
