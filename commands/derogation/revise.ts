import type { Answer } from '../../knowledge/answer/answer.ts';
import { changesBetween } from '../../knowledge/register/changes.ts';
import { deadlineOf } from '../../knowledge/register/deadline.ts';
import type { Derogation } from '../../knowledge/register/derogation.ts';
import { readText } from '../../knowledge/register/read-value.ts';
import type { Revision } from '../../knowledge/register/store.ts';
import { validate } from '../../knowledge/register/validate.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { echo } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { refuseWriting } from './access.ts';
import { entryProblems } from './add.ts';
import { readFields, readPairs } from './arguments.ts';
import { type Assumed, assumedNotices } from './assumed.ts';
import { causeOf, editNotice, markOf } from './cause.ts';
import { refuse, refuseLine } from './refuse.ts';
import { findTarget, showDerogation } from './show.ts';
import type { RegisterTools } from './tools.ts';

export const MODIFY_EXAMPLE = '!derogation modifier 1 offre_acceptable=2026-09-30 responsable=moi';
export const CLOSE_EXAMPLE = '!derogation clore 1 motif="offre qualifiée en service"';

type Next =
  | (Pick<Revision, 'entry' | 'state' | 'motif' | 'change'> & { readonly assumed?: readonly Assumed[] })
  | { readonly refused: Answer };

/** `modifier 12 offre_acceptable=2026-09-30`: what is not given stays as it is; `=?` empties a field. */
export const modify = (args: string, invocation: Invocation, tools: RegisterTools): Promise<Answer> =>
  revise('modifier', args, invocation, tools, (current, rest) => {
    const refusing = (problems: Parameters<typeof refuseLine>[3]) => ({
      refused: refuseLine(invocation, tools.corpus.version, 'modifier', problems, MODIFY_EXAMPLE),
    });
    if (rest === '')
      return {
        refused: refuse(invocation, tools.corpus.version, 'modifier', {
          code: 'RIEN_A_MODIFIER',
          explain: ['Lu : un numéro seul. Attendu : au moins une clé et sa valeur.'],
          example: MODIFY_EXAMPLE,
        }),
      };
    const { values, problems, assumed } = readFields(readPairs(rest), invocation.conversation.sender);
    if (problems.length > 0) return refusing(problems);
    const together = { ...current.entry, ...values };
    const validated = validate(together);
    return validated.ok
      ? { entry: validated.entry, state: current.state, motif: null, change: 'modification', assumed }
      : refusing(entryProblems(together, validated.problems));
  });

/** `clore 12 motif="…"`: the derogation leaves the list; nothing is deleted. */
export const close = (args: string, invocation: Invocation, tools: RegisterTools): Promise<Answer> =>
  revise('clore', args, invocation, tools, (current, rest) => {
    const [first, ...others] = readPairs(rest);
    const named = first !== undefined && fold(first.key ?? '') === 'motif';
    // « motif=migré vers le cloud interne », without quotation marks: all that follows.
    const spoken = named && first.closed && others.length > 0 && others.every(({ key }) => key === null);
    const motif =
      named && first.closed && (spoken || others.length === 0)
        ? readText(spoken ? rest.slice(rest.indexOf('=') + 1) : first.value)
        : null;
    if (motif?.ok === true && typeof motif.value === 'string')
      return { entry: current.entry, state: 'close', motif: motif.value, change: 'cloture' };
    const personal = motif?.ok === false && motif.error === 'DONNEE_PERSONNELLE';
    return {
      refused: refuseLine(
        invocation,
        tools.corpus.version,
        'clore',
        [
          {
            code: personal ? 'DONNEE_PERSONNELLE' : motif?.ok === false ? motif.error : 'TEXTE_VIDE',
            field: null,
            read: rest,
            expected: 'motif="…", en 200 caractères au plus',
          },
        ],
        CLOSE_EXAMPLE,
      ),
    };
  });

const revise = async (
  action: 'modifier' | 'clore',
  args: string,
  invocation: Invocation,
  tools: RegisterTools,
  decide: (current: Derogation, rest: string) => Next,
): Promise<Answer> => {
  const { store, corpus, access } = tools;
  const barred = refuseWriting(invocation, access, corpus.version);
  if (barred !== null) return barred;
  const target = await findTarget(args, action, invocation, tools);
  if ('refused' in target) return target.refused;
  const { found } = target;
  const { conversation, today } = invocation;
  const refusing = (code: string, explain: string, example: string): Answer =>
    refuse(invocation, corpus.version, action, { code, explain: [explain], example });
  if (found.roomId !== conversation.roomId)
    return refusing('AUTRE_SALON', 'Un registre se modifie depuis son propre salon.', MODIFY_EXAMPLE);
  const already = (await store.writtenBy(found.roomId, causeOf(invocation))) !== null;
  if (already) return shown(found, action, invocation, tools, true);
  if (found.state === 'close')
    return refusing(
      'DEJA_CLOSE',
      `La dérogation n° ${found.number} est close : elle ne change plus. Pour la suivre à nouveau, inscrivez-la une nouvelle fois.`,
      '!derogation ajouter',
    );
  const decided = decide(found, target.rest);
  if ('refused' in decided) return decided.refused;
  const { assumed = [], ...next } = decided;
  const fields = changesBetween(found.entry, next.entry);
  if (next.change === 'modification' && fields.length === 0)
    return shown(found, action, invocation, tools, false, 'Rien à changer');
  const { number, version } = found;
  const due = deadlineOf(next.entry, today)?.date ?? null;
  const done = await store.revise(
    found.roomId,
    { ...next, number, version, fields, due },
    markOf(invocation),
  );
  const now = await store.find(found.roomId, number);
  if (!done || now === null)
    return refusing(
      'CONFLIT',
      'La dérogation a été changée entre-temps ; rien n’a été écrit. Relancez la commande.',
      MODIFY_EXAMPLE,
    );
  const answer = shown(now, action, invocation, tools, false);
  return { ...answer, notices: [...assumedNotices(assumed), ...answer.notices] };
};

const DONE = { modifier: 'modifiée', clore: 'close' } as const;

const shown = (
  derogation: Derogation,
  action: 'modifier' | 'clore',
  invocation: Invocation,
  tools: RegisterTools,
  already: boolean,
  instead?: string,
): Answer =>
  showDerogation(derogation, tools, invocation, {
    action,
    title:
      instead ?? `Dérogation n° ${derogation.number} ${DONE[action]} : ${echo(derogation.entry.projet, 120)}`,
    notices: editNotice(invocation, already, derogation.number),
  });
