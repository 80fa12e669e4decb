import type { Span } from '../../knowledge/answer/text.ts';

/** The text of a span, as a reader sees it. */
export const wordsOf = (span: Span): string => {
  if (typeof span === 'string') return span;
  if (span.kind === 'cite') return `[${span.index + 1}]`;
  return span.kind === 'user' ? span.name : span.text;
};

/** The same span with other words; a reference mark has none of its own and stays. */
export const withWords = (span: Span, words: string): Span => {
  if (typeof span === 'string') return words;
  if (span.kind === 'cite') return span;
  return span.kind === 'user' ? { ...span, name: words } : { ...span, text: words };
};

/** The address of a link if it is one that we let a reader click (https or mailto), else null. */
export const safeHref = (href: string): string | null => {
  if (href.length > MAX_HREF || !URL.canParse(href)) return null;
  const url = new URL(href);
  return url.protocol === 'https:' || url.protocol === 'mailto:' ? url.href : null;
};

/** Link that clients draw as a mention, or null when the id is no Matrix user id. */
export const userHref = (userId: string): string | null =>
  userId.length <= 255 && /^@[^\s:]+:[^\s]+$/.test(userId)
    ? `https://matrix.to/#/${encodeURIComponent(userId.toWellFormed())}`
    : null;

const MAX_HREF = 1000;
