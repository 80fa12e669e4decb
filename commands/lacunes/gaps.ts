/** Questions alike that were refused or disliked. */
export interface Gap {
  readonly terms: readonly string[];
  readonly refused: number;
  readonly disliked: number;
  readonly liked: number;
  /** Day of the latest one, ISO 8601. */
  readonly lastDay: string;
}

/** A card whose answers were disliked or reported. */
export interface DislikedCard {
  readonly card: string;
  readonly disliked: number;
  /** Of which with a reason, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** Questions asked back, and how one of their choices was made. */
export interface AskedBack {
  readonly asked: number;
  readonly chosen: Readonly<Record<'number' | 'words' | 'tap', number>>;
  /** Cards chosen, the most often first. */
  readonly cards: readonly { readonly card: string; readonly times: number }[];
}

/** What people made of the answers, as `!lacunes` reads it. */
export interface Gaps {
  /** Whether the configuration asks that terms be kept. */
  readonly kept: boolean;
  /** The most frequent first. */
  gaps(limit: number): Promise<readonly Gap[]>;
  reactions(): Promise<{ readonly liked: number; readonly disliked: number }>;
  /** The most disliked first. */
  dislikedCards(limit: number): Promise<readonly DislikedCard[]>;
  askedBack(limit: number): Promise<AskedBack>;
}

export const NOTHING_ASKED_BACK: AskedBack = {
  asked: 0,
  chosen: { number: 0, words: 0, tap: 0 },
  cards: [],
};

/** Where nothing is kept. */
export const NO_GAPS: Gaps = {
  kept: false,
  gaps: async () => [],
  reactions: async () => ({ liked: 0, disliked: 0 }),
  dislikedCards: async () => [],
  askedBack: async () => NOTHING_ASKED_BACK,
};
