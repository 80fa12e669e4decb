import type { Generated } from 'kysely';
import type { Lang } from '../../../knowledge/answer/answer.ts';

/** What was said last, as codes and identifiers. */
export interface ConversationSchema {
  conversation_turns: TurnTable;
}

interface TurnTable {
  id: Generated<number>;
  room_id: string;
  event_id: string;
  /** Empty for the main timeline. */
  thread: string;
  sender: string;
  lang: Lang;
  card: string | null;
  /** Those that follow, as JSON. */
  rules: string;
  facts: string;
  passages: string;
  choices: string;
  /** Epoch milliseconds. */
  at: number;
}
