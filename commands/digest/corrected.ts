import { code } from '../../knowledge/answer/text.ts';
import { echo, paragraph } from '../answers.ts';
import { type Corrected, createCorrected } from '../derogation/corrected.ts';
import { type Silenced, silencedAnswer } from './silence.ts';
import type { DigestTools } from './tools.ts';

/** What somebody is told who corrects a message that had written in the register or silenced something. */
export const createCorrections = (tools: DigestTools): Corrected => {
  const ofRegister = createCorrected(tools);
  const ofSilences = correctedSilence(tools);
  return async (text, asked) => (await ofRegister(text, asked)) ?? ofSilences(text, asked);
};

/** Nothing more is silenced, and what was is said. */
const correctedSilence =
  (tools: DigestTools): Corrected =>
  async (text, asked) => {
    const { roomId, replaces = null } = asked.conversation;
    if (replaces === null) return null;
    const silenced: Silenced[] = [];
    for (const silence of await tools.digest.silences(roomId)) {
      const derogation =
        silence.cause === replaces ? await tools.store.find(silence.origin, silence.number) : null;
      if (derogation !== null) silenced.push({ derogation, silence });
    }
    const [first] = silenced;
    if (first === undefined) return null;
    const answer = silencedAnswer(
      first.silence.until === null ? 'acquitter' : 'reporter',
      silenced,
      asked,
      tools,
    );
    const { number, entry } = first.derogation;
    return {
      ...answer,
      title: `Correction sans effet : seul le rappel du n° ${number}, ${echo(entry.projet)}, est tu`,
      blocks: [
        paragraph(
          'Ce message avait déjà été pris en compte : le corriger n’a tu aucun autre rappel. Supprimez-le pour lever ce silence ; pour ce que dit la correction, envoyez-la en nouveau message',
          ...(/^[!！]\p{L}/u.test(text) ? [' : ', code(echo(text, 300))] : []),
          '.',
        ),
        ...answer.blocks,
      ],
    };
  };
