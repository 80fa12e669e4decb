import { describe, expect, it } from 'vitest';
import {
  type Asker,
  mayRun,
  NO_RIGHTS,
  type Rights,
  type Rule,
  rightOf,
} from '../../../bot/rights/rights.ts';
import type { Right } from '../../../commands/command.ts';

const DINUM = 'agent.dinum.tchap.gouv.fr';
const ECOLOGIE = 'agent.ecologie.tchap.gouv.fr';
const ADMIN = `!admin:${DINUM}`;
const CHEF = `@chef-beta.gouv.fr:${DINUM}`;

const jean = (change: Partial<Asker> = {}): Asker => ({
  sender: `@jean.dupont-beta.gouv.fr:${DINUM}`,
  roomId: `!salon:${DINUM}`,
  room: 'private',
  powerLevel: 0,
  ...change,
});

const rights = (rules: Readonly<Record<string, readonly Rule[]>> = {}): Rights => ({
  operators: [CHEF],
  adminRoom: ADMIN,
  externals: ['agent.externe.tchap.gouv.fr'],
  commands: new Map(Object.entries(rules)),
});

const command = (right: Right) => ({ name: 'essai', right });

describe('who may run a command that no rule speaks of', () => {
  const people = {
    anybody: jean(),
    'a moderator of 50': jean({ powerLevel: 50 }),
    'a member of 49': jean({ powerLevel: 49 }),
    'the creator of a room of version 12': jean({ powerLevel: Number.POSITIVE_INFINITY }),
    'an operator in the administration room': jean({ sender: CHEF, roomId: ADMIN }),
    'an operator in a direct conversation': jean({ sender: CHEF, room: 'direct' }),
    'an operator in another room': jean({ sender: CHEF }),
    'somebody in the administration room': jean({ roomId: ADMIN }),
    'a moderator of the administration room': jean({ roomId: ADMIN, powerLevel: 100 }),
    'somebody whose id begins like that of an operator': jean({
      sender: `${CHEF}.example.org`,
      room: 'direct',
    }),
    'somebody with the local part of an operator': jean({
      sender: `@chef-beta.gouv.fr:${ECOLOGIE}`,
      room: 'direct',
    }),
    'an external': jean({ sender: '@x-y.fr:agent.externe.tchap.gouv.fr', powerLevel: 100 }),
    'whoever runs the console': jean({ room: 'console' }),
  } as const;

  it.each([
    ['anybody', 'granted', 'right', 'right'],
    ['a moderator of 50', 'granted', 'granted', 'right'],
    ['a member of 49', 'granted', 'right', 'right'],
    ['the creator of a room of version 12', 'granted', 'granted', 'right'],
    ['an operator in the administration room', 'granted', 'granted', 'granted'],
    ['an operator in a direct conversation', 'granted', 'granted', 'granted'],
    ['an operator in another room', 'granted', 'granted', 'place'],
    ['somebody in the administration room', 'granted', 'right', 'right'],
    ['a moderator of the administration room', 'granted', 'granted', 'right'],
    ['somebody whose id begins like that of an operator', 'granted', 'right', 'right'],
    ['somebody with the local part of an operator', 'granted', 'right', 'right'],
    ['an external', 'external', 'external', 'external'],
    ['whoever runs the console', 'granted', 'granted', 'granted'],
  ] as const)('%s: %s, %s, %s', (who, everyone, moderator, operator) => {
    const permissions = (['everyone', 'moderator', 'operator'] as const).map((right) =>
      mayRun(command(right), people[who], rights()),
    );
    expect(permissions).toEqual([everyone, moderator, operator]);
  });
});

describe('a rule', () => {
  const durable = `@marie.curie-developpement-durable.gouv.fr:${ECOLOGIE}`;
  const cases: [string, Rule, Asker, boolean][] = [
    ['the server', { homeserver: DINUM }, jean(), true],
    ['another server', { homeserver: ECOLOGIE }, jean(), false],
    ['the end of a server', { homeserver: 'tchap.gouv.fr' }, jean(), false],
    [
      'a domain with dashes',
      { homeserver: ECOLOGIE, domain: 'developpement-durable.gouv.fr' },
      jean({ sender: durable }),
      true,
    ],
    [
      'what stands after its last dash',
      { homeserver: DINUM, domain: 'durable.gouv.fr' },
      jean({ sender: durable }),
      false,
    ],
    ['the domain on another server', { homeserver: ECOLOGIE, domain: 'beta.gouv.fr' }, jean(), false],
    ['the domain without a server', { domain: 'beta.gouv.fr' }, jean(), false],
    ['the end of a domain', { homeserver: DINUM, domain: 'gouv.fr' }, jean(), false],
    ['the person', { user: jean().sender }, jean(), true],
    ['the person in other letters', { user: jean().sender.toUpperCase() }, jean(), false],
    ['the room', { room: jean().roomId }, jean(), true],
    ['another room', { room: ADMIN }, jean(), false],
    ['the level reached', { powerLevel: 25 }, jean({ powerLevel: 25 }), true],
    ['a level not reached', { powerLevel: 25 }, jean({ powerLevel: 24 }), false],
    ['all conditions met', { homeserver: DINUM, room: jean().roomId, powerLevel: 0 }, jean(), true],
    ['one condition not met', { homeserver: DINUM, room: ADMIN }, jean(), false],
    ['nothing', {}, jean({ powerLevel: 100 }), false],
  ];

  it.each(cases)('on %s', (_, rule, asker, expected) => {
    const permission = mayRun(command('everyone'), asker, rights({ essai: [rule] }));
    expect(permission).toBe(expected ? 'granted' : 'right');
  });

  it('takes the place of the own right of the command, for better or worse', () => {
    const rules = rights({ essai: [{ user: jean().sender }] });
    expect(mayRun(command('moderator'), jean(), rules)).toBe('granted');
    expect(mayRun(command('moderator'), jean({ sender: `@autre:${DINUM}`, powerLevel: 100 }), rules)).toBe(
      'right',
    );
  });

  it('is enough when another one is not met', () => {
    expect(
      mayRun(command('everyone'), jean(), rights({ essai: [{ room: ADMIN }, { homeserver: DINUM }] })),
    ).toBe('granted');
  });

  it('does not open the commands of operators outside their places', () => {
    const rules = rights({ essai: [{ homeserver: DINUM }] });
    expect(mayRun(command('operator'), jean(), rules)).toBe('place');
    expect(mayRun(command('operator'), jean({ room: 'direct' }), rules)).toBe('granted');
  });

  it('never opens anything to externals', () => {
    const sender = '@x-y.fr:agent.externe.tchap.gouv.fr';
    expect(mayRun(command('everyone'), jean({ sender }), rights({ essai: [{ user: sender }] }))).toBe(
      'external',
    );
  });

  it('without any rule in the list, leaves the command to operators', () => {
    expect(mayRun(command('everyone'), jean(), rights({ essai: [] }))).toBe('right');
    expect(mayRun(command('everyone'), jean({ sender: CHEF }), rights({ essai: [] }))).toBe('granted');
  });

  it('of another command changes nothing', () => {
    expect(mayRun(command('everyone'), jean(), rights({ autre: [] }))).toBe('granted');
  });
});

it('an operator has the right of a moderator outside his places', () => {
  expect(rightOf(jean({ sender: CHEF }), rights())).toBe('moderator');
  expect(rightOf(jean({ sender: CHEF, room: 'direct' }), rights())).toBe('operator');
  expect(rightOf(jean({ powerLevel: 100 }), NO_RIGHTS)).toBe('moderator');
  expect(rightOf(jean(), NO_RIGHTS)).toBe('everyone');
});
