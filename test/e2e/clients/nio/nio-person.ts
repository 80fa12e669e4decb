import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Person } from '../../support/person.ts';
import { pythonWith } from '../../support/python.ts';
import type { Homeserver } from '../../support/synapse.ts';

const NIO = '0.26.0';
const PASSWORD = 'mot-de-passe';

/** A person whose client is matrix-nio: written by others, in another language, with another Olm than the bot's. */
export interface NioPerson
  extends Pick<Person, 'userId' | 'say' | 'react' | 'redact' | 'seen' | 'history' | 'memberJoined'> {
  /** A direct room with somebody, as the homeserver makes it by default; returns its id. */
  createDirect(other: string): Promise<string>;
  /** Whether this client takes the room for encrypted. */
  isEncrypted(roomId: string): Promise<boolean>;
  /** Reactions that others have put under a message, in their order. */
  taps(eventId: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Registers an account on the homeserver and logs in with matrix-nio, in a process of its own. */
export const startNioPerson = async (homeserver: Homeserver, localpart: string): Promise<NioPerson> => {
  const python = await pythonWith(`matrix-nio-${NIO}`, `matrix-nio[e2e]==${NIO}`);
  const userId = await homeserver.register(localpart, PASSWORD);
  const folder = mkdtempSync(join(tmpdir(), 'nio-'));
  const program = join(import.meta.dirname, 'person.py');
  const child = spawn(python, [program, homeserver.url, userId, PASSWORD, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));

  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, error, value } = JSON.parse(line);
    if (error === undefined) waiting.get(id)?.resolve(value as never);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`matrix-nio ended with code ${code}`));
  });
  let last = 0;
  const call = <T>(method: string, ...args: readonly unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      child.stdin.write(`${JSON.stringify({ id: last, method, args })}\n`);
    });

  await call('login');
  return {
    userId,
    createDirect: (other) => call('createDirect', other),
    isEncrypted: (roomId) => call('isEncrypted', roomId),
    say: (roomId, body, content = {}) => call('say', roomId, body, content),
    react: (roomId, eventId, key) => call('react', roomId, eventId, key),
    redact: (roomId, eventId) => call('redact', roomId, eventId),
    seen: () => call('seen'),
    history: (roomId) => call('history', roomId),
    taps: (eventId) => call('taps', eventId),
    memberJoined: (roomId, other) => call('memberJoined', roomId, other),
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
