const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** https://spec.matrix.org/v1.18/appendices/#cryptographic-key-representation */
const prefix = [0x8b, 0x01];
const KEY_LENGTH = 32;

/** 32 bytes as people copy them: base58 in groups of four. Element reads it too. */
export const encodeRecoveryKey = (key: Uint8Array): string => {
  const bytes = [...prefix, ...key];
  return toBase58([...bytes, parityOf(bytes)]).replace(/(.{4})(?=.)/g, '$1 ');
};

/** The 32 bytes of a recovery key, spaces ignored; null when a character is wrong, missing or in excess. */
export const decodeRecoveryKey = (text: string): Uint8Array | null => {
  const bytes = fromBase58(text.replace(/\s/g, ''));
  const expected = prefix.length + KEY_LENGTH + 1;
  if (bytes === null || bytes.length !== expected || parityOf(bytes) !== 0) return null;
  if (prefix.some((byte, n) => bytes[n] !== byte)) return null;
  return Uint8Array.from(bytes.slice(prefix.length, -1));
};

const parityOf = (bytes: readonly number[]): number => bytes.reduce((parity, byte) => parity ^ byte, 0);

const toBase58 = (bytes: readonly number[]): string => {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = (alphabet[Number(number % 58n)] ?? '') + text;
  return text;
};

const fromBase58 = (text: string): number[] | null => {
  let number = 0n;
  for (const character of text.slice(0, 100)) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return null;
    number = number * 58n + BigInt(digit);
  }
  const hex = number.toString(16);
  return [...Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')];
};
