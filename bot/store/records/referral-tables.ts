/** Questions that may go, or went, to a referent. */
export interface ReferralSchema {
  referrals: ReferralTable;
}

interface ReferralTable {
  event_id: string;
  room_id: string;
  /** Empty for the main timeline. */
  thread: string;
  sender: string;
  text: string | null;
  sent: number;
  /** Epoch milliseconds. */
  at: number;
}
