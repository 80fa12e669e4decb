import { shortDate } from '../../knowledge/answer/dates.ts';
import { code, type Span, strong } from '../../knowledge/answer/text.ts';
import { bullets, frame } from '../answers.ts';
import type { Command } from '../command.ts';
import { duration } from './duration.ts';
import type { BotState, DayUsage, Operations, ReplacedRoom, ServerState } from './operations.ts';
import { ACCOUNT, LINK, SIGNATURE } from './wording.ts';

/** `!etat`: what the bot is made of, and how it is. */
export const createEtat = (operations: Pick<Operations, 'state'>): Command => ({
  name: 'etat',
  aliases: ['status', 'statut'],
  summary: 'état du robot : version, textes, liaison, chiffrement, files d’attente',
  usage: ['!etat'],
  effect:
    'Décrit le robot et sa liaison avec le serveur. L’empreinte de l’appareil se compare à celle qu’affiche Tchap. N’écrit rien.',
  examples: ['!etat'],
  right: 'operator',
  run: async (invocation) => {
    const state = await operations.state();
    return {
      ...frame(invocation, state.corpus.version),
      kind: 'report',
      title: 'État du robot',
      blocks: [bullets([...own(state), ...(state.server === null ? ALONE : link(state.server))])],
      notices: [],
      citations: [],
      data: { command: 'etat', ...state },
    };
  },
});

const own = ({ version, uptime, corpus, catalogue }: BotState): Span[][] => [
  [strong('Version'), ` : ${version}, en marche depuis ${duration(uptime)}`],
  [
    strong('Textes'),
    ` : ${corpus.documents} documents, le plus récent daté du ${shortDate(corpus.latest)}, version `,
    code(corpus.version),
  ],
  [
    strong('Catalogue'),
    ` : ${catalogue.edition}, données du ${shortDate(catalogue.date)}, ${catalogue.offers} offres`,
  ],
];

const ALONE: Span[][] = [[strong('Liaison'), ' : aucune, le robot tourne dans un terminal']];

const link = (server: ServerState): Span[][] => [
  [
    strong('Liaison'),
    ` : ${LINK[server.link]} ; `,
    server.syncAge === null
      ? 'aucune synchronisation depuis le démarrage'
      : `dernière synchronisation il y a ${duration(server.syncAge)}`,
  ],
  [
    strong('Compte'),
    ' : ',
    code(server.userId),
    ` ; ${ACCOUNT[server.account.kind]('expiresOn' in server.account ? shortDate(server.account.expiresOn) : '')}`,
  ],
  device(server),
  [strong('Salons'), ` : ${server.rooms}`],
  [
    strong('En attente'),
    ` : ${server.waiting} à répondre, ${server.undecryptable} sans clé, ${server.outgoing} à envoyer`,
  ],
  ...server.replaced.map(replaced),
  ...server.usage.map(usage),
];

const replaced = ({ setting, from, to }: ReplacedRoom): Span[] => [
  strong('Salon remplacé'),
  ` (${setting}) : `,
  code(from),
  ' est devenu ',
  code(to),
  ', que le robot suit ; mettre à jour la configuration',
];

const usage = ({ day, answers, people, rooms }: DayUsage): Span[] => [
  strong(`Usage du ${shortDate(day)}`),
  ` : ${answers} réponses, ${people} personnes, ${rooms} salons`,
];

const device = ({ deviceId, fingerprint, signed }: ServerState): Span[] => [
  strong('Appareil'),
  ' : ',
  ...(deviceId === null ? ['inconnu'] : [code(deviceId)]),
  ...(fingerprint === null ? [', chiffrement non ouvert'] : [', empreinte ', code(fingerprint)]),
  `, ${SIGNATURE[signed === null ? 'unknown' : signed ? 'signed' : 'unsigned']}`,
];
