import type { Answer } from '../../../knowledge/answer/answer.ts';
import { code } from '../../../knowledge/answer/text.ts';
import { FACT_NAMES, isSaid } from '../../../knowledge/project/facts.ts';
import type { Sheet } from '../../../knowledge/project/sheet.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { frame, paragraph } from '../../answers.ts';
import type { Asked } from '../../command.ts';
import { causeOf, markOf } from '../../derogation/cause.ts';
import { howMany } from '../../how-many.ts';
import { refuseWriting } from '../access.ts';
import { refuse } from '../refuse.ts';
import { noSheet } from '../show.ts';
import type { ProjectTools } from '../tools.ts';
import { refuseStale } from './declare.ts';
import { CONFIRM_LASTS } from './replace.ts';

/** `effacer`, which says what will be lost; then `effacer confirmer`. */
export const eraseSheet = async (args: string, asked: Asked, tools: ProjectTools): Promise<Answer> => {
  const { store } = tools;
  const { roomId, sender } = asked.conversation;
  const barred = refuseWriting(asked, tools);
  if (barred !== null) return barred;
  if (await store.hasWritten(roomId, causeOf(asked))) return erased(asked, tools);
  const sheet = await store.find(roomId);
  if (sheet === null) return noSheet(asked, tools);
  if (!CONFIRM.has(fold(args))) {
    const draft = { kind: 'effacement', version: sheet.version, fields: [], event: causeOf(asked) } as const;
    await store.keepDraft({ roomId, sender, at: asked.now, ...draft });
    return toConfirm(sheet, asked, tools);
  }
  const draft = await store.draft(roomId, sender);
  if (draft?.kind !== 'effacement' || asked.now - draft.at > CONFIRM_LASTS)
    return refuse(asked, tools, 'effacer', {
      code: 'RIEN_A_CONFIRMER',
      explain: ['Vous n’avez pas demandé à effacer cette fiche depuis un jour. Demandez-le d’abord.'],
      example: '!projet effacer',
    });
  return (await store.erase(roomId, draft.version, markOf(asked)))
    ? erased(asked, tools)
    : refuseStale(asked, tools);
};

const CONFIRM = new Set(['confirmer', 'oui', 'confirme', 'je confirme']);

const erased = (asked: Asked, tools: Pick<ProjectTools, 'corpus'>): Answer => ({
  ...frame(asked, tools.corpus.version),
  kind: 'dialogue',
  title: 'Fiche effacée',
  blocks: [
    paragraph(
      'Les faits, ce qui était déclaré fait et leur historique sont effacés ; il reste qui a effacé, et quand.',
    ),
  ],
  notices: [],
  citations: [],
  data: { command: 'projet', action: 'effacer', erased: true },
});

const toConfirm = (
  { facts, done }: Sheet,
  asked: Asked,
  { corpus }: Pick<ProjectTools, 'corpus'>,
): Answer => {
  const known = FACT_NAMES.filter((name) => isSaid(name, facts[name])).length;
  const rules = Object.keys(done);
  const lost = `${howMany(known, 'fait')}${rules.length === 0 ? '' : `, ce qui est déclaré fait pour ${rules.join(', ')}`}`;
  return {
    ...frame(asked, corpus.version),
    kind: 'dialogue',
    title: 'Effacer la fiche ?',
    blocks: [
      paragraph(
        `Seraient perdus : ${lost}, avec leur historique. Rien ne les rend. Le registre des dérogations ne change pas.`,
      ),
      paragraph('Les garder ailleurs : ', code('!projet exporter'), '.'),
      paragraph('Effacer : ', code('!projet effacer confirmer'), '.'),
    ],
    notices: [],
    citations: [],
    data: { command: 'projet', action: 'effacer', erased: false },
  };
};
