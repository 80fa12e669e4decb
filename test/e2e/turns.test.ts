import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from './support/bot.ts';
import { type Conversation, conversation } from './support/conversation.ts';
import { leaks } from './support/leaks.ts';
import type { Person, Seen } from './support/person.ts';
import { openScene, type Scene } from './support/scene.ts';
import { until } from './support/until.ts';

let scene: Scene;
let bot: Bot;
let alice: Person;
let bob: Person;
let room: string;
let talk: Conversation;

beforeAll(async () => {
  scene = await openScene();
  ({ bot, alice } = scene);
  bob = await scene.join('bob.durand-finances.gouv.fr');
  room = await alice.createRoom({ encrypted: true, invite: [bot.userId, bob.userId] });
  await bob.join(room);
  talk = conversation(alice, bot);
  await talk.joined(room);
});

afterAll(() => scene?.[Symbol.asyncDispose]());

const threadOf = (root: string) => ({
  'm.relates_to': {
    rel_type: 'm.thread',
    event_id: root,
    is_falling_back: true,
    'm.in_reply_to': { event_id: root },
  },
});

/** One person's interview: each reply waits for what the bot says to it. */
const interview = async (person: Person) => {
  const talk = conversation(person, bot);
  const command = await person.say(room, '!sensibilite');
  let last: Seen = await talk.reply(command);
  const inThread = threadOf(command);
  return {
    command,
    last: () => last,
    says: async (text: string): Promise<Seen> => {
      last = await talk.reply(await person.say(room, text, inThread));
      return last;
    },
    /** Without waiting for anything: the bot may be away. */
    sends: (text: string) => person.say(room, text, inThread),
    hears: async (eventId: string): Promise<Seen> => {
      last = await talk.reply(eventId);
      return last;
    },
    reacts: async (key: string): Promise<Seen> => {
      const target = last.eventId;
      await person.react(room, target, key);
      last = await talk.reply(target);
      return last;
    },
  };
};

describe('the guided interview of !sensibilite, in an encrypted room', () => {
  it('follows two people at once by words, letters and reactions, through a kill, to their own verdicts', async () => {
    const [ofAlice, ofBob] = [await interview(alice), await interview(bob)];
    expect(ofAlice.last().encrypted).toBe(true);
    expect(ofAlice.last().thread).toBe(ofAlice.command);
    expect(ofBob.last().thread).toBe(ofBob.command);
    expect(ofAlice.last().body).toContain('question 1');

    expect((await ofAlice.says('oui')).body).toContain('Où le système sera-t-il hébergé');
    expect((await ofBob.reacts('❌')).body).toContain('données à caractère personnel');
    expect((await ofAlice.reacts('🏢')).body).toContain('données à caractère personnel');

    await bot.stop('SIGKILL');
    const whileAway = await ofAlice.sends('o');
    await bot.start();
    expect((await ofAlice.hears(whileAway)).body).toContain('données de santé');
    expect((await ofAlice.says('oui')).body).toContain('secret protégé par la loi');
    expect((await ofBob.says('je ne sais pas')).body).toContain('données de santé');
    expect((await ofAlice.says('retour')).body).toContain('données de santé');
    await ofAlice.says('oui');
    expect((await ofAlice.says('o')).body).toContain('mission essentielle');
    expect((await ofAlice.says('non')).body).toContain('atteinte à');
    expect((await ofAlice.says('c')).body).toContain('service collaboratif');

    const verdict = await ofAlice.says('n');
    expect(verdict.body).toContain('SecNumCloud est requis');
    expect(verdict.body).toContain('santé et vie des personnes');
    expect(verdict.body).toContain('devra impérativement respecter la qualification SecNumCloud');
    expect((await ofBob.says('non')).body).toContain('Hors du champ de la doctrine');
  });

  it('is abandoned by « annuler », and then hears nothing more', async () => {
    const again = await interview(alice);
    expect((await again.says('annuler')).body).toContain('abandonné');
    const unheard = await again.sends('oui');
    await talk.reply(await alice.say(room, '!r5'));
    expect(await talk.repliesTo(room, unheard)).toEqual([]);
  });
});

/** Asks the bot by name, in the room or in a thread. */
const ask = (person: Person, text: string, more: Record<string, unknown> = {}): Promise<string> =>
  person.say(room, `${bot.userId} ${text}`, more);
