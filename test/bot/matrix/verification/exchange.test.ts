import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMOJI } from '../../../../bot/matrix/verification/emoji.ts';
import { MINUTE } from '../../../../bot/time.ts';
import { SasScene } from '../../../support/matrix/sas-scene.ts';

let scene: SasScene;

beforeEach(async () => {
  scene = await SasScene.open();
});
afterEach(() => scene.close());

const emojiOf = (numbers: readonly number[] | undefined): string =>
  (numbers ?? []).map((number, i) => `${i + 1}. ${EMOJI[number]}`).join('\n');

describe.each(['between devices', 'in a room'] as const)('a verification %s', (way) => {
  it('is confirmed by an operator who has seen the emoji of the person, and by nobody else', async () => {
    const alice = scene.person('@alice:x', way);
    await scene.ask(alice);
    const [asked] = await scene.admin();
    expect(asked?.body).toMatch(/^Vérification \w{4}\. @alice:x demande/);
    expect(asked?.mentions).toEqual(['@op:x']);
    expect(await scene.said('!direct:x')).toEqual([expect.stringContaining('doit vous joindre autrement')]);

    expect(await scene.decide('start')).toBe('started');
    await scene.settle();
    const [, shown] = await scene.admin();
    expect(alice.shown()?.emoji).toHaveLength(7);
    expect(shown?.body).toContain(emojiOf(alice.shown()?.emoji));
    expect(shown?.body).toContain(alice.shown()?.decimals.join(' – '));

    await scene.says(alice, alice.confirm());
    expect(alice.verified).toEqual([]);
    expect(alice.done).toBe(false);

    expect(await scene.decide('yes')).toBe('confirmed');
    await scene.settle();
    expect(alice.verified).toContain('ed25519:ROBOT');
    expect(alice.verified).toHaveLength(2);
    expect(alice.done).toBe(true);
    expect((await scene.admin()).at(-1)?.body).toContain('terminée');
    expect((await scene.said('!direct:x')).at(-1)).toContain('Vérification terminée');
    expect(scene.verification.list()).toEqual([]);
  });

  it('is cancelled for its emoji when the operator sees others', async () => {
    const alice = scene.person('@alice:x', way);
    await scene.ask(alice);
    await scene.decide('start');
    await scene.settle();
    expect(await scene.decide('no')).toBe('refused');
    await scene.settle();
    expect(alice.cancelled).toBe('m.mismatched_sas');
    expect(alice.verified).toEqual([]);
    expect((await scene.admin()).at(-1)?.body).toMatch(/ÉCHEC.*m\.mismatched_sas/);
    expect((await scene.said('!direct:x')).at(-1)).toContain('Quelqu’un s’est peut-être interposé');
  });

  it('of two people at once are told apart by their codes', async () => {
    const [alice, bob] = [scene.person('@alice:x', way), scene.person('@bob:x', way)];
    await scene.ask(alice);
    await scene.ask(bob);
    const codes = scene.verification.list().map(({ code }) => code);
    expect(new Set(codes).size).toBe(2);
    for (const code of codes) await scene.decide('start', code);
    await scene.settle();
    await scene.decide('no', codes[0]);
    await scene.decide('yes', codes[1]);
    await scene.says(bob, bob.confirm());
    expect(alice.cancelled).toBe('m.mismatched_sas');
    expect(bob).toMatchObject({ done: true, cancelled: null });
  });

  it('is cancelled when the bot stops, since it would not survive', async () => {
    const alice = scene.person('@alice:x', way);
    await scene.ask(alice);
    await scene.decide('start');
    await scene.settle();
    await scene.verification.close();
    await scene.settle();
    expect(alice.cancelled).toBe('m.user');
  });
});

