import type { Block } from './blocks.ts';
import type { Passage } from './corpus.ts';
import type { FrontMatter } from './schema.ts';

/** A passage of one file, before its neighbours and its translation are known. */
export interface DraftPassage {
  /** Name inside the file: `R9.derogation`. */
  readonly name: string;
  readonly line: number;
  readonly anchor: string;
  readonly path: readonly string[];
  /** Name of the passage that this one translates, `none`, or undefined: the passage of the same name. */
  readonly translation: string | undefined;
  readonly parts: { kind: Passage['parts'][number]['kind']; text: string }[];
}

/**
 * Groups the blocks of a text into passages.
 * By default a paragraph with the list or table that follows it; a named passage goes on until the next mark or heading.
 * @param title shown as the root of each path, and anchor of what precedes the first heading
 */
export const groupPassages = (blocks: readonly Block[], title: string): DraftPassage[] => {
  const passages: DraftPassage[] = [];
  const headings: { level: number; text: string }[] = [];
  const unnamed = new Map<string, number>();
  let anchor = title;
  let subAnchor: string | undefined;
  let current: DraftPassage | undefined;
  let named = false;

  for (const block of blocks) {
    const { kind, mark } = block;
    if (kind === 'heading') {
      while ((headings.at(-1)?.level ?? 0) >= block.level) headings.pop();
      headings.push({ level: block.level, text: block.text });
      anchor = mark.anchor ?? block.text;
      subAnchor = undefined;
      current = undefined;
      continue;
    }
    if (mark.anchor !== undefined) {
      anchor = mark.anchor;
      subAnchor = mark.anchor;
    }
    const starts =
      current === undefined ||
      mark.anchor !== undefined ||
      mark.passage !== undefined ||
      (!named && kind === 'paragraph');
    if (current === undefined || starts) {
      named = mark.passage !== undefined;
      const count = (unnamed.get(anchor) ?? 0) + (named ? 0 : 1);
      unnamed.set(anchor, count);
      current = {
        name: mark.passage ?? `${slug(anchor)}.p${count}`,
        line: block.line,
        anchor,
        path: [title, ...headings.map(({ text }) => text), ...(subAnchor === undefined ? [] : [subAnchor])],
        translation: mark.translation,
        parts: [],
      };
      passages.push(current);
    }
    current.parts.push({ kind, text: block.text });
  }
  return passages;
};

/** `circulaire-2023#R9` in the language of the original, `circulaire-2023.en#R9` in another. */
export const passageIdOf = (matter: Pick<FrontMatter, 'id' | 'language'>, name: string): string =>
  `${matter.id}${'translationOf' in matter ? `.${matter.language}` : ''}#${name}`;

/** `Données particulièrement sensibles` → `donnees-particulierement-sensibles`; `R9` stays `R9`. */
const slug = (anchor: string): string => {
  if (/^[A-Z]+\d+$/.test(anchor)) return anchor;
  const words = anchor
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-') ?? 'texte';
};
