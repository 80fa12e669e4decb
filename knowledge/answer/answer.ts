import type { Text } from './text.ts';

export type Lang = 'fr' | 'en';

/** Standing of a document of the corpus on the day it was added; shown with each citation. */
export type DocumentStatus = (typeof documentStatuses)[number];

export const documentStatuses = ['in-force', 'superseded-in-part', 'context', 'press', 'commercial'] as const;

/** A verbatim extract and where it stands. `quote` is found word for word in the passage `passageId`. */
export interface Citation {
  readonly documentId: string;
  /** Short title for a one-line reference, e.g. « Circulaire n° 6404/SG ». */
  readonly documentTitle: string;
  /** The same in two or three words, year included, under a quotation; else the short title and the year. */
  readonly reference?: string;
  /** Where in the document: `R9`, a FAQ section, a paragraph of the note. */
  readonly anchor: string;
  readonly passageId: string;
  readonly quote: string;
  /** Where the sentence goes on beyond the quotation; absent where whole sentences are quoted. */
  readonly cut?: 'before' | 'after' | 'both';
  readonly lang: Lang;
  /** Date of the document, ISO 8601 (`2023-05-31`). */
  readonly date: string;
  readonly link: string | null;
  readonly status: DocumentStatus;
}

/** At least one citation: a claim without a source does not compile. */
export type Citations = readonly [Citation, ...Citation[]];

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Text[] }
  /** Title of a group of blocks; rendered as a bold line (headings are unreliable on mobile clients). */
  | { readonly kind: 'subtitle'; readonly text: string }
  /** Quotes `citations[citation]`, followed by its reference. */
  | { readonly kind: 'quote'; readonly citation: number }
  /** What goes on from the answer, mostly a command: a line of its own at the end, before the notices. */
  | { readonly kind: 'next'; readonly text: Text }
  | { readonly kind: 'preformatted'; readonly text: string };

/** A notice produced by rule: superseded text, contradiction between texts, vendor's reading… */
export interface Notice {
  /** Stable code, for tests and JSON: `note-2021`, `faq-50-pour-cent`… */
  readonly code: string;
  readonly text: Text;
  /** It says by itself what it is: no « À noter » before it. */
  readonly bare?: true;
}

interface Common {
  readonly lang: Lang;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly notices: readonly Notice[];
  /** Day for which the answer holds, ISO 8601 local date in Europe/Paris. */
  readonly asOf: string;
  /** Version stamp of the corpus the answer was drawn from. */
  readonly corpusVersion: string;
  /** Machine-readable result of a command, copied as is into JSON answers. */
  readonly data?: CommandData;
  /** Ids of the passages near a question, best first, those cited included; `!plus` goes on with the others. */
  readonly near?: readonly string[];
  /** What an answer to a question was drawn from: for its second turn, and to report it when it is wrong. */
  readonly trace?: AnswerTrace;
  /** Its facts can be kept by one tap: the room has a sheet, and the asker may write there. */
  readonly keepable?: boolean;
  /** Text file offered besides, where files can be sent (rooms); the answer does without it elsewhere. */
  readonly file?: AnswerFile;
}

/** Identifiers alone, never a text of the asker. */
export interface AnswerTrace {
  /** Card that answered, or null. */
  readonly card: string | null;
  /** Rule numbers that the question names: 9 for R9. */
  readonly rules: readonly number[];
  /** What the question declares and asks, as codes: where its second turn starts from. */
  readonly declared?: Readonly<Record<string, unknown>>;
  /** Facts that the question states, by field, as codes; see docs/formats.md. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** What the rules decide of these facts, and what they lack, as codes, where a card answers all the same. */
  readonly verdict?: { readonly codes: readonly string[]; readonly missing: readonly string[] };
}

/** One reading of a question that has several: a full question in plain words, and what would prove its answer. */
export interface Choice {
  readonly question: string;
  readonly card: string;
  /** Number of its proof among the citations of the answer. */
  readonly citation: number;
}

export interface AnswerFile {
  readonly name: string;
  readonly mimetype: string;
  readonly text: string;
}

/** Data of a command for JSON and batch output; see docs/formats for the fields by command. */
export type CommandData = { readonly command: string } & { readonly [field: string]: unknown };

/**
 * What the bot says, before it takes any form: plain, frozen, JSON-safe data.
 * `passages`, `verdict` and `catalogue` carry claims, hence at least one citation.
 */
export type Answer =
  | (Common & { readonly kind: 'passages'; readonly citations: Citations })
  | (Common & {
      readonly kind: 'verdict';
      readonly citations: Citations;
      /** The verdict in a few words, for the last line of a long answer. */
      readonly inShort?: string;
    })
  | (Common & {
      readonly kind: 'not-found';
      /** Why: `near` = passages close by but no exact answer; `outside` = the corpus does not cover it. */
      readonly reason: { readonly state: 'near' | 'outside'; readonly code: string };
      readonly citations: readonly Citation[];
    })
  /** Asked back: two readings come near, a decisive fact is missing, or nothing is sure. Two to four choices. */
  | (Common & {
      readonly kind: 'clarify';
      readonly choices: readonly Choice[];
      readonly citations: readonly Citation[];
    })
  /** Data that is not doctrine (offers, register, state of the bot), with its own source named in the blocks. */
  | (Common & { readonly kind: 'report'; readonly citations: readonly Citation[] })
  /** Help, next question of an interview, confirmation of an action. */
  | (Common & { readonly kind: 'dialogue'; readonly citations: readonly Citation[] })
  /** The request cannot be served as written; says what was read, what was expected, and an example. */
  | (Common & { readonly kind: 'refused'; readonly code: string; readonly citations: readonly Citation[] });
