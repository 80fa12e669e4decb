import type { Block } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { bullets, frame, paragraph } from '../answers.ts';
import type { Command } from '../command.ts';
import type { BotState, Operations } from './operations.ts';

/** `!recharger`: reads texts, cards and catalogue again, and puts them in service once they are found right. */
export const createRecharger = (operations: Pick<Operations, 'reload'>, corpusVersion: string): Command => ({
  name: 'recharger',
  aliases: ['reload'],
  summary: 'relit les textes, les fiches et le catalogue, sans redémarrer',
  usage: ['!recharger'],
  effect:
    'Relit et vérifie les fichiers ; s’ils sont corrects, ils remplacent d’un coup ceux en service, sinon rien ne change et l’erreur est affichée.',
  examples: ['!recharger'],
  right: 'operator',
  run: async (invocation) => {
    const outcome = await operations.reload();
    const common = { ...frame(invocation, corpusVersion), notices: [], citations: [] };
    if (outcome.kind === 'kept')
      return {
        ...common,
        kind: 'refused',
        code: 'TEXTES',
        title: 'Rien n’a été rechargé',
        blocks: [
          paragraph('Les fichiers lus ne sont pas corrects ; ceux qui étaient en service le restent.'),
          { kind: 'preformatted', text: outcome.message },
        ],
        data: { command: 'recharger', error: 'TEXTES' },
      };
    const { before, after } = outcome;
    return {
      ...common,
      corpusVersion: after.corpus.version,
      kind: 'dialogue',
      title: 'Textes et catalogue rechargés',
      blocks: [changes(before, after)],
      data: { command: 'recharger', before: before.corpus.version, after: after.corpus.version },
    };
  },
});

const changes = (before: BotState, after: BotState): Block =>
  bullets([
    [
      before.corpus.version === after.corpus.version
        ? `Textes : inchangés (${after.corpus.documents} documents).`
        : `Textes : version ${before.corpus.version} remplacée par ${after.corpus.version} (${after.corpus.documents} documents).`,
    ],
    [
      `Catalogue : données du ${shortDate(after.catalogue.date)}, ${after.catalogue.offers} offres` +
        `${before.catalogue.date === after.catalogue.date ? '' : ` (auparavant ${shortDate(before.catalogue.date)}, ${before.catalogue.offers} offres)`}.`,
    ],
    ['Fiches, vocabulaire et avertissements : relus.'],
  ]);
