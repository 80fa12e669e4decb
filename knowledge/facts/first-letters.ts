/**
 * The letters with which a text that a small pattern matches can begin, or null where that is not told: a list of
 * words is then tried only where one of them can begin.
 */
export const firstLetters = (pattern: string): ReadonlySet<string> | null => {
  const letters = new Set<string>();
  for (const branch of branchesOf(pattern)) {
    const found = firstOf(branch);
    if (found === null) return null;
    for (const letter of found) letters.add(letter);
  }
  return letters;
};

/** The three letters with which every text that a small pattern matches begins, or null where that is not told. */
export const firstThree = (pattern: string): string | null => {
  const [three] = /^[a-z0-9]{3}(?![?*{])/.exec(pattern) ?? [];
  return three === undefined || branchesOf(pattern).length > 1 ? null : three;
};

const firstOf = (branch: string): ReadonlySet<string> | null => {
  if (/^[a-z0-9][?*{]/.test(branch)) {
    const rest = branch.startsWith('{', 1) ? null : firstOf(branch.slice(2));
    return rest === null ? null : new Set([branch.charAt(0), ...rest]);
  }
  if (/^[a-z0-9]/.test(branch)) return new Set(branch.charAt(0));
  const group = branch.startsWith('(?:') ? groupEnd(branch) : -1;
  if (group === -1) return null;
  const inside = firstLetters(branch.slice(3, group));
  const after = branch.slice(group + 1);
  if (inside === null || /^[*{]/.test(after)) return null;
  if (!after.startsWith('?')) return inside;
  const rest = firstOf(after.slice(1));
  return rest === null ? null : new Set([...inside, ...rest]);
};

/** Alternatives of a pattern, groups left whole. */
const branchesOf = (pattern: string): readonly string[] => {
  const branches: string[] = [''];
  let depth = 0;
  for (const [at, character] of [...pattern].entries()) {
    const escaped = pattern[at - 1] === '\\';
    if (!escaped && (character === '(' || character === '[')) depth++;
    if (!escaped && (character === ')' || character === ']')) depth--;
    if (character === '|' && depth === 0) branches.push('');
    else branches[branches.length - 1] += character;
  }
  return branches;
};

const groupEnd = (branch: string): number => {
  let depth = 0;
  for (const [at, character] of [...branch].entries()) {
    if (branch[at - 1] === '\\') continue;
    if (character === '(' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    if (depth === 0) return at;
  }
  return -1;
};
