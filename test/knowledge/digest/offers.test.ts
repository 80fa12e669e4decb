import { describe, expect, it } from 'vitest';
import { type Catalogue, loadCatalogue, type Offer } from '../../../knowledge/catalogue/catalogue.ts';
import { endingOffers, names } from '../../../knowledge/digest/offers.ts';
import type { Derogation } from '../../../knowledge/register/derogation.ts';
import { entry } from '../../support/register.ts';

const base = loadCatalogue();
const [first] = base.offers;
if (first === undefined) throw new Error('the catalogue is empty');

const offer = (fields: Partial<Offer>): Offer => ({
  ...first,
  provider: 'Outscale (Dassault Systèmes)',
  offer: 'IaaS Cloud on Demand',
  status: 'qualified',
  expires_on: '2026-11-30',
  ...fields,
});
const catalogue = (...offers: Offer[]): Catalogue => ({ ...base, offers });

const using = (offre: string | null, fields: Partial<Derogation> = {}): Derogation => ({
  roomId: '!projet:example.org',
  number: 1,
  version: 1,
  state: 'ouverte',
  motif: null,
  entry: entry({ offre }),
  due: null,
  ...fields,
});

describe('an offer named in the words of a team', () => {
  it.each([
    ['IaaS Cloud on Demand', true],
    ['Outscale', true],
    ['outscale iaas', true],
    ['Dassault Systemes', true],
    ['3DS Outscale, IaaS Cloud on Demand (eu-west-2)', true],
    ['Cloud', false],
    ['IaaS', false],
    ['SecNumCloud', false],
    ['Offre A', false],
    ['OVHcloud', false],
    ['Outscale ou OVHcloud', false],
    ['', false],
  ])('%s: %s', (typed, expected) => {
    expect(names(typed, offer({}))).toBe(expected);
  });
});

describe('qualifications that end', () => {
  const ends = (expires: string | null, fields: Partial<Offer> = {}, derogation = using('Outscale')) =>
    endingOffers(catalogue(offer({ expires_on: expires, ...fields })), [derogation], '2026-11-23').map(
      ({ told }) => told.stage,
    );

  it.each([
    ['2027-02-21', [90]],
    ['2027-02-22', []],
    ['2026-11-30', [7]],
    ['2026-11-22', [-1]],
    // Once past, it is told once, not every month.
    ['2025-01-01', [-1]],
    [null, []],
  ])('%s: %s', (expires, stages) => {
    expect(ends(expires)).toEqual(stages);
  });

  it('only of qualified offers, and of those that an open derogation names', () => {
    expect(ends('2026-11-30', { status: 'in_progress' })).toEqual([]);
    expect(ends('2026-11-30', {}, using(null))).toEqual([]);
    expect(ends('2026-11-30', {}, using('Outscale', { state: 'close' }))).toEqual([]);
  });
});
