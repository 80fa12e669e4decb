/** Runs matrix-js-sdk, the second client of the end-to-end suite, and obeys `person.ts` over IPC. */
import * as sdk from 'matrix-js-sdk';
import { OnlySignedDevicesIsolationMode } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { Device, RoomOptions, Seen } from './person.ts';
import { verificationMethods } from './person-verification.ts';
import { seenOf } from './seen-of.ts';

const [url = '', localpart = ''] = process.argv.slice(2);
const nothing = (): void => {};
const logger = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  getChild: () => logger,
};
const seen = new Map<string, Seen>();
let client: sdk.MatrixClient;

const record = (event: sdk.MatrixEvent): void => {
  const id = event.getId();
  if (id === undefined || !id.startsWith('$')) return;
  if (!['m.room.message', 'm.reaction', 'm.room.encrypted'].includes(event.getType())) return;
  seen.set(id, seenOf(event, id));
};

/** A client keeps trying while its homeserver is away: two minutes at least, since a loaded machine starts one slowly. */
const retry = async <T>(first: () => Promise<T>, again: () => Promise<T>): Promise<T> => {
  for (let attempt = 0; ; attempt++) {
    try {
      return await (attempt === 0 ? first() : again());
    } catch (error) {
      const refused =
        error instanceof sdk.MatrixError &&
        error.httpStatus !== undefined &&
        error.httpStatus < 500 &&
        error.httpStatus !== 429;
      if (refused || attempt === 400) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
};

const crypto = () => {
  const api = client.getCrypto();
  if (api === undefined) throw new Error('no crypto');
  return api;
};

const methods = {
  async login(): Promise<void> {
    const session = await sdk.createClient({ baseUrl: url, logger }).loginRequest({
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user: localpart },
      password: 'mot-de-passe',
    });
    client = sdk.createClient({
      baseUrl: url,
      accessToken: session.access_token,
      userId: session.user_id,
      deviceId: session.device_id,
      logger,
    });
    await client.initRustCrypto({ useIndexedDB: false });
    client.on(sdk.RoomEvent.Timeline, (event) => record(event));
    client.on(sdk.MatrixEventEvent.Decrypted, (event) => record(event));
    await client.startClient({ initialSyncLimit: 50, threadSupport: false });
    await new Promise<void>((resolve) => {
      client.on(sdk.ClientEvent.Sync, (state) => state === 'PREPARED' && resolve());
    });
  },
  async createRoom({
    encrypted,
    direct = false,
    invite,
    name,
    version,
    state: more = {},
  }: RoomOptions): Promise<string> {
    const state: { type: string; state_key: string; content: Record<string, unknown> }[] = [];
    if (encrypted)
      state.push({
        type: 'm.room.encryption',
        state_key: '',
        content: { algorithm: 'm.megolm.v1.aes-sha2' },
      });
    for (const [type, content] of Object.entries(more)) state.push({ type, state_key: '', content });
    const { room_id } = await client.createRoom({
      preset: (encrypted ? 'private_chat' : 'public_chat') as sdk.Preset,
      ...(direct ? { is_direct: true } : { name: name ?? 'Projet' }),
      ...(version === undefined ? {} : { room_version: version }),
      invite: [...invite],
      initial_state: state,
    });
    return room_id;
  },
  async invite(roomId: string, userId: string): Promise<void> {
    await client.invite(roomId, userId);
  },
  async join(roomId: string): Promise<void> {
    await client.joinRoom(roomId);
    while (client.getRoom(roomId)?.getMyMembership() !== 'join')
      await new Promise((resolve) => setTimeout(resolve, 50));
  },
  async membership(roomId: string, userId: string): Promise<string> {
    return (await client.getStateEvent(roomId, 'm.room.member', userId)).membership ?? '';
  },
  raw: (roomId: string, eventId: string) => client.fetchRoomEvent(roomId, eventId),
  memberJoined: (roomId: string, userId: string): boolean =>
    client.getRoom(roomId)?.getMember(userId)?.membership === 'join',
  async say(roomId: string, body: string, content: Record<string, unknown>): Promise<string> {
    const transaction = client.makeTxnId();
    const message = { msgtype: sdk.MsgType.Text, body, ...content } as never;
    return await retry(
      async () => (await client.sendMessage(roomId, null, message, transaction)).event_id,
      async () => {
        const pending = client.getRoom(roomId)?.findEventById(`~${roomId}:${transaction}`);
        const room = client.getRoom(roomId);
        if (pending == null || room === null) throw new Error(`no message to send again to ${roomId}`);
        return (await client.resendEvent(pending, room)).event_id;
      },
    );
  },
  async sendRaw(roomId: string, type: string, content: Record<string, unknown>): Promise<string> {
    const path = `/rooms/${encodeURIComponent(roomId)}/send/${type}/${client.makeTxnId()}`;
    const { event_id } = await client.http.authedRequest<{ event_id: string }>(
      sdk.Method.Put,
      path,
      undefined,
      content,
    );
    return event_id;
  },
  async setState(roomId: string, type: string, content: Record<string, unknown>): Promise<void> {
    await client.sendStateEvent(roomId, type as never, content as never);
  },
  async react(roomId: string, eventId: string, key: string): Promise<string> {
    const relation = { rel_type: sdk.RelationType.Annotation, event_id: eventId, key };
    const { event_id } = await client.sendEvent(roomId, sdk.EventType.Reaction, {
      'm.relates_to': relation,
    } as never);
    return event_id;
  },
  async upload(base64: string): Promise<string> {
    const bytes = Buffer.from(base64, 'base64');
    const { content_uri } = await client.uploadContent(new Blob([bytes]), {
      type: 'application/octet-stream',
    });
    return content_uri;
  },
  seen: (): readonly Seen[] => [...seen.values()],
  unanswered(eventIds: readonly string[], by: string): readonly string[] {
    const answered = new Set<string | null>();
    for (const { sender, replyTo, undecryptable } of seen.values())
      if (sender === by && !undecryptable) answered.add(replyTo);
    return eventIds.filter((eventId) => !answered.has(eventId));
  },
  newSession: (roomId: string) => crypto().forceDiscardSession(roomId),
  async onlySignedDevices(): Promise<void> {
    crypto().setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
    await methods.signOwnDevice();
  },
  async history(roomId: string): Promise<readonly Seen[]> {
    const mapper = client.getEventMapper({ preventReEmit: true });
    const events: Seen[] = [];
    for (let from: string | null = null, more = true; more; ) {
      const page: { chunk: sdk.IRoomEvent[]; end?: string } = (await client.createMessagesRequest(
        roomId,
        from,
        500,
        sdk.Direction.Backward,
      )) as never;
      for (const raw of page.chunk) {
        const event = mapper({ room_id: roomId, ...raw });
        await client.decryptEventIfNeeded(event);
        events.push(seenOf(event, raw.event_id));
      }
      from = page.end ?? null;
      more = page.chunk.length > 0 && from !== null;
    }
    return events.reverse();
  },
  async redact(roomId: string, eventId: string): Promise<void> {
    await client.redactEvent(roomId, eventId);
  },
  async kick(roomId: string, userId: string): Promise<void> {
    await client.kick(roomId, userId);
  },
  async upgrade(roomId: string, version: string): Promise<string> {
    return (await client.upgradeRoom(roomId, version)).replacement_room;
  },
  ...verificationMethods(crypto),
  async devices(userId: string): Promise<readonly Device[]> {
    const found = (await crypto().getUserDeviceInfo([userId], true)).get(userId) ?? new Map();
    const devices: Device[] = [];
    for (const [id, device] of found) {
      const status = await crypto().getDeviceVerificationStatus(userId, id);
      devices.push({
        id,
        fingerprint: device.getFingerprint() ?? '',
        signed: status?.signedByOwner ?? false,
      });
    }
    return devices;
  },
};

process.on('disconnect', () => process.exit());
process.on(
  'message',
  async ({ id, method, args }: { id: number; method: keyof typeof methods; args: never[] }) => {
    try {
      const value = await (methods[method] as (...args: never[]) => unknown)(...args);
      process.send?.({ id, value });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? error.message : String(error) });
    }
  },
);