describe('a verification', () => {
  it('alarms the operators when the keys of the person are not those of the homeserver', async () => {
    const alice = scene.person('@alice:x', 'in a room');
    alice.isForger = true;
    await scene.ask(alice);
    await scene.decide('start');
    await scene.settle();
    await scene.decide('yes');
    await scene.says(alice, alice.confirm());
    expect(alice.cancelled).toBe('m.mismatched_sas');
    expect((await scene.admin()).at(-1)?.body).toMatch(/ÉCHEC.*ne concordent pas/);
    expect((await scene.said('!direct:x')).at(-1)).toContain('Quelqu’un s’est peut-être interposé');
  });

  it('alarms them too when the person says that the emoji differ', async () => {
    const alice = scene.person('@alice:x', 'between devices');
    await scene.ask(alice);
    await scene.decide('start');
    await scene.settle();
    await scene.says(alice, [alice.cancel('m.mismatched_sas')]);
    expect((await scene.admin()).at(-1)?.body).toContain('ÉCHEC');
    expect(await scene.decide('yes')).toBe('unknown');
  });

  it('refused before it begins leaves the person with the fingerprint', async () => {
    const alice = scene.person('@alice:x', 'in a room');
    await scene.ask(alice);
    expect(await scene.decide('no')).toBe('refused');
    await scene.settle();
    expect(alice.cancelled).toBe('m.user');
    expect((await scene.said('!direct:x')).at(-1)).toContain('RpVy BLiC');
    expect((await scene.admin()).at(-1)?.body).toContain('refusée par un opérateur');
  });

  it('withdrawn by the person is over for the operators', async () => {
    const alice = scene.person('@alice:x', 'between devices');
    await scene.ask(alice);
    await scene.says(alice, [alice.cancel('m.user')]);
    expect((await scene.admin()).at(-1)?.body).toContain('annulée par la personne');
    expect(scene.verification.list()).toEqual([]);
  });

  it('expires ten minutes after the request, or a minute after the emoji', async () => {
    const alice = scene.person('@alice:x', 'in a room');
    await scene.ask(alice);
    await scene.later(9 * MINUTE);
    expect(scene.verification.list()).toMatchObject([{ person: '@alice:x', stage: 'asked' }]);
    await scene.later(2 * MINUTE);
    expect(alice.cancelled).toBe('m.timeout');
    const bob = scene.person('@bob:x', 'in a room');
    await scene.ask(bob);
    await scene.decide('start');
    await scene.settle();
    await scene.later(MINUTE + 1000);
    expect(bob.cancelled).toBe('m.timeout');
    expect((await scene.admin()).filter(({ body }) => body.includes('expirée'))).toHaveLength(2);
    expect(await scene.decide('yes')).toBe('unknown');
  });

  it('asked for twice at once by the same person is cancelled twice, as the specification has it', async () => {
    const [one, two] = [
      scene.person('@alice:x', 'between devices'),
      scene.person('@alice:x', 'between devices', 'ORDI'),
    ];
    await scene.ask(one);
    await scene.ask(two);
    expect([one.cancelled, two.cancelled]).not.toContain(null);
    expect(scene.verification.list()).toEqual([]);
  });

  it('cannot be confirmed before its emoji are shown, nor begun twice', async () => {
    await scene.ask(scene.person('@alice:x', 'in a room'));
    expect(await scene.decide('yes')).toBe('too-early');
    expect(await scene.decide('start')).toBe('started');
    expect(await scene.decide('start')).toBe('already');
    expect(await scene.decide('start', 'AUTRE')).toBe('unknown');
  });

  it('leaves no signature of the person on the homeserver', async () => {
    const alice = scene.person('@alice:x', 'in a room');
    await scene.ask(alice);
    await scene.decide('start');
    await scene.settle();
    await scene.decide('yes');
    await scene.says(alice, alice.confirm());
    expect(alice.done).toBe(true);
    expect(scene.server.account('@alice:x').master?.signatures).toBeUndefined();
    expect(scene.server.requests.filter((request) => request.includes('signatures/upload'))).toHaveLength(1);
  });

  it('of a sixth person at once has no operator', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      await scene.ask(scene.person(`@${name}:x`, 'between devices'));
    const last = scene.person('@f:x', 'between devices');
    await scene.ask(last);
    expect(last.cancelled).toBe('m.user');
    expect(scene.verification.list()).toHaveLength(5);
  });

  it.each([
    ['on a server of partners', '@eve:dehors'],
    ['on a server that nobody has named', '@eve:ailleurs'],
  ])('asked for by somebody %s rings no operator', async (_, userId) => {
    const eve = scene.person(userId, 'between devices');
    await scene.ask(eve);
    expect(eve.cancelled).toBe('m.user');
    expect(scene.verification.list()).toEqual([]);
  });

  it('tells the operators when it could not tell the person', async () => {
    await scene.ask(scene.person('@bob:x', 'between devices'));
    expect((await scene.admin())[0]?.body).toContain('n’a pas pu lui dire d’attendre votre appel');
    expect(await scene.said('!direct:x')).toEqual([]);
  });
});
