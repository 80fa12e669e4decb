import { describe, expect, it } from 'vitest';
import { ask, commands, shown } from './running.ts';

describe('!aide', () => {
  it('lists every command of the table, with its first usage', async () => {
    const text = shown(await ask('!aide'));
    for (const { usage, summary } of commands) {
      expect(text).toContain(`${usage[0]} : ${summary.replace(/\u00a0/g, ' ')}`);
    }
  });

  it.each([
    '!aide offres',
    '!aide !offres',
    '!AIDE Offres ?',
    '!help catalogue',
    '!aide ！offre',
  ])('%s gives usage, effect, examples, other names and rights', async (request) => {
    const text = shown(await ask(request));
    expect(text).toContain('!offres secnumcloud [iaas|paas|caas|saas] [fournisseur]');
    expect(text).toContain('calcule les échéances au jour de la demande');
    expect(text).toContain('- !offres secnumcloud iaas outscale');
    expect(text).toContain('Autres noms : !offre, !catalogue');
    expect(text).toContain('Droits : Ouverte à toutes les personnes du salon.');
  });

  it('understands the number of a rule as the command that quotes it', async () => {
    expect((await ask('!aide r9')).data).toEqual({ command: 'aide', topic: 'regle' });
  });

  it.each([
    ['!aide ofres', '!aide offres'],
    ['!aide constructor', '!aide regle'],
    ['!aide quel temps fait-il', '!aide regle'],
  ])('%s: no such command, and an example that works', async (request, example) => {
    const answer = await ask(request);
    expect(answer).toMatchObject({ kind: 'refused', code: 'COMMANDE_INCONNUE' });
    expect(shown(answer)).toContain(`Exemple : ${example}`);
  });

  it('speaks English to those who do', async () => {
    expect((await ask('!aide', { lang: 'en' })).title).toBe('Help');
  });
});
