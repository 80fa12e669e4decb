import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  Attachment,
  EncryptedAttachment,
} from '../../../../../bot/matrix/replacements/crypto/attachments.ts';
import {
  EncryptionSettings,
  toWasmSettings,
} from '../../../../../bot/matrix/replacements/crypto/encryption-settings.ts';
import { DeviceLists, UserId } from '../../../../../bot/matrix/replacements/crypto/ids.ts';
import { isSentBySdk } from '../../../../../bot/matrix/replacements/crypto/requests.ts';
import { KeyServer } from '../../../../support/matrix/key-server.ts';
import { OlmDevice, room } from '../../../../support/matrix/olm-device.ts';

const [alice, bot] = ['@alice:t.fr', '@bot:t.fr'];
let server = new KeyServer();
let sender: OlmDevice;
let receiver: OlmDevice;

beforeEach(async () => {
  server = new KeyServer();
  sender = await OlmDevice.create(server, alice, 'PHONE');
  receiver = await OlmDevice.create(server, bot, 'BOT');
});

describe('two machines', () => {
  it('exchange a message in an encrypted room', async () => {
    await sender.shareKeyWith([alice, bot]);
    await receiver.receive();
    expect(await receiver.decrypt(await sender.encrypt('Bonjour'))).toEqual({ body: 'Bonjour' });
  });

  it('give to-device messages as a list of events', async () => {
    await sender.shareKeyWith([alice, bot]);
    expect(await receiver.receive()).toMatchObject([{ type: 'm.room_key', sender: alice }]);
  });

  it('tell the rooms and sessions of the keys that arrive, late or not', async () => {
    const heard: unknown[] = [];
    receiver.machine.onRoomKey((keys) => heard.push(...keys));
    await sender.shareKeyWith([alice, bot]);
    const event = await sender.encrypt('en avance sur sa clé');
    await expect(receiver.decrypt(event)).rejects.toMatchObject({
      name: 'DecryptionError',
      code: 'MissingRoomKey',
    });
    await receiver.receive();
    const { session_id: sessionId } = event.content as { session_id: string };
    expect(heard).toEqual([{ roomId: room.toString(), sessionId }]);
    expect(await receiver.decrypt(event)).toEqual({ body: 'en avance sur sa clé' });
  });

  it('refuse an event whose sender was changed on the way', async () => {
    await sender.shareKeyWith([alice, bot]);
    await receiver.receive();
    const event = await sender.encrypt('Bonjour');
    await expect(receiver.decrypt({ ...event, sender: '@mallory:t.fr' })).rejects.toMatchObject({
      name: 'DecryptionError',
      code: 'MismatchedSender',
    });
  });
});

describe('what matrix-bot-sdk expects', () => {
  it('identifiers are checked, and survive being passed', async () => {
    expect(() => new UserId('alice')).toThrow();
    const users = [new UserId(alice), new UserId(bot)];
    await sender.machine.updateTrackedUsers(users);
    await sender.machine.updateTrackedUsers(users);
    expect(users.map(String)).toEqual([alice, bot]);
  });

  it('to-device requests repeat in their body what it reads there', async () => {
    await sender.machine.updateTrackedUsers([new UserId(bot)]);
    await sender.sendRequests();
    await sender.shareKeyWith([bot]);
    const [request] = await sender.machine.shareRoomKey(room, [new UserId(bot)], new EncryptionSettings());
    expect(request).toBeUndefined();
    expect(server.requests.filter((path) => path.startsWith('POST /sendToDevice/'))).toEqual([
      'POST /sendToDevice/m.room.encrypted/txn',
    ]);
  });

  it('only requests that it can send are given to it', () => {
    expect([0, 1, 2, 3, 4, 5, 6].filter((type) => isSentBySdk({ type }))).toEqual([0, 1, 2, 3]);
  });

  it('its own signature over an object', async () => {
    const signatures = (await receiver.machine.sign('{"a":1}')).get(new UserId(bot));
    expect(Object.keys(signatures)).toEqual(['ed25519:BOT']);
    expect(signatures['ed25519:BOT']?.isValid).toBe(true);
    expect(signatures['ed25519:BOT']?.signature.toBase64()).toMatch(/^[\w+/]{86}$/);
  });

  it('attachments go and come back, and a changed one is refused', () => {
    const { encryptedData, mediaEncryptionInfo } = Attachment.encrypt(Buffer.from('pièce jointe'));
    const decrypt = (bytes: Uint8Array) =>
      Buffer.from(Attachment.decrypt(new EncryptedAttachment(bytes, mediaEncryptionInfo))).toString();
    expect(decrypt(encryptedData)).toBe('pièce jointe');
    const changed = Uint8Array.from(encryptedData, (byte, n) => (n === 0 ? byte ^ 1 : byte));
    expect(() => decrypt(changed)).toThrow('Hash mismatch');
  });
});

describe('settings of a room', () => {
  it('the period of a week, given in milliseconds, is a week in microseconds', () => {
    const settings = new EncryptionSettings();
    settings.rotationPeriod = 604_800_000n;
    settings.rotationPeriodMessages = 7n;
    const converted = toWasmSettings(settings);
    expect([converted.rotationPeriod, converted.rotationPeriodMessages]).toEqual([604_800_000_000n, 7n]);
  });

  it('an unknown algorithm is refused', async () => {
    const settings = new EncryptionSettings();
    settings.algorithm = undefined;
    await expect(sender.shareKeyWith([bot], settings)).rejects.toThrow('unknown to this bot');
  });
});

// Asked about them, the machine waits 5 s for their keys before it gives the same answer: here, for ever.
describe('users whose keys have not been asked yet', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('are left out when sessions are sought, so that nobody waits for them', async () => {
    await sender.machine.updateTrackedUsers([new UserId(bot)]);
    expect(await sender.machine.getMissingSessions([new UserId(bot)])).toBeNull();
    await sender.sendRequests();
    expect(await sender.machine.getMissingSessions([new UserId(bot)])).not.toBeNull();
  });

  it('are those too who had no device yet, and have changed', async () => {
    const carol = new UserId('@carol:t.fr');
    await sender.shareKeyWith([carol.toString()]);
    await OlmDevice.create(server, carol.toString(), 'FIRST');
    await sender.machine.receiveSyncChanges('[]', new DeviceLists([carol]), {}, []);
    expect(await sender.machine.getMissingSessions([carol])).toBeNull();
    await sender.sendRequests();
    expect(await sender.machine.getMissingSessions([carol])).not.toBeNull();
  });
});
