export interface CrashPoint {
  /** In French, for the table. */
  readonly says: string;
  /** Statement at which the program is killed, and whether before or after it. */
  readonly sql: RegExp;
  readonly when: 'before' | 'after';
  /** A statement of the same transaction, for a `commit`. */
  readonly within?: RegExp;
}

const COMMIT = /^\s*commit/i;
const RECEIVED = /^insert into "inbox"/i;
const QUEUED = /^insert into "outbox"/i;
const SENT = /^update "outbox" set "state" = \?, "event_id"/i;
const KEYS = /^insert into records/i;

/** Where the program is killed; `crash-at.ts` does it. */
export const points: Readonly<Record<string, CrashPoint>> = {
  receiving: { says: 'avant de noter une question', sql: RECEIVED, when: 'before' },
  'received-open': {
    says: 'question notée, transaction ouverte',
    sql: COMMIT,
    when: 'before',
    within: RECEIVED,
  },
  received: { says: 'question notée, transaction close', sql: COMMIT, when: 'after', within: RECEIVED },
  attempted: {
    says: 'essai compté, réponse pas encore calculée',
    sql: /^update "inbox" set "attempts"/i,
    when: 'after',
  },
  'answered-open': {
    says: 'réponse en file, transaction ouverte',
    sql: COMMIT,
    when: 'before',
    within: QUEUED,
  },
  answered: { says: 'réponse en file, transaction close', sql: COMMIT, when: 'after', within: QUEUED },
  'sent-unnoted': { says: 'réponse acceptée par le serveur, pas encore notée', sql: SENT, when: 'before' },
  sent: { says: 'envoi noté', sql: SENT, when: 'after' },
  'keys-open': { says: 'clés écrites, transaction ouverte', sql: COMMIT, when: 'before', within: KEYS },
  keys: { says: 'clés écrites, transaction close', sql: COMMIT, when: 'after', within: KEYS },
  journal: { says: 'pendant le vidage du journal', sql: /wal_checkpoint/i, when: 'before' },
};
