import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderText } from '../../../bot/render/text.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { runRule } from '../../support/commands/rule-commands.ts';

interface Case {
  readonly id: string;
  readonly type: 'cost' | 'sensitivity';
  readonly input?: string;
  readonly answers?: Readonly<Record<string, boolean | string | readonly string[] | null>>;
  readonly expected: {
    readonly outcome: string;
    readonly euros?: number | null;
    readonly boundary?: string | null;
    readonly error?: string;
    readonly accept_error?: boolean;
    readonly accept_euros?: readonly number[];
    readonly also?: readonly string[];
    readonly accept_outcomes?: readonly string[];
  };
  readonly must_mention: readonly string[];
  readonly citations: readonly { readonly doc: string; readonly anchor: string; readonly quote: string }[];
}

const cases = readFileSync(join(import.meta.dirname, '../sets/rules-cases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): Case => JSON.parse(line));

/** Lower case, no accents, words only: typography is not what these cases are about. */
const words = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];

const mentions = (answer: Answer, text: string): boolean =>
  words(renderText(answer)).join(' ').includes(words(text).join(' '));

/** Share of the words of a quotation that a citation of the same document shows. */
const shown = (answer: Answer, { doc, quote }: Case['citations'][number]): number =>
  Math.max(
    0,
    ...answer.citations
      .filter(({ documentId }) => documentId === doc)
      .map((citation) => {
        const there = new Set(words(citation.quote));
        const wanted = words(quote);
        return wanted.filter((word) => there.has(word)).length / wanted.length;
      }),
  );

const expectSources = (answer: Answer, { must_mention, citations }: Case): void => {
  expect(must_mention.filter((text) => !mentions(answer, text))).toEqual([]);
  expect(citations.filter((citation) => shown(answer, citation) < 0.6)).toEqual([]);
};

describe('!seuil answers the cost cases', () => {
  it.each(cases.filter(({ type }) => type === 'cost'))('$id: $input', async (item) => {
    const { expected } = item;
    const answer = await runRule('seuil', item.input ?? '');
    if (answer.kind === 'refused') {
      expect(expected.error === answer.code || expected.accept_error === true).toBe(true);
      expect(answer.data).toMatchObject({
        command: 'seuil',
        outcome: 'ERREUR',
        error: answer.code,
        euros: null,
      });
      return;
    }
    expect(answer.data).toMatchObject({
      outcome: expected.outcome,
      boundary: expected.boundary,
      error: null,
    });
    expect([expected.euros, ...(expected.accept_euros ?? [])]).toContain(answer.data?.euros);
    expectSources(answer, item);
  });
});

/** The one-line form of a case: null = `?`. */
const oneLine = (answers: NonNullable<Case['answers']>): string => {
  const yesNo = (value: unknown): string => (value === null ? '?' : value === true ? 'oui' : 'non');
  const harms = answers.atteintes;
  const hosting = answers.hebergement === 'inconnu' ? '?' : answers.hebergement;
  return [
    `champ=${yesNo(answers.dans_le_champ)}`,
    `hebergement=${hosting}`,
    `secret=${yesNo(answers.secret_protege)}`,
    `mission=${yesNo(answers.mission_essentielle)}`,
    `atteintes=${Array.isArray(harms) ? harms.join(',') || 'aucune' : '?'}`,
    `personnelles=${yesNo(answers.donnees_personnelles)}`,
    `sante=${yesNo(answers.donnees_sante)}`,
  ].join(' ');
};

describe('!sensibilite answers the sensitivity cases', () => {
  it.each(cases.filter(({ type }) => type === 'sensitivity'))('$id', async (item) => {
    const { expected } = item;
    const answer = await runRule('sensibilite', oneLine(item.answers ?? {}));
    expect([expected.outcome, ...(expected.accept_outcomes ?? [])]).toContain(answer.data?.outcome);
    expect(answer.data?.also).toEqual(expected.also);
    expectSources(answer, item);
  });
});
