import type { Generated } from 'kysely';
import type { Lang } from '../../../knowledge/answer/answer.ts';

/** Tables of `!plus`, of reactions and of `!lacunes`. Days are ISO 8601 local dates, instants epoch milliseconds. */
export interface FeedbackSchema {
  follow_ups: FollowUpTable;
  feedback_questions: QuestionTable;
  feedback_reactions: ReactionTable;
}

interface FollowUpTable {
  room_id: string;
  event_id: string;
  /** Empty for the main timeline. */
  thread: string;
  sender: string;
  lang: Lang;
  /** Ids of passages as JSON. */
  passages: string;
  given: number;
  last_event: string | null;
  last_from: number | null;
  asked_at: number;
}

interface QuestionTable {
  id: Generated<number>;
  /** Null once the link is cut, as is `key`. */
  event_id: string | null;
  /** Key of the pseudonyms of those who react. */
  key: string | null;
  /** JSON; null when they are not kept. */
  terms: string | null;
  refused: number;
  day: string;
  card: string | null;
  asked_back: Generated<number>;
  chosen: 'number' | 'words' | 'tap' | null;
}

interface ReactionTable {
  question: number;
  person: string;
  event_id: string | null;
  liked: number;
  /** Why it was reported; null for a mere thumb. */
  reason: string | null;
}
