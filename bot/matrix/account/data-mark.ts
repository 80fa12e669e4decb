import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { exitCodes, OperatorError } from '../../operator-error.ts';
import type { KeyValue } from '../../queues/queues.ts';
import { errcodeOf, type Homeserver } from '../encryption/homeserver.ts';
import { failureOf } from '../http/failure.ts';
import { retry } from '../http/retry.ts';
import type { TransportLog } from '../options.ts';

/**
 * How an old copy of the data folder is told from the folder itself. The same mark, drawn at random, is kept in the folder and
 * on the homeserver (account data, which nobody else reads), and both are renewed at each start, each hour and after each
 * backup: a folder whose mark is no longer that of the homeserver has been in use since it was copied.
 */
export class DataMark {
  readonly #homeserver: Homeserver;
  readonly #values: KeyValue;
  readonly #device: { readonly userId: string; readonly deviceId: string };

  constructor(homeserver: Homeserver, values: KeyValue, device: DataMark['device']) {
    this.#homeserver = homeserver;
    this.#values = values;
    this.#device = device;
  }

  get device(): { readonly userId: string; readonly deviceId: string } {
    return this.#device;
  }

  /**
   * A folder that has never been in use, and a new device, have no mark to compare.
   * @throws OperatorError when the folder is an old copy; what the call throws when the homeserver does not answer
   */
  async check(): Promise<void> {
    if ((await this.#values.get('sync_token')) === null) return;
    const there = await this.#read();
    if (there === null || there.device !== this.#device.deviceId) return;
    const known = [await this.#values.get(MARK), await this.#values.get(NEXT)];
    if (!known.includes(there.mark)) throw oldCopy();
  }

  /** Draws another mark. Killed at any moment, the folder knows the one that the homeserver has. */
  async renew(): Promise<void> {
    const mark = (await this.#values.get(NEXT)) ?? randomUUID();
    await this.#values.set(NEXT, mark);
    await this.#homeserver.doRequest('PUT', this.#path, null, { device: this.#device.deviceId, mark });
    await this.#values.set(MARK, mark);
    await this.#values.set(NEXT, null);
  }

  async #read(): Promise<z.infer<typeof schema> | null> {
    try {
      return schema.safeParse(await this.#homeserver.doRequest('GET', this.#path)).data ?? null;
    } catch (error) {
      if (errcodeOf(error) === 'M_NOT_FOUND') return null;
      throw error;
    }
  }

  get #path(): string {
    return `/_matrix/client/v3/user/${encodeURIComponent(this.#device.userId)}/account_data/${TYPE}`;
  }
}

/** Waits for a homeserver that is away; one that keeps no account data cannot help, and does no harm. */
export const retryMark = async (
  work: () => Promise<void>,
  { log, signal }: RetryMarkOptions,
): Promise<void> => {
  try {
    await retry(work, { log, signal });
  } catch (error) {
    if (error instanceof OperatorError || signal.aborted) throw error;
    log.warn('data-mark-refused', { code: failureOf(error).code });
  }
};

interface RetryMarkOptions {
  readonly log: TransportLog;
  readonly signal: AbortSignal;
}

const TYPE = 'fr.gouv.cloud-au-centre.data-folder';
const MARK = 'data_mark';
const NEXT = 'data_mark_next';
const schema = z.object({ device: z.string(), mark: z.string() });

const oldCopy = (): OperatorError =>
  new OperatorError(
    'Le dossier de données est une ancienne copie : le robot a tourné depuis, et le serveur ne connaît plus ces clés-là. S’en servir rendrait illisibles, sans bruit, des messages reçus depuis. Si une copie plus récente existe, remettez-la ; sinon, prenez un nouvel appareil : supprimez « session.json » et le dossier « crypto » (ou supprimez « crypto » et donnez un nouveau jeton d’accès), gardez « bot.sqlite » et « recovery.key », puis relancez. Les registres sont ceux de la copie.',
    exitCodes.encryptionLost,
  );
