import type { Answer } from '../../../knowledge/answer/answer.ts';
import { code } from '../../../knowledge/answer/text.ts';
import { partIn, partsOf, spellDuty } from '../../../knowledge/project/duty-names.ts';
import { applyChanges } from '../../../knowledge/project/merge.ts';
import type { DutyName, RuleName, SheetChange } from '../../../knowledge/project/sheet.ts';
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

/**
 * `fait R4 "clause 12 du marché"`: what the team says that it has done for a rule; `rien` takes it back. R5 and R9 ask
 * two things each, which are not done together: `fait R5 zones "…"`.
 */
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
        EXPECTED[read.problem](read.rule),
        ' Les règles : ',
        code('!projet dus'),
        '.',
      ],
      example: read.problem === 'DEVOIR_ATTENDU' ? partExample(read.rule) : DONE_EXAMPLE,
    });
  const { name, text } = read;
  const before = sheet.done[name] ?? null;
  const change: SheetChange = { field: name, before, after: text };
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
  return writtenAnswer({ action: 'fait', title: `${spellDuty(name)} : déclaré fait`, ...told }, asked, tools);
};

type Problem = 'REGLE_ATTENDUE' | 'DEVOIR_ATTENDU' | 'TEXTE_ATTENDU' | 'TEXTE' | 'DONNEE_PERSONNELLE';

const EXPECTED: Record<Problem, (rule: RuleName) => string> = {
  REGLE_ATTENDUE: () => 'Attendu : une règle de R1 à R15, puis ce qui est fait.',
  DEVOIR_ATTENDU: (rule) =>
    `${rule} demande deux choses. Attendu : ${rule} ${partsOf(rule).join(`, ou ${rule} `)}, puis ce qui est fait.`,
  TEXTE_ATTENDU: () => 'Attendu : après la règle, ce qui est fait, en quelques mots.',
  TEXTE: () => 'Attendu : 200 caractères au plus.',
  DONNEE_PERSONNELLE: () => 'La fiche ne garde pas d’adresse électronique.',
};

const partExample = (rule: RuleName): string =>
  `!projet fait ${rule} ${partsOf(rule)[0] ?? ''} "clause 12 du marché"`;

/** Rules of the circular. */
const LAST_RULE = 15;

type DoneRead =
  | { readonly name: DutyName; readonly text: string | null }
  | { readonly problem: Problem; readonly rule: RuleName };

const readDone = (args: string): DoneRead => {
  const typed = /^r?\s*(\d{1,2})(?!\d)\s*[:,]?\s*(.*)$/isu.exec(args);
  const number = Number(typed?.[1] ?? 0);
  const rule: RuleName = `R${number}`;
  const wrong = (problem: Problem): DoneRead => ({ problem, rule });
  if (typed === null || number < 1 || number > LAST_RULE) return wrong('REGLE_ATTENDUE');
  const after = (typed[2] ?? '').trim();
  const part = partIn(rule, after);
  if (part === null && partsOf(rule).length > 0) return wrong('DEVOIR_ATTENDU');
  const name = part?.name ?? rule;
  const said = (part?.rest ?? after).trim().replace(/^["“”„«]\s*(.*?)\s*["“”»]$/su, '$1');
  if (said === '') return wrong('TEXTE_ATTENDU');
  if (fold(said) === 'rien') return { name, text: null };
  const read = readText(said);
  if (read.ok && typeof read.value === 'string') return { name, text: read.value };
  return wrong(!read.ok && read.error === 'DONNEE_PERSONNELLE' ? 'DONNEE_PERSONNELLE' : 'TEXTE');
};
