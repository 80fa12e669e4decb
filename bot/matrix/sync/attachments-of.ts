import type { RoomCrypto } from '../encryption/room-crypto.ts';
import { readAttachment } from '../events/attachment.ts';
import type { TchapClient } from '../http/client.ts';
import { failureOf } from '../http/failure.ts';
import { backOff, wait } from '../http/wait.ts';
import type { TransportLog } from '../options.ts';

/** How the attachments of messages are read through a client. */
export const attachmentsOf =
  (client: TchapClient, crypto: RoomCrypto, log: TransportLog, signal: AbortSignal) =>
  (roomId: string, event: unknown) =>
    readAttachment(roomId, event, {
      crypto,
      log,
      fetchEvent: (room, id) => patiently(() => client.fetchEvent(room, id), signal),
      download: async (mxc) => (await patiently(() => client.downloadContent(mxc), signal)).data,
      downloadEncrypted: (file) => patiently(() => client.crypto.decryptMedia(file), signal),
    });

/** Attempts at one file, over about a minute: a command whose file could not be had would be refused for nothing. */
const MOST_ATTEMPTS = 8;

const patiently = async <T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> => {
  for (let failures = 1; ; failures++) {
    try {
      return await call();
    } catch (error) {
      const { kind, status, code } = failureOf(error);
      // A file whose bytes are not those that were encrypted will not get better.
      const isOutage = status !== undefined || ['network', 'timeout', 'bad-answer'].includes(code);
      const mayPass = isOutage && (kind === 'temporary' || kind === 'rate-limited');
      if (!mayPass || failures >= MOST_ATTEMPTS || signal.aborted) throw error;
      await wait(backOff(failures - 1, 500, 15_000), signal);
    }
  }
};
