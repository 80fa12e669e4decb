import type { Answer, Notice } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { code, type Span, strong } from '../../knowledge/answer/text.ts';
import type { Subscription } from '../../knowledge/digest/subscription.ts';
import { dayOfWeek } from '../../knowledge/rules/time/iso-date.ts';
import { bullets, echo, frame, paragraph } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { readDelay } from './delay.ts';
import { readMoment } from './moment.ts';
import { mayDecide, refuseRight } from './rights.ts';
import { refuseDigestRequest } from './silence.ts';
import { withStanding } from './standing.ts';
import type { DigestTools } from './tools.ts';
import { clockTime, REFUSED, REMINDED, timeText, weekdayText } from './wording.ts';

export const SUBSCRIBE_EXAMPLE = '!digest abonner lundi 9h';
export const PAUSE_EXAMPLE = '!digest pause 2 semaines';

export type Action = (rest: string, invocation: Invocation, tools: DigestTools) => Promise<Answer>;

/** `abonner lundi 9h`: one digest a week, from the next one on. */
export const subscribe: Action = async (rest, invocation, tools) => {
  const read = readMoment(rest);
  if (!read.ok) {
    const why = { MOMENT: '', JOUR_NON_OUVRE: ` ${REFUSED.weekend}`, HEURE_DE_NUIT: ` ${REFUSED.night}` };
    return refuse(invocation, tools, read.error, SUBSCRIBE_EXAMPLE, [
      `Lu : « ${echo(rest)} ».${why[read.error]} Attendu : un jour du lundi au vendredi et une heure.`,
    ]);
  }
  const { roomId } = invocation.conversation;
  const subscription = { roomId, ...read.moment, since: invocation.now, pausedUntil: null };
  await tools.digest.subscribe(subscription, invocation.conversation.sender);
  return withStanding(
    await state('Digest demandé', 'abonner', subscription, invocation, tools),
    invocation,
    tools,
  );
};

export const unsubscribe: Action = async (_, invocation, tools) => {
  const { roomId } = invocation.conversation;
  const was = await tools.digest.unsubscribe(roomId);
  const title = was ? 'Digest arrêté' : 'Aucun digest à arrêter';
  return state(title, 'desabonner', null, invocation, tools);
};

/** `pause 2 semaines`: neither digest nor reminder until then; nothing is caught up afterwards. */
export const pause: Action = async (rest, invocation, tools) => {
  const delay = readDelay(rest, invocation.today, LONGEST_PAUSE);
  if (!delay.ok) return refuse(invocation, tools, 'DUREE', PAUSE_EXAMPLE, [delay.explain]);
  return change('Digest en pause', 'pause', invocation, tools, (subscription) => ({
    ...subscription,
    pausedUntil: delay.until,
  }));
};

export const resume: Action = async (_, invocation, tools) => {
  const answer = await change('Digest repris', 'reprendre', invocation, tools, (subscription) => ({
    ...subscription,
    since: invocation.now,
    pausedUntil: null,
  }));
  return answer.data?.subscribed === true ? withStanding(answer, invocation, tools) : answer;
};

/** `!digest` alone: when the digest comes, and how to change it. */
export const showState: Action = async (_, invocation, tools) => {
  const subscription = await tools.digest.subscription(invocation.conversation.roomId);
  return state('Digest de ce salon', 'etat', subscription, invocation, tools);
};

/** Actions that only those who decide for the room may run. */
export const reserved =
  (action: Action): Action =>
  async (rest, invocation, tools) =>
    mayDecide(invocation, tools.access)
      ? action(rest, invocation, tools)
      : refuseRight(invocation, tools.corpus.version, 'digest', REFUSED.settings);

/** A request on the digest that cannot be served as written. */
export const refuse = (
  invocation: Pick<Invocation, 'today'>,
  tools: Pick<DigestTools, 'corpus'>,
  error: string,
  example: string,
  explain: readonly Span[],
): Answer => refuseDigestRequest('digest', example, invocation, tools, error, explain);

const LONGEST_PAUSE = 366;

const change = async (
  title: string,
  action: string,
  invocation: Invocation,
  tools: DigestTools,
  next: (subscription: Subscription) => Subscription,
): Promise<Answer> => {
  const { roomId, sender } = invocation.conversation;
  const subscription = await tools.digest.subscription(roomId);
  if (subscription === null) return state('Aucun digest n’est demandé ici', action, null, invocation, tools);
  const changed = next(subscription);
  await tools.digest.subscribe(changed, sender);
  return state(title, action, changed, invocation, tools);
};

const state = async (
  title: string,
  action: string,
  subscription: Subscription | null,
  invocation: Invocation,
  { schedule, corpus }: DigestTools,
): Promise<Answer> => {
  const next = subscription === null ? null : await schedule.next(subscription, invocation.now);
  const paused = subscription?.pausedUntil ?? null;
  const inPause = paused !== null && paused > invocation.today;
  const lines: readonly (readonly Span[])[] =
    subscription === null || next === null
      ? [['Ce salon ne reçoit pas de digest. Pour le demander : ', code(SUBSCRIBE_EXAMPLE), '.']]
      : [
          [
            strong('Jour et heure'),
            ` : ${weekdayText(subscription.weekday)} à ${timeText(subscription.minute)}, heure de Paris`,
          ],
          ...(inPause ? [[strong('En pause'), ` jusqu’au ${shortDate(paused)}`]] : []),
          [
            strong('Prochain digest'),
            ` : ${weekdayText(dayOfWeek(next.date) ?? 1)} ${shortDate(next.date)} à ${timeText(next.minute)}, s’il y a quelque chose à dire`,
          ],
          [strong('Rappels'), REMINDED],
          ['Contenu du prochain : ', code('!digest apercu'), '. Arrêter : ', code('!digest desabonner'), '.'],
        ];
  const notices: readonly Notice[] =
    invocation.conversation.room === 'console'
      ? [{ code: 'console', text: ['Dans ce terminal, aucun digest n’est jamais envoyé.'] }]
      : [];
  return {
    ...frame(invocation, corpus.version),
    kind: 'dialogue',
    title,
    blocks: [lines.length === 1 ? paragraph(...(lines[0] ?? [])) : bullets(lines)],
    notices,
    citations: [],
    data: {
      command: 'digest',
      action,
      subscribed: subscription !== null,
      weekday: subscription?.weekday ?? null,
      time: subscription === null ? null : clockTime(subscription.minute),
      pausedUntil: inPause ? paused : null,
      next: next?.date ?? null,
    },
  };
};
