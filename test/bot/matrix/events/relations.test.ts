import { describe, expect, it } from 'vitest';
import { readEvent, withoutFallback } from '../../../../bot/matrix/events/event.ts';
import { context, message, read, text } from './reading.ts';

describe('threads, replies and edits', () => {
  const incoming = (event: unknown) => {
    const result = readEvent(event, { ...context, room: 'direct' });
    return 'incoming' in result ? result.incoming : result;
  };

  it('gives the root of the thread', () => {
    const relation = { rel_type: 'm.thread', event_id: '$racine', 'm.in_reply_to': { event_id: '$q' } };
    expect(incoming(text('R9', { 'm.relates_to': relation }))).toMatchObject({
      thread: '$racine',
      text: 'R9',
    });
  });

  it.each([
    ['a reply', { 'm.in_reply_to': { event_id: '$q' } }, '$q'],
    [
      'a reply in a thread',
      {
        rel_type: 'm.thread',
        event_id: '$racine',
        is_falling_back: false,
        'm.in_reply_to': { event_id: '$q' },
      },
      '$q',
    ],
    [
      'a message of a thread, which other clients are shown as a reply',
      {
        rel_type: 'm.thread',
        event_id: '$racine',
        is_falling_back: true,
        'm.in_reply_to': { event_id: '$q' },
      },
      undefined,
    ],
    ['anything else', {}, undefined],
  ])('gives the message replied to by %s', (_, relation, repliesTo) => {
    const read = incoming(text('R9', { 'm.relates_to': relation }));
    expect('repliesTo' in read ? read.repliesTo : undefined).toBe(repliesTo);
  });

  it('gives the new text of an edit, and the message that it replaces', () => {
    const event = text('* R8', {
      'm.new_content': { msgtype: 'm.text', body: 'R8' },
      'm.relates_to': { rel_type: 'm.replace', event_id: '$q' },
    });
    expect(incoming(event)).toMatchObject({ replaces: '$q', text: 'R8' });
  });

  it.each<[string, unknown]>([
    ['without new content', undefined],
    ['whose new content is a string', 'R8'],
  ])('ignores an edit %s', (_, newContent) => {
    const relation = { rel_type: 'm.replace', event_id: '$q' };
    expect(incoming(text('* R8', { 'm.new_content': newContent, 'm.relates_to': relation }))).toEqual({
      ignored: 'malformed',
    });
  });

  it('gives reactions with their target', () => {
    const relation = { rel_type: 'm.annotation', event_id: '$reponse', key: '👍' };
    const event = { ...message({ 'm.relates_to': relation }), type: 'm.reaction' };
    expect(read(event)).toEqual(['👍', '$reponse']);
  });

  it.each([
    ['> <@a:b> question\n> suite\n\nréponse', 'réponse'],
    ['> <@a:b> question', ''],
    ['réponse\n> citation voulue', 'réponse\n> citation voulue'],
    ['> <@a:b> question\nréponse', 'réponse'],
  ])('takes the quotation off %j', (body, expected) => {
    expect(withoutFallback(body)).toBe(expected);
  });
});
