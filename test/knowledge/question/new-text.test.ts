import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { createQuestionAnswerer } from '../../../knowledge/question/answerer.ts';
import { checkKnowledge } from '../../../knowledge/question/check-knowledge.ts';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';

const home = mkdtempSync(join(tmpdir(), 'data-'));
afterAll(() => rm(home, { recursive: true, force: true }));
cpSync(join(import.meta.dirname, '../../../knowledge/data'), home, { recursive: true });

const decree = `---
id: decret-parapluies
language: fr
title: "Décret fictif sur les parapluies"
shortTitle: Décret sur les parapluies
kind: decret
issuer: Service imaginaire
number: null
date: 2020-01-01
version: null
link: null
status: in-force
supersededBy: null
rank: 6
authority: 0.95
people: [Ombeline]
licence: Texte fictif
provenance: "Écrit pour un test."
errata: []
---

# Rangement

Les parapluies sont rangés par Ombeline, gardienne, pendant les jours d’orage.

# Prêt

Chaque visiteur emprunte un parapluie contre signature.

# Réparation

<!-- passage: reparation -->

Un parapluie cassé est réparé sous huit jours.
`;

const card = `- id: parapluies-casses
  title: Les parapluies cassés
  questions:
    - en combien de temps un parapluie cassé est-il réparé
    - qui répare les parapluies cassés
  passages: [decret-parapluies#reparation]
  sentences:
    - text: Il est réparé en huit jours.
      citations:
        - passage: decret-parapluies#reparation
          quote: Un parapluie cassé est réparé sous huit jours.
`;

const sampleQuestions = `decret-parapluies#reparation:
  - sous combien de jours un parapluie cassé est-il réparé
  - que faire d'un parapluie abîmé
`;

/** Questions of its own help find a text, and a card answers from it; it is found without. */
describe('a kind of text that the program has never seen is data only', () => {
  writeFileSync(join(home, 'corpus/decret-parapluies.md'), decree);
  writeFileSync(join(home, 'cards/parapluies.yaml'), card);
  writeFileSync(join(home, 'questions/decret-parapluies.yaml'), sampleQuestions);
  const corpus = loadCorpus(join(home, 'corpus'));
  const knowledge = loadKnowledge(home);
  const answerer = createQuestionAnswerer(corpus, knowledge);
  const ask = (question: string) => answerer.answer(question, { today: '2026-11-22' });

  it('has its own kind, rank and authority', () => {
    expect(corpus.documents.get('decret-parapluies')).toMatchObject({
      kind: 'decret',
      rank: 6,
      authority: 0.95,
    });
    expect(checkKnowledge(corpus, knowledge)).toEqual([]);
  });

  it.each([
    ['Qui range les parapluies pendant les jours d’orage ?', 'decret-parapluies#rangement.p1'],
    ['Comment un visiteur emprunte-t-il un parapluie ?', 'decret-parapluies#pret.p1'],
  ])('answers from its passages: %s', (question, passage) => {
    expect(ask(question).citations[0]?.passageId).toBe(passage);
  });

  it('answers by its card', () => {
    const answer = ask('Qui répare les parapluies cassés ?');
    expect(answer).toMatchObject({ kind: 'passages', trace: { card: 'parapluies-casses' } });
    expect(answer.citations[0]?.quote).toBe('Un parapluie cassé est réparé sous huit jours.');
  });

  it('never keeps the names that it says it holds, and keeps its words', () => {
    expect(answerer.terms('Que dit Ombeline du rangement des parapluies ?')).toEqual(['parapluies', 'range']);
  });

  it('leaves the other texts where they were', () => {
    expect(ask('Que dit R9 ?').citations[0]).toMatchObject({ documentId: 'circulaire-2023', anchor: 'R9' });
  });
});
