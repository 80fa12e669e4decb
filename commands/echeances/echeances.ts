import type { Answer, Block, Notice } from '../../knowledge/answer/answer.ts';
import { daysUntil } from '../../knowledge/dates/days.ts';
import { besideCeiling, type LaterLaw, laterLawNotice } from '../../knowledge/later-law/later-law.ts';
import { plafondOf } from '../../knowledge/register/deadline.ts';
import type { Derogation } from '../../knowledge/register/derogation.ts';
import { bullets, echo, frame, paragraph, refused } from '../answers.ts';
import type { Command, Invocation } from '../command.ts';
import { refuseRoom, roomsSeen } from '../derogation/access.ts';
import { lineOf } from '../derogation/list.ts';
import type { RegisterTools } from '../derogation/tools.ts';
import { howMany } from '../how-many.ts';
import { shortIds } from '../short-ids.ts';
import { MOST_DAYS, type Period, readPeriod } from './period.ts';

const EXAMPLE = '!echeances 90j';
/** Derogations named in one group; the rest is counted. */
const SHOWN = 40;

/** `!echeances 90j`: what falls due, overdue first, then the derogations without a date to review. */
export const createEcheances = (tools: RegisterTools): Command => ({
  name: 'echeances',
  aliases: ['echeance', 'deadlines'],
  summary: 'dérogations du registre dont l’échéance approche ou est passée',
  usage: ['!echeances', '!echeances <jours>j', '!echeances <année>', '!echeances <mois> <année>'],
  effect:
    'Montre les dérogations ouvertes du registre de ce salon : échues, puis à échéance dans les jours, le mois ou l’année demandés (90 jours par défaut), puis celles dont la date d’offre acceptable manque. N’écrit rien. Refusée dans les forums et les salons ouverts à des extérieurs.',
  examples: [EXAMPLE, '!echeances', '!echeances 30j', '!echeances 2027'],
  right: 'everyone',
  run: async (invocation) => {
    const { corpus } = tools;
    const barred = refuseRoom(invocation, corpus.version);
    if (barred !== null) return barred;
    const period = readPeriod(invocation.args, invocation.today);
    if (period !== null) return answer(period, invocation, tools);
    return refused(frame(invocation, corpus.version), {
      title: 'Durée non comprise',
      code: 'DUREE',
      explain: [
        `Lu : « ${echo(invocation.args)} ». Attendu : une durée de 1 à ${MOST_DAYS} jours, une année, un mois ou un jour à venir.`,
      ],
      example: EXAMPLE,
      data: { command: 'echeances' },
    });
  },
});

const answer = async (period: Period, invocation: Invocation, tools: RegisterTools): Promise<Answer> => {
  const { store, access, corpus, laterLaw } = tools;
  const { today, conversation } = invocation;
  const rooms = roomsSeen(access, conversation.roomId);
  const { from, to, title, within } = period;
  const before = await store.dueBefore(to, rooms);
  // ISO dates compare as strings.
  const due = before.filter((one) => from === null || (one.due ?? today) >= from);
  const overdue = due.filter((one) => (one.due ?? today) < today);
  const coming = due.filter((one) => (one.due ?? today) >= today);
  const undated = await store.undated(rooms);
  const shown = shortIds([...due, ...undated].map(({ entry }) => entry.responsable));
  const group = (head: string, some: readonly Derogation[]): readonly Block[] =>
    some.length === 0
      ? []
      : [
          { kind: 'subtitle', text: `${head} (${some.length})` },
          bullets(
            some.slice(0, SHOWN).map((one) => lineOf(one, { today, here: conversation.roomId, shown })),
          ),
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
    title: `Échéances des dérogations, ${title}`,
    blocks:
      blocks.length === 0
        ? [paragraph(`Aucune dérogation n’est échue, ni à échéance ${within}, ni sans date.`)]
        : blocks,
    notices: later === null || blocks.length === 0 ? [] : [...ceilingNotices(due, laterLaw, today), later],
    citations: [],
    data: {
      command: 'echeances',
      days: daysUntil(to, today),
      overdue: overdue.map(nameOf),
      coming: coming.map(nameOf),
      undated: undated.map(nameOf),
    },
  };
};

/** Said once for all the ceilings that the list rests on. */
export const ceilingNotices = (
  derogations: readonly Pick<Derogation, 'entry'>[],
  laterLaw: Pick<LaterLaw, 'beside_ceiling'>,
  today: string,
): readonly Notice[] => {
  const beside = besideCeiling(laterLaw, today);
  return beside === null || derogations.every(({ entry }) => plafondOf(entry, today) === null)
    ? []
    : [{ code: 'plafond-hors-corpus', text: [beside] }];
};

const nameOf = ({ roomId, number, due }: Derogation) => ({ room: roomId, number, due });
