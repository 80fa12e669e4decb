import { describe, expect, it } from 'vitest';
import { registerCommands } from '../../support/commands/register-commands.ts';
import { shown } from '../running.ts';

const R9 = '!derogation ajouter projet="SIRH" regle=R9 accordee=2026-03-12 validation_pm=2026-04-02';
const FULL = `${R9} offre_acceptable=2026-07-31 responsable=moi reference="DEC 14"`;

describe('who may write, and where', () => {
  const WRITES = [
    FULL,
    '!derogation ajouter',
    '!derogation modifier 1 offre=B',
    '!derogation clore 1 motif="fini"',
    '!derogation importer\nprojet;regle\nA;R9',
    '!derogation importer confirmer',
  ];
  const READS = [
    '!derogation',
    '!derogation voir 1',
    '!derogation historique 1',
    '!derogation exporter',
    '!echeances',
  ];

  it.each(WRITES)('only moderators: %s', async (text) => {
    const { say, store } = registerCommands();
    await say(FULL);
    expect(await say(text, { right: 'everyone' })).toMatchObject({ kind: 'refused', code: 'DROIT' });
    expect((await store.list('all', { state: 'toutes', offset: 0, limit: 1 })).total).toBe(1);
    expect(await store.history('!salon:tchap.example', 1)).toHaveLength(1);
  });

  it.each(READS)('everybody reads: %s', async (text) => {
    const { say } = registerCommands();
    await say(FULL);
    expect((await say(text, { right: 'everyone' })).kind).toBe('report');
  });

  it('people of the configuration write without being moderators', async () => {
    const { say } = registerCommands(undefined, { writers: ['@dnum:tchap.example'], views: [] });
    expect((await say(FULL, { right: 'everyone', sender: '@dnum:tchap.example' })).kind).toBe('report');
    expect((await say(FULL, { right: 'everyone', sender: '@dnum:tchap.example.org' })).kind).toBe('refused');
  });

  it.each([
    'forum',
    'external',
    'unknown',
  ] as const)('nobody, not even an operator, in a room that is %s', async (room) => {
    const { say } = registerCommands();
    await say(FULL);
    for (const text of [...WRITES, ...READS]) {
      const answer = await say(text, { room, right: 'operator' });
      expect(answer).toMatchObject({ kind: 'refused', code: 'SALON_EXPOSE' });
      expect(shown(answer)).not.toContain('SIRH');
    }
  });

  it('the console, which belongs to whoever sits at it', async () => {
    expect((await registerCommands().say(FULL, { room: 'console', sender: 'local' })).kind).toBe('report');
  });

  it('each room its own, unless a view is configured', async () => {
    const [a, b, c] = ['!a:tchap.example', '!b:tchap.example', '!c:tchap.example'];
    const views = [
      { room: b, rooms: [a] },
      { room: c, rooms: 'all' as const },
    ];
    const { say } = registerCommands(undefined, { writers: [], views });
    await say(FULL, { roomId: a });
    expect((await say('!derogation lister', { roomId: '!d:tchap.example' })).data).toMatchObject({
      total: 0,
    });
    expect(await say(`!derogation voir 1 salon=${a}`, { roomId: '!d:tchap.example' })).toMatchObject({
      kind: 'refused',
    });
    for (const roomId of [b, c]) {
      expect((await say('!derogation lister', { roomId })).data).toMatchObject({ total: 1 });
      expect((await say(`!derogation voir 1 salon=${a}`, { roomId })).data).toMatchObject({ projet: 'SIRH' });
      expect(await say(`!derogation clore 1 salon=${a} motif="x"`, { roomId })).toMatchObject({
        kind: 'refused',
        code: 'AUTRE_SALON',
      });
    }
  });
});
