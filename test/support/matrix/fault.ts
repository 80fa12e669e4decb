/** What to do, instead of answering, with requests whose `METHOD /path` matches. */
export interface Fault {
  readonly match: RegExp;
  /** How many requests; all of them when absent. */
  times?: number;
  readonly action:
    | { readonly status: number; readonly body: unknown; readonly html?: boolean }
    /** The connection is cut, before or after the server has done what was asked. */
    | 'reset-before'
    | 'reset-after'
    /** Nothing is ever answered. */
    | 'hang';
}

export interface SentEvent {
  readonly roomId: string;
  readonly type: string;
  readonly transactionId: string;
  readonly eventId: string;
  // biome-ignore lint/suspicious/noExplicitAny: contents of events have no common shape
  readonly content: any;
  readonly at: number;
}
