/** `node machine.ts <folder> <device> <key byte> <what>`: opens a machine as matrix-bot-sdk does, says what comes of it. */
import { join } from 'node:path';
import {
  CryptoStoreError,
  configureCryptoStore,
  cryptoStoreFile,
  DeviceId,
  isWasmPanic,
  OlmMachine,
  RoomId,
  UserId,
} from '../../../../../../bot/matrix/replacements/crypto/index.ts';

const [, , folder = '', device = '', keyByte = '1', what = ''] = process.argv;
const say = (text: string) => process.stdout.write(`${text}\n`);

process.on('uncaughtException', (error) => {
  say(isWasmPanic(error) ? 'panic' : 'no panic');
  process.exit(1);
});
if (what !== 'unconfigured') {
  configureCryptoStore({
    key: new Uint8Array(32).fill(Number(keyByte)),
    onFatal: () => process.exit(70),
    onTrouble: () => {},
  });
}
try {
  const machine = await OlmMachine.initialize(new UserId('@bot:t.fr'), new DeviceId(device), folder);
  say(machine.identityKeys.ed25519.toBase64());
  if (what === 'copy') machine.copyStore(join(folder, 'copie', cryptoStoreFile));
  if (what === 'hold') await new Promise((done) => setTimeout(done, 60_000));
  if (what === 'panic') {
    console.error = () => {}; // the bindings print forty lines
    await machine.encryptRoomEvent(new RoomId('!r:t.fr'), 'm.room.message', '{}');
  }
  machine.close();
} catch (error) {
  say(error instanceof CryptoStoreError ? error.code : String(error));
}
