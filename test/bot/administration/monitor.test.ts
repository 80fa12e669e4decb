import { describe, expect, it } from 'vitest';
import { firstMemory, observe, type Sample } from '../../../bot/administration/monitor.ts';

const MINUTE = 60_000;
const calm: Sample = {
  now: 0,
  status: { state: 'running', signed: true, waiting: 0, outgoing: 0 },
  throttled: 0,
  account: { kind: 'valid', expiresOn: '2027-10-22' },
};

/** Looks at the bot each minute, as each sample of the list says. */
const watch = (samples: readonly Partial<Sample>[]) => {
  let memory = firstMemory(0);
  return samples.map((sample, index) => {
    const seen = observe(memory, { ...calm, now: index * MINUTE, ...sample });
    memory = seen.memory;
    return {
      keys: seen.notices.map(({ key }) => key),
      texts: seen.notices.map(({ text }) => text),
      renewed: seen.renewed,
    };
  });
};

const state = (name: Sample['status']['state']): Partial<Sample> => ({
  status: { ...calm.status, state: name },
});
const keysOf = (samples: readonly Partial<Sample>[]) => watch(samples).map(({ keys }) => keys);

describe('an interruption', () => {
  it('is told with its length and reason once it is over', () => {
    const seen = watch([
      {},
      state('reconnecting'),
      state('reconnecting'),
      state('reconnecting'),
      state('reconnecting'),
      {},
      {},
    ]);
    expect(seen.map(({ keys }) => keys)).toEqual([[], [], [], [], [], ['outage'], []]);
    expect(seen[5]?.texts[0]).toContain('après 4 min d’interruption : le serveur Matrix ne répond pas');
  });

  it('is not told when it lasted less than two minutes', () => {
    expect(keysOf([{}, state('reconnecting'), {}])).toEqual([[], [], []]);
  });

  it('a start is none', () => {
    expect(
      keysOf([state('starting'), state('starting'), state('starting'), state('starting'), {}]).flat(),
    ).toEqual([]);
  });

  it('an account that works again was renewed', () => {
    const seen = watch([
      {},
      state('account-expired'),
      state('account-expired'),
      state('account-expired'),
      {},
      {},
    ]);
    expect(seen.map(({ renewed }) => renewed)).toEqual([false, false, false, false, true, false]);
    expect(seen[4]?.texts[0]).toContain('le compte Tchap a expiré');
  });
});

describe('delays', () => {
  const behind = { status: { ...calm.status, waiting: 30, outgoing: 30 } };

  it('are told after ten minutes', () => {
    const keys = keysOf(Array.from({ length: 12 }, () => behind));
    expect(keys.slice(0, 10).flat()).toEqual([]);
    expect(keys[10]).toEqual(['backlog']);
  });

  it('are forgotten when they are caught up', () => {
    expect(
      keysOf([
        ...Array.from({ length: 9 }, () => behind),
        {},
        ...Array.from({ length: 9 }, () => behind),
      ]).flat(),
    ).toEqual([]);
  });

  it('twenty answers 429 in ten minutes are told, the same over an hour are not', () => {
    expect(keysOf([{ throttled: 0 }, { throttled: 19 }, { throttled: 20 }])).toEqual([[], [], ['throttled']]);
    const slowly = Array.from({ length: 60 }, (_, i) => ({ throttled: i }));
    expect(keysOf(slowly).flat()).toEqual([]);
  });
});

describe('the account', () => {
  it.each([
    ['to-renew', 'expire le 22/12/2026, treize mois après son dernier renouvellement'],
    ['overdue', 'devait expirer le 22/12/2026'],
  ] as const)('%s is told with what to do', (kind, words) => {
    const [seen] = watch([{ account: { kind, expiresOn: '2026-12-22' } }]);
    expect(seen?.texts[0]).toContain(words);
    expect(seen?.texts[0]).toContain('Ouvrez le courriel de renouvellement');
  });

  it.each([
    { kind: 'unknown' },
    { kind: 'valid', expiresOn: '2027-01-01' },
  ] as const)('%o is not', (account) => {
    expect(keysOf([{ account }])).toEqual([[]]);
  });
});

it('a device that is not signed is told', () => {
  expect(
    keysOf([{ status: { ...calm.status, signed: false } }, { status: { ...calm.status, signed: null } }]),
  ).toEqual([['unsigned'], []]);
});
