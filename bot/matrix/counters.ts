import type { TransportCount } from '../transport.ts';

/** What has happened since the start of the process. */
export class Counters {
  readonly #values: Record<TransportCount, number> = {
    received: 0,
    answered: 0,
    sent: 0,
    ignored: 0,
    deadLetters: 0,
    undecryptable: 0,
    rateLimited: 0,
    syncFailures: 0,
    sendFailures: 0,
  };

  readonly count = (what: TransportCount): void => {
    this.#values[what] += 1;
  };

  values(): Readonly<Record<TransportCount, number>> {
    return { ...this.#values };
  }
}
