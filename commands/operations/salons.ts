import { code, type Span } from '../../knowledge/answer/text.ts';
import { bullets, frame, paragraph } from '../answers.ts';
import type { Command } from '../command.ts';
import type { Operations, RoomSummary } from './operations.ts';
import { KINDS } from './wording-salons.ts';

/** `!salons`: the rooms that the bot is in, by identifier. */
export const createSalons = (operations: Pick<Operations, 'rooms'>, corpusVersion: string): Command => ({
  name: 'salons',
  aliases: ['rooms'],
  summary: 'salons où se trouve le robot',
  usage: ['!salons'],
  effect: 'Énumère les salons du robot : identifiant, nature, nombre de personnes. N’écrit rien.',
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
          .map(({ roomId, room, encrypted, members }) => ({ room: roomId, kind: room, encrypted, members })),
        count: rooms.length,
      },
    };
  },
});

const MOST_SHOWN = 100;

const line = ({ roomId, room, encrypted, members }: RoomSummary): Span[] => [
  code(roomId),
  ` : ${KINDS[room]}, ${encrypted ? 'chiffré' : 'non chiffré'}${members === null ? '' : `, ${members} personnes`}`,
];
