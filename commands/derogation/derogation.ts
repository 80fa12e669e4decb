import { distance } from 'fastest-levenshtein';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { echo } from '../answers.ts';
import type { Command, Invocation } from '../command.ts';
import { refuseRoom, refuseWriting } from './access.ts';
import { ADD_EXAMPLE, addLine, knownFromSheet } from './add.ts';
import { history } from './history.ts';
import { list } from './list.ts';
import { refuse } from './refuse.ts';
import { CLOSE_EXAMPLE, close, MODIFY_EXAMPLE, modify } from './revise.ts';
import { show } from './show.ts';
import { EXPORT_EXAMPLE, exportTable } from './table/export.ts';
import { importTable } from './table/import.ts';
import { IMPORT_EXAMPLE } from './table/import-answers.ts';
import type { GuidedTools, RegisterTools } from './tools.ts';

export { derogationInterview as createDerogationInterview } from './interview.ts';

/** `!derogation`: the register of derogations of the room. */
export const createDerogation = (tools: GuidedTools): Command => {
  const add: Action = async (args, invocation) => {
    if (args !== '') return addLine(args, invocation, tools);
    const barred = refuseWriting(invocation, tools.access, tools.corpus.version);
    if (barred !== null) return barred;
    return tools.interviews.start('derogation', invocation, await knownFromSheet(invocation, tools));
  };
  const actions = new Map<string, Action>([...ACTIONS, ['ajouter', add]]);
  return {
    name: 'derogation',
    aliases: ['derogations', 'registre'],
    summary: 'registre des dérogations de ce salon',
    usage: [
      '!derogation ajouter',
      '!derogation ajouter projet="…" regle=R6|R9|note-2021 cle=valeur…',
      '!derogation lister [closes|toutes] [page]',
      '!derogation voir <numéro>',
      '!derogation modifier <numéro> cle=valeur…',
      '!derogation clore <numéro> motif="…"',
      '!derogation historique <numéro>',
      '!derogation importer',
      '!derogation importer confirmer',
      '!derogation exporter [csv|ics] [closes|toutes] [page]',
    ],
    effect: EFFECT,
    examples: [
      ADD_EXAMPLE,
      '!derogation ajouter projet="Archives" regle=R6 dinum=02/09/2026 etude=oui reexamen=01/09/2027',
      '!derogation ajouter',
      '!derogation lister',
      '!derogation voir 1',
      MODIFY_EXAMPLE,
      '!derogation historique 1',
      CLOSE_EXAMPLE,
      IMPORT_EXAMPLE,
      EXPORT_EXAMPLE,
      '!derogation exporter ics',
    ],
    right: 'everyone',
    readsPasted: true,
    run: async (invocation) => {
      const barred = refuseRoom(invocation, tools.corpus.version);
      if (barred !== null) return barred;
      const [word = ''] = /^[\p{L}\p{M}]*/u.exec(invocation.args) ?? [];
      const said = fold(word);
      const rest = invocation.args.slice(word.length).trim();
      const action = actions.get(SYNONYMS.get(said) ?? said);
      return action === undefined
        ? refuseAction(invocation, tools.corpus.version)
        : action(rest, invocation, tools);
    },
  };
};

type Action = (args: string, invocation: Invocation, tools: RegisterTools) => Promise<Answer>;

const ACTIONS: readonly [string, Action][] = [
  ['lister', list],
  ['voir', show],
  ['modifier', modify],
  ['clore', close],
  ['historique', history],
  ['importer', importTable],
  ['exporter', exportTable],
];

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['', 'lister'],
  ['liste', 'lister'],
  ['ajout', 'ajouter'],
  ['nouvelle', 'ajouter'],
  ['detail', 'voir'],
  ['changer', 'modifier'],
  ['cloturer', 'clore'],
  ['fermer', 'clore'],
  // Nothing is ever deleted: what is over is closed.
  ['supprimer', 'clore'],
  ['import', 'importer'],
  ['export', 'exporter'],
]);

const EFFECT =
  'Tient le registre des dérogations de ce salon. Lire : toutes les personnes du salon. Écrire : modérateurs (niveau de pouvoir 50 au moins) et personnes désignées dans la configuration. Rien ne s’efface : une dérogation finie est close, et l’historique garde qui a changé quoi, et quand. Clés : projet, regle, entite, accordee, offre, responsable, reference ; pour R9, validation_pm, offre_acceptable, fin ; pour la note de 2021, service, offre_acceptable, fin ; pour R6, dinum, etude, reexamen. Une valeur inconnue s’écrit « ? ». Le plafond de R9 est calculé à partir de la date d’offre acceptable, que ne désigne aucun texte. Importer : un CSV (« ; », « , » ou tabulation) sous la commande, dans le même message, ou dans un fichier de 1 Mio au plus auquel la commande répond, avec ces clés pour titres de colonnes ; l’essai n’écrit rien. Une colonne « numero », comme dans l’export, désigne une dérogation déjà inscrite : l’essai montre ce qui y serait changé. Les personnes n’y figurent que par leur identifiant Matrix. Refusé dans les forums et les salons ouverts à des extérieurs.';

const refuseAction = (invocation: Invocation, corpusVersion: string): Answer => {
  const typed = fold(invocation.args.split(/\s/)[0]?.slice(0, 40) ?? '');
  const names = ['ajouter', ...ACTIONS.map(([name]) => name)];
  const near = names.find((name) => distance(typed, name) <= 2);
  return refuse(invocation, corpusVersion, 'inconnue', {
    code: 'ACTION_INCONNUE',
    explain: [
      `Lu : « ${echo(invocation.args)} ». Attendu : ${names.join(', ')}. Ce que les textes disent des dérogations : !regle R9.`,
    ],
    example: `!derogation ${near === 'voir' ? 'voir 1' : (near ?? 'lister')}`,
  });
};
