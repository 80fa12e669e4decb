import { describe, expect, it } from 'vitest';
import { ask, notices, shown } from '../running.ts';

const on = (today: string) => ({ today });
const offers = (answer: { data?: unknown }) =>
  (answer.data as { offers: { provider: string; offer: string; state: string }[] }).offers;

describe('!offres secnumcloud', () => {
  it('lists the fifteen qualified services and none in progress', async () => {
    const answer = await ask('!offres secnumcloud');
    expect(offers(answer)).toHaveLength(15);
    expect(offers(answer).filter(({ state }) => !['qualified', 'expiring'].includes(state))).toEqual([]);
    expect(shown(answer)).not.toMatch(/Scaleway|Bleu/);
  });

  it('shows date, source and official address, and that R9 asks for qualification and immunity', async () => {
    const text = shown(await ask('!offres secnumcloud'));
    expect(text).toContain('Catalogue du 15/09/2026. Source : Catalogue ANSSI');
    expect(text).toContain('catalogue officiel non lu directement');
    expect(text).toContain('https://messervices.cyber.gouv.fr/visas/');
    expect(text).toContain('la qualification et l’immunité');
    expect(text).toContain('être immunisée contre tout accès non autorisé');
    expect(text).toContain('ni pour l’entreprise, ni pour un logiciel hébergé sur ce service');
  });

  it.each([
    ['2026-08-01', 'IaaS ; qualifiée, échéance le 30/11/2026'],
    ['2026-11-22', 'échéance le 30/11/2026 (dans 8 jours), renouvellement non vérifié'],
    ['2026-11-29', 'échéance le 30/11/2026 (demain), renouvellement non vérifié'],
    ['2026-11-30', 'échéance le 30/11/2026 (aujourd’hui), renouvellement non vérifié'],
    ['2026-12-01', 'échéance dépassée selon le catalogue du 15/09/2026, renouvellement non vérifié'],
  ])('on %s, Outscale: %s', async (today, words) => {
    const line = shown(await ask('!offres secnumcloud outscale', on(today)))
      .split('\n')
      .find((text) => text.includes('IaaS Cloud on Demand'));
    expect(line).toContain(words);
  });

  it('past its term, an offer is called neither qualified nor withdrawn', async () => {
    const answer = await ask('!offres secnumcloud outscale', on('2026-12-01'));
    expect(shown(answer).split('R9 demande')[0]).not.toMatch(/qualifiée|retirée/i);
    expect(notices(answer)).toContain('echeances-depassees');
  });

  it.each([
    ['2026-11-14', false],
    ['2026-11-15', true],
  ])('on %s it says that the catalogue is old: %s', async (today, old) => {
    expect(notices(await ask('!offres secnumcloud', on(today))).includes('catalogue-ancien')).toBe(old);
  });

  it.each([
    [
      '!offres secnumcloud paas',
      ['PaaS OpenShift', 'Cloud de confiance S3NS (PREMI3NS)', 'Cloud Avenue SecNum'],
    ],
    ['!offres secnumcloud CaaS', ['Cloud de confiance S3NS (PREMI3NS)', 'Cloud Avenue SecNum']],
    [
      '!offres snc cloud temple',
      [
        'IaaS Secure Temple',
        'PaaS OpenShift',
        '(autre offre, non relevée\u00a0; la documentation de Cloud Temple cite VMaaS)',
      ],
    ],
    ['!offres secnumcloud iaas Outscale', ['IaaS Cloud on Demand']],
    ['!offres outscale', ['IaaS Cloud on Demand']],
    ['!offre secnumcloud idnomics', ['(offre non précisée)']],
    ['!offres secnumcloud aws', []],
  ])('%s', async (text, expected) => {
    expect(offers(await ask(text)).map(({ offer }) => offer)).toEqual(expected);
  });

  it('says that the level of a service was not recorded rather than hide it', async () => {
    expect(shown(await ask('!offres secnumcloud caas'))).toContain(
      'Qualifiées, mais niveau de service non relevé',
    );
  });

  it.each(['bleu', 'scaleway'])('%s is shown as not qualified', async (provider) => {
    const text = shown(await ask(`!offres secnumcloud ${provider}`));
    expect(text).toContain(`Ce catalogue ne contient pas d’offre qualifiée pour « ${provider} ».`);
    expect(text).toContain('qualification en cours au 26/09/2026, non acquise à cette date');
  });
});

describe('!offres internes', () => {
  it.each([
    ['(cloud PI), associé à un niveau de sécurité « Diffusion restreinte »'],
    ['(cloud NUBO), associé au standard SecNumCloud'],
    ['OpenStack'],
    ['réseau interministériel de l\u0027État (RIE)'],
    ['à l\u0027exclusion de ceux du ministère des Armées'],
    ['ne sont pas des offres SecNumCloud'],
    ['« non soumis à la qualification » (hors corpus, à vérifier)'],
    ['Figurer au catalogue de l’UGAP (cercle 3) ne prouve aucune qualification'],
  ])('%s', async (words) => {
    expect(shown(await ask('!offres internes'))).toContain(words);
  });
});

describe('!offres en-cours', () => {
  it.each([
    '!offres en-cours',
    '!offres en cours',
    '!offres EN COURS',
  ])('%s lists fifteen, none qualified', async (text) => {
    const answer = await ask(text);
    expect(offers(answer).map(({ state }) => state)).toEqual(Array(15).fill('in_progress'));
    expect(shown(answer)).toContain('Une offre en cours de qualification n’est pas qualifiée');
    expect(shown(answer)).toContain('https://cyber.gouv.fr/offre-de-service/');
  });

  it('narrows to a level, and keeps apart those whose level was not recorded', async () => {
    const text = shown(await ask('!offres en-cours iaas'));
    expect(text.indexOf('Scaleway SecNumCloud')).toBeLessThan(
      text.indexOf('En cours, niveau de service non relevé'),
    );
    expect(text.indexOf('ITSecureCloud')).toBeGreaterThan(
      text.indexOf('En cours, niveau de service non relevé'),
    );
  });

  it('says that nothing corresponds', async () => {
    expect(shown(await ask('!offres en-cours oracle'))).toContain('ne contient pas d’offre en cours');
  });
});

it('!offres bureautique shows the State’s suite, R14, the suites of the catalogue and their standing', async () => {
  const text = shown(await ask('!offres bureautique'));
  expect(text).toContain('services collaboratifs Resana et Osmose');
  expect(text).toContain('[R14] Pour les services précités');
  expect(text).toContain('Whaller DONJON, Whaller : SaaS ; qualifiée, échéance non relevée');
  expect(text).toMatch(/Office 365.*aucune qualification relevée au 15\/09\/2026/);
  expect(text).toMatch(/Bleu SAS.*qualification en cours/);
});

it('!offres alone gives the lists and the date of the catalogue', async () => {
  const text = shown(await ask('!offres'));
  expect(text).toContain('!offres secnumcloud : offres qualifiées (15 au catalogue)');
  expect(text).toContain('Catalogue du 15/09/2026');
});

it.each([
  '!offres secnumclud',
  '!offres __proto__',
  '!offres météo',
])('%s is refused with the lists', async (text) => {
  const answer = await ask(text);
  expect(answer).toMatchObject({ kind: 'refused', code: 'LISTE_INCONNUE' });
  expect(shown(answer)).toContain('Listes : secnumcloud, internes, en-cours, bureautique.');
});

it.each([
  '!offres secnumcloud',
  '!offres bureautique',
  '!offres internes',
])('%s ends with the later texts', async (text) => {
  expect(notices(await ask(text)).at(-1)).toBe('hors-corpus');
});
