import type { Answer } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { code, type Span, strong, type Text } from '../../knowledge/answer/text.ts';
import { deadlineOf } from '../../knowledge/register/deadline.ts';
import type { Derogation } from '../../knowledge/register/derogation.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { bullets, echo, frame, paragraph } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { shortIds } from '../short-ids.ts';
import { roomsSeen } from './access.ts';
import { remaining } from './display.ts';
import { refuse } from './refuse.ts';
import type { RegisterTools } from './tools.ts';
import { REGLE_TYPED } from './wording.ts';

/** Derogations on one page of the list. */
export const PAGE = 40;

/** `lister`, `lister 2`, `lister closes`, `lister toutes 3`: one line each, nearest deadline first. */
export const list = async (args: string, invocation: Invocation, tools: RegisterTools): Promise<Answer> => {
  const { corpus, store, access } = tools;
  const { today, conversation } = invocation;
  const asked = readList(args);
  if (asked === null)
    return refuse(invocation, corpus.version, 'lister', {
      code: 'LISTE',
      explain: [`Lu : « ${echo(args)} ». Attendu : rien, closes ou toutes, et un numéro de page.`],
      example: '!derogation lister toutes 2',
    });
  const rooms = roomsSeen(access, conversation.roomId);
  const offset = (asked.page - 1) * PAGE;
  const { total, items } = await store.list(rooms, { state: asked.state, offset, limit: PAGE });
  const shown = shortIds(items.map(({ entry }) => entry.responsable));
  const pages = Math.max(1, Math.ceil(total / PAGE));
  return {
    ...frame(invocation, corpus.version),
    kind: 'report',
    title: `Registre des dérogations : ${counted(total, asked.state)}${pages > 1 ? `, page ${asked.page} sur ${pages}` : ''}`,
    blocks: [
      ...(items.length === 0
        ? [
            paragraph(
              total === 0
                ? EMPTY[asked.state]
                : pages === 1
                  ? 'La liste n’a qu’une page.'
                  : `La liste n’a que ${pages} pages.`,
            ),
          ]
        : [bullets(items.map((one) => lineOf(one, { today, here: conversation.roomId, shown })))]),
      paragraph(...next(asked, pages, items[0])),
    ],
    notices: [],
    citations: [],
    data: {
      command: 'derogation',
      action: 'lister',
      state: asked.state,
      page: asked.page,
      pages,
      total,
      derogations: items.map(({ roomId, number, state, entry, due }) => ({
        room: roomId,
        number,
        state,
        projet: entry.projet,
        regle: entry.regle,
        due,
      })),
    },
  };
};

/** « n° 12 SIRH, R9, échéance 31/07/2027, dans 251 jours »; the room is named when it is another one. */
export const lineOf = ({ roomId, number, state, entry }: Derogation, { today, here, shown }: Shown): Text => {
  const due = deadlineOf(entry, today);
  const when: Span =
    state === 'close'
      ? 'close'
      : due === null
        ? 'sans échéance'
        : `échéance ${shortDate(due.date)}, ${remaining(due.date, today)}`;
  return [
    strong(`n° ${number}`),
    ` ${echo(entry.projet)}, ${REGLE_TYPED[entry.regle]}, ${when}`,
    ...(entry.responsable === null ? [] : [', ', code(shown(entry.responsable))]),
    ...(roomId === here ? [] : [' (salon ', code(roomId), ')']),
  ];
};

interface Shown {
  readonly today: string;
  readonly here: string;
  /** How a Matrix id is shown in this message. */
  readonly shown: (id: string) => string;
}

interface AskedList {
  readonly state: 'ouverte' | 'close' | 'toutes';
  readonly page: number;
}

const STATES: ReadonlyMap<string, AskedList['state']> = new Map([
  ['ouvertes', 'ouverte'],
  ['ouverte', 'ouverte'],
  ['closes', 'close'],
  ['close', 'close'],
  ['toutes', 'toutes'],
  ['tout', 'toutes'],
]);

const EMPTY: Record<AskedList['state'], string> = {
  ouverte: 'Aucune dérogation ouverte n’est inscrite au registre de ce salon.',
  close: 'Aucune dérogation close n’est inscrite au registre de ce salon.',
  toutes: 'Aucune dérogation n’est inscrite au registre de ce salon.',
};

const readList = (args: string): AskedList | null => {
  let state: AskedList['state'] = 'ouverte';
  let page = 1;
  for (const word of fold(args)
    .split(' ')
    .filter((part) => part !== '' && part !== 'page')) {
    const known = STATES.get(word);
    if (known !== undefined) state = known;
    else if (/^[1-9]\d{0,5}$/.test(word)) page = Number(word);
    else return null;
  }
  return { state, page };
};

const counted = (total: number, state: AskedList['state']): string => {
  const plural = total > 1 ? 's' : '';
  const kind = state === 'toutes' ? '' : ` ${state}${plural}`;
  return `${total === 0 ? 'aucune' : total.toLocaleString('fr-FR')} dérogation${plural}${kind}`;
};

const next = ({ state, page }: AskedList, pages: number, first: Derogation | undefined): readonly Span[] => {
  const which = state === 'ouverte' ? '' : ` ${state === 'close' ? 'closes' : 'toutes'}`;
  const more = page < pages ? ['Suite : ', code(`!derogation lister${which} ${page + 1}`), '. '] : [];
  return first === undefined
    ? ['Pour en inscrire une : ', code('!derogation ajouter'), '.']
    : [...more, 'Détail : ', code(`!derogation voir ${first.number}`), '.'];
};
