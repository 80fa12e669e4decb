/** Questions alike that were refused or disliked. */
export interface Gap {
  readonly terms: readonly string[];
  readonly refused: number;
  readonly disliked: number;
  readonly liked: number;
  /** Day of the latest one, ISO 8601. */
  readonly lastDay: string;
}

/** What people made of the answers, as `!lacunes` reads it. */
export interface Gaps {
  /** Whether the configuration asks that terms be kept. */
  readonly kept: boolean;
  /** The most frequent first. */
  gaps(limit: number): Promise<readonly Gap[]>;
  reactions(): Promise<{ readonly liked: number; readonly disliked: number }>;
}

/** Where nothing is kept. */
export const NO_GAPS: Gaps = {
  kept: false,
  gaps: async () => [],
  reactions: async () => ({ liked: 0, disliked: 0 }),
};
