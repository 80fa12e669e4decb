import type { Lang } from '../../knowledge/answer/answer.ts';
import type { Text } from '../../knowledge/answer/text.ts';
import { withWords, wordsOf } from './spans.ts';

/** French typography: a no-break space before `:`, `;`, `!`, `?` and inside guillemets. Line feeds stay. */
export const typeset = (text: string): string =>
  text.replace(/ (?=[:;!?»](?:\s|[).,»]|$))/g, NO_BREAK).replace(/« /g, `«${NO_BREAK}`);

/** The same for text of ours in an answer; code and names are left as they are. */
export const typesetText = (text: Text, lang: Lang): Text =>
  lang === 'fr'
    ? text.map((span) =>
        typeof span === 'string' || span.kind === 'strong' || span.kind === 'em' || span.kind === 'link'
          ? withWords(span, typeset(wordsOf(span)))
          : span,
      )
    : text;

const NO_BREAK = '\u00a0';
