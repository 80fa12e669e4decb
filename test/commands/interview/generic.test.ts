import { expect, it } from 'vitest';
import { renderText } from '../../../bot/render/text.ts';
import type { Interview } from '../../../commands/interview/interview.ts';
import { createInterviews } from '../../../commands/interview/interviews.ts';
import { createMemoryInterviewStore } from '../../../commands/interview/memory-store.ts';
import { dialogue } from '../../support/answers.ts';
import { conversation, invocation } from '../../support/commands/rule-commands.ts';

/** An interview about something else: what the engine promises to any command. */
const interview: Interview = {
  name: 'derogation',
  title: 'Dérogation',
  questions: [
    {
      id: 'projet',
      kind: 'free',
      prompt: ['Quel projet ?'],
      expected: 'Un nom sans chiffre.',
      mayBeUnknown: false,
      read: (text) => (/\d/.test(text) ? null : text),
    },
    {
      id: 'date',
      kind: 'free',
      prompt: ['Quelle date ?'],
      expected: 'Une date.',
      read: (text) => (/^\d{4}$/.test(text) ? text : null),
    },
  ],
  conclude: (answers) => dialogue(JSON.stringify(answers)),
};

const begin = async () => {
  const interviews = createInterviews(createMemoryInterviewStore(), [interview], '1');
  let events = 0;
  const context = () => {
    events += 1;
    return invocation('', { conversation: conversation({ room: 'direct', eventId: `$${events}` }) });
  };
  const first = await interviews.start('derogation', context());
  const say = async (text: string) => {
    const answer = await interviews.continueInterview({ kind: 'text', text, addressed: true }, context());
    return answer === null ? null : renderText(answer);
  };
  return { interviews, context, first: renderText(first), say };
};

it('asks for a text of its own, with what is expected and the place among the questions', async () => {
  const { first, say } = await begin();
  expect(first).toContain('question 1 sur 2');
  expect(first).toContain('Un nom sans chiffre.');
  expect(first).not.toContain('je ne sais pas');
  expect(await say('SIRH ministériel')).toContain('question 2 sur 2');
  expect(await say('2026')).toContain('{"projet":"SIRH ministériel","date":"2026"}');
});

it('asks again for a text that is not what is expected', async () => {
  const { say } = await begin();
  const again = await say('Projet 2');
  expect(again).toContain('n’est pas l’une de celles qui sont attendues');
  expect(again).toContain('question 1 sur 2');
});

it('takes « je ne sais pas » only where it is an answer', async () => {
  const { say, interviews, context } = await begin();
  expect(
    await interviews.continueInterview({ kind: 'reaction', key: '❓', cause: '$1' }, context()),
  ).toBeNull();
  expect(await say('?')).toContain('question 2 sur 2');
  expect(await say('je ne sais pas')).toContain('{"projet":"?","date":null}');
});

it('refuses to start an interview that does not exist: a bug of ours', async () => {
  const { interviews, context } = await begin();
  await expect(interviews.start('autre', context())).rejects.toThrow('autre');
});
