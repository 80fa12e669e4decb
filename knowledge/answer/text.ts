/**
 * Inline text of an answer: an inert tree that each renderer (HTML, plain text, JSON) compiles on its own.
 * Strings are plain text, never markup: escaping is the renderer's business and happens there only.
 */
export type Span =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'em'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** A Matrix user, rendered as a mention; `name` is shown when the client does not draw it. */
  | { readonly kind: 'user'; readonly id: string; readonly name: string }
  /** Reference to `citations[index]` of the answer, shown as `[index + 1]`. */
  | { readonly kind: 'cite'; readonly index: number };

export type Text = readonly Span[];

export const strong = (text: string): Span => ({ kind: 'strong', text });
export const em = (text: string): Span => ({ kind: 'em', text });
export const code = (text: string): Span => ({ kind: 'code', text });
export const link = (text: string, href: string): Span => ({ kind: 'link', text, href });
export const cite = (index: number): Span => ({ kind: 'cite', index });
