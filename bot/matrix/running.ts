import { type AdminAlert, notices } from '../administration/wording.ts';
import type { Handler } from '../messages.ts';
import type { TransportCount } from '../transport.ts';
import type { Encryption } from './encryption/open-encryption.ts';
import { sdkCrypto } from './encryption/sdk-crypto.ts';
import type { Self } from './events/addressing.ts';
import type { TchapClient } from './http/client.ts';
import type { Connection } from './http/connection.ts';
import { runMaintenance } from './maintenance.ts';
import type { TchapOptions } from './options.ts';
import { Greetings } from './rooms/greetings.ts';
import { Invitations } from './rooms/invitations.ts';
import { MemberDevices } from './rooms/member-devices.ts';
import { Sender } from './send/sender.ts';
import { Throttle } from './send/throttle.ts';
import { alert } from './send/to-outbox.ts';
import { Typing } from './send/typing.ts';
import { uploaderOf } from './send/upload.ts';
import { attachmentsOf } from './sync/attachments-of.ts';
import type { SyncEcho } from './sync/echo.ts';
import { forgetToken, Ingest } from './sync/ingest.ts';
import { Workers } from './sync/room-workers.ts';
import { runSyncLoop } from './sync/sync-loop.ts';
import { Verification } from './verification/verification.ts';

/** Parts that exist once the account is open. */
export interface Running {
  readonly client: TchapClient;
  readonly encryption: Encryption;
  readonly workers: Workers;
  readonly sender: Sender;
  readonly verification: Verification;
  /** Finishes the events in hand, and ends the verifications. */
  settle(): Promise<unknown>;
  readonly loops: Promise<unknown>;
}

export interface RunningParts {
  readonly options: TchapOptions;
  /** Clock of the machine. */
  readonly wall: () => number;
  readonly client: TchapClient;
  readonly encryption: Encryption;
  readonly device: { readonly userId: string; readonly deviceId: string };
  readonly handler: Handler;
  readonly connection: Connection;
  readonly count: (what: TransportCount) => void;
  readonly self: () => Self;
  /** The bot has taken this display name. */
  readonly renamed: (name: string | null) => void;
  readonly echo: SyncEcho;
  /** Makes older copies of the data folder known for old ones. */
  readonly outdateCopies: () => Promise<void>;
  /** Brings the figures of the status up to date. */
  readonly refresh: () => Promise<void>;
  /** Aborted when nothing more is to be received; then when nothing more is to be sent. */
  readonly stopping: AbortSignal;
  readonly closing: AbortSignal;
}

/** Puts the loops together, and begins to receive and to send. */
export const run = (parts: RunningParts): Running => {
  const { options, client, encryption, handler, connection, self, count, stopping } = parts;
  const { queues, now } = options;
  const crypto = sdkCrypto(client);
  const throttle = new Throttle(options.pacingMs, now);
  const uploader = uploaderOf(client);
  const sender = new Sender({ ...options, client, crypto, uploader, connection, throttle, count });
  const wakeSender = () => sender.wake();
  const typing = new Typing(client);
  const working = (roomId: string) => typing.begin(roomId);
  const original = (roomId: string, eventId: string) => client.fetchEvent(roomId, eventId);
  const attachmentOf = attachmentsOf(client, crypto, options.log, stopping);
  const { fingerprint, signed, verifications: core } = encryption;
  const shown = { ...parts.device, fingerprint, signed };
  const verification = new Verification(
    { ...options, client, crypto, core, wakeSender, device: shown },
    parts.closing,
  );
  client.on('to_device.decrypted', (event: unknown) => void verification.heard(event));
  const workers = new Workers(
    {
      ...{ ...options, crypto, self, handler, count, working, attachmentOf, original, wakeSender },
      verifyIn: verification.hearIn,
    },
    stopping,
  );
  const invitations = new Invitations({ ...options, client, connection, throttle, wakeSender });
  const greetings = new Greetings({ ...options, client, connection, wakeSender });
  const memberDevices = new MemberDevices({
    me: () => self().userId,
    isEncrypted: (roomId) => crypto.isEncrypted(roomId),
    membersOf: (roomId) => client.getJoinedRoomMembers(roomId),
    meet: (users) => encryption.meet(users),
    log: options.log,
  });
  const { renamed } = parts;
  const ingest = new Ingest({ ...options, client, self, renamed, ignored: () => count('ignored') });
  client.onSync(async (raw, since) => {
    const accepted = await ingest.accept(raw, since);
    parts.echo.hear(raw);
    client.members.forget(accepted.changed);
    for (const roomId of accepted.received) {
      count('received');
      workers.wake(roomId);
    }
    if (since !== null) memberDevices.meet(accepted.joining);
    invitations.wake();
    greetings.wake();
    wakeSender();
    return accepted.nextBatch;
  });
  const say = async (notice: AdminAlert) => {
    await alert(queues, options, notice);
    wakeSender();
  };
  const sync = runSyncLoop(
    {
      ...options,
      now: parts.wall,
      connection,
      round: (since, waitMs) => client.syncOnce(since, waitMs),
      onFailure: () => count('syncFailures'),
      onRenewed: () => say(notices.renewed()),
      onTokenLost: async () => {
        await forgetToken(queues);
        await say(notices.expiredSession());
      },
    },
    stopping,
  );
  const loops = Promise.all([
    sync,
    invitations.run(stopping),
    greetings.run(stopping),
    sender.run(parts.closing),
    parts.echo.run(stopping),
    runMaintenance(
      {
        ...options,
        client,
        connection,
        wakeSender,
        refresh: parts.refresh,
        outdateCopies: parts.outdateCopies,
      },
      stopping,
    ),
  ]);
  const settle = () => Promise.all([workers.idle(), verification.close()]);
  return { client, encryption, workers, sender, verification, settle, loops };
};
