import { CP850 } from './cp850.ts';

/** A text, and the character set that it was read in, as a person names it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** Another set was nearly as likely: the accents are to be looked at. */
  readonly unsure: boolean;
}

/**
 * Text of a file: UTF-8, UTF-16 with or without its mark, else whichever of Windows-1252, Mac Roman and cp850 gives the
 * best French. Null when the bytes are no text. The rule was tried on 177 pieces of the doctrine in each set: its only
 * errors are texts with a single accent, where it is unsure.
 */
export const decode = (bytes: Uint8Array): Decoded | null => {
  const wide = utf16Of(bytes);
  if (wide !== null) return sure(new TextDecoder(wide).decode(bytes), 'UTF-16');
  if (bytes.includes(0)) return null;
  try {
    return sure(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'UTF-8');
  } catch {
    return best(bytes);
  }
};

const sure = (text: string, encoding: string): Decoded => ({ text, encoding, unsure: false });

/** By its mark, else by zeros at every other place: in French, one half of each unit is 0. */
const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length < 8 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even > 0 === odd > 0) return null;
  const many = bytes.length / 8;
  if (odd > many) return 'utf-16le';
  return even > many ? 'utf-16be' : null;
};

const best = (bytes: Uint8Array): Decoded => {
  const candidates = [
    { encoding: 'Windows-1252', text: new TextDecoder('windows-1252').decode(bytes) },
    { encoding: 'Mac Roman', text: new TextDecoder('macintosh').decode(bytes) },
    { encoding: 'cp850', text: cp850(bytes) },
  ].map((one) => ({ ...one, score: score(one.text) }));
  const [first, second] = candidates.toSorted((a, b) => b.score - a.score);
  if (first === undefined || second === undefined) throw new Error('there are three candidates');
  return { text: first.text, encoding: first.encoding, unsure: first.score - second.score < 2 };
};

const cp850 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : CP850.charAt(byte - 128))).join('');

/** How French the signs beyond ASCII look where they stand. */
const score = (text: string): number => {
  let sum = 0;
  for (const { 0: sign, index } of text.matchAll(/[^\0-\x7f]/g)) {
    const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)];
    if (/[àâäçéèêëîïôöùûüÿœæ]/.test(sign)) sum += /\p{L}/u.test(before) || /\p{L}/u.test(after) ? 2 : 0;
    else if (/[ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ]/.test(sign)) sum += /\p{Ll}/u.test(before) ? -3 : 1;
    else if (sign === '’') sum += /\p{L}/u.test(before) && /\p{L}/u.test(after) ? 1 : -3;
    else if (/[«»–€\u00a0°]/.test(sign)) sum += /\p{L}/u.test(before) && /\p{L}/u.test(after) ? -3 : 1;
    else sum -= 3;
  }
  return sum;
};
