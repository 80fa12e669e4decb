import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardEncryption } from '../../../../bot/matrix/encryption/guard.ts';
import { machineOf } from '../../../../bot/matrix/encryption/machine-of.ts';
import {
  LogService,
  MatrixClient,
  MatrixError,
  RustSdkCryptoStorageProvider,
} from '../../../../bot/matrix/http/sdk.ts';

const room = '!r:t.fr';
LogService.muteModule('MatrixClientLite');
let folder = '';
let client: MatrixClient;
/** What reached the homeserver. */
let sent: string[] = [];

class TestClient extends MatrixClient {
  override async doRequest(method: string, endpoint: string): Promise<unknown> {
    if (endpoint.includes('/state/m.room.encryption'))
      throw new MatrixError({ errcode: 'M_UNKNOWN' } as never, 500);
    sent.push(`${method} ${endpoint}`);
    return { event_id: '$e' };
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guard-'));
  sent = [];
  client = new TestClient('https://t.fr', 'token', undefined, new RustSdkCryptoStorageProvider(folder, 0));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a guarded client', () => {
  it('sends nothing when the state of the room cannot be read, even through the helpers of the SDK', async () => {
    guardEncryption(client);
    await expect(client.sendText(room, 'Bonjour')).rejects.toMatchObject({ errcode: 'M_UNKNOWN' });
    expect(sent).toEqual([]);
  });

  it('encrypts one message at a time in each room', async () => {
    const running: string[] = [];
    let most = 0;
    client.crypto.encryptRoomEvent = async (roomId, _type, content) => {
      running.push(roomId);
      most = Math.max(most, running.filter((id) => id === room).length);
      await new Promise((done) => setImmediate(done));
      running.splice(running.indexOf(roomId), 1);
      if (content === 'fails') throw new Error('refused');
      return content;
    };
    guardEncryption(client);
    const contents = ['a', 'fails', 'b', 'c'];
    const results = await Promise.allSettled(
      contents.map((content) => client.crypto.encryptRoomEvent(room, 'm.room.message', content)),
    );
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'refused'))).toEqual([
      'a',
      'refused',
      'b',
      'c',
    ]);
    expect(most).toBe(1);
  });

  it('must have encryption, and be prepared before its machine is asked for', () => {
    expect(() => guardEncryption(new MatrixClient('https://t.fr', 'token'))).toThrow('no encryption');
    expect(() => machineOf(client)).toThrow('not ready');
  });
});
