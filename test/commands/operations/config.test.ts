import { describe, expect, it } from 'vitest';
import type { Right } from '../../../commands/command.ts';
import { createConfig } from '../../../commands/operations/config.ts';
import { createMemoryRoomSettings } from '../../../commands/room-settings/memory-store.ts';
import { EVERY_ROOM } from '../../../commands/room-settings/settings.ts';
import { ask, context, shown } from '../running.ts';

const setUp = () => {
  const store = createMemoryRoomSettings();
  const command = createConfig(store, '3f2a9c');
  const { conversation } = context();
  const run = (args: string, right: Right = 'moderator') =>
    command.run({ ...context(), args, conversation: { ...conversation, right } });
  return { run, read: () => store.read(conversation.roomId), everywhere: () => store.read(EVERY_ROOM) };
};

describe('!config', () => {
  it.each([
    ['mention-seulement oui', { mentionOnly: true }],
    ['mention-seulement = OUI', { mentionOnly: true }],
    ['Mention‑seulement : oui', { mentionOnly: true }],
    ['fil oui', { inThread: true }],
    ['reactions non', { reactions: false }],
    ['langue en', { language: 'en' }],
    ['langue français', { language: 'fr' }],
    ['langue auto', { language: 'auto' }],
  ])('%s is kept, and shown', async (args, expected) => {
    const { run, read } = setUp();
    const answer = await run(args);
    expect(answer).toMatchObject({ kind: 'dialogue', title: 'Réglage enregistré' });
    expect(await read()).toMatchObject(expected);
    expect(await run('')).toMatchObject({ data: { settings: expected } });
  });

  it('goes back', async () => {
    const { run, read } = setUp();
    await run('mention-seulement oui');
    await run('mention-seulement non');
    expect(await read()).toMatchObject({ mentionOnly: false });
  });

  it.each([
    [
      'mention-seulement peut-être',
      'VALEUR',
      'Lu : « peut-être ». Le réglage mention-seulement attend : oui, non.',
    ],
    ['fil', 'VALEUR', 'Il manque une valeur. Le réglage fil attend : oui, non.'],
    ['fil oui non', 'VALEUR', '!config fil oui'],
    ['langue de', 'VALEUR', 'attend : fr, en, auto'],
    ['couleur bleu', 'REGLAGE_INCONNU', 'Réglages : mention-seulement, fil, reactions, langue, accueil'],
    ['__proto__ oui', 'REGLAGE_INCONNU', '!config mention-seulement oui'],
    ['langue constructor', 'VALEUR', 'attend : fr, en, auto'],
  ])('%s is refused, nothing changes', async (args, code, sentence) => {
    const { run, read } = setUp();
    const before = await read();
    const answer = await run(args);
    expect(answer).toMatchObject({ kind: 'refused', code });
    expect(shown(answer)).toContain(sentence);
    expect(await read()).toEqual(before);
  });

  it('accueil is for operators, and holds for all rooms', async () => {
    const { run, read, everywhere } = setUp();
    const refusal = await run('accueil non');
    expect(refusal).toMatchObject({ kind: 'refused', code: 'DROIT' });
    expect(await everywhere()).toMatchObject({ greets: true });
    expect(await run('accueil non', 'operator')).toMatchObject({ data: { settings: { greets: false } } });
    expect(await everywhere()).toMatchObject({ greets: false });
    expect(await read()).toMatchObject({ greets: true });
    // A moderator of any room is shown it.
    expect(shown(await run(''))).toContain('accueil : non');
  });

  it('is for moderators', async () => {
    expect(await ask('!config fil oui')).toMatchObject({ kind: 'refused', code: 'DROIT' });
  });
});
