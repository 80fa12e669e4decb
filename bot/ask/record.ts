import type { Answer } from '../../knowledge/answer/answer.ts';
import { renderText, textOf } from '../render/text.ts';
import { typeset, typesetText } from '../render/typeset.ts';

/** One line of the batch mode's output. */
export interface BatchRecord {
  /** As given; null when the line had none. */
  readonly id: string | number | null;
  readonly status: 'answered' | 'not_found' | 'clarify' | 'error';
  /** The answer as a user would read it, or what is wrong. */
  readonly answer: string;
  readonly citations: readonly {
    readonly document: string;
    readonly anchor: string;
    readonly quote: string;
    readonly lang: string;
  }[];
  /** The bot's own sentences before any quotation. */
  readonly lead?: string;
  /** Of a question asked back: what may be meant, and what would prove the answer. */
  readonly choices?: readonly {
    readonly question: string;
    readonly document: string;
    readonly anchor: string;
    readonly quote: string;
  }[];
  readonly notices: readonly string[];
  /** Facts that the question states; null or [] = not said. */
  readonly facts?: unknown;
  /** Codes of the rules, most decisive first. */
  readonly verdict?: unknown;
  /** Facts that were not declared and that the verdict depends on, most decisive first. */
  readonly missing?: unknown;
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
  ...leadOf(answer),
  ...choicesOf(answer),
  notices: answer.notices.map(({ text }) => textOf(typesetText(text, answer.lang))),
  ...(answer.trace?.facts === undefined ? {} : { facts: answer.trace.facts }),
  ...(answer.kind === 'verdict' && answer.data?.command === 'dossier'
    ? { verdict: answer.data.codes, missing: answer.data.missing }
    : verdictBeside(answer)),
  ...(answer.data === undefined ? {} : { data: answer.data }),
});

/** Where a card answers a situation that the rules decide, too. */
const verdictBeside = ({ trace }: Answer): Pick<BatchRecord, 'verdict' | 'missing'> =>
  trace?.verdict === undefined ? {} : { verdict: trace.verdict.codes, missing: trace.verdict.missing };

/** Paragraphs and lists before the first quotation: an answer that quotes nothing has no lead. */
const leadOf = ({ blocks, lang, kind }: Answer): { readonly lead?: string } => {
  if (kind !== 'passages' && kind !== 'verdict') return {};
  const end = blocks.findIndex((block) => block.kind === 'quote');
  const own = (end < 0 ? blocks : blocks.slice(0, end)).flatMap((block): string[] => {
    if (block.kind === 'paragraph') return [textOf(typesetText(block.text, lang))];
    return block.kind === 'list' ? block.items.map((item) => textOf(typesetText(item, lang))) : [];
  });
  return { lead: own.join('\n').replace(/ ?\[\d+\]/g, '') };
};

const choicesOf = (answer: Answer): Pick<BatchRecord, 'choices'> =>
  answer.kind === 'clarify'
    ? {
        choices: answer.choices.map(({ question, citation }) => {
          const { documentId = '', anchor = '', quote = '' } = answer.citations[citation] ?? {};
          return { question, document: documentId, anchor, quote };
        }),
      }
    : {};

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
  clarify: 'clarify',
  refused: 'error',
};
