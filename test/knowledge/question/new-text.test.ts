import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { createQuestionAnswerer } from '../../../knowledge/question/answerer.ts';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';

/** Adding a text is adding a file; questions of its own help find it, but it is found without. */
it('answers from a text added as one file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    cpSync(join(import.meta.dirname, '../../../knowledge/data/corpus'), folder, { recursive: true });
    writeFileSync(join(folder, 'note-parapluies.md'), note);
    const knowledge = loadKnowledge();
    const answerer = createQuestionAnswerer(loadCorpus(folder), knowledge);
    const ask = (question: string) => answerer.answer(question, { today: '2026-11-22' });

    expect(ask('Qui range les parapluies pendant les jours d’orage ?').citations[0]).toMatchObject({
      documentId: 'note-parapluies',
      quote: 'Les parapluies sont rangés par le gardien pendant les jours d’orage.',
    });
    expect(ask('Que dit R9 ?').citations[0]?.anchor).toBe('R9');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const note = `---
id: note-parapluies
language: fr
title: "Note fictive sur les parapluies"
shortTitle: Note sur les parapluies
kind: note
issuer: Service imaginaire
number: null
date: 2020-01-01
version: null
link: null
status: context
supersededBy: null
rank: 4
licence: Texte fictif
provenance: "Écrit pour un test."
errata: []
---

# Rangement

Les parapluies sont rangés par le gardien pendant les jours d’orage.

# Prêt

Chaque visiteur emprunte un parapluie contre signature.
`;
