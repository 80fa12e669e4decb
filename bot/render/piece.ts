import type { Lang } from '../../knowledge/answer/answer.ts';
import type { Text } from '../../knowledge/answer/text.ts';

/** What is drawn, in reading order; the HTML and the plain text of an answer are two drawings of the same pieces. */
export type Piece =
  | { readonly kind: 'paragraph'; readonly text: Text }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      /** Number of the first item, for an ordered list that goes on in the next part. */
      readonly first: number;
      readonly items: readonly Text[];
    }
  | { readonly kind: 'quote'; readonly quote: string; readonly lang: Lang }
  | {
      readonly kind: 'reference';
      readonly label: string;
      readonly href: string | null;
      /** On the line of the reference before it. */
      readonly beside?: true;
    }
  | { readonly kind: 'preformatted'; readonly text: string };

/** Between two references on one line. */
export const BESIDE = ' · ';
