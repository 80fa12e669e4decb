import type { Answer, Block, Lang } from '../../knowledge/answer/answer.ts';
import { capital } from '../../knowledge/answer/casing.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { strong } from '../../knowledge/answer/text.ts';
import { fold } from '../../knowledge/search/text/fold.ts';

const MOST_QUOTED = 2;

/**
 * « pourquoi ? », « quel texte dit ça ? », « depuis quand ? »: the place in the texts, or their date, what the card says beside its first sentence (which was
 * said, and is said again only where it is alone, or where `repeats`), then the quotations that prove it.
 */
export const proofOf = (said: Answer, lang: Lang, asks: Proof, repeats = false): Answer => {
  if (said.kind !== 'passages' && said.kind !== 'verdict') return said;
  const { blocks } = withoutYes(said);
  const sentences = said.kind === 'passages' ? blocks.filter(({ kind }) => kind === 'paragraph') : [];
  const told = asks !== 'why' ? [] : repeats || sentences.length < 2 ? sentences : sentences.slice(1);
  const most = asks === 'source' ? MOST_QUOTED : 1;
  const words = WORDS[lang][asks](placesOf(said, most), shortDate(said.citations[0].date));
  const quotes = quotesOf(said, asks === 'why' ? MOST_QUOTED : most);
  return { ...said, blocks: [{ kind: 'paragraph', text: [words] }, ...told, ...quotes] };
};

/** What of the texts is asked: the reason, the place, the date. */
type Proof = 'why' | 'source' | 'since';

/** The answer to « qui ? », « combien ? », « pourquoi ? »: a « oui » or a « non » that answered another question is left out. */
export const ofWhat = (question: string, answer: Answer): Answer =>
  WHAT.test(fold(question)) ? withoutYes(answer) : answer;

const WHAT =
  /^(?:(?:et|mais|ok|and|but)[ ,]+)?(?:a |de |avec |par )?(?:qui|quoi|quels?|quelles?|combien|comment|pourquoi|quand|ou|lesquel(?:le)?s|lequel|laquelle|who|what|which|how|why|when|where)(?![a-z])/;

/** « Oui, plusieurs zones : … » becomes « Plusieurs zones : … ». */
export const withoutYes = (answer: Answer): Answer => {
  const [first, ...rest] = answer.blocks;
  if (first?.kind !== 'paragraph') return answer;
  const [said, ...others] = first.text;
  const text = typeof said === 'string' ? said : said?.kind === 'strong' ? said.text : '';
  const yes = YES.exec(text)?.[0] ?? '';
  if (yes === '' || said === undefined) return answer;
  const kept = capital(text.slice(yes.length));
  const span = typeof said === 'string' ? kept : strong(kept);
  return { ...answer, blocks: [{ kind: 'paragraph', text: [span, ...others] }, ...rest] };
};

const YES = /^(?:Oui|Non|Yes|No)(?:\s*[,:]\s*|(?= (?:selon|according)) )/;

/** The first of its quotations. */
export const quotesOf = ({ citations }: Answer, most: number): readonly Block[] =>
  citations.slice(0, most).map((_, citation): Block => ({ kind: 'quote', citation }));

/** « Circulaire 2023, R4, R10 ; FAQ 2024, Contrôle ». */
const placesOf = ({ citations }: Answer, most: number): string => {
  const anchors = Map.groupBy(
    citations.slice(0, most),
    ({ reference, documentTitle }) => reference ?? documentTitle,
  );
  return [...anchors]
    .map(([text, cited]) => [text, ...new Set(cited.map(({ anchor }) => anchor))].join(', '))
    .join(' ; ');
};

const WORDS: Record<Lang, Record<Proof, (places: string, date: string) => string>> = {
  fr: {
    why: (places) => `Parce que le texte le dit (${places}) :`,
    source: (places) => `Le texte : ${places}.`,
    since: (places, date) => `Le texte cité date du ${date} (${places}).`,
  },
  en: {
    why: (places) => `Because the text says so (${places}):`,
    source: (places) => `The text: ${places}.`,
    since: (places, date) => `The text quoted is of ${date} (${places}).`,
  },
};
