import type { Answer, Block } from '../../knowledge/answer/answer.ts';
import { laterLawNotice } from '../../knowledge/later-law/later-law.ts';
import { addDays } from '../../knowledge/register/deadline.ts';
import type { Derogation } from '../../knowledge/register/derogation.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { bullets, echo, frame, paragraph, refused } from '../answers.ts';
import type { Command, Invocation } from '../command.ts';
import { howMany } from '../how-many.ts';
import { refuseRoom, roomsSeen } from './access.ts';
import { lineOf } from './list.ts';
import type { RegisterTools } from './tools.ts';

const EXAMPLE = '!echeances 90j';
const DEFAULT_DAYS = 90;
const MOST_DAYS = 3650;
/** Derogations named in one group; the rest is counted. */
const SHOWN = 40;

/** `!echeances 90j`: what falls due, overdue first, then the derogations without a date to review. */
export const createEcheances = (tools: RegisterTools): Command => ({
  name: 'echeances',
  aliases: ['echeance', 'deadlines'],
  summary: 'dérogations du registre dont l’échéance approche ou est passée',
  usage: ['!echeances', '!echeances <jours>j'],
  effect:
    'Montre les dérogations ouvertes du registre de ce salon : échues, puis à échéance dans les jours demandés (90 par défaut), puis celles dont la date d’offre acceptable manque. N’écrit rien. Refusée dans les forums et les salons ouverts à des extérieurs.',
  examples: [EXAMPLE, '!echeances', '!echeances 30j'],
  right: 'everyone',
  run: async (invocation) => {
    const { corpus } = tools;
    const barred = refuseRoom(invocation, corpus.version);
    if (barred !== null) return barred;
    const days = readDays(invocation.args);
    if (days !== null) return answer(days, invocation, tools);
    return refused(frame(invocation, corpus.version), {
      title: 'Durée non comprise',
      code: 'DUREE',
      explain: [`Lu : « ${echo(invocation.args)} ». Attendu : un nombre de jours de 1 à ${MOST_DAYS}.`],
      example: EXAMPLE,
      data: { command: 'echeances' },
    });
  },
});

const readDays = (args: string): number | null => {
  const said = fold(args);
  if (said === '') return DEFAULT_DAYS;
  const match = /^(\d{1,4}) ?(j|jours?|semaines?|mois)?$/.exec(said);
  const days = Number(match?.[1]) * (match?.[2]?.startsWith('s') ? 7 : match?.[2]?.startsWith('m') ? 30 : 1);
  return match !== null && days >= 1 && days <= MOST_DAYS ? days : null;
};

const answer = async (days: number, invocation: Invocation, tools: RegisterTools): Promise<Answer> => {
  const { store, access, corpus, laterLaw } = tools;
  const { today, conversation } = invocation;
  const rooms = roomsSeen(access, conversation.roomId);
  const due = await store.dueBefore(addDays(today, days), rooms);
  const overdue = due.filter((one) => (one.due ?? today) < today);
  const coming = due.filter((one) => (one.due ?? today) >= today);
  const undated = await store.undated(rooms);
  const within = days === 1 ? 'd’ici demain' : `dans les ${days} jours`;
  const group = (title: string, some: readonly Derogation[]): readonly Block[] =>
    some.length === 0
      ? []
      : [
          { kind: 'subtitle', text: `${title} (${some.length})` },
          bullets(some.slice(0, SHOWN).map((one) => lineOf(one, today, conversation.roomId))),
          ...(some.length > SHOWN
            ? [paragraph(`Et ${howMany(some.length - SHOWN, 'autre')} : !derogation lister.`)]
            : []),
        ];
  const blocks = [
    ...group('Échues', overdue),
    ...group(`À échéance ${within}`, coming),
    ...group('Sans date d’offre acceptable, à réexaminer', undated),
  ];
  const later = laterLawNotice(laterLaw, today);
  return {
    ...frame(invocation, corpus.version),
    kind: 'report',
    title: `Échéances des dérogations, ${howMany(days, 'jour')}`,
    blocks:
      blocks.length === 0
        ? [paragraph(`Aucune dérogation n’est échue, ni à échéance ${within}, ni sans date.`)]
        : blocks,
    notices: later === null || blocks.length === 0 ? [] : [later],
    citations: [],
    data: {
      command: 'echeances',
      days,
      overdue: overdue.map(nameOf),
      coming: coming.map(nameOf),
      undated: undated.map(nameOf),
    },
  };
};

const nameOf = ({ roomId, number, due }: Derogation) => ({ salon: roomId, number, echeance: due });
