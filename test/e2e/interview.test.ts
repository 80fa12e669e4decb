import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from './support/bot.ts';
import { conversation } from './support/conversation.ts';
import { leaks } from './support/leaks.ts';
import type { Person, Seen } from './support/person.ts';
import { openScene, type Scene } from './support/scene.ts';

let scene: Scene;
let bot: Bot;
let alice: Person;
let bob: Person;
let room: string;

beforeAll(async () => {
  scene = await openScene();
  ({ bot, alice } = scene);
  bob = await scene.join('bob.durand-finances.gouv.fr');
  room = await alice.createRoom({ encrypted: true, invite: [bot.userId, bob.userId] });
  await bob.join(room);
  await conversation(alice, bot).joined(room);
});

afterAll(() => scene?.[Symbol.asyncDispose]());

/** One person's interview: each reply waits for what the bot says to it. */
const interview = async (person: Person) => {
  const talk = conversation(person, bot);
  const command = await person.say(room, '!sensibilite');
  let last: Seen = await talk.reply(command);
  const inThread = {
    'm.relates_to': {
      rel_type: 'm.thread',
      event_id: command,
      is_falling_back: true,
      'm.in_reply_to': { event_id: command },
    },
  };
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
    const talk = conversation(alice, bot);
    const again = await interview(alice);
    expect((await again.says('annuler')).body).toContain('abandonné');
    const unheard = await again.sends('oui');
    await talk.reply(await alice.say(room, '!r5'));
    expect(await talk.repliesTo(room, unheard)).toEqual([]);
  });

  it('leaves nothing in the log', async () => {
    expect(await leaks(bot, [alice, bob])).toEqual([]);
  });
});
