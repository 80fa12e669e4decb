import type { TransportState } from '../../transport.ts';
import { wait } from './wait.ts';

/** State of the link with the homeserver, decided by the sync loop; the senders only work while it is up. */
export class Connection {
  #state: TransportState = 'starting';
  #lastSyncAt: number | null = null;
  #change = new AbortController();

  get state(): TransportState {
    return this.#state;
  }

  get lastSyncAt(): number | null {
    return this.#lastSyncAt;
  }

  get isUp(): boolean {
    return this.#state === 'running';
  }

  synced(now: number): void {
    this.#lastSyncAt = now;
    this.#become('running');
  }

  lost(state: Exclude<TransportState, 'running'>): void {
    this.#become(state);
  }

  /** Resolves when the link is up, or when `signal` is aborted. */
  async whenUp(signal: AbortSignal): Promise<void> {
    while (!this.isUp && !signal.aborted)
      await wait(3_600_000, AbortSignal.any([signal, this.#change.signal]));
  }

  #become(state: TransportState): void {
    if (this.#state === state) return;
    this.#state = state;
    const change = this.#change;
    this.#change = new AbortController();
    change.abort();
  }
}