const answer = async (person: Person, text: string, more: Record<string, unknown> = {}): Promise<Seen> =>
  conversation(person, bot).reply(await ask(person, text, more));
/** « Que dit la règle R4 ? », answered; a second turn then depends on it. */
const aboutRule = (person: Person, rule: number, more: Record<string, unknown> = {}): Promise<Seen> =>
  answer(person, `Que dit la règle R${rule} ?`, more);
const NEXT = 'et la suivante ?';
/** The rule that an answer is about. */
const ruleOf = ({ body }: Seen): string | undefined => /^R\d+/.exec(body)?.[0];

/** A question that is asked back, with its choices to tap. */
const askedBack = async (more: Record<string, unknown> = {}) => {
  const taps = async () =>
    (await alice.seen()).filter(({ type, sender }) => type === 'm.reaction' && sender === bot.userId);
  const before = (await taps()).length;
  const asked = await answer(alice, 'Un agent peut-il utiliser un outil personnel ?', more);
  const choices = asked.body.match(/^\d\. .+$/gm) ?? [];
  expect(choices.length).toBeGreaterThan(1);
  await until('the choices to tap', async () => (await taps()).length === before + choices.length);
  return asked;
};

describe('second turns and choices in an encrypted room', () => {
  it('of two people at once are each read with their own first turn', async () => {
    const first = await Promise.all([aboutRule(alice, 4), aboutRule(bob, 11)]);
    expect(first.map(ruleOf)).toEqual(['R4', 'R11']);
    const second = await Promise.all([answer(bob, NEXT), answer(alice, NEXT)]);
    expect(second.map(ruleOf)).toEqual(['R12', 'R5']);
    expect(second.every(({ encrypted }) => encrypted)).toBe(true);
  });

  it('by a tap are those of the asker alone, and answered once, over a kill', async () => {
    const asked = await askedBack();
    await bot.stop('SIGKILL');
    await bob.react(room, asked.eventId, '2️⃣');
    await bot.start();
    await bob.react(room, asked.eventId, '1️⃣');
    // What the bot would have said to Bob, it would have said before this.
    await aboutRule(bob, 1);
    expect(await talk.repliesTo(room, asked.eventId)).toEqual([]);
    await alice.react(room, asked.eventId, '1️⃣');
    expect((await talk.reply(asked.eventId)).encrypted).toBe(true);
    await aboutRule(alice, 2);
    expect(await talk.repliesTo(room, asked.eventId)).toHaveLength(1);
  });

  it('of a thread stay in it, and follow what was said there', async () => {
    const root = await alice.say(room, 'Un fil sur la doctrine');
    const asked = await askedBack(threadOf(root));
    await alice.react(room, asked.eventId, '1️⃣');
    expect((await talk.reply(asked.eventId)).thread).toBe(root);
    await aboutRule(alice, 7, threadOf(root));
    await aboutRule(alice, 12);
    const within = await answer(alice, NEXT, threadOf(root));
    expect([ruleOf(within), within.thread]).toEqual(['R8', root]);
    expect(ruleOf(await answer(alice, NEXT))).toBe('R13');
  });

  it('after a first turn that was edited follow what it became', async () => {
    const asked = await ask(alice, 'Que dit la règle R4 ?');
    const first = await talk.reply(asked);
    const edits = async () =>
      (await talk.posted(room)).filter(({ replaces }) => replaces === first.eventId).length;
    const edit = async (text: string): Promise<void> => {
      const before = await edits();
      const body = `${bot.userId} ${text}`;
      await alice.say(room, `* ${body}`, {
        'm.new_content': { msgtype: 'm.text', body },
        'm.relates_to': { rel_type: 'm.replace', event_id: asked },
      });
      await until('the new answer', async () => (await edits()) > before);
    };
    await edit('Que dit la règle R11 ?');
    expect(ruleOf(await answer(alice, NEXT))).toBe('R12');
    // It keeps its place: what was asked since is what the next turn follows.
    await aboutRule(alice, 7);
    await edit('Que dit la règle R13 ?');
    expect(ruleOf(await answer(alice, NEXT))).toBe('R8');
  });
});

it('nothing of all this is in the log', async () => {
  expect(await leaks(bot, [alice, bob])).toEqual([]);
});
