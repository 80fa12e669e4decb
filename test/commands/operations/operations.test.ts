import { describe, expect, it } from 'vitest';
import { duration } from '../../../commands/operations/duration.ts';
import { createEtat } from '../../../commands/operations/etat.ts';
import type { Operations } from '../../../commands/operations/operations.ts';
import { createQuitter } from '../../../commands/operations/quitter.ts';
import { createRecharger } from '../../../commands/operations/recharger.ts';
import { createSalons } from '../../../commands/operations/salons.ts';
import { createSauvegarder } from '../../../commands/operations/sauvegarder.ts';
import { botState, fakeOperations, server } from '../../support/commands/operations.ts';
import { ask, context, shown } from '../running.ts';

const invocation = (args = '') => ({ ...context(), args });

describe('!etat', () => {
  const etat = async (state = botState()) => shown(await createEtat(fakeOperations(state)).run(invocation()));

  it('says what the bot is made of and how it is', async () => {
    const text = await etat();
    for (const words of [
      'Version : 0.1.0, en marche depuis 2 j 3 h',
      '10 documents, le plus récent daté du 02/05/2024',
      'édition du 15/09/2026, données du 15/09/2026, 53 offres',
      'en service ; dernière synchronisation il y a 3 s',
      'à renouveler avant le 22/10/2027',
      'ABCDEFGHIJ, empreinte abcd efgh ijkl, signé par le compte du robot',
      'Salons : 12',
      '1 à répondre, 2 sans clé, 3 à envoyer',
      'Usage du 22/11/2026 : 9 réponses, 3 personnes, 2 salons',
    ])
      expect(text).toContain(words);
  });

  it.each([
    ['signed', { signed: false }, 'non signé : les clients qui n’écrivent qu’aux appareils signés'],
    ['fingerprint', { fingerprint: null, signed: null }, 'chiffrement non ouvert, signature inconnue'],
    ['link', { link: 'account-expired' as const }, 'le compte a expiré'],
    ['syncAge', { syncAge: null }, 'aucune synchronisation depuis le démarrage'],
    [
      'account',
      { account: { kind: 'unknown' as const } },
      'échéance inconnue : renseigner homeserver.renewedOn',
    ],
    [
      'account',
      { account: { kind: 'to-renew' as const, expiresOn: '2026-12-01' } },
      'avant le 01/12/2026 : suivre le courriel',
    ],
    [
      'account',
      { account: { kind: 'overdue' as const, expiresOn: '2026-10-01' } },
      'échéance du 01/10/2026 dépassée',
    ],
  ])('%s: %o', async (_, fields, words) => {
    expect(await etat(botState({ server: server(fields) }))).toContain(words);
  });

  it('names the rooms of the configuration that were replaced', async () => {
    const replaced = [{ setting: 'register.views', from: '!avant:a.fr', to: '!apres:a.fr' }];
    expect(await etat(botState({ server: server({ replaced }) }))).toContain(
      'Salon remplacé (register.views) : !avant:a.fr est devenu !apres:a.fr',
    );
    expect(await etat()).not.toContain('Salon remplacé');
  });

  it('in a terminal, says that there is no server', async () => {
    expect(await etat(botState({ server: null }))).toContain('aucune, le robot tourne dans un terminal');
  });
});

describe('!salons', () => {
  const salons = async (rooms: number) =>
    createSalons(
      fakeOperations(botState(), {
        rooms: async () =>
          Array.from({ length: rooms }, (_, i) => ({
            roomId: `!${i}:b.fr`,
            room: 'forum' as const,
            encrypted: false,
            members: null,
            name: null,
            inviter: null,
          })),
      }),
      '3f2a9c',
    ).run(invocation());

  it('says the nature of each room', async () => {
    const text = shown(await createSalons(fakeOperations(), '3f2a9c').run(invocation()));
    expect(text).toContain(
      '!salon:exemple.fr : « Projet *SIRH* », salon privé, chiffré, 4 personnes, invité par @alice:exemple.fr',
    );
  });

  it('shows the first hundred and counts the others', async () => {
    const text = shown(await salons(140));
    expect(text).toContain('Salons du robot : 140');
    expect(text).toContain('Et 40 autres.');
    expect(text).not.toContain('!100:b.fr');
  });

  it('says that there are none', async () => {
    expect(shown(await salons(0))).toContain('Le robot n’est dans aucun salon');
  });
});

