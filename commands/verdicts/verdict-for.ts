import type { Block, Citations, CommandData, Lang } from '../../knowledge/answer/answer.ts';
import { capital, lower } from '../../knowledge/answer/casing.ts';
import { PHONE, phoneLines, quoteLines } from '../../knowledge/answer/phone.ts';
import { code as codeSpan, strong } from '../../knowledge/answer/text.ts';
import type { Catalogue } from '../../knowledge/catalogue/catalogue.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import type { Asks } from '../../knowledge/facts/asks.ts';
import type { RuleCitation } from '../../knowledge/rules/citation.ts';
import type { DossierFound, DossierTopic, Missing } from '../../knowledge/rules/dossier/result.ts';
import { dossier } from '../../knowledge/rules/dossier.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';
import { createQuotes, paragraph, type Quotes } from '../answers.ts';
import { besideLines } from './beside.ts';
import { chooseCodes, decidedCodes } from './choose.ts';
import type { AskedCode, Said, VerdictCode } from './codes.ts';
import { nextCommand } from './next-command.ts';
import { plafondSentence } from './plafond.ts';
import { providerLine } from './provider.ts';
import { isSituation } from './situation.ts';
import { sourcesOf } from './sources.ts';
import { EN } from './wording-en.ts';
import { FR } from './wording-fr.ts';
import { VERDICT_WORDS } from './wording-missing.ts';
import { AFTER, inShort } from './wording-short.ts';

/** Facts as read, and the words that said them, as written, in the order of the question. */
export interface Declared {
  readonly facts: DossierFacts;
  readonly read: readonly string[];
  /** A point of the rules to be told, whatever the facts. */
  readonly point?: AskedCode | null;
  /** Something of it was said in the turn before. */
  readonly follows?: boolean;
}

/** A verdict on what was declared, ready to stand before any passage. */
export interface DeclaredVerdict {
  readonly title: string;
  /** Their citations are numbered from 0 in `citations`. */
  readonly blocks: readonly Block[];
  readonly citations: Citations;
  readonly data: CommandData;
  /** The bot's own sentences, before any quotation. */
  readonly lead: string;
  /** The verdict in a few words, where a few words hold all that it depends on. */
  readonly inShort?: string;
  /** What the rules decide, what is said first. */
  readonly codes: readonly VerdictCode[];
  /** Facts that were not declared and that the verdict depends on, most decisive first. */
  readonly missing: readonly Missing['fact'][];
  /** It rests on scope, R9 or a duration, which later law may change. */
  readonly touchesLaterLaw: boolean;
}

/**
 * The verdict of the rules on what a question declares: one sentence, what was read, the one fact that is missing
 * most, at most two quotations, the command that goes on. Null when the question describes no situation: a
 * definition, a look-up. It rests on what is declared and leaves the analysis to the entity.
 * @param today local date, ISO 8601
 */
export const verdictFor = (
  { facts: declared, read, point = null, follows = false }: Declared,
  asks: Asks,
  { today, lang }: { readonly today: string; readonly lang: Lang },
  { corpus, catalogue }: { readonly corpus: Corpus; readonly catalogue: Catalogue },
): DeclaredVerdict | null => {
  const facts = asks.limit ? { ...declared, cents: null } : declared;
  if (point === null && !isSituation(facts, asks, follows)) return null;
  const found = dossier(facts, today);
  if (found.kind === 'invalid' || found.kind === 'not-covered') return null;
  const said: Said = { facts, found, asks, lang };
  const codes = point === null ? chooseCodes(facts, found, asks) : [point];
  const [first] = codes;
  if (first === undefined) return null;
  const sentences = codes.map(
    (code, at) => (at > 0 ? AFTER[lang][code] : undefined)?.(said) ?? (lang === 'fr' ? FR : EN)[code](said),
  );
  const lead = capital(join(sentences, first, lang));
  const topics = new Set(codes.flatMap((code) => topicsOf(code, found)));
  const missing = inOrderSaid(
    found.missing.filter(({ decides }) => topics.has(decides)),
    first,
  );
  const aboutR9 = topics.has('R9') || topics.has('DEROGATION_R9');
  // Where R9 requires nothing and the data are not personal, nothing is asked of the provider.
  const asked = !codes.includes('SNC_NON_REQUIS') || facts.personnelles === true;
  // The note names its product; with personal data, the first sentence says what a third State's law leaves due.
  const told =
    codes.some((code) => code.startsWith('NOTE_2021')) ||
    (facts.personnelles === true && codes.includes('A_EVALUER'));
  const provider =
    aboutR9 && asked
      ? providerLine(
          { ...facts, extraeuropeen: facts.extraeuropeen && !told },
          catalogue,
          today,
          lang,
          IMMUNITY.test(lead),
        )
      : null;
  const ceiling =
    topics.has('DEROGATION_R9') && found.plafond !== null && lang === 'fr'
      ? plafondSentence(found.plafond)
      : null;
  const words = VERDICT_WORDS[lang];
  const quotes = createQuotes(corpus);
  // Where it is said that the scope is to be checked, it is not asked again; of the place, nothing is missing.
  const open =
    first === 'R9_LOCALISATION'
      ? []
      : first === 'INCERTAIN'
        ? missing.filter(({ fact }) => fact !== 'entite')
        : missing;
  const sources = sourcesOf(codes, said);
  const left = PHONE.lines - TAIL_LINES - phoneLines(lead) - linesOfQuote(sources);
  const beside = besideLines({ provider, read, missing: open, facts }, lang, left);
  const own = [[lead, ...beside].join('\n'), ...(ceiling === null ? [] : [ceiling])];
  const lines = own.reduce((sum, text) => sum + phoneLines(text) + 1, 0);
  const blocks: readonly Block[] = [
    paragraph(strong(lead), ...beside.map((line) => `\n${line}`)),
    ...(ceiling === null ? [] : [paragraph(ceiling)]),
    ...quotedWithin(sources, PHONE.lines - TAIL_LINES - lines, quotes),
    { kind: 'next', text: [words.next, codeSpan(nextCommand(first, facts, found, catalogue))] },
  ];
  const short = inShort(codes, said);
  const decided = decidedCodes(facts, found, codes);
  const needed = [...new Set(missing.map(({ fact }) => fact))];
  const data: CommandData = {
    command: 'dossier',
    outcome: first,
    codes: decided,
    missing: needed,
    facts,
    ...(ceiling === null ? {} : { ceiling: found.plafond?.date, from: found.plafond?.offreAcceptable }),
  };
  return {
    title: words.title,
    lead: [
      lead,
      ceiling,
      provider === null
        ? null
        : (beside.find((line) => line === provider.full || line === provider.short) ?? null),
    ]
      .filter((line) => line !== null)
      .join(' '),
    ...(short === null ? {} : { inShort: short }),
    codes: decided,
    missing: needed,
    blocks,
    citations: quotes.all(),
    data,
    touchesLaterLaw: aboutR9 || codes.some((code) => code === 'HORS_CHAMP' || SCOPE.has(code)),
  };
};

