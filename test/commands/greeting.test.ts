import { describe, expect, it } from 'vitest';
import { greeting } from '../../commands/greeting.ts';
import { ask, shown } from './running.ts';

const words = (room: 'direct' | 'private') => shown(greeting(room, '2026-11-27', '3f2a9c'));

describe('the greeting', () => {
  it('is three lines, which say how to call the bot there', () => {
    expect(words('direct').split('\n').filter(Boolean)).toHaveLength(3);
    expect(words('direct')).toContain('Écrivez votre question');
    expect(words('private')).toContain('Mentionnez-moi');
  });

  it('gives three examples that have an answer', async () => {
    const examples = [...words('direct').matchAll(/« ([^»]+ \?) »/g)].map(([, question]) => question ?? '');
    expect(examples).toHaveLength(2);
    for (const example of [...examples, '!seuil 3,5 M€', '!aide']) {
      expect(words('direct')).toContain(example);
      expect(['passages', 'verdict', 'dialogue']).toContain((await ask(example)).kind);
    }
  });
});
