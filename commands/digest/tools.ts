import type { Catalogue } from '../../knowledge/catalogue/catalogue.ts';
import type { DigestStore } from '../../knowledge/digest/store.ts';
import type { Subscription } from '../../knowledge/digest/subscription.ts';
import type { IsoDate } from '../../knowledge/rules/time/iso-date.ts';
import type { RegisterTools } from '../derogation/tools.ts';
import type { AccountState } from '../operations/operations.ts';

/** What the digest and its commands work with. */
export interface DigestTools extends RegisterTools {
  readonly catalogue: Catalogue;
  readonly digest: DigestStore;
  readonly schedule: DigestSchedule;
  readonly account: AccountTerm;
}

/** The working days, which only the outside world knows. */
export interface DigestSchedule {
  /** Local day and time of the next digest (`2026-11-23`, minutes after midnight). @param now epoch milliseconds */
  next(subscription: Subscription, now: number): Promise<{ readonly date: IsoDate; readonly minute: number }>;
  /** The day before the next working day: what falls due by then is announced today. */
  until(today: IsoDate): Promise<IsoDate>;
}

/** The account of the bot, which ends unless somebody renews it. */
export interface AccountTerm {
  standing(today: IsoDate): AccountState;
  /** Room of those who can renew it: there it is worth a digest of its own. */
  readonly room: string | null;
}

/** Where nobody knows when the account ends. */
export const UNKNOWN_ACCOUNT: AccountTerm = { standing: () => ({ kind: 'unknown' }), room: null };
