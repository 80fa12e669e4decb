import type { RoomCrypto } from '../encryption/room-crypto.ts';
import { readAttachment } from '../events/attachment.ts';
import type { TchapClient } from '../http/client.ts';
import type { TransportLog } from '../options.ts';

/** How the attachments of messages are read through a client. */
export const attachmentsOf =
  (client: TchapClient, crypto: RoomCrypto, log: TransportLog) => (roomId: string, event: unknown) =>
    readAttachment(roomId, event, {
      crypto,
      log,
      fetchEvent: (room, id) => client.fetchEvent(room, id),
      download: async (mxc) => (await client.downloadContent(mxc)).data,
      downloadEncrypted: (file) => client.crypto.decryptMedia(file),
    });
