/** Most words of a quotation; the sentence that decides may be longer, and then stands alone. */
export const MOST_WORDS = 60;

/**
 * The whole sentences of `text` that hold `proof`, at most `MOST_WORDS` unless one sentence alone is longer. Verbatim: a
 * slice of `text`. A sentence that leans on the one before (« Dans le cas contraire », a pronoun) brings it along when
 * both fit; one that ends with a colon brings what it announces, or loses the colon.
 * @param proof found word for word in `text`
 */
export const quotationOf = (text: string, proof: string): string =>
  // Without what it announces, a colon promises what does not come: the cut is marked instead.
  wholeOf(text, proof).replace(/\s*:$/u, '');

const wholeOf = (text: string, proof: string): string => {
  const at = text.indexOf(proof);
  if (at < 0) return proof;
  const sentences = sentencesOf(text);
  const held = sentences.filter(({ from, to }) => from < at + proof.length && to > at);
  const first = held[0];
  const last = held.at(-1);
  if (first === undefined || last === undefined) return proof;
  const slice = (from: number, to: number): string => text.slice(from, to).trim();
  const whole = slice(first.from, last.to);
  if (held.length > 1 && wordCount(whole) > MOST_WORDS) {
    const decisive = [...held].sort((a, b) => overlap(b, at, proof) - overlap(a, at, proof))[0] ?? first;
    return slice(decisive.from, decisive.to);
  }
  const before = sentences[sentences.indexOf(first) - 1];
  if (before !== undefined && LEANING.test(whole)) {
    const leaning = slice(before.from, last.to);
    if (wordCount(leaning) <= MOST_WORDS) return leaning;
  }
  const after = sentences[sentences.indexOf(last) + 1];
  if (after !== undefined && /:\s*$/.test(whole)) {
    const announced = slice(first.from, after.to);
    if (wordCount(announced) <= MOST_WORDS) return announced;
  }
  return whole;
};

export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** Sentences and list items; an abbreviation or a semicolon ends none. */
export const sentencesOf = (text: string): readonly Sentence[] => {
  const borders = [
    0,
    ...[...text.matchAll(/(?<!\b(?:art|cf|n|M|Mme|etc|p|ex))[.!?](?:\s?»)?(?=\s+[«“A-ZÀ-Ý[])|\n/g)].map(
      ({ index, 0: mark }) => index + mark.length,
    ),
    text.length,
  ];
  return borders.slice(1).flatMap((to, at) => {
    const from = borders[at] ?? 0;
    return text.slice(from, to).trim() === '' ? [] : [{ from, to }];
  });
};

/** Whether it says what holds otherwise: nothing by itself, without what it is contrary to. */
export const saysOtherwise = (text: string): boolean =>
  /^(?:Dans le cas contraire|Dans les deux cas|En revanche|Otherwise)/.test(text);

const LEANING =
  /^(?:\[?…\]?\s*)?(?:Dans (?:le cas contraire|ce cas|ces cas|cette hypothèse)|Dans les deux cas|En revanche|Toutefois|Cependant|Néanmoins|Ainsi|Il en va de même|Ceux?-ci|Celles?-ci|Celui-ci|Elles?\b|Ils?\b(?! (?:est|convient|s'agit|en va|appartient))|Cette|Ces\b|Cet\b|Ce (?:dernier|scénario|seuil)|Otherwise|However|It\b|They\b|This\b|These\b)/;

const overlap = ({ from, to }: Sentence, at: number, proof: string): number =>
  Math.min(to, at + proof.length) - Math.max(from, at);
