import type { InterviewState } from './state.ts';

/** One interview per person, room and thread: people in one room are never mixed up. */
export interface InterviewKey {
  readonly roomId: string;
  /** Root event of the thread in which it goes on, or null for the main timeline. */
  readonly thread: string | null;
  readonly sender: string;
}

export interface StoredInterview extends InterviewKey {
  /** Plain JSON. */
  readonly state: InterviewState;
  /** Epoch milliseconds, given by the caller. */
  readonly updatedAt: number;
}

/** Where interviews live between two messages, across restarts. */
export interface InterviewStore {
  /** Writes or replaces the interview of that key. */
  save(stored: StoredInterview): Promise<void>;
  remove(key: InterviewKey): Promise<void>;
  /** Interviews of a person in a room, whatever the thread, the latest `updatedAt` first. */
  ofSender(roomId: string, sender: string): Promise<readonly StoredInterview[]>;
  /** Interviews whose state names an event, of whomever. */
  naming(event: string): Promise<readonly StoredInterview[]>;
  /** Forgets what has not been touched since that instant (epoch milliseconds); gives the number forgotten. */
  forgetBefore(instant: number): Promise<number>;
}
