import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { catalogueAge, isStale, offerStatus } from '../../../knowledge/catalogue/status.ts';

const catalogue = loadCatalogue();
const named = (provider: string, offer = '') => {
  const found = catalogue.offers.find(
    (row) => row.provider.startsWith(provider) && row.offer.includes(offer),
  );
  if (found === undefined) throw new Error(`${provider} is not in the catalogue`);
  return found;
};

describe('the catalogue of the project', () => {
  it('holds 33 rows: 15 qualified, 15 in progress, 3 historical or unknown', () => {
    const count = (status: string) => catalogue.offers.filter((offer) => offer.status === status).length;
    expect([catalogue.offers.length, count('qualified'), count('in_progress')]).toEqual([33, 15, 15]);
    expect(count('historical') + count('unknown')).toBe(3);
  });

  it('never lists an offer in progress with a date of qualification', () => {
    expect(catalogue.offers.filter((o) => o.status !== 'qualified' && o.qualified_on !== null)).toEqual([]);
  });
});

describe('the standing of a qualification is computed at the day of the question', () => {
  it.each([
    ['Outscale', '', '2026-08-31', { state: 'qualified', expiresOn: '2026-11-30' }],
    ['Outscale', '', '2026-09-01', { state: 'expiring', expiresOn: '2026-11-30', daysLeft: 90 }],
    ['Outscale', '', '2026-11-22', { state: 'expiring', expiresOn: '2026-11-30', daysLeft: 8 }],
    ['Outscale', '', '2026-11-30', { state: 'expiring', expiresOn: '2026-11-30', daysLeft: 0 }],
    ['Outscale', '', '2026-12-01', { state: 'overdue', expiresOn: '2026-11-30' }],
    ['OVHcloud', 'Hosted', '2026-12-30', { state: 'overdue', expiresOn: '2026-12-29' }],
    ['OVHcloud', 'SNC', '2026-12-30', { state: 'qualified', expiresOn: '2029-07-31' }],
    ['Whaller', '', '2030-01-01', { state: 'qualified', expiresOn: null }],
    ['Bleu', '', '2026-11-22', { state: 'in_progress' }],
    ['Scaleway', '', '2026-11-22', { state: 'in_progress' }],
    ['IDnomics', '', '2026-11-22', { state: 'historical' }],
    ['Microsoft', '', '2026-11-22', { state: 'unknown' }],
  ])('%s %s on %s', (provider, offer, today, expected) => {
    expect(offerStatus(named(provider, offer), today)).toEqual(expected);
  });
});

it.each([
  ['2026-09-15', 0, false],
  ['2026-11-14', 60, false],
  ['2026-11-15', 61, true],
  ['2026-09-01', -14, false],
])('on %s the catalogue is %i days old', (today, age, stale) => {
  expect([catalogueAge(catalogue, today), isStale(catalogue, today)]).toEqual([age, stale]);
});

describe('a catalogue that an operator wrote wrong is refused with all its faults', () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const head = `date: 2026-09-15
edition: Essai
official: { qualified: https://cyber.gouv.fr/a, in_progress: https://cyber.gouv.fr/b }
sources: { essai: Essai }
`;
  const row = (change: Record<string, string> = {}) => {
    const fields = {
      provider: 'A',
      offer: 'B',
      services: '[IaaS]',
      status: 'qualified',
      qualified_on: 'null',
      expires_on: '2026-11-30',
      referential: 'null',
      as_of: '2026-09-15',
      confidence: 'high',
      source: 'essai',
      ...change,
    };
    return `offers: [{ ${Object.entries(fields)
      .map(([key, value]) => `${key}: ${value}`)
      .join(', ')} }]\n`;
  };
  const load = (content: string) => {
    const file = join(folder, 'offres.yaml');
    writeFileSync(file, content);
    return loadCatalogue(file);
  };

  it('accepts a right one', () => {
    expect(load(head + row()).offers).toHaveLength(1);
  });

  it.each([
    [head + row({ expires_on: '30/11/2026' }), 'offers.0.expires_on : lu "30/11/2026", attendu une date'],
    [head + row({ as_of: '2026-02-30' }), 'offers.0.as_of : lu "2026-02-30", attendu une date'],
    [head + row({ services: '[Iaas]' }), 'offers.0.services.0 : lu "Iaas", attendu l\'une des valeurs IaaS'],
    [head + row({ status: 'qualifiee' }), 'offers.0.status : lu "qualifiee", attendu l\'une des valeurs'],
    [head + row({ source: 'autre' }), 'offers.0.source : lu "autre", attendu l\'une des clés'],
    [head + row({ expire: '2026-11-30' }), 'offers.0 : champ inconnu expire'],
    [head + row({ provider: '12' }), 'offers.0.provider : lu 12, attendu un texte non vide'],
    [`${head}offers: []\n`, 'offers : lu [], attendu au moins une offre'],
    [head, 'offers : lu rien, attendu Entrée invalide : tableau'],
    ['', '(racine) : lu null, attendu'],
    ['offers: [', 'ligne 1, colonne 10 : YAML mal formé'],
    [head.replace('https://cyber.gouv.fr/a', 'cyber.gouv.fr') + row(), 'official.qualified : lu'],
  ])('%#', (content, message) => {
    expect(() => load(content)).toThrow(message);
    expect(() => load(content)).toThrow('offres.yaml');
    expect(() => load(content)).toThrow('Exemple :\ndate: 2026-09-15');
  });

  it('reports several faults at once', () => {
    expect(() => load(head + row({ as_of: 'hier', confidence: 'sûr' }))).toThrow(/as_of[\s\S]*confidence/);
  });

  it('says that a missing file cannot be read', () => {
    expect(() => loadCatalogue(join(folder, 'absent.yaml'))).toThrow('Fichier illisible');
  });
});
