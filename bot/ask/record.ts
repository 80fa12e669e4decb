import type { Answer } from '../../knowledge/answer/answer.ts';
import { renderText, textOf } from '../render/text.ts';
import { typeset, typesetText } from '../render/typeset.ts';

/** One line of the batch mode's output. */
export interface BatchRecord {
  /** As given; null when the line had none. */
  readonly id: string | number | null;
  readonly status: 'answered' | 'not_found' | 'error';
  /** The answer as a user would read it, or what is wrong. */
  readonly answer: string;
  readonly citations: readonly {
    readonly document: string;
    readonly anchor: string;
    readonly quote: string;
    readonly lang: string;
  }[];
  readonly notices: readonly string[];
  readonly data?: unknown;
}

export const recordOf = (id: BatchRecord['id'], answer: Answer): BatchRecord => ({
  id,
  status: statuses[answer.kind],
  answer: renderText(answer),
  citations: answer.citations.map(({ documentId, anchor, quote, lang }) => ({
    document: documentId,
    anchor,
    quote,
    lang,
  })),
  notices: answer.notices.map(({ text }) => textOf(typesetText(text, answer.lang))),
  ...(answer.data === undefined ? {} : { data: answer.data }),
});

export const errorRecord = (id: BatchRecord['id'], message: string): BatchRecord => ({
  id,
  status: 'error',
  answer: typeset(message),
  citations: [],
  notices: [],
});

const statuses: Record<Answer['kind'], BatchRecord['status']> = {
  passages: 'answered',
  verdict: 'answered',
  report: 'answered',
  dialogue: 'answered',
  'not-found': 'not_found',
  refused: 'error',
};
