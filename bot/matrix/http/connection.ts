import type { LinkState } from '../../../commands/operations/operations.ts';
import { HOUR } from '../../time.ts';
import { wait } from './wait.ts';

/** State of the link with the homeserver, decided by the sync loop; the senders only work while it is up. */
export class Connection {
  #state: LinkState = 'starting';
  #lastSyncAt: number | null = null;
  #change = new AbortController();

  get state(): LinkState {
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

  lost(state: Exclude<LinkState, 'running'>): void {
    this.#become(state);
  }

  /** Resolves when the link is up, or when `signal` is aborted. */
  async whenUp(signal: AbortSignal): Promise<void> {
    while (!this.isUp && !signal.aborted) await wait(HOUR, AbortSignal.any([signal, this.#change.signal]));
  }

  #become(state: LinkState): void {
    if (this.#state === state) return;
    this.#state = state;
    const change = this.#change;
    this.#change = new AbortController();
    change.abort();
  }
}
