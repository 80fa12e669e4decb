import { code, type Span } from '../../knowledge/answer/text.ts';
import { bullets, echo, frame, paragraph } from '../answers.ts';
import type { Command } from '../command.ts';
import type { Operations, RoomSummary } from './operations.ts';
import { KINDS } from './wording-salons.ts';

/** `!salons`: the rooms that the bot is in, with their names and who invited it there. */
export const createSalons = (operations: Pick<Operations, 'rooms'>, corpusVersion: string): Command => ({
  name: 'salons',
  aliases: ['rooms'],
  summary: 'salons où se trouve le robot',
  usage: ['!salons'],
  effect:
    'Énumère les salons du robot : identifiant, nom, nature, nombre de personnes, et qui l’a invité. Les noms sont demandés au serveur et ne sont pas gardés. N’écrit rien.',
  examples: ['!salons'],
  right: 'operator',
  run: async (invocation) => {
    const rooms = await operations.rooms();
    const more = rooms.length - MOST_SHOWN;
    return {
      ...frame(invocation, corpusVersion),
      kind: 'report',
      title: rooms.length === 0 ? 'Le robot n’est dans aucun salon' : `Salons du robot : ${rooms.length}`,
      blocks: [
        ...(rooms.length === 0 ? [] : [bullets(rooms.slice(0, MOST_SHOWN).map(line))]),
        ...(more > 0 ? [paragraph(`Et ${more} autres.`)] : []),
        paragraph('Pour en quitter un : ', code('!quitter'), ' suivi de son identifiant.'),
      ],
      notices: [],
      citations: [],
      data: {
        command: 'salons',
        rooms: rooms
          .slice(0, MOST_SHOWN)
          .map(({ roomId, room, ...others }) => ({ room: roomId, kind: room, ...others })),
        count: rooms.length,
      },
    };
  },
});

/** Rooms beyond these are counted. */
export const MOST_SHOWN = 100;

const line = ({ roomId, name, room, encrypted, members, inviter }: RoomSummary): Span[] => [
  code(roomId),
  ` : ${name === null ? '' : `« ${echo(name)} », `}${KINDS[room]}, ${encrypted ? 'chiffré' : 'non chiffré'}`,
  members === null ? '' : `, ${members} personnes`,
  // As code: whoever invited the bot is not to be rung.
  ...(inviter === null ? [] : [', invité par ', code(inviter)]),
];
