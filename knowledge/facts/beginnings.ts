/**
 * Up to three letters for each way in which a text that a small pattern matches can begin: a list of words is then
 * tried only where one of them can begin. An empty one says that it may begin with anything.
 */
export const beginningsOf = (pattern: string): ReadonlySet<string> => {
  const [plain] = /^[a-z0-9]{3}(?![?*{])(?=[^|]*$)/.exec(pattern) ?? [];
  if (plain !== undefined) return new Set([plain]);
  const { open, closed } = ofBranches(pattern);
  return new Set([...open, ...closed]);
};

const MOST_LETTERS = 3;

interface Ways {
  /** What comes after is still to be read. */
  readonly open: ReadonlySet<string>;
  /** Long enough, or what comes after is not told. */
  readonly closed: ReadonlySet<string>;
}

const ofBranches = (pattern: string): Ways => {
  const ways = branchesOf(pattern).map(ofBranch);
  return {
    open: new Set(ways.flatMap(({ open }) => [...open])),
    closed: new Set(ways.flatMap(({ closed }) => [...closed])),
  };
};

const ofBranch = (branch: string): Ways => {
  const closed = new Set<string>();
  let open: ReadonlySet<string> = new Set(['']);
  for (let at = 0; at < branch.length && open.size > 0; ) {
    const piece = pieceAt(branch, at);
    const quantifier = branch.charAt(piece?.end ?? at);
    if (piece === null || quantifier === '*' || quantifier === '{') {
      for (const letters of open) closed.add(letters);
      return { open: new Set(), closed };
    }
    const longer = joined(open, piece.ways);
    for (const letters of longer.closed) closed.add(letters);
    if (quantifier === '+') for (const letters of longer.open) closed.add(letters);
    open = quantifier === '+' ? new Set() : new Set([...(quantifier === '?' ? open : []), ...longer.open]);
    at = piece.end + (quantifier === '?' ? 1 : 0);
  }
  return { open, closed };
};

/** A letter, some letters in brackets or a group, and where it ends; null for what stands for anything else. */
const pieceAt = (branch: string, at: number): { readonly ways: Ways; readonly end: number } | null => {
  const [plain] = /^(?:[a-z0-9]|\[[a-z0-9]+\])/.exec(branch.slice(at)) ?? [];
  if (plain !== undefined) {
    const letters = plain.replace(/[[\]]/g, '');
    return { ways: { open: new Set(letters), closed: new Set() }, end: at + plain.length };
  }
  const end = branch.startsWith('(?:', at) ? groupEnd(branch, at) : -1;
  return end === -1 ? null : { ways: ofBranches(branch.slice(at + 3, end)), end: end + 1 };
};

const joined = (before: ReadonlySet<string>, { open, closed }: Ways): Ways => {
  const longer = { open: new Set<string>(), closed: new Set<string>() };
  for (const start of before) {
    for (const letters of closed) longer.closed.add((start + letters).slice(0, MOST_LETTERS));
    for (const letters of open) {
      const both = (start + letters).slice(0, MOST_LETTERS);
      longer[both.length === MOST_LETTERS ? 'closed' : 'open'].add(both);
    }
  }
  return longer;
};

/** Alternatives of a pattern, groups left whole. */
const branchesOf = (pattern: string): readonly string[] => {
  if (!pattern.includes('|')) return [pattern];
  const branches: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < pattern.length; at++) {
    depth += depthOf(pattern, at);
    if (pattern[at] !== '|' || depth > 0) continue;
    branches.push(pattern.slice(from, at));
    from = at + 1;
  }
  return [...branches, pattern.slice(from)];
};

const groupEnd = (branch: string, from: number): number => {
  let depth = 0;
  for (let at = from; at < branch.length; at++) {
    depth += depthOf(branch, at);
    if (depth === 0) return at;
  }
  return -1;
};

/** What a bracket changes in how deep one is, an escaped one nothing. */
const depthOf = (pattern: string, at: number): number => {
  const character = pattern[at];
  if (pattern[at - 1] === '\\') return 0;
  if (character === '(' || character === '[') return 1;
  return character === ')' || character === ']' ? -1 : 0;
};
