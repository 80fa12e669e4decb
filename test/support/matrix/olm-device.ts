import { EncryptionSettings } from '../../../bot/matrix/replacements/crypto/encryption-settings.ts';
import { DeviceId, DeviceLists, RoomId, UserId } from '../../../bot/matrix/replacements/crypto/ids.ts';
import { OlmMachine } from '../../../bot/matrix/replacements/crypto/machine.ts';
import type { OutgoingRequest } from '../../../bot/matrix/replacements/crypto/requests.ts';
import type { KeyServer } from './key-server.ts';

export const room = new RoomId('!room:t.fr');

/** A device with its keys in memory, which talks to a `KeyServer` as matrix-bot-sdk does to a homeserver. */
export class OlmDevice {
  readonly machine: OlmMachine;
  readonly userId: string;
  readonly deviceId: string;
  readonly #server: KeyServer;

  static async create(server: KeyServer, userId: string, deviceId: string): Promise<OlmDevice> {
    const machine = await OlmMachine.initialize(new UserId(userId), new DeviceId(deviceId), '');
    const device = new OlmDevice(server, machine, userId, deviceId);
    await device.sendRequests();
    return device;
  }

  private constructor(server: KeyServer, machine: OlmMachine, userId: string, deviceId: string) {
    this.#server = server;
    this.machine = machine;
    this.userId = userId;
    this.deviceId = deviceId;
  }

  async sendRequests(): Promise<void> {
    for (const request of await this.machine.outgoingRequests()) await this.#send(request);
  }

  /** As `RustEngine.prepareEncrypt` of matrix-bot-sdk: the same list of users serves three times. */
  async shareKeyWith(users: readonly string[], settings = new EncryptionSettings()): Promise<void> {
    const members = users.map((user) => new UserId(user));
    await this.machine.updateTrackedUsers(members);
    await this.sendRequests();
    const claim = await this.machine.getMissingSessions(members);
    if (claim !== null) await this.#send(claim);
    for (const request of await this.machine.shareRoomKey(room, members, settings)) await this.#send(request);
  }

  /** The `m.room.encrypted` event that the others receive. */
  async encrypt(body: string): Promise<Record<string, unknown>> {
    const content = await this.machine.encryptRoomEvent(room, 'm.room.message', JSON.stringify({ body }));
    const [sender, room_id] = [this.userId, room.toString()];
    return {
      type: 'm.room.encrypted',
      event_id: '$e',
      origin_server_ts: 0,
      sender,
      room_id,
      content: JSON.parse(content),
    };
  }

  /** Takes what waits for this device; returns the to-device events as matrix-bot-sdk gets them. */
  async receive(): Promise<unknown> {
    const inbox = this.#server.takeInbox(this.userId, this.deviceId);
    return JSON.parse(await this.machine.receiveSyncChanges(inbox, new DeviceLists(), {}, []));
  }

  async decrypt(event: Record<string, unknown>): Promise<unknown> {
    return JSON.parse((await this.machine.decryptRoomEvent(JSON.stringify(event), room)).event).content;
  }

  async #send({ id, type, body }: OutgoingRequest): Promise<void> {
    const parsed = JSON.parse(body) as { event_type?: string };
    const path =
      ['/keys/upload', '/keys/query', '/keys/claim'][type] ?? `/sendToDevice/${parsed.event_type}/txn`;
    const homeserver = this.#server.as(this.userId, this.deviceId);
    const answer = await homeserver.doRequest('POST', `/_matrix/client/v3${path}`, null, parsed);
    await this.machine.markRequestAsSent(id, type, JSON.stringify(answer));
  }
}
