import { code } from '../../knowledge/answer/text.ts';
import { echo, frame, paragraph, refused } from '../answers.ts';
import type { Command } from '../command.ts';
import type { Operations } from './operations.ts';
import { DEPARTURE } from './wording.ts';

/** `!quitter <salon>`: has the bot leave a room, named by its whole identifier. */
export const createQuitter = (operations: Pick<Operations, 'leave'>, corpusVersion: string): Command => ({
  name: 'quitter',
  aliases: [],
  summary: 'fait partir le robot d’un salon',
  usage: ['!quitter <identifiant du salon>'],
  effect:
    'Le robot quitte le salon désigné et n’y répond plus ; ce qui attendait d’y être envoyé est abandonné. Une nouvelle invitation l’y ramène.',
  examples: [EXAMPLE],
  right: 'operator',
  run: async (invocation) => {
    const common = frame(invocation, corpusVersion);
    const roomId = invocation.args;
    const refusal = (explain: string, error: string) =>
      refused(common, {
        title: 'Quitter un salon',
        code: error,
        explain: [explain, ' Les identifiants : ', code('!salons'), '.'],
        example: EXAMPLE,
        data: { command: 'quitter' },
      });
    if (!/^![^\s]{1,254}$/.test(roomId))
      return refusal(
        roomId === ''
          ? 'Il manque l’identifiant du salon, qui commence par « ! ».'
          : `« ${echo(roomId)} » n’est pas l’identifiant d’un salon, qui commence par « ! » et s’écrit sans espace.`,
        'ARGUMENT',
      );
    const departure = await operations.leave(roomId);
    if (departure !== 'left') return refusal(DEPARTURE[departure], departure.toUpperCase());
    return {
      ...common,
      kind: 'dialogue',
      title: 'Salon quitté',
      blocks: [paragraph('Le robot a quitté ', code(roomId), '.')],
      notices: [],
      citations: [],
      data: { command: 'quitter', room: roomId },
    };
  },
});

const EXAMPLE = '!quitter !abcdefgh:agent.dinum.tchap.gouv.fr';
