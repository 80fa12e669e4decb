import type { Answer, CommandData, Notice } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import { daysUntil } from '../../knowledge/dates/days.ts';
import { laterLawNotice } from '../../knowledge/later-law/later-law.ts';
import { alertsOf } from '../../knowledge/register/alerts.ts';
import { deadlineOf, plafondOf } from '../../knowledge/register/deadline.ts';
import type { Derogation } from '../../knowledge/register/derogation.ts';
import { createQuotes, echo, frame, paragraph } from '../answers.ts';
import type { AskedIn, Invocation } from '../command.ts';
import { roomsSeen } from './access.ts';
import { derogationBlocks } from './display.ts';
import { refuse } from './refuse.ts';
import type { RegisterTools } from './tools.ts';

/** A derogation in full, under a title that says what was done. */
export const showDerogation = (
  derogation: Derogation,
  { corpus, laterLaw }: Pick<RegisterTools, 'corpus' | 'laterLaw'>,
  { today }: Pick<Invocation, 'today'>,
  options: { readonly action: string; readonly title?: string; readonly notices?: readonly Notice[] },
): Answer => {
  const quotes = createQuotes(corpus);
  const blocks = derogationBlocks(derogation, today, quotes, laterLaw);
  const later = laterLawNotice(laterLaw, today);
  const { number, entry } = derogation;
  return {
    ...frame({ today }, corpus.version),
    kind: 'report',
    title: options.title ?? `Dérogation n° ${number} : ${echo(entry.projet, 120)}`,
    blocks: [...blocks, paragraph('Historique : ', code(`!derogation historique ${number}`), '.')],
    notices: [...(options.notices ?? []), ...(later === null ? [] : [later])],
    citations: quotes.all(),
    data: derogationData(derogation, today, options.action),
  };
};

/** Data of one derogation, as JSON answers carry it. */
export const derogationData = (derogation: Derogation, today: string, action: string): CommandData => {
  const { entry, number, state, version } = derogation;
  const due = deadlineOf(entry, today);
  return {
    command: 'derogation',
    action,
    number,
    state,
    version,
    ...entry,
    plafond: plafondOf(entry, today)?.date ?? null,
    due: due?.date ?? null,
    dueFrom: due?.nature ?? null,
    days: due === null ? null : daysUntil(due.date, today),
    alerts: state === 'ouverte' ? alertsOf(entry, today) : [],
  };
};

/** `voir 12`, `voir 12 salon=!…`: where the number is not of the room itself, the room is named. */
export const show = async (args: string, invocation: Invocation, tools: RegisterTools): Promise<Answer> => {
  const target = await findTarget(args, 'voir', invocation, tools);
  return 'found' in target
    ? showDerogation(target.found, tools, invocation, { action: 'voir' })
    : target.refused;
};

/** The derogation that a number names here, and what was typed after the number. */
export const findTarget = async (
  args: string,
  action: string,
  { today, conversation }: AskedIn,
  { store, access, corpus }: RegisterTools,
): Promise<{ readonly found: Derogation; readonly rest: string } | { readonly refused: Answer }> => {
  const refusing = (error: string, explain: string) => ({
    refused: refuse({ today }, corpus.version, action, {
      code: error,
      explain: [explain],
      example: `!derogation ${action} 1`,
    }),
  });
  const typed = /^(?:n\s*[°º]\s*|#)?(\d{1,9})(?=\s|$)/iu.exec(args);
  if (typed === null)
    return refusing(
      'NUMERO',
      `Lu : « ${echo(args)} ». Attendu : le numéro d’une dérogation, que donne !derogation lister.`,
    );
  const other = /\s*\bsalon\s*=\s*(!\S+)/u.exec(args);
  const roomId = other?.[1] ?? conversation.roomId;
  const seen = roomsSeen(access, conversation.roomId);
  const visible = seen === 'all' || seen.includes(roomId);
  const found = visible ? await store.find(roomId, Number(typed[1])) : null;
  if (found === null)
    return refusing(
      'NUMERO_INCONNU',
      `Le registre n’a pas de dérogation n° ${typed[1]}${other === null ? '' : ' pour ce salon'}. Les numéros : !derogation lister toutes.`,
    );
  return {
    found,
    rest: args
      .slice(typed[0].length)
      .replace(other?.[0] ?? '', '')
      .trim(),
  };
};
