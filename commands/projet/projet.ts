import { distance } from 'fastest-levenshtein';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import type { Asked, Command, Invocation } from '../command.ts';
import type { FollowUps } from '../plus/follow-ups.ts';
import { refuseRoom } from './access.ts';
import { EXPORT_EXAMPLE, exportSheet } from './export.ts';
import { showHistory } from './history.ts';
import { PAGE_IDS, PAGES, type PageName, pageId, showPage } from './pages.ts';
import { refuse } from './refuse.ts';
import { noSheet, showSheet } from './show.ts';
import type { GuidedProjectTools, ProjectTools } from './tools.ts';
import { declareLine } from './write/declare.ts';
import { DONE_EXAMPLE, declareDone } from './write/done.ts';
import { eraseSheet } from './write/erase.ts';
import { fillIn } from './write/interview.ts';
import { keepFacts } from './write/keep.ts';
import { replaceFacts } from './write/replace.ts';

export { createSheetAnswers, lastFactsOf } from './questions.ts';
export { createProjectInterview } from './write/interview.ts';

import { EXAMPLE } from './wording.ts';

export interface ProjetTools extends GuidedProjectTools {
  /** Told which pages `!plus` goes on with. */
  readonly followUps: Pick<FollowUps, 'rememberPages'>;
}

/** `!projet`: the sheet of the project of the room. */
export const createProjet = (tools: ProjetTools): Command => ({
  name: 'projet',
  aliases: ['projets', 'fiche'],
  summary: 'fiche du projet de ce salon : ce qui est su, dû, manquant',
  usage: [
    '!projet',
    '!projet <faits, en mots ou en clé=valeur>',
    '!projet remplir',
    '!projet garder',
    '!projet dus | faits | manque | historique',
    '!projet remplacer [clé=valeur…]',
    '!projet fait <règle> "…"|rien',
    '!projet exporter [markdown|csv|json]',
    '!projet effacer',
  ],
  effect: EFFECT,
  examples: [
    EXAMPLE,
    '!projet nom="SIRH" porteur="DGX" secret=non atteintes=?',
    '!projet',
    '!projet dus',
    '!projet faits',
    '!projet manque',
    '!projet remplacer hebergement=interne',
    DONE_EXAMPLE,
    '!projet historique',
    EXPORT_EXAMPLE,
    '!projet exporter csv',
    '!projet effacer',
    '!projet remplir',
  ],
  right: 'everyone',
  run: async (invocation) => {
    const barred = refuseRoom(invocation, tools);
    if (barred !== null) return barred;
    const { args, ...asked } = invocation;
    const [word = ''] = /^[\p{L}\p{M}]*/u.exec(args) ?? [];
    const said = fold(word);
    const rest = args.slice(word.length).trim();
    // « fait R4 … » declares; any other word may begin a sentence.
    const action = rest.startsWith('=') ? undefined : ACTIONS.get(SYNONYMS.get(said) ?? said);
    if (action !== undefined && (!BARE.has(SYNONYMS.get(said) ?? said) || rest === ''))
      return action(rest, asked, tools);
    const answer = await declareLine(args, asked, tools);
    return isUnread(answer) ? (suggested(said, invocation, tools) ?? answer) : answer;
  },
});

/** The pages that `!plus` goes on with, and what asks for them. */
export const pageOf = async (id: string, asked: Asked, tools: ProjectTools): Promise<Answer | null> => {
  const page = PAGES.find((name) => pageId(name) === id);
  if (page === undefined) return null;
  const barred = refuseRoom(asked, tools);
  return barred ?? readPage(page, asked, tools);
};

type Action = (args: string, asked: Asked, tools: ProjetTools) => Promise<Answer>;

const show: Action = async (_, asked, tools) => {
  const sheet = await tools.store.find(asked.conversation.roomId);
  if (sheet === null) return noSheet(asked, tools);
  await tools.followUps.rememberPages(PAGE_IDS, asked);
  return showSheet(sheet, asked, tools);
};

const readPage = async (page: PageName, asked: Asked, tools: ProjectTools): Promise<Answer> => {
  const { roomId } = asked.conversation;
  const sheet = await tools.store.find(roomId);
  return sheet === null
    ? noSheet(asked, tools)
    : showPage(page, sheet, await tools.store.history(roomId), asked, tools);
};

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['', show],
  ...PAGES.map((page): [string, Action] => [page, (_, asked, tools) => readPage(page, asked, tools)]),
  ['historique', (_, asked, tools) => showHistory(asked, tools)],
  ['remplacer', replaceFacts],
  ['fait', declareDone],
  ['garder', (_, asked, tools) => keepFacts(asked, tools)],
  ['exporter', exportSheet],
  ['effacer', eraseSheet],
  ['remplir', (_, asked, tools) => fillIn(asked, tools)],
]);

/** Actions that take no word after them: with words, what is said is facts. */
const BARE: ReadonlySet<string> = new Set(['', ...PAGES, 'historique', 'remplir', 'garder']);

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['voir', ''],
  ['obligations', 'dus'],
  ['du', 'dus'],
  ['declare', 'faits'],
  ['manquant', 'manque'],
  ['remplace', 'remplacer'],
  ['corriger', 'remplacer'],
  ['modifier', 'remplacer'],
  ['export', 'exporter'],
  ['entretien', 'remplir'],
  ['questions', 'remplir'],
  ['supprimer', 'effacer'],
  ['efface', 'effacer'],
]);

const isUnread = (answer: Answer): boolean => answer.kind === 'refused' && answer.code === 'RIEN_LU';

/** A word that is nearly that of an action, where no fact was read. */
const suggested = (said: string, invocation: Invocation, tools: ProjectTools): Answer | null => {
  const near = [...ACTIONS.keys()].find((name) => name !== '' && said !== '' && distance(said, name) <= 2);
  return near === undefined
    ? null
    : refuse(invocation, tools, 'inconnue', {
        code: 'ACTION_INCONNUE',
        explain: [
          `Lu : « ${said} ». Attendu : ${[...ACTIONS.keys()].filter((name) => name !== '').join(', ')}, ou des faits.`,
        ],
        example: near === 'fait' ? DONE_EXAMPLE : `!projet ${near}`,
      });
};

const EFFECT =
  'Tient la fiche du projet de ce salon : les faits déclarés (qui, quand), ce qui manque, ce qui est dû de R1 à R15, par qui, et ce que l’équipe déclare fait. Lire : toutes les personnes du salon. Écrire : modérateurs (niveau de pouvoir 50 au moins) et personnes désignées dans la configuration. Un fait qui contredit la fiche est demandé, jamais remplacé en silence. Clés : nom, porteur, entite, etat, prestataire_change, part, hebergement, fournisseur, extraeuropeen, service, collaboratif, donnees, personnelles, sante, secret, mission, atteintes, cout, offre_acceptable ; une valeur inconnue s’écrit « ? ». Rien n’est vérifié : l’analyse et la décision reviennent à l’entité. Un salon, une fiche. Visible de tout le salon : ni donnée personnelle, ni secret. Refusé dans les forums et les salons ouverts à des extérieurs.';
