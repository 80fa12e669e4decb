import { describe, expect, it } from 'vitest';
import { bot, HOUR, play, question, START, say, start, startAnew, store } from './talking.ts';

startAnew();

describe('who, where and when', () => {
  it('does not mix people, rooms or threads up', async () => {
    await start();
    await start({ sender: '@dominique:tchap.example' });
    await start({ roomId: '!autre:tchap.example' });
    await start({ thread: '$fil' });
    expect(question(await say('non', { sender: '@dominique:tchap.example' }))).toBe('personnelles');
    expect(question(await say('oui', { thread: '$fil' }))).toBe('hebergement');
    expect(question(await say('oui', { thread: '$fil' }))).toBe('hebergement');
    expect(question(await say('oui', { roomId: '!autre:tchap.example' }))).toBe('hebergement');
    expect(question(await say('non'))).toBe('personnelles');
    expect(await say('oui', { sender: '@alix:tchap.example' })).toBeNull();
  });

  it('goes on in a thread of its own where the room has them, without mention', async () => {
    await start({ room: 'private', eventId: '$root' });
    expect(await say('oui', { room: 'private' }, false)).toBeNull();
    expect(question(await say('oui', { room: 'private', thread: '$root' }, false))).toBe('hebergement');
    expect(question(await say('bof', { room: 'private', thread: '$root' }, false))).toBe('hebergement');
  });

  it('hears a mention from the main timeline: some clients have no threads', async () => {
    await start({ room: 'private', eventId: '$root' });
    expect(question(await say('oui', { room: 'private' }))).toBe('hebergement');
  });

  it('is shown from the main timeline too, when asked for', async () => {
    await start({ room: 'private' });
    const shown = await start({ room: 'private' }, 'verdict');
    expect(question(shown)).toBe('champ');
  });

  it('stays silent on talk between people in a thread that it did not open', async () => {
    await start({ room: 'private', thread: '$fil' });
    expect(await say('tu viens ?', { room: 'private', thread: '$fil' }, false)).toBeNull();
    expect(question(await say('oui', { room: 'private', thread: '$fil' }, false))).toBe('hebergement');
  });

  it('is forgotten after 24 hours without a word, not before', async () => {
    const { interviews } = bot();
    const waiting = (at: number) =>
      interviews.isWaitingFor('!salon:tchap.example', '@camille:tchap.example', at);
    await start();
    expect(await waiting(START + 24 * HOUR)).toBe(true);
    expect(await waiting(START + 24 * HOUR + 1)).toBe(false);
    expect(question(await say('oui', { at: START + 23 * HOUR }))).toBe('hebergement');
    expect(question(await say('c', { at: START + 46 * HOUR }))).toBe('personnelles');
    expect(await say('oui', { at: START + 71 * HOUR })).toBeNull();
    expect(await store.forgetBefore(START + 47 * HOUR)).toBe(1);
  });

  it('handles the same event twice as once, and says the same again', async () => {
    await start({ eventId: '$start' });
    const first = await say('oui', { eventId: '$reply' });
    expect(await say('oui', { eventId: '$reply' })).toEqual(first);
    expect(question(await say('commercial'))).toBe('personnelles');
  });

  it('waits for nobody once the verdict is given', async () => {
    await play('non', 'non', 'non');
    expect(await bot().interviews.isWaitingFor('!salon:tchap.example', '@camille:tchap.example', START)).toBe(
      false,
    );
  });
});
