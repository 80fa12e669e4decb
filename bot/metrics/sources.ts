import type { TransportStatus } from '../transport.ts';

/** What the gauges read when Prometheus asks; nothing is computed in between. */
export interface GaugeSources {
  readonly version: string;
  readonly status: () => TransportStatus;
  readonly corpusVersion: () => string;
  /** Day of the data of the catalogue, ISO 8601. */
  readonly catalogueDate: () => string;
  /** Day the account was created or last renewed; null when not known. */
  readonly renewedOn: () => string | null;
  /** Local date in Europe/Paris, ISO 8601. */
  readonly today: () => string;
  /** Bytes of the files that hold the keys. */
  readonly cryptoBytes: () => number;
  /** Whether the bot can do its work. */
  readonly ready: () => Promise<boolean>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
