import { describe, expect, it } from 'vitest';
import { ask, commands, context, shown } from './running.ts';

describe('!aide', () => {
  const asOperator = { conversation: { ...context().conversation, right: 'operator' } } as const;

  it('lists every command of the table to operators, with its first usage', async () => {
    const text = shown(await ask('!aide', asOperator));
    for (const { usage, summary } of commands) {
      expect(text).toContain(`${usage[0]} : ${summary.replace(/\u00a0/g, ' ')}`);
    }
  });

  it('leaves out of the list of others what only operators may run', async () => {
    const listed = (await ask('!aide')).data?.commands;
    const open = commands.filter(({ right }) => right !== 'operator').map(({ name }) => name);
    expect(listed).toEqual(open);
    expect(shown(await ask('!aide quitter'))).toContain('Réservée aux opérateurs');
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
