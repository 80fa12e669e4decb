import { describe, expect, it } from 'vitest';
import { renderText } from '../../../bot/render/text.ts';
import { runRule } from '../../support/commands/rule-commands.ts';

const VALUES = ['oui', 'non', '?'];

/** Every one-line form over the facts that change what is said. */
const lines = VALUES.flatMap((champ) =>
  ['commercial', 'interne', '?'].flatMap((hebergement) =>
    VALUES.flatMap((secret) =>
      ['aucune', 'sante_vie', '?'].flatMap((atteintes) =>
        VALUES.map(
          (sante) =>
            `champ=${champ} hebergement=${hebergement} secret=${secret} mission=non atteintes=${atteintes} personnelles=${sante} sante=${sante}`,
        ),
      ),
    ),
  ),
);

describe('what is said on any facts', () => {
  it('is whole sentences, with a source, and no code nor gap', async () => {
    expect(lines).toHaveLength(243);
    for (const line of lines) {
      const answer = await runRule('sensibilite', line);
      const said = renderText(answer);
      expect(answer.kind).toBe('verdict');
      expect(said).not.toMatch(/undefined|null|\[object|[A-Z]{3,}_[A-Z]|\.\.(?!\.)| \.(?=\s)/);
      expect(said).toContain('[1] ');
    }
  });
});
