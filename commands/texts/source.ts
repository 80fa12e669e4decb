import { closest } from 'fastest-levenshtein';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { code, link, type Span, strong } from '../../knowledge/answer/text.ts';
import type { Corpus, TextDocument } from '../../knowledge/corpus/corpus.ts';
import { entriesAt, type LaterLaw } from '../../knowledge/later-law/later-law.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { bullets, echo, type Frame, frame, paragraph, refused } from '../answers.ts';
import type { Command } from '../command.ts';
import { ALL_READ, STATUS, unread } from './wording-source.ts';

/** `!source <id>`: what a text of the corpus is, its date, its standing and its address; without id, the list. */
export const createSource = (corpus: Corpus, laterLaw: LaterLaw, reviewed: Reviewed): Command => ({
  name: 'source',
  aliases: ['sources', 'textes'],
  summary: 'fiche d’un texte du corpus : date, statut, adresse',
  usage: ['!source <identifiant>', '!source hors-corpus', '!source'],
  effect: 'Décrit un texte sur lequel le robot s’appuie ; sans identifiant, les énumère tous.',
  examples: ['!source', '!source circulaire-2023', '!source hors-corpus'],
  right: 'everyone',
  run: (invocation) => {
    const common = frame(invocation, corpus.version);
    const documents = [...corpus.documents.values()].sort((a, b) => a.rank - b.rank);
    const asked = echo(fold(invocation.args));
    if (asked === '') return list(documents, reviewed, common);
    if (asked === OUTSIDE) return outside(laterLaw, invocation.today, common);
    const found =
      documents.find(({ id }) => id === asked) ?? only(documents.filter(({ id }) => id.startsWith(asked)));
    if (found !== null) return sheet(found, common);
    return refused(common, {
      title: 'Source',
      code: 'SOURCE_INCONNUE',
      explain: [
        'Aucun texte du corpus ne porte l’identifiant ',
        code(asked),
        '. Identifiants : ',
        ...documents.flatMap(({ id }): Span[] => [', ', code(id)]).slice(1),
        '.',
      ],
      example: `!source ${closest(
        asked,
        documents.map(({ id }) => id),
      )}`,
      data: { command: 'source', id: asked },
    });
  },
});

const only = <T>(found: readonly T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null);

/** Summaries of the bot (cards), and how many of them were read against the texts. */
export interface Reviewed {
  readonly all: number;
  readonly read: number;
}

const list = (documents: readonly TextDocument[], reviewed: Reviewed, common: Frame): Answer => ({
  ...common,
  kind: 'report',
  title: 'Textes du corpus',
  blocks: [
    paragraph('Du plus haut rang au plus bas :'),
    bullets(
      documents.map((document) => [
        code(document.id),
        ` : ${document.shortTitle}, ${dated(document)}, ${STATUS[document.status]}`,
      ]),
    ),
    paragraph(reviewed.read === reviewed.all ? ALL_READ : unread(reviewed)),
    paragraph(
      'Fiche d’un texte : ',
      code('!source circulaire-2023'),
      '\u00a0; textes postérieurs, hors corpus\u00a0: ',
      code(`!source ${OUTSIDE}`),
    ),
  ],
  notices: [],
  citations: [],
  data: { command: 'source', id: null, documents: documents.map(({ id }) => id), summaries: reviewed },
});

/** Pseudo-identifier of the list of later texts, which are no part of the corpus. */
const OUTSIDE = 'hors-corpus';

const outside = (law: LaterLaw, today: string, common: Frame): Answer => ({
  ...common,
  kind: 'report',
  title: 'Textes hors corpus, à vérifier',
  blocks: [
    paragraph(`Liste du ${shortDate(law.recorded_on)}, ${law.source} :`),
    bullets(
      entriesAt(law, today).map(({ title, says, link: href, standing, read_on: readOn }) => [
        href === null ? title : link(title, href),
        says === null ? '' : ` : ${says}`,
        ` (source ${standing === 'primary' ? 'officielle' : 'secondaire'}, lue le ${shortDate(readOn)})`,
      ]),
    ),
    ...(law.moved === null ? [] : [paragraph('Adresses : ', link(law.moved.says, law.moved.link), '.')]),
    paragraph(`À cette date, ${law.repeal}.`),
  ],
  notices: [],
  citations: [],
  data: { command: 'source', id: OUTSIDE },
});

const sheet = (document: TextDocument, common: Frame): Answer => {
  const line = (label: string, ...text: Span[]): readonly Span[] => [strong(label), ' : ', ...text];
  const optional = (label: string, value: string | null) => (value === null ? [] : [line(label, value)]);
  return {
    ...common,
    kind: 'report',
    title: document.shortTitle,
    blocks: [
      paragraph(document.title),
      bullets([
        line('Identifiant', code(document.id)),
        line('Émetteur', document.issuer),
        ...optional('Numéro', document.number),
        line('Date', dated(document)),
        ...optional('Version', document.version),
        line('Statut', STATUS[document.status]),
        ...(document.supersededBy === null
          ? []
          : [line('Remplacé en partie par', code(document.supersededBy))]),
        line('Langues', document.languages.map((lang) => LANGUAGES[lang]).join(', ')),
        document.link === null
          ? line('Adresse', 'non relevée')
          : line('Adresse', link(document.link, document.link)),
        line('Licence', document.licence),
        line('Provenance', document.provenance),
      ]),
    ],
    notices: [],
    citations: [],
    data: { command: 'source', id: document.id, document: promised(document) },
  };
};

/** What programs are promised of a text. */
const promised = (document: TextDocument) => {
  const { id, title, shortTitle, kind, issuer, number, date, version, link, status, supersededBy } = document;
  const { languages, licence } = document;
  return {
    id,
    title,
    shortTitle,
    kind,
    issuer,
    number,
    date,
    version,
    link,
    status,
    supersededBy,
    languages,
    licence,
  };
};

const dated = ({ date }: TextDocument): string => (date === '' ? 'sans date' : shortDate(date));

const LANGUAGES = { fr: 'français', en: 'anglais (traduction)' } as const;
