import type { TchapClient } from '../http/client.ts';

/** An answer that is ready sooner needs no notice, in milliseconds. */
const PATIENCE = 500;
/** How long clients show it, unless told that it is over. */
const LASTS = 30_000;

/** Shows that the bot is writing, when an answer takes its time, and no longer than it takes. */
export class Typing {
  readonly #client: Pick<TchapClient, 'setTyping'>;

  constructor(client: Pick<TchapClient, 'setTyping'>) {
    this.#client = client;
  }

  /** The bot is at work in a room; what is returned is to be called once the answer is there. */
  begin(roomId: string): () => void {
    const state = { shown: false };
    const timer = setTimeout(() => {
      state.shown = true;
      this.#show(roomId, true);
    }, PATIENCE);
    return () => {
      clearTimeout(timer);
      if (state.shown) this.#show(roomId, false);
    };
  }

  #show(roomId: string, typing: boolean): void {
    // A notice that is lost matters to nobody.
    this.#client.setTyping(roomId, typing, LASTS).catch(() => {});
  }
}
