/** A place in a folded text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A mention with the words without which it reads as a scrap: who speaks before a verb (« on refait »), what a verb alone
 * or an article at its end is about (« refait le site », « on lance une plateforme »). Only for showing what was read.
 */
export const wholeOf = (folded: string, { start, end }: Span): Span => {
  const left = SPEAKER.exec(folded.slice(0, start))?.[0].length ?? 0;
  const text = folded.slice(start, end);
  const right = ENDS_OPEN.test(text) ? NEXT_WORD : VERB_ALONE.test(text) ? OBJECT : null;
  const more = right?.exec(folded.slice(end))?.[0].length ?? 0;
  return { start: VERB_FIRST.test(text) ? start - left : start, end: end + more };
};

const SPEAKER = /(?<![a-z0-9])(?:on|nous|je|we|i) (?:ne |n')?$/;
const VERB_FIRST =
  /^(?:re)?(?:fai|chang|met|pass|mont|migr|bascul|instal|fond|refond|ecri|reecri|modernis|upgrad|mov|quitt|lanc)[a-z]*/;
const VERB_ALONE =
  /^(?:refaits?|refaisons|refaire|refondre|refondons|evoluer|moderniser|modernisons|reecrire|rewriting|rewrite)$/;
const ENDS_OPEN = / (?:un|une|des|de|du|d|la|le|les|l|notre|nos|en|a|an|our|the|to|of|depuis|avant)$/;
const NEXT_WORD = /^[ '-]{1,2}[a-z0-9]{2,}/;
const OBJECT = /^ (?:(?:le|la|les|un|une|des|notre|nos|l|the|our)[ '])?[a-z0-9]{2,}/;
