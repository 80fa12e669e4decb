import type { Catalogue, Offer } from '../catalogue/catalogue.ts';
import type { Derogation } from '../register/derogation.ts';
import type { IsoDate } from '../rules/time/iso-date.ts';
import { fold } from '../search/text/fold.ts';
import { originOf, type Told } from './item.ts';
import { stageOf } from './stage.ts';

/** A qualification that ends, and the open derogations whose field `offre` seems to name it. */
export interface EndingOffer {
  readonly offer: Offer;
  readonly expiresOn: IsoDate;
  readonly users: readonly Derogation[];
  /** What is remembered of it, so that each threshold is told once. */
  readonly told: Told;
}

/** Qualifications of the catalogue that end within 90 days, or have ended, among the offers that projects use. */
export const endingOffers = (
  catalogue: Catalogue,
  derogations: readonly Derogation[],
  today: IsoDate,
): readonly EndingOffer[] => {
  const named = derogations
    .filter(({ state, entry }) => state === 'ouverte' && entry.offre !== null)
    .map((derogation) => ({ derogation, said: words(derogation.entry.offre ?? '') }));
  return catalogue.offers.flatMap((offer): EndingOffer[] => {
    const { status, expires_on: expiresOn } = offer;
    const stage = status !== 'qualified' || expiresOn === null ? null : stageOf(expiresOn, today);
    if (expiresOn === null || stage === null) return [];
    const isNamed = namedBy(offer);
    const users = named.filter(({ said }) => isNamed(said)).map(({ derogation }) => derogation);
    // The catalogue says nothing of what happens after a term: told once, not every month.
    const told = { origin: originOf(offer), number: 0, due: expiresOn, stage: Math.max(stage, -1) };
    return users.length === 0 ? [] : [{ offer, expiresOn, users, told }];
  });
};

/**
 * Whether the words of a team name an offer: its full name, or words of its own all found among those of the
 * provider and of the offer (« Outscale », « IaaS Cloud on Demand »). Too wide rather than too narrow: the
 * digest says that it is to be checked.
 */
export const names = (typed: string, offer: Named): boolean => namedBy(offer)(words(typed));

type Named = Pick<Offer, 'provider' | 'offer'>;

const namedBy = ({ provider, offer }: Named): ((said: readonly string[]) => boolean) => {
  const full = words(offer);
  const known = new Set([...words(provider), ...full]);
  const telling = full.length > 2 || full.some((word) => !COMMON.has(word));
  return (said) =>
    (telling && full.every((word) => said.includes(word))) ||
    (said.some((word) => !COMMON.has(word)) && said.every((word) => known.has(word)));
};

const words = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that name no offer by themselves. */
const COMMON = new Set(
  'a au de des du en et l la le les of on sur the cloud cloudprive prive public platform plateforme service services offre iaas paas caas saas secnumcloud snc qualifie qualifiee hosted private secure demand bare metal sas sa'.split(
    ' ',
  ),
);
