import { describe, expect, it } from 'vitest';
import { ask, notices, shown } from '../running.ts';

describe('!faq searches the FAQ alone', () => {
  it.each([
    ['!faq dérogation', 'Dérogations'],
    ['!faq DEROGATIONS', 'Dérogations'],
    ['!faq collectivités', 'Périmètre'],
    ['!faq financement', 'Accompagnement'],
    ['!faq refonte 50 %', 'Périmètre'],
    ['!faq état civil', 'Périmètre'],
  ])('%s', async (text, section) => {
    const answer = await ask(text);
    expect(answer.kind).toBe('passages');
    expect(answer.citations[0]?.anchor).toBe(section);
    expect(answer.citations.filter(({ documentId }) => documentId !== 'faq-2024')).toEqual([]);
    expect(answer.citations.length).toBeLessThanOrEqual(3);
  });

  it('ends an answer on derogations with the later texts', async () => {
    expect(notices(await ask('!faq dérogation'))).toContain('hors-corpus');
    expect(notices(await ask('!faq financement'))).not.toContain('hors-corpus');
  });

  it('says when the words are not in it, and names its sections', async () => {
    const answer = await ask('!faq kubernetes');
    expect(answer.kind).toBe('not-found');
    expect(shown(answer)).toContain('La FAQ de la DINUM n’emploie pas les mots « kubernetes ».');
    expect(shown(answer)).toContain('- Dérogations');
  });

  it.each(['!faq', '!faq ?', '!faq …'])('%s is refused with an example', async (text) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({ kind: 'refused', code: 'VIDE' });
    expect(shown(answer)).toContain('Exemple : !faq dérogation');
  });
});
