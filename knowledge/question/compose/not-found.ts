import type { Answer, Citation, Lang } from '../../answer/answer.ts';
import { contactIn } from '../../corpus/contact.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import { ruleBookOf } from '../../corpus/rule-book.ts';
import type { Answerability } from '../answerability.ts';
import type { Topic } from '../schemas.ts';
import { paragraph, quotesOf } from './blocks.ts';
import { wording } from './wording.ts';

const NEAREST = 1;

type NotFound = Pick<
  Extract<Answer, { kind: 'not-found' }>,
  'kind' | 'title' | 'reason' | 'blocks' | 'citations'
>;
type Refusal = Extract<Answerability, { readonly state: 'near' | 'outside' }>;

/** Says why there is no answer, shows the nearest passages as such, then whom to ask. */
export const createNotFound = (
  corpus: Corpus,
): ((decision: Refusal, quoted: readonly Citation[], lang: Lang) => NotFound) => {
  const contactId = contactIn(corpus);
  const contact = contactId === null ? null : corpus.cite(contactId);
  const { last } = ruleBookOf(corpus);

  const inLanguage = (id: string, lang: Lang): Citation | null => {
    const passage = corpus.passages.get(id);
    return passage === undefined ? null : corpus.cite(lang === 'en' ? (passage.translation ?? id) : id);
  };

  return (decision, quoted, lang) => {
    const words = wording[lang];
    const topic = decision.state === 'outside' ? decision.topic : null;
    if (topic?.off_topic === true) return offTopic(topic, lang);
    const chosen = (topic?.passages ?? []).flatMap((id) => inLanguage(id, lang) ?? []);
    const others = quoted.filter(
      ({ passageId }) => !chosen.some((citation) => citation.passageId === passageId),
    );
    const nearest = [...chosen, ...others]
      .filter(({ passageId }) => passageId !== contact?.passageId)
      .slice(0, NEAREST);
    const reason =
      topic?.label[lang] ?? (decision.code === 'regle-inconnue' ? words.unknownRule(last) : words.noReason);
    return {
      kind: 'not-found',
      title: decision.state === 'near' ? words.titleNear : words.titleOutside,
      reason: { state: decision.state, code: decision.code },
      blocks: [
        ...(decision.state === 'near'
          ? [paragraph(words.near)]
          : [paragraph(words.outside(reason, corpus.latest)), paragraph(words.closest)]),
        ...quotesOf(nearest),
        ...(contact === null ? [] : [paragraph(words.contact), ...quotesOf([contact], nearest.length)]),
      ],
      citations: contact === null ? nearest : [...nearest, contact],
    };
  };
};

/** Small talk, a diversion or another subject: the nearest passages would only be noise. */
const offTopic = ({ code, label }: Topic, lang: Lang): NotFound => ({
  kind: 'not-found',
  title: wording[lang].titleOutside,
  reason: { state: 'outside', code },
  blocks: [{ kind: 'paragraph', text: wording[lang].offTopic(label[lang]) }],
  citations: [],
});
