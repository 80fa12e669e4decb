import type { Answer } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import { bullets, echo, frame, paragraph, refused } from '../answers.ts';
import type { Command, Invocation } from '../command.ts';
import { forbidden } from '../forbidden.ts';
import type { Operations } from './operations.ts';
import type { OpenVerification, VerificationDecision } from './verifying.ts';
import { DECIDED, STAGES, UNDECIDED } from './wording-verifier.ts';

type Source = Pick<Operations, 'verifications' | 'verify'>;
type Asked = Omit<Invocation, 'args'>;

/** `!verifier`: what an operator decides on those who verify the bot's keys by emoji. */
export const createVerifier = (operations: Source, corpusVersion: string): Command => ({
  name: 'verifier',
  aliases: ['verify'],
  summary: 'compare des emoji avec une personne qui vérifie le robot',
  usage: ['!verifier', '!verifier <le code>', '!verifier oui <le code>', '!verifier non <le code>'],
  effect:
    'Seule : les vérifications en cours. Avec un code : le robot accepte, et les emoji s’affichent dans le salon d’administration. « oui » après les avoir comparés de vive voix, tous identiques ; « non » sinon, ou pour refuser. Une réaction ✅ ou ❌ sous le message du robot fait de même. Le robot ne confirme jamais de lui-même. La personne, par sa mention ou son identifiant, vaut son code. Mode d’emploi : docs/salons.md.',
  examples: ['!verifier'],
  right: 'operator',
  run: async (invocation) => {
    const asked = read(withCodes(invocation.args, operations.verifications()));
    if (asked === null)
      return refused(frame(invocation, corpusVersion), {
        title: TITLE,
        code: 'ARGUMENT',
        explain: [
          'Lu : ',
          code(echo(invocation.args)),
          '. Attendu : un code de quatre signes, donné par le robot avec la demande, ou la personne qui n’en a qu’une en cours, précédé de « oui » ou de « non » une fois les emoji comparés.',
        ],
        example: EXAMPLE,
        data: { command: 'verifier' },
      });
    return asked === 'list'
      ? listed(operations.verifications(), invocation, corpusVersion)
      : await decided(operations, asked, invocation, corpusVersion);
  },
});

/**
 * ✅ or ❌ under what the bot has said of a verification: the same as the command. Null when the reaction is neither, or the
 * message is not about one.
 */
export const createVerifierReaction =
  (operations: Source, corpusVersion: string) =>
  async (
    { key, cause }: { readonly key: string; readonly cause: string | null },
    asked: Asked,
  ): Promise<Answer | null> => {
    const [, found, step] = cause?.match(/^verification\/(\w+)\/(asked|shown)$/) ?? [];
    const sign = SIGNS.get(key.replace(/\ufe0f/g, ''));
    if (found === undefined || sign === undefined) return null;
    if (asked.conversation.right !== 'operator')
      return forbidden({ name: 'verifier', right: 'operator' }, 'right', frame(asked, corpusVersion));
    const decision = sign === 'no' ? 'no' : step === 'asked' ? 'start' : 'yes';
    return await decided(operations, { code: found, decision }, asked, corpusVersion);
  };

interface Decision {
  readonly code: string;
  readonly decision: VerificationDecision;
}

/** A person named, by a mention or an id, stands for the code of the verification that is theirs; not when they have several. */
const withCodes = (args: string, open: readonly OpenVerification[]): string =>
  args.replace(/@[^\s:«»"]+:[^\s«»"]+/g, (person) => {
    const [first, ...others] = open.filter((one) => one.person === person);
    return first === undefined || others.length > 0 ? person : first.code;
  });

const TITLE = 'Vérification du robot';
const EXAMPLE = '!verifier oui K7QF';
const SIGNS = new Map([
  ['✅', 'yes'],
  ['✔', 'yes'],
  ['👍', 'yes'],
  ['❌', 'no'],
  ['✖', 'no'],
  ['👎', 'no'],
] as const) as ReadonlyMap<string, 'yes' | 'no'>;

/** `oui` and `non` before the code or after it; null when it cannot be read. */
const read = (args: string): Decision | 'list' | null => {
  const words = args.replace(/[«»"]/g, ' ').trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return 'list';
  const said = words.flatMap((word) => WORDS.get(word.toLowerCase()) ?? []);
  const codes = words.filter((word) => !WORDS.has(word.toLowerCase()) && /^\w{4}$/.test(word));
  const [only] = codes;
  if (only === undefined || codes.length !== 1 || said.length > 1 || said.length + 1 !== words.length)
    return null;
  return { code: only.toUpperCase(), decision: said[0] ?? 'start' };
};

const WORDS: ReadonlyMap<string, VerificationDecision> = new Map([
  ['oui', 'yes'],
  ['yes', 'yes'],
  ['non', 'no'],
  ['no', 'no'],
]);

const decided = async (
  operations: Source,
  { code: which, decision }: Decision,
  asked: Asked,
  corpusVersion: string,
): Promise<Answer> => {
  const common = frame(asked, corpusVersion);
  const outcome = await operations.verify(which, decision);
  if (outcome === 'started' || outcome === 'confirmed' || outcome === 'refused')
    return {
      ...common,
      kind: 'dialogue',
      title: `Vérification ${which}`,
      blocks: [paragraph(DECIDED[outcome])],
      notices: [],
      citations: [],
      data: { command: 'verifier', code: which, outcome },
    };
  return refused(common, {
    title: `Vérification ${which}`,
    code: outcome.toUpperCase(),
    explain: [UNDECIDED[outcome]],
    example: outcome === 'too-early' ? `!verifier ${which}` : '!verifier',
    data: { command: 'verifier' },
  });
};

const listed = (open: readonly OpenVerification[], asked: Asked, corpusVersion: string): Answer => ({
  ...frame(asked, corpusVersion),
  kind: 'report',
  title: TITLE,
  blocks:
    open.length === 0
      ? [paragraph('Personne n’attend. Une demande arrive dans le salon d’administration, avec son code.')]
      : // As code: whoever asks is not to be rung.
        [
          bullets(
            open.map(({ code: which, person, stage }) => [
              code(which),
              ' : ',
              code(person),
              `, ${STAGES[stage]}`,
            ]),
          ),
        ],
  notices: [],
  citations: [],
  data: { command: 'verifier', open },
});
