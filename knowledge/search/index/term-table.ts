/** Numbered terms as plain arrays: letters one after the other, and an open-addressed table of their numbers. */
export interface TermTable {
  /** UTF-16 units of all terms. */
  readonly units: Uint16Array;
  /** Where the term of each number ends; it begins where the one before ends. */
  readonly ends: Uint32Array;
  /** Number of the term, plus one, at the place that its letters give or after; 0 = free. Its length is a power of two. */
  readonly slots: Uint32Array;
}

/** Number of a term, from 0; -1 when the table does not hold it. */
export type TermNumber = (term: string) => number;

/** Numbers the terms in the order given, repeats left out. */
export const createTermTable = (terms: Iterable<string>): TermTable => {
  const all = [...new Set(terms)];
  const ends = new Uint32Array(all.length);
  let length = 0;
  for (const [number, term] of all.entries()) {
    length += term.length;
    ends[number] = length;
  }
  const units = new Uint16Array(length);
  const slots = new Uint32Array(roomFor(all.length));
  let at = 0;
  for (const [number, term] of all.entries()) {
    for (let letter = 0; letter < term.length; letter++) units[at++] = term.charCodeAt(letter);
    let slot = hashOf(term) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }
  return { units, ends, slots };
};

/** Reads a table; the terms asked for most are remembered. */
export const termNumbers = (table: TermTable): TermNumber => {
  const made = readers.get(table);
  if (made !== undefined) return made;
  const { slots } = table;
  const known = new Map<string, number>();
  const find = (term: string): number => {
    let slot = hashOf(term) & (slots.length - 1);
    for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
      if (isTerm(table, number - 1, term)) return number - 1;
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  };
  const read: TermNumber = (term) => {
    const held = known.get(term);
    if (held !== undefined) return held;
    const number = find(term);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(term, number);
    return number;
  };
  readers.set(table, read);
  return read;
};

/** Indexes that share a table share what is remembered of it. */
const readers = new WeakMap<TermTable, TermNumber>();
const MOST_KNOWN = 10_000;

/** At most half full. */
const roomFor = (terms: number): number => {
  let room = 2;
  while (room < terms * 2) room *= 2;
  return room;
};

/** FNV-1a over UTF-16 units. */
const hashOf = (term: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

const isTerm = ({ units, ends }: TermTable, number: number, term: string): boolean => {
  const from = number === 0 ? 0 : (ends[number - 1] ?? 0);
  if ((ends[number] ?? 0) - from !== term.length) return false;
  for (let at = 0; at < term.length; at++) if (units[from + at] !== term.charCodeAt(at)) return false;
  return true;
};