/** Lines of the next command and of the later law, the blank one before them included. */
const TAIL_LINES = 5;

const IMMUNITY = /immunité|immunity/;

/** Of the first source, with its reference and the blank line before it; another text beside it has a line of its own. */
const linesOfQuote = ([first, second]: readonly RuleCitation[]): number => {
  if (first === undefined) return 0;
  const textOf = ({ passage }: RuleCitation): string => passage.split('#')[0] ?? '';
  return quoteLines(first.quote) + (second === undefined || textOf(second) === textOf(first) ? 2 : 3);
};

/** The first source is quoted; the next is only named where the answer would no longer fit a phone. */
const quotedWithin = (sources: readonly RuleCitation[], room: number, quotes: Quotes): readonly Block[] => {
  let left = room;
  return sources.flatMap(({ passage, quote }, at): Block[] => {
    left -= quoteLines(quote) + 2;
    if (at === 0 || left >= 0) return [quotes.block(passage, quote)];
    quotes.index(passage, quote);
    return [];
  });
};

/** Where the scope is open, the second branch is that of an entity that is bound. */
const join = (sentences: readonly string[], first: VerdictCode, lang: Lang): string => {
  const [one = '', two] = sentences;
  if (two === undefined) return one;
  if (first !== 'INCERTAIN') return `${one} ${two}`;
  const assessed = TO_ASSESS[lang].exec(two);
  if (assessed !== null)
    return `${one} ${lang === 'fr' ? 'Dans le champ, à évaluer : ' : 'In scope, to be assessed: '}${two.slice(assessed[0].length)}`;
  return `${one} ${lang === 'fr' ? 'Dans le champ : ' : 'In scope: '}${lower(two)}`;
};

const TO_ASSESS: Record<Lang, RegExp> = { fr: /^À évaluer : /, en: /^To be assessed: / };

const topicsOf = (code: VerdictCode, { scope }: DossierFound): readonly DossierTopic[] => {
  // Nothing is missing where the answer holds whatever is not known.
  if (code === 'HORS_CHAMP') return ['CHAMP'];
  const open = scope.bound === null && code !== 'SNC_NON_REQUIS' && code !== 'R9_CLOUD_INTERNE_NON_VISE';
  const own: readonly DossierTopic[] = code.startsWith('CONTROLE')
    ? ['CONTROLE']
    : code.startsWith('DEROGATION_R9')
      ? ['DEROGATION_R9']
      : code.startsWith('R6')
        ? ['R6']
        : /^(?:R9|R12|R14|SNC|A_EVALUER|NOTE_2021_NON)/.test(code)
          ? ['R9']
          : [];
  return open || SCOPE.has(code) ? ['CHAMP', ...own] : own;
};

/** What R6 wants to know is asked first where R6 is what is said first. */
const inOrderSaid = (missing: readonly Missing[], first: VerdictCode): readonly Missing[] => {
  const rank = ({ decides }: Missing): number => (decides === 'CHAMP' ? 0 : decides === 'R6' ? 1 : 2);
  return first.startsWith('R6') ? missing.toSorted((a, b) => rank(a) - rank(b)) : missing;
};

const SCOPE: ReadonlySet<VerdictCode> = new Set<VerdictCode>([
  'DANS_LE_CHAMP',
  'INCERTAIN',
  'CHAMP_A_PRECISER',
]);
