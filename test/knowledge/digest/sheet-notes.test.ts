import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { isEmpty, selectDigest, toldIn } from '../../../knowledge/digest/select.ts';
import { NO_SHEET_FACTS, type SaidFacts } from '../../../knowledge/project/facts.ts';
import { entry } from '../../support/register.ts';

const ROOM = '!a:example.org';
const catalogue = loadCatalogue();

const facts = (said: SaidFacts, today: string, derogations = [r6({ etude: null })]) => ({
  derogations,
  silences: [],
  told: [],
  catalogue,
  today,
  until: today,
  sheet: { roomId: ROOM, version: 1, facts: { ...NO_SHEET_FACTS, ...said }, done: {} },
});

const r6 = (fields: Parameters<typeof entry>[0]) => ({
  roomId: ROOM,
  number: 2,
  version: 1,
  state: 'ouverte' as const,
  motif: null,
  entry: entry({ regle: 'R6', offre: null, offre_acceptable: null, validation_pm: null, ...fields }),
  due: null,
});

describe('what a digest says of the project sheet', () => {
  it.each([
    ['2026-09-05', 90],
    ['2026-11-27', 7],
    ['2026-11-30', 0],
    ['2026-12-01', -1],
  ])('the qualification of its provider that ends, on %s', (today, stage) => {
    const { sheet } = selectDigest(facts({ fournisseur: 'Outscale' }, today, []));
    expect(sheet).toMatchObject([
      { kind: 'qualification', expiresOn: '2026-11-30', told: { due: '2026-11-30', stage } },
    ]);
  });

  it('nothing once it was told, until the next threshold; nor of another provider', () => {
    const first = facts({ fournisseur: 'Outscale' }, '2026-11-27', []);
    const told = toldIn(selectDigest(first));
    expect(told).toHaveLength(1);
    expect(isEmpty(selectDigest({ ...first, told }))).toBe(true);
    expect(selectDigest({ ...first, told, today: '2026-12-01' }).sheet).toHaveLength(1);
    expect(selectDigest(facts({ fournisseur: 'Ma boîte' }, '2026-11-27', [])).sheet).toEqual([]);
  });

  it('a derogation from R6 without its study, from a million euros', () => {
    expect(selectDigest(facts({ cout: 100_000_000 }, '2026-11-27')).sheet).toMatchObject([
      { kind: 'etude', number: 2 },
    ]);
    expect(selectDigest(facts({ cout: 99_999_999 }, '2026-11-27')).sheet).toEqual([]);
    expect(selectDigest(facts({}, '2026-11-27')).sheet).toEqual([]);
    const studied = [r6({ etude: true })];
    expect(selectDigest(facts({ cout: 100_000_000 }, '2026-11-27', studied)).sheet).toEqual([]);
    const elsewhere = [{ ...r6({ etude: null }), roomId: '!b:example.org' }];
    expect(selectDigest(facts({ cout: 100_000_000 }, '2026-11-27', elsewhere)).sheet).toEqual([]);
  });

  it('two lines at most, and none that the register has said', () => {
    const both = facts({ fournisseur: 'OVHcloud', cout: 200_000_000 }, '2026-12-28');
    expect(selectDigest(both).sheet.length).toBe(2);
    const used = [r6({ etude: true, offre: 'Outscale' })];
    const { offers, sheet } = selectDigest(facts({ fournisseur: 'Outscale' }, '2026-11-27', used));
    expect([offers.length, sheet.length]).toEqual([1, 0]);
  });
});
