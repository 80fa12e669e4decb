import { beforeEach, describe, expect, it } from 'vitest';
import { createVerifier, createVerifierReaction } from '../../../commands/operations/verifier.ts';
import type { OpenVerification, VerificationOutcome } from '../../../commands/operations/verifying.ts';
import { context, shown } from '../running.ts';

let decided: string[];
let outcome: VerificationOutcome;
let open: OpenVerification[];
const operations = {
  verifications: () => open,
  verify: async (code: string, decision: string) => {
    decided.push(`${code} ${decision}`);
    return outcome;
  },
};
const run = async (args: string) => await createVerifier(operations, 'test').run({ ...context(), args });

beforeEach(() => {
  decided = [];
  outcome = 'confirmed';
  open = [];
});

describe('!verifier', () => {
  it.each([
    ['K7QF', 'K7QF start'],
    ['oui K7QF', 'K7QF yes'],
    ['non K7QF', 'K7QF no'],
    ['K7QF oui', 'K7QF yes'],
    ['OUI « k7qf »', 'K7QF yes'],
    ['NON\u00a0k7qf', 'K7QF no'],
  ])('%s: %s', async (args, decision) => {
    expect((await run(args)).kind).toBe('dialogue');
    expect(decided).toEqual([decision]);
  });

  it('takes a person who has one under way for its code', async () => {
    const one = (code: string, person: string): OpenVerification => ({ code, person, stage: 'asked' });
    open = [one('K7QF', '@anne:a.fr'), one('B2CD', '@bob:a.fr'), one('E4FG', '@bob:a.fr')];
    await run('oui @anne:a.fr');
    await run('@anne:a.fr');
    expect(decided).toEqual(['K7QF yes', 'K7QF start']);
    expect(await run('oui @bob:a.fr')).toMatchObject({ code: 'ARGUMENT' });
    expect(await run('oui @eve:a.fr')).toMatchObject({ code: 'ARGUMENT' });
    expect(decided).toHaveLength(2);
  });

  it.each([
    'oui',
    'oui non K7QF',
    'oui K7QF ABCD',
    'K7QFX',
    'oui peut-être',
    'ok K7QF',
  ])('%s decides nothing, and says what was expected', async (args) => {
    const answer = await run(args);
    expect(answer).toMatchObject({ kind: 'refused', code: 'ARGUMENT' });
    expect(shown(answer)).toContain('code de quatre signes');
    expect(decided).toEqual([]);
  });

  it.each([
    ['unknown', 'terminée, annulée ou expirée'],
    ['too-early', 'pas encore affichés'],
    ['already', 'déjà acceptée'],
    ['failed', 'ne répond pas'],
  ] as const)('says why nothing came of it: %s', async (why, words) => {
    outcome = why;
    const answer = await run('oui K7QF');
    expect(answer.kind).toBe('refused');
    expect(shown(answer)).toContain(words);
  });

  it('alone, lists who waits for what', async () => {
    expect(shown(await run(''))).toContain('Personne n’attend');
    open = [
      { code: 'K7QF', person: '@alice:x', stage: 'asked' },
      { code: 'ACDE', person: '@bob:x', stage: 'shown' },
    ];
    const text = shown(await run(' '));
    expect(text).toMatch(/K7QF.*@alice:x.*à accepter/);
    expect(text).toMatch(/ACDE.*@bob:x.*à comparer/);
    expect(decided).toEqual([]);
  });
});

describe('a reaction under what the bot says of a verification', () => {
  const tap = (
    key: string,
    cause: string | null,
    right: 'operator' | 'moderator' | 'everyone' = 'operator',
  ) => {
    const { conversation, ...asked } = context();
    const at = { ...asked, conversation: { ...conversation, right } };
    return createVerifierReaction(operations, 'test')({ key, cause }, at);
  };

  it.each([
    ['✅', 'asked', 'start'],
    ['✅', 'shown', 'yes'],
    ['✔️', 'shown', 'yes'],
    ['❌', 'asked', 'no'],
    ['❌', 'shown', 'no'],
  ])('%s under « %s » means %s', async (key, step, decision) => {
    await tap(key, `verification/K7QF/${step}`);
    expect(decided).toEqual([`K7QF ${decision}`]);
  });

  it.each(['moderator', 'everyone'] as const)('by a %s decides nothing, and says who may', async (right) => {
    const answer = await tap('✅', 'verification/K7QF/shown', right);
    expect(answer).toMatchObject({ kind: 'refused', code: 'DROIT' });
    expect(decided).toEqual([]);
  });

  it.each([
    ['❤️', 'verification/K7QF/shown'],
    ['✅', 'verification/K7QF/end'],
    ['✅', '$digest'],
    ['✅', null],
  ])('%s under %s is for somebody else', async (key, cause) => {
    expect(await tap(key, cause)).toBeNull();
    expect(decided).toEqual([]);
  });
});
