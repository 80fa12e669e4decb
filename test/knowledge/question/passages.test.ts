import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { createQuestionAnswerer } from '../../../knowledge/question/answerer.ts';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';

const corpus = loadCorpus();
const answerer = createQuestionAnswerer(corpus, loadKnowledge());
const ask = (question: string) => answerer.answer(question, { today: '2026-11-22' });

describe('the next passages', () => {
  const today = '2026-11-22';

  it('are told with the answer, best first, in its language', () => {
    const { near = [], citations } = ask('réversibilité');
    const cited = [...new Set(citations.map(({ passageId }) => passageId))];
    expect(near.slice(0, cited.length)).toEqual(cited);
    expect(near.length).toBeGreaterThan(3);
    const english = ask('What does the doctrine say about reversibility?').near ?? [];
    expect(new Set(english.map((id) => corpus.passages.get(id)?.lang))).toContain('en');
  });

  it('of a rule asked for by its number begin with the rule itself', () => {
    const rule = corpus.section('circulaire-2023', 'R9', 'fr').map(({ id }) => id);
    expect(ask('Que dit R9 ?').near?.slice(0, rule.length)).toEqual(rule);
  });

  it.each(['que prévoit NIS 2'])('of « %s », which the texts do not cover, do not exist', (question) => {
    expect(ask(question).near).toEqual([]);
  });

  it('are quoted word for word, long ones from their beginning', () => {
    const near = [...corpus.passages.values()].filter(({ text }) => text.length > 1_200).map(({ id }) => id);
    const { kind, citations } = answerer.more(near.slice(0, 3), { today });
    expect(kind).toBe('passages');
    for (const { passageId, quote } of citations)
      expect(corpus.passages.get(passageId)?.text.startsWith(quote)).toBe(true);
  });

  it('come to an end, which is said', () => {
    expect(answerer.more([], { today })).toMatchObject({ kind: 'dialogue', citations: [] });
  });

  it('leave out a passage that the texts no longer hold', () => {
    const ids = ['circulaire-2023#R99', 'circulaire-2023#R8'];
    expect(answerer.more(ids, { today }).citations.map(({ passageId }) => passageId)).toEqual([ids[1]]);
  });
});

describe('search inside one text', () => {
  it('keeps to it', () => {
    const found = answerer.search('dérogation', { documentId: 'faq-2024' });
    expect(found[0]?.id).toBe('faq-2024#derogations.R9');
    expect(new Set(found.map(({ documentId }) => documentId))).toEqual(new Set(['faq-2024']));
  });
});
