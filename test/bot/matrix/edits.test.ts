import { beforeEach, describe, expect, it } from 'vitest';
import { bot, count, homeserver, room, useBot } from '../../support/matrix/bot-on-homeserver.ts';
import { parrot, sentenceOf } from '../../support/matrix/transport.ts';

let withdrawn: string[];

useBot({
  withdrawn: async (eventId) => void withdrawn.push(eventId),
  // One part a letter; more than two would make a file.
  render: (answer) =>
    sentenceOf(answer)
      .replace('réponse à ', '')
      .split(' ')
      .map((body) => ({ body, html: '' })),
});
beforeEach(async () => {
  withdrawn = [];
  await bot.start(parrot());
  homeserver.direct(room);
});

const edit = (body: string) =>
  homeserver.text(`* ${body}`, {
    content: {
      'm.new_content': { msgtype: 'm.text', body },
      'm.relates_to': { rel_type: 'm.replace', event_id: '$q' },
    },
  });

/** What a reader sees of our messages: replaced in place, withdrawn ones gone. */
const seen = (): readonly string[] => {
  const bodies = new Map<string, string>();
  for (const [at, { type, content }] of homeserver.sent.entries()) {
    const relation = content['m.relates_to'] as { rel_type?: string; event_id?: string } | undefined;
    if (type === 'm.room.redaction') bodies.delete(String(content.redacts));
    else if (relation?.rel_type !== 'm.replace') bodies.set(`$sent${at + 1}`, String(content.body));
    // Clients show nothing of the replacement of a message that was withdrawn.
    else if (bodies.has(String(relation.event_id)))
      bodies.set(String(relation.event_id), (content['m.new_content'] as { body: string }).body);
  }
  return [...bodies.values()];
};

describe('the answer to an edited question', () => {
  it.each([
    ['with as many parts', ['a b', 'c d'], 4],
    ['with fewer parts: the others are withdrawn', ['a b', 'c'], 4],
    ['with more parts: they are added', ['a', 'b c'], 3],
    ['with more parts, then fewer', ['a', 'b c', 'd'], 5],
    ['with fewer parts, then as many as ever', ['a b', 'c', 'd e'], 6],
    ['with more parts, then as many', ['a', 'b c', 'd e'], 5],
  ])('takes the place of the one before, %s', async (_, texts, events) => {
    const [first = '', ...edits] = texts;
    homeserver.events(room, [homeserver.text(first, { id: '$q' })]);
    homeserver.events(
      room,
      edits.map((text) => edit(text)),
    );
    await count(events);
    expect(homeserver.sent).toHaveLength(events);
    expect(seen().join(' ')).toBe(texts.at(-1));
  });

  it('is withdrawn whole with the question, parts added by an edit included', async () => {
    homeserver.events(room, [homeserver.text('a', { id: '$q' })]);
    homeserver.events(room, [edit('b c')]);
    await count(3);
    homeserver.events(room, [
      { ...homeserver.text(''), type: 'm.room.redaction', redacts: '$q', content: {} },
    ]);
    await count(6);
    expect(seen()).toEqual([]);
    // Replacements stay in the history of the room: each is redacted by its own id.
    const replacements = homeserver.sent.filter(({ content }) => 'm.new_content' in content);
    const redacted = homeserver.sent.flatMap(({ content }) => content.redacts ?? []);
    expect(redacted).toEqual(expect.arrayContaining(replacements.map(({ eventId }) => eventId)));
    expect(withdrawn).toEqual(['$q']);
  });
});
