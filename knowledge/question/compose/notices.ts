import type { Citation, Lang, Notice } from '../../answer/answer.ts';
import { concernsLaterLaw, type LaterLaw, laterLawNotice } from '../../later-law/later-law.ts';
import type { NoticeRule } from '../schemas.ts';

/** What a notice may depend on: the question as analysed, and the citations shown. */
export interface NoticeContext {
  readonly folded: string;
  readonly lang: Lang;
  readonly citations: readonly Citation[];
  /** Those that carry the answer: the later texts are named when they touch R9 or derogations. */
  readonly restsOn: readonly Citation[];
  /** They answer: the line on later law has its short form. */
  readonly answers?: boolean;
  readonly today: string;
}

/** Notices that apply, in the order of the data file, later law last. */
export const noticesFor = (
  rules: readonly NoticeRule[],
  laterLaw: LaterLaw,
  context: NoticeContext,
): readonly Notice[] => {
  const notices = rules
    .filter((rule) => applies(rule, context))
    .map(({ code, text }): Notice => ({ code, text: [text[context.lang]] }));
  const later = concernsLaterLaw(laterLaw, context.restsOn)
    ? laterLawNotice(
        laterLaw,
        context.today,
        context.lang,
        context.answers === false ? undefined : context.restsOn,
      )
    : null;
  return later === null ? notices : [...notices, later];
};

const applies = ({ when }: NoticeRule, { folded, lang, citations }: NoticeContext): boolean =>
  (when.lang === undefined || when.lang === lang) &&
  (when.question?.some((pattern) => pattern.test(folded)) ?? true) &&
  (when.documents?.some((id) => citations.some(({ documentId }) => documentId === id)) ?? true) &&
  (when.anchors?.some((anchor) => citations.some((citation) => citation.anchor === anchor)) ?? true) &&
  (when.passages?.some((id) => citations.some(({ passageId }) => passageId === id)) ?? true) &&
  !(when.without?.some((id) => citations.some(({ passageId }) => passageId === id)) ?? false);
