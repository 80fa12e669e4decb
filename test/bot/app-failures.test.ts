import { describe, expect, it } from 'vitest';
import { renderText } from '../../bot/render/text.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { dialogue, passages } from '../support/answers.ts';
import { message, messagesOf } from '../support/messages.ts';
import { setUp } from './app-around.ts';

describe('each answer', () => {
  it('is reported to be counted, breakdowns included', async () => {
    const seen: string[] = [];
    const onAnswer = (answer: Answer) =>
      void seen.push(answer.kind === 'refused' ? answer.code : answer.kind);
    await setUp(passages(), { onAnswer }).handle(message());
    await setUp(new Error('x'), { onAnswer }).handle(message());
    await setUp(null, { onAnswer }).handle(message());
    expect(seen).toEqual(['passages', 'PANNE']);
  });
});

describe('a failure', () => {
  const failure = new TypeError('syt_secret @jean.dupont-beta.gouv.fr:agent.dinum.tchap.gouv.fr règle R9');

  it('gives the user a reference that the log holds too', async () => {
    const { handle, lines } = setUp(failure);
    const [outgoing] = messagesOf(await handle(message()));
    const logged = JSON.parse(lines[0] ?? '{}');
    expect(logged).toMatchObject({ level: 'error', msg: 'answer-failed', error: 'TypeError' });
    expect(outgoing?.answer).toMatchObject({ kind: 'refused', code: 'PANNE' });
    expect(outgoing && renderText(outgoing.answer)).toContain(logged.reference);
  });

  it('says nothing to somebody who did not speak to us', async () => {
    expect(await setUp(failure).handle(message({ addressed: 'none' }))).toEqual([]);
  });

  it('says nothing of the reason, neither to the user nor to the log', async () => {
    const { handle, lines } = setUp(failure);
    const said = JSON.stringify(await handle(message())) + lines.join('');
    expect(said.replaceAll('"roomId":"!salon:agent.dinum.tchap.gouv.fr"', '')).not.toMatch(
      /syt_|dupont|règle/,
    );
  });
});

describe('the log of an answer', () => {
  it('holds what was done, not what was said nor by whom', async () => {
    const { handle, lines } = setUp({ ...passages(), data: { command: 'regle' } });
    await handle(message());
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
      msg: 'answered',
      answer: 'passages',
      command: 'regle',
      milliseconds: 0,
    });
    expect(lines.join('')).not.toMatch(/dupont|salon|R9/);
  });

  it('does not hold the word typed for an unknown command', async () => {
    const { handle, lines } = setUp({
      ...dialogue(''),
      kind: 'refused',
      code: 'X',
      data: { command: 'hopital' },
    });
    await handle(message());
    expect(lines.join('')).not.toContain('hopital');
  });
});
