import { z } from 'zod';
import type { TchapClient } from '../http/client.ts';
import type { Connection } from '../http/connection.ts';
import { failureOf } from '../http/failure.ts';
import { wait } from '../http/wait.ts';
import type { TransportLog } from '../options.ts';

/** Type of the message that the bot sends to its own device; it holds a number, and no client shows it. */
const ECHO = 'fr.gouv.tchap-cloud-au-centre.echo';

const echoesSchema = z.object({
  to_device: z.object({
    events: z.array(z.object({ type: z.string(), content: z.unknown() }).catch({ type: '', content: null })),
  }),
});
const contentSchema = z.object({ number: z.number() });

export interface EchoOptions {
  readonly client: Pick<TchapClient, 'sendToDevices'>;
  readonly connection: Connection;
  readonly device: { readonly userId: string; readonly deviceId: string };
  readonly log: TransportLog;
  /** Time between two echoes, in milliseconds. */
  readonly everyMs: number;
}

/**
 * Tells whether the synchronisation hears. A homeserver, or a proxy with a memory, may answer 200 and nothing for ever, as in
 * a quiet room: the bot sends a word to its own device now and then, and expects it in what it is told.
 */
export class SyncEcho {
  readonly #options: EchoOptions;
  #number = 0;
  #heard = 0;
  #deaf = false;

  constructor(options: EchoOptions) {
    this.#options = options;
  }

  /** Whether the last echo sent has not come back before the next one was due. */
  get isDeaf(): boolean {
    return this.#deaf;
  }

  /** To be called with each answer of `/sync`. */
  hear(raw: unknown): void {
    for (const { type, content } of echoesSchema.safeParse(raw).data?.to_device.events ?? []) {
      const number = type === ECHO ? (contentSchema.safeParse(content).data?.number ?? 0) : 0;
      this.#heard = Math.max(this.#heard, Math.min(number, this.#number));
    }
    if (this.#heard === this.#number) this.#deaf = false;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { connection, everyMs, log } = this.#options;
    while (!signal.aborted) {
      await connection.whenUp(signal);
      const sent = !signal.aborted && (await this.#send());
      await wait(everyMs, signal);
      if (!sent || !connection.isUp || this.#heard >= this.#number || signal.aborted) continue;
      if (!this.#deaf) log.error('sync-deaf');
      this.#deaf = true;
    }
  }

  async #send(): Promise<boolean> {
    const { client, device, log } = this.#options;
    // A number that no earlier run has used: an echo of before the start proves nothing.
    this.#number = Math.max(this.#number + 1, Date.now());
    try {
      await client.sendToDevices(ECHO, { [device.userId]: { [device.deviceId]: { number: this.#number } } });
      return true;
    } catch (error) {
      log.debug('echo-failed', { code: failureOf(error).code });
      this.#heard = this.#number;
      return false;
    }
  }
}
