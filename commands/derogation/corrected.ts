import type { Answer } from '../../knowledge/answer/answer.ts';
import { code, type Span } from '../../knowledge/answer/text.ts';
import type { Derogation } from '../../knowledge/register/derogation.ts';
import { fieldNamed } from '../../knowledge/register/fields.ts';
import { echo, frame, paragraph } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { readFields, readPairs } from './arguments.ts';
import { numbersIn } from './cause.ts';
import { showDerogation } from './show.ts';
import type { RegisterTools } from './tools.ts';

/** What somebody is told who corrects a message; null when it was not acted upon. */
export type Corrected = (text: string, asked: Omit<Invocation, 'args'>) => Promise<Answer | null>;

/**
 * A message that had written in the register is corrected: nothing changes, which is said first, with what was really written
 * and the command that does what the correction asks for.
 */
export const createCorrected =
  (tools: RegisterTools): Corrected =>
  async (text, asked) => {
    const { roomId, replaces = null } = asked.conversation;
    const written = replaces === null ? null : await tools.store.writtenBy(roomId, replaces);
    const numbers = written === null ? [] : numbersIn(written);
    const [first] = numbers;
    if (first === undefined) return null;
    if (numbers.length > 1) return ofMany(numbers, asked, tools);
    const derogation = await tools.store.find(roomId, first);
    if (derogation === null) return null;
    const title = `Correction sans effet : dérogation n° ${first} ${STATE[derogation.state]}, ${echo(derogation.entry.projet, 120)}`;
    const answer = showDerogation(derogation, tools, asked, { action: 'corriger', title });
    return { ...answer, blocks: [paragraph(...instead(text, derogation, asked)), ...answer.blocks] };
  };

const STATE = { ouverte: 'inscrite', close: 'close' } as const;

const DONE = 'Ce message avait déjà été pris en compte : le corriger ne change rien à ce qui est écrit.';

const instead = (text: string, derogation: Derogation, asked: Omit<Invocation, 'args'>): readonly Span[] => {
  const added = /^[!！]\s*\p{L}+\s+(?:ajout\p{L}*|nouvelle)\s+(.+)$/su.exec(text.trim())?.[1];
  const changes = added === undefined ? [] : changesOf(added, derogation, asked.conversation.sender);
  if (derogation.state === 'close' && added !== undefined)
    return [`${DONE} Une dérogation close ne change plus.`];
  if (changes.length > 0)
    return [
      `${DONE} Pour que le registre suive : `,
      code(`!derogation modifier ${derogation.number} ${changes.join(' ')}`),
      '.',
    ];
  return added === undefined && /^[!！]\p{L}/u.test(text)
    ? [`${DONE} Pour ce que dit la correction, envoyez-la en nouveau message : `, code(echo(text, 300)), '.']
    : [
        `${DONE} Pour changer la dérogation : `,
        code(`!derogation modifier ${derogation.number} offre_acceptable=2026-09-30`),
        ', par exemple.',
      ];
};

/** What the corrected line says otherwise than the register, as `key="value"`. */
const changesOf = (line: string, { entry }: Derogation, me: string): readonly string[] =>
  readPairs(line).flatMap((pair) => {
    const field = pair.key === null ? null : fieldNamed(pair.key);
    const { values, problems } = readFields([pair], me);
    if (field === null || problems.length > 0 || values[field.name] === entry[field.name]) return [];
    return [`${field.name}=${/\s/.test(pair.value) ? `"${pair.value}"` : pair.value}`];
  });

const ofMany = (
  numbers: readonly number[],
  asked: Omit<Invocation, 'args'>,
  { corpus }: RegisterTools,
): Answer => ({
  ...frame(asked, corpus.version),
  kind: 'dialogue',
  title: `Correction sans effet : dérogations n° ${numbers[0]} à ${numbers.at(-1)} inscrites`,
  blocks: [
    paragraph(
      `${DONE} Pour en changer une : `,
      code(`!derogation modifier ${numbers[0]} offre_acceptable=2026-09-30`),
      ', par exemple.',
    ),
  ],
  notices: [],
  citations: [],
  data: { command: 'derogation', action: 'corriger', rows: numbers.length },
});
