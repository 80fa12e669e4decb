import type { AmountResult } from '../../knowledge/amounts/amount.ts';
import { formatCents } from '../../knowledge/amounts/format.ts';
import { parseAmount } from '../../knowledge/amounts/parse-amount.ts';
import type { Answer, CommandData } from '../../knowledge/answer/answer.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import type { Known } from '../../knowledge/rules/result.ts';
import { type SeuilDecided, seuil } from '../../knowledge/rules/seuil.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { createQuotes, frame, refused } from '../answers.ts';
import type { Command, Invocation } from '../command.ts';
import { seuilBlocks } from './verdict.ts';
import { ATTENDU, AVERTISSEMENT } from './wording.ts';

const EXAMPLE = '!seuil 3,5 M€';

/** `!seuil 3,5 M€`: what R7 and R8 ask at that full cost, and who controls. */
export const createSeuil = (corpus: Corpus): Command => ({
  name: 'seuil',
  aliases: ['seuils', 'cout'],
  summary: 'ce que demandent R7 et R8 selon le coût complet d’un projet',
  usage: ['!seuil <montant>', '!seuil <montant> derogation=oui|non'],
  effect:
    'Donne la tranche, ce qu’il y a à faire, qui contrôle et qui est informé, textes à l’appui. Le montant est le coût complet, en euros ; derogation= dit si l’équipe déroge à R6 (pas de cloud).',
  examples: [EXAMPLE, '!seuil 950k', '!seuil 9 000 000 euros', '!seuil 2 millions derogation=non'],
  right: 'everyone',
  run: (invocation) => {
    const { amount, option } = readOption(invocation.args);
    const derogeR6 = OPTIONS.get(option ?? '?');
    if (derogeR6 === undefined) return refuseOption(invocation, corpus, option ?? '');
    const parsed = parseAmount(amount);
    if (!parsed.ok) return refuseAmount(invocation, corpus, parsed);
    const verdict = seuil({ cents: parsed.cents, derogeR6 }, invocation.today);
    if (verdict.kind !== 'decided') throw new Error(`seuil: ${verdict.reason} on ${invocation.today}`);
    return answer(invocation, corpus, parsed, verdict);
  },
});

type Understood = Extract<AmountResult, { ok: true }>;

const answer = (
  invocation: Invocation,
  corpus: Corpus,
  amount: Understood,
  verdict: SeuilDecided,
): Answer => {
  const quotes = createQuotes(corpus);
  const shown = formatCents(amount.cents);
  return {
    ...frame(invocation, corpus.version),
    kind: 'verdict',
    title: 'Seuils de contrôle',
    blocks: seuilBlocks(verdict, amount.cents, quotes),
    notices: amount.warnings.map((code) => ({
      code: `montant-${code.toLowerCase()}`,
      text: [AVERTISSEMENT[code](shown)],
    })),
    citations: quotes.all(),
    data: seuilData(amount.cents, verdict),
  };
};

/** Data of a threshold verdict, as JSON answers carry it. */
export const seuilData = (cents: number, verdict: SeuilDecided): CommandData => ({
  command: 'seuil',
  euros: cents / 100,
  outcome: verdict.bande,
  boundary: verdict.limite,
  error: null,
  study: verdict.etude,
  control: verdict.controle,
  informed: verdict.informe,
  open: verdict.silences,
});

const OPTIONS: ReadonlyMap<string, Known> = new Map([
  ['oui', true],
  ['non', false],
  ['?', null],
]);

const readOption = (args: string): { amount: string; option: string | null } => {
  const match = /(?:^|\s)d[ée]rogation\s*=\s*(\S*)/iu.exec(args.normalize('NFC'));
  if (match === null) return { amount: args, option: null };
  return { amount: args.normalize('NFC').replace(match[0], ' '), option: fold(match[1] ?? '') };
};

const refuseOption = (invocation: Invocation, corpus: Corpus, option: string): Answer =>
  refused(frame(invocation, corpus.version), {
    title: 'Option non comprise',
    code: 'OPTION_ILLISIBLE',
    explain: [
      `Lu : derogation=${option.slice(0, 40)}. Attendu : derogation=oui, derogation=non ou derogation=?`,
    ],
    example: '!seuil 2 millions derogation=non',
    data: { ...NO_AMOUNT, error: 'OPTION_ILLISIBLE' },
  });

const refuseAmount = (
  invocation: Invocation,
  corpus: Corpus,
  { error, found, readings }: Extract<AmountResult, { ok: false }>,
): Answer => {
  const read = found === null ? '' : `Lu : ${found.slice(0, 80)}. `;
  const offered = readings.length === 0 ? '' : ` Lectures possibles : ${readings.join(' ou ')}.`;
  return refused(frame(invocation, corpus.version), {
    title: 'Montant non compris',
    code: error,
    explain: [`${read}${ATTENDU[error]}${offered}`],
    example: readings[0] === undefined ? EXAMPLE : `!seuil ${readings.at(-1)}`,
    data: { ...NO_AMOUNT, error, readings },
  });
};

const NO_AMOUNT = { command: 'seuil', euros: null, outcome: 'ERREUR', boundary: null } as const;
