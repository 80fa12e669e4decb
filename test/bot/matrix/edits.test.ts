import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeHomeserver } from '../../support/fake-homeserver.ts';
import { parrot, sentenceOf, TestBot, until } from '../../support/transport.ts';

const room = '!salon:agent.test.tchap.gouv.fr';
let homeserver: FakeHomeserver;
let bot: TestBot;
let withdrawn: string[];

beforeEach(async () => {
  homeserver = await FakeHomeserver.start();
  // One part a word: « réponse à a b c » makes five.
  withdrawn = [];
  bot = new TestBot(homeserver, {
    withdrawn: async (eventId) => void withdrawn.push(eventId),
    render: (answer) =>
      sentenceOf(answer)
        .split(' ')
        .map((body) => ({ body, html: '' })),
  });
  await bot.start(parrot());
  homeserver.direct(room);
});
afterEach(async () => {
  await bot.remove();
  await homeserver.stop();
});

const count = (number: number) => until(`${number} events`, () => homeserver.sent.length >= number);

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
    ['with as many parts', ['a b', 'c d'], 8],
    ['with fewer parts: the others are withdrawn', ['a b', 'c'], 8],
    ['with more parts: they are added', ['a', 'b c d'], 8],
    ['with more parts, then fewer than ever', ['a b', 'c d e', 'f'], 14],
    ['with fewer parts, then more than ever', ['a b', 'c', 'd e f'], 13],
    ['with more parts twice', ['a', 'b c', 'd e f'], 12],
  ])('takes the place of the one before, %s', async (_, texts, events) => {
    const [first = '', ...edits] = texts;
    homeserver.events(room, [homeserver.text(first, { id: '$q' })]);
    homeserver.events(
      room,
      edits.map((text) => edit(text)),
    );
    await count(events);
    expect(homeserver.sent).toHaveLength(events);
    expect(seen().join(' ')).toBe(`réponse à ${texts.at(-1)}`.trim());
  });

  it('is withdrawn whole with the question, parts added by an edit included', async () => {
    homeserver.events(room, [homeserver.text('a', { id: '$q' })]);
    homeserver.events(room, [edit('b c d')]);
    await count(8);
    homeserver.events(room, [
      { ...homeserver.text(''), type: 'm.room.redaction', redacts: '$q', content: {} },
    ]);
    await count(13);
    expect(seen()).toEqual([]);
    // Replacements stay in the history of the room: each is redacted by its own id.
    const replacements = homeserver.sent.filter(({ content }) => 'm.new_content' in content);
    const redacted = homeserver.sent.flatMap(({ content }) => content.redacts ?? []);
    expect(redacted).toEqual(expect.arrayContaining(replacements.map(({ eventId }) => eventId)));
    expect(withdrawn).toEqual(['$q']);
  });
});
