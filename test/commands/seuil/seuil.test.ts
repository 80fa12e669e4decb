import { describe, expect, it } from 'vitest';
import { renderText } from '../../../bot/render/text.ts';
import { ruleCommands, runRule } from '../../support/commands/rule-commands.ts';

const text = async (args: string): Promise<string> =>
  renderText(await runRule('seuil', args)).replace(/[\u00a0\u202f]/g, ' ');

describe('!seuil', () => {
  it('says the band, what to do, who controls and who is informed, with the words of the texts', async () => {
    const said = await text('3,5 M€');
    for (const part of [
      '3 500 000 € : de 1 à 9 millions d’euros',
      'si l’équipe déroge à R6',
      'les ministères',
      'la DINUM, par les ministères',
      'hors taxes ou toutes taxes comprises',
      'Les équipes qui souhaitent déroger à [R6] doivent le documenter auprès de la DINUM',
    ]) {
      expect(said).toContain(part);
    }
  });

  it.each([
    ['2 millions derogation=non', 'NON_DUE_SANS_DEROGATION'],
    ['2 millions dérogation = oui', 'DUE'],
    ['derogation=? 2 millions', 'DUE_SI_DEROGATION_R6'],
    ['2 millions', 'DUE_SI_DEROGATION_R6'],
    ['DEROGATION=NON 900k', 'NON_DUE_SOUS_LE_SEUIL'],
  ])('%s → study %s', async (args, study) => {
    expect((await runRule('seuil', args)).data).toMatchObject({ study, error: null });
  });

  it('shows the amount read when it may not be the one meant', async () => {
    expect(await text('12')).toContain('Montant lu : 12 €');
    expect(await text('environ 9 M€')).toContain('une valeur approchée ne suffit pas');
    expect((await runRule('seuil', '12 €')).notices).toEqual([]);
  });

  it('names both texts where they leave exactly nine millions open', async () => {
    const said = await text('9M');
    expect(said).toContain('au-delà du seuil de neuf millions');
    expect(said).toContain('Entre 1 et 9 millions');
    expect(said).toContain('à confirmer auprès de la DINUM');
  });

  it.each([
    ['3.500', 'PLUSIEURS_MONTANTS', ['3,50 € ou 3 500 €', 'Exemple : !seuil 3 500 €']],
    ['12 M$', 'DEVISE', ['Lu : $', 'en euros', 'Exemple : !seuil']],
    ['', 'VIDE', ['Aucun montant', 'Exemple : !seuil']],
    ['3 M€ par an', 'PAS_UN_NOMBRE', ['Lu : par', 'coût complet']],
    [
      '3 M€ derogation=peut-être',
      'OPTION_ILLISIBLE',
      ['derogation=oui, derogation=non', 'derogation=peut-etre'],
    ],
  ])('%s is refused (%s) with what was read, what is expected and an example', async (args, error, parts) => {
    const answer = await runRule('seuil', args);
    expect(answer).toMatchObject({ kind: 'refused', data: { command: 'seuil', outcome: 'ERREUR', error } });
    const said = await text(args);
    for (const part of parts) expect(said).toContain(part);
  });

  it.each(ruleCommands().seuil.examples)('its example %s runs', async (example) => {
    expect((await runRule('seuil', example.replace('!seuil ', ''))).kind).toBe('verdict');
  });
});
