import type { Citation, DocumentStatus, Lang } from '../answer/answer.ts';

/** A text of the corpus, as its front matter describes it. */
export interface TextDocument {
  readonly id: string;
  readonly title: string;
  /** Title for one-line references, e.g. « Circulaire n° 6404/SG ». */
  readonly shortTitle: string;
  readonly reference: string | null;
  /** `circulaire`, `faq`, `note`… : whatever its header says. */
  readonly kind: string;
  readonly issuer: string;
  readonly number: string | null;
  /** ISO 8601 date, to the month or year where the text says no more (`2022-01`); '' where it bears no date. */
  readonly date: string;
  readonly version: string | null;
  readonly languages: readonly Lang[];
  readonly link: string | null;
  readonly status: DocumentStatus;
  /** Id of the text that supersedes this one in part, if any. */
  readonly supersededBy: string | null;
  /** Which text prevails: 1 = circular, 2 = FAQ, 3 = note, 4 = press, 5 = vendor; others may follow. */
  readonly rank: number;
  /** From 0 to 1: what the standing of the text weighs between passages that answer alike. */
  readonly authority: number;
  /** Letter of its numbered rules (`R` for R1, R2…), if any. */
  readonly numbered: string | null;
  /** Name of its passage that says whom to ask, if any. */
  readonly contact: string | null;
  /** Names of persons in it. */
  readonly people: readonly string[];
  readonly licence: string;
  readonly provenance: string;
  /** The text in each of its languages, the original first. */
  readonly copies: readonly Copy[];
}

/** One language of a text, and how faithful the copy that was read is. */
export interface Copy {
  readonly lang: Lang;
  readonly title: string;
  readonly licence: string;
  readonly provenance: string;
  /** Corrections of the copy: what it read, what is kept in the passage, and from which other copy. */
  readonly errata: readonly {
    readonly passageId: string;
    readonly read: string;
    readonly kept: string;
    readonly source: string;
  }[];
}

/** The unit that is searched and quoted: a paragraph with its list, a FAQ question, a row of a table… */
export interface Passage {
  /** Stable: `<document>#<anchor>.<name>`, e.g. `circulaire-2023#R9.derogation`. */
  readonly id: string;
  readonly documentId: string;
  readonly lang: Lang;
  /** The reference shown to readers: `R9`, `Périmètre`, `1. Historique`… */
  readonly anchor: string;
  /** From the document down: title › section › rule. */
  readonly path: readonly string[];
  /** Verbatim text without Markdown marks; parts are joined by a line feed. */
  readonly text: string;
  /** Paragraphs, list items and table rows of the passage, in order; `id` is `<passage id>.<n>`, n from 1. */
  readonly parts: readonly {
    readonly id: string;
    readonly kind: 'paragraph' | 'item' | 'row';
    readonly text: string;
  }[];
  readonly previous: string | null;
  readonly next: string | null;
  /** Id of the same passage in the other language, where there is one. */
  readonly translation: string | null;
}

/** The texts, loaded and checked: nothing here changes after the start. */
export interface Corpus {
  /** Stamp derived from the content of the texts; the same texts give the same stamp. */
  readonly version: string;
  /** Date of the newest text; to the month or year where the text says no more, '' when none is dated. */
  readonly latest: string;
  readonly documents: ReadonlyMap<string, TextDocument>;
  readonly passages: ReadonlyMap<string, Passage>;
  /** Passages of an anchor in reading order: `section('circulaire-2023', 'R9', 'fr')`. */
  section(documentId: string, anchor: string, lang: Lang): readonly Passage[];
  /**
   * Builds a citation. Without `quote`, the whole passage is quoted.
   * @throws if the passage is unknown or the quote does not stand in it word for word (a bug of ours).
   */
  cite(passageId: string, quote?: string): Citation;
}