describe('!quitter', () => {
  const quitter = async (args: string, departure: 'left' | 'unknown' | 'admin-room' | 'failed' = 'left') => {
    const asked: string[] = [];
    const leave = async (roomId: string) => {
      asked.push(roomId);
      return departure;
    };
    const command = createQuitter(fakeOperations(botState(), { leave }), '3f2a9c');
    return { answer: await command.run(invocation(args)), asked };
  };

  it('leaves the room that is named', async () => {
    const { answer, asked } = await quitter('!salon:b.fr');
    expect(answer.kind).toBe('dialogue');
    expect(asked).toEqual(['!salon:b.fr']);
  });

  it.each([
    '',
    'ce salon',
    '#alias:b.fr',
    'tout',
    '!a:b.fr !c:b.fr',
    `!${'a'.repeat(300)}`,
  ])('leaves nothing for %j', async (args) => {
    const { answer, asked } = await quitter(args);
    expect(answer).toMatchObject({ kind: 'refused', code: 'ARGUMENT' });
    expect(asked).toEqual([]);
  });

  it.each([
    ['unknown', 'aucun salon'],
    ['admin-room', 'salon d’administration'],
    ['failed', 'n’a pas laissé'],
  ] as const)('%s is said', async (departure, words) => {
    const { answer } = await quitter('!salon:b.fr', departure);
    expect(answer.kind).toBe('refused');
    expect(shown(answer)).toContain(words);
  });
});

describe('!recharger', () => {
  it('says what has changed', async () => {
    const before = botState();
    const after = botState({
      corpus: { version: 'aaaaaa', documents: 11, latest: '2026-11-01' },
      catalogue: { edition: 'x', date: '2026-11-15', offers: 60 },
    });
    const operations = fakeOperations(before, { reload: async () => ({ kind: 'reloaded', before, after }) });
    const answer = await createRecharger(operations, '3f2a9c').run(invocation());
    expect(answer.corpusVersion).toBe('aaaaaa');
    expect(shown(answer)).toContain('version 3f2a9c remplacée par aaaaaa (11 documents)');
    expect(shown(answer)).toContain('données du 15/11/2026, 60 offres (auparavant 15/09/2026, 53 offres)');
  });

  it('shows what is wrong when nothing has changed', async () => {
    const reload = async () => ({ kind: 'kept', message: 'offers.yaml : lu « x »' }) as const;
    const answer = await createRecharger(fakeOperations(botState(), { reload }), '3f2a9c').run(invocation());
    expect(answer).toMatchObject({ kind: 'refused', code: 'TEXTES' });
    expect(shown(answer)).toContain('offers.yaml : lu « x »');
  });
});

describe('the commands of operators', () => {
  it.each(['!etat', '!salons', '!quitter !a:b.fr', '!recharger'])('%s is refused to others', async (text) => {
    for (const right of ['everyone', 'moderator'] as const)
      expect(await ask(text, { conversation: { ...context().conversation, right } })).toMatchObject({
        kind: 'refused',
        code: 'DROIT',
      });
  });

  it('say where they work to an operator who is elsewhere', async () => {
    const answer = await ask('!etat', { permits: () => 'place' });
    expect(answer).toMatchObject({ kind: 'refused', code: 'SALON' });
    expect(shown(answer)).toContain('salon d’administration du robot ou en conversation directe');
  });

  it('a question may be refused by a rule', async () => {
    expect(
      await ask('Que dit la règle R9 ?', {
        permits: ({ name }) => (name === 'question' ? 'right' : 'granted'),
      }),
    ).toMatchObject({
      kind: 'refused',
      code: 'DROIT',
    });
  });
});

it.each([
  [0, '0 s'],
  [59.9, '59 s'],
  [60, '1 min'],
  [3725, '1 h 2 min'],
  [183_600, '2 j 3 h'],
  [-5, '0 s'],
])('%s seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

describe('!sauvegarder', () => {
  const said = async (change: Partial<Operations> = {}) =>
    createSauvegarder(fakeOperations(botState(), change), '3f2a9c').run(invocation());

  it('says where the copy is, its size, and what it is good for', async () => {
    const text = shown(await said());
    expect(text).toContain('/donnees/sauvegardes/2026-11-22T110000.000Z : 3,1 Mo, en 120 ms, relue.');
    expect(text).toContain('Elle contient des clés');
    expect(text).toContain('nouvel appareil (code 84)');
  });

  it('names what is missing when the key is kept elsewhere', async () => {
    const made = { kind: 'made', folder: '/s', bytes: 900, milliseconds: 3, keyIncluded: false } as const;
    const text = shown(await said({ backUp: async () => made }));
    expect(text).toContain('/s : 1 ko');
    expect(text).toContain('store.key');
  });

  it('says why none was made', async () => {
    const answer = await said({ backUp: async () => ({ kind: 'failed', message: 'Le disque est plein.' }) });
    expect(answer).toMatchObject({ kind: 'refused', data: { error: 'SAUVEGARDE' } });
    expect(shown(answer)).toContain('Le disque est plein.');
  });
});
