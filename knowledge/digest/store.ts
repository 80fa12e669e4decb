import type { ItemKey, Silence, Told } from './item.ts';
import type { Subscription } from './subscription.ts';

/** What rooms have asked of their digest, and what was silenced. */
export interface DigestStore {
  subscription(roomId: string): Promise<Subscription | null>;
  /** Replaces what the room had asked before. `by` = Matrix id of who asks. */
  subscribe(subscription: Subscription, by: string): Promise<void>;
  /** Whether there was something to cancel. What was silenced stays so. */
  unsubscribe(roomId: string): Promise<boolean>;
  silences(roomId: string): Promise<readonly Silence[]>;
  /** All or none of them; the latest word on an item replaces the one before. */
  silence(roomId: string, silences: readonly Silence[]): Promise<void>;
  /** What caused silences was taken back: they are lifted. Gives their number. */
  unsilence(cause: string): Promise<number>;
  /** Thresholds that the room was told. */
  told(roomId: string): Promise<readonly Told[]>;
  /** These thresholds stand as told: no reminder announces them. `at` = epoch milliseconds. */
  noteTold(roomId: string, told: readonly Told[], at: number): Promise<void>;
  /** What a message lists, so that a reaction to it can be understood. `at` = epoch milliseconds. */
  noteListed(roomId: string, cause: string, items: readonly ItemKey[], at: number): Promise<void>;
  /** What the message of that cause has listed; null when no digest of the room has it. */
  listed(roomId: string, cause: string): Promise<readonly ItemKey[] | null>;
  /**
   * A room was replaced by another: what was asked goes with it, once.
   * @param shift what the numbers of its derogations have grown by
   */
  move(from: string, to: string, shift: number): Promise<void>;
}
