import type { Answer } from '../../../knowledge/answer/answer.ts';
import { code } from '../../../knowledge/answer/text.ts';
import { applyChanges } from '../../../knowledge/project/merge.ts';
import type { RuleName, SheetChange } from '../../../knowledge/project/sheet.ts';
import { readText } from '../../../knowledge/register/read-value.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { echo } from '../../answers.ts';
import type { Asked } from '../../command.ts';
import { causeOf, markOf } from '../../derogation/cause.ts';
import { refuseWriting } from '../access.ts';
import { refuse } from '../refuse.ts';
import { noSheet } from '../show.ts';
import type { ProjectTools } from '../tools.ts';
import { alreadyWritten, refuseStale } from './declare.ts';
import { writtenAnswer } from './written.ts';

export const DONE_EXAMPLE = '!projet fait R4 "clause 12 du marché"';

/** `fait R4 "clause 12 du marché"`: what the team says that it has done for a rule; `rien` takes it back. */
export const declareDone = async (args: string, asked: Asked, tools: ProjectTools): Promise<Answer> => {
  const { store } = tools;
  const { roomId, sender } = asked.conversation;
  const barred = refuseWriting(asked, tools);
  if (barred !== null) return barred;
  const cause = causeOf(asked);
  if (await store.hasWritten(roomId, cause)) return alreadyWritten(asked, tools);
  const sheet = await store.find(roomId);
  if (sheet === null) return noSheet(asked, tools);
  const read = readDone(args);
  if ('problem' in read)
    return refuse(asked, tools, 'fait', {
      code: read.problem,
      explain: [
        ...[`Lu : « ${echo(args)} ». `],
        EXPECTED[read.problem],
        ' Les règles : ',
        code('!projet dus'),
        '.',
      ],
      example: DONE_EXAMPLE,
    });
  const { rule, text } = read;
  const before = sheet.done[rule] ?? null;
  const change: SheetChange = { field: rule, before, after: text };
  const state = { action: 'fait', sheet, history: await store.history(roomId) };
  if (before === text)
    return writtenAnswer({ ...state, title: 'rien de nouveau', added: [], conflicts: [] }, asked, tools);
  if (before !== null) {
    const draft = { kind: 'remplacement', version: sheet.version, fields: [change] } as const;
    await store.keepDraft({ roomId, sender, event: cause, at: asked.now, ...draft });
    return writtenAnswer({ ...state, title: 'à confirmer', added: [], conflicts: [change] }, asked, tools);
  }
  const next = applyChanges(sheet, [change]);
  const revision = { version: sheet.version, change: 'declaration', ...next } as const;
  const now = (await store.write(roomId, revision, markOf(asked))) ? await store.find(roomId) : null;
  if (now === null) return refuseStale(asked, tools);
  const told = { sheet: now, history: await store.history(roomId), added: [change], conflicts: [] };
  return writtenAnswer({ action: 'fait', title: `${rule} déclarée faite`, ...told }, asked, tools);
};

type Problem = 'REGLE_ATTENDUE' | 'TEXTE_ATTENDU' | 'TEXTE' | 'DONNEE_PERSONNELLE';

const EXPECTED: Record<Problem, string> = {
  REGLE_ATTENDUE: 'Attendu : une règle de R1 à R15, puis ce qui est fait.',
  TEXTE_ATTENDU: 'Attendu : après la règle, ce qui est fait, en quelques mots.',
  TEXTE: 'Attendu : 200 caractères au plus.',
  DONNEE_PERSONNELLE: 'La fiche ne garde pas d’adresse électronique.',
};

/** Rules of the circular. */
const LAST_RULE = 15;

const readDone = (
  args: string,
): { readonly rule: RuleName; readonly text: string | null } | { readonly problem: Problem } => {
  const typed = /^r?\s*(\d{1,2})(?!\d)\s*[:,]?\s*(.*)$/isu.exec(args);
  const number = Number(typed?.[1] ?? 0);
  if (typed === null || number < 1 || number > LAST_RULE) return { problem: 'REGLE_ATTENDUE' };
  const said = (typed[2] ?? '').trim().replace(/^["“”„«]\s*(.*?)\s*["“”»]$/su, '$1');
  if (said === '') return { problem: 'TEXTE_ATTENDU' };
  if (fold(said) === 'rien') return { rule: `R${number}`, text: null };
  const read = readText(said);
  if (read.ok && typeof read.value === 'string') return { rule: `R${number}`, text: read.value };
  return { problem: !read.ok && read.error === 'DONNEE_PERSONNELLE' ? 'DONNEE_PERSONNELLE' : 'TEXTE' };
};
