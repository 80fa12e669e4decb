import type { Answer, Block } from '../../knowledge/answer/answer.ts';
import { code, strong } from '../../knowledge/answer/text.ts';
import { HOUR } from '../../knowledge/dates/spans.ts';
import type { AboutUs } from '../../knowledge/facts/about-us.ts';
import {
  fromDossierFacts,
  NO_SHEET_FACTS,
  type SaidFacts,
  toDossierFacts,
} from '../../knowledge/project/facts.ts';
import { mergeFacts } from '../../knowledge/project/merge.ts';
import type { Sheet } from '../../knowledge/project/sheet.ts';
import type { QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';
import { paragraph } from '../answers.ts';
import type { Asked, Conversation } from '../command.ts';
import type { ConversationStore, Turn } from '../conversation/store.ts';
import { mayWrite } from '../derogation/access.ts';
import { ROOM } from '../derogation/wording.ts';
import type { FollowUps } from '../plus/follow-ups.ts';
import { PAGE_IDS } from './pages.ts';
import { showSheet } from './show.ts';
import type { ProjectTools } from './tools.ts';
import { summaryOf } from './values.ts';
import { declareFacts } from './write/declare.ts';

/** Reaction that keeps the facts of an answer, where the room has a sheet. */
export const PIN = '📌';

/** What a sheet brings to the questions of its room. */
export interface SheetAnswers {
  /** The answer for the project of the room; null when the question is not about it, or states other facts. */
  answer(question: string, asked: Asked): Promise<Answer | null>;
  /** The answer to a question, with a last line that offers to keep the facts that it read, where they can be. */
  offer(answer: Answer, asked: Asked): Promise<Answer>;
  /** What a tap on such an answer brings about, or null. @param cause event that our message answered */
  pinned(key: string, cause: string | null, asked: Asked): Promise<Answer | null>;
}

interface Parts extends ProjectTools {
  readonly aboutUs: (question: string) => AboutUs;
  readonly answerer: Pick<QuestionAnswerer, 'answer'>;
  readonly conversations: Pick<ConversationStore, 'ofEvent'>;
  readonly followUps: Pick<FollowUps, 'rememberPages'>;
}

export const createSheetAnswers = ({
  aboutUs,
  answerer,
  conversations,
  followUps,
  ...tools
}: Parts): SheetAnswers => {
  const sheetOf = async ({ conversation: { room, roomId } }: Asked): Promise<Sheet | null> =>
    ROOM[room] === null ? tools.store.find(roomId) : null;

  return {
    answer: async (question, asked) => {
      const about = aboutUs(question);
      const sheet = about === null ? null : await sheetOf(asked);
      if (sheet === null) return null;
      const stated = fromDossierFacts(tools.readFacts(question).facts);
      if (mergeFacts(sheet.facts, stated, true).conflicts.length > 0) return null;
      // An entity that the sheet does not name may be another's.
      if (stated.entite !== undefined && sheet.facts.entite === null) return null;
      if (about === 'all' && Object.keys(stated).length === 0) {
        await followUps.rememberPages(PAGE_IDS, asked);
        return fromSheet(showSheet(sheet, asked, tools), sheet);
      }
      const facts = toDossierFacts(sheet.facts);
      const found = answerer.answer(question, { today: asked.today, lang: asked.lang, sheet: { ...facts } });
      return found.kind === 'verdict' ? fromSheet(found, sheet) : null;
    },

    offer: async (answer, asked) => {
      const said = saidIn(answer.trace?.declared);
      const { room } = asked.conversation;
      if (said === null || room === 'console' || ROOM[room] !== null || !mayWrite(asked, tools.access))
        return answer;
      const sheet = await sheetOf(asked);
      const { added, conflicts } = mergeFacts(sheet?.facts ?? NO_SHEET_FACTS, said, true);
      // Another project was asked about.
      if (conflicts.length > 0 || added.length < (sheet === null ? LEAST_FACTS : 1)) return answer;
      return {
        ...answer,
        blocks: [...answer.blocks, ...offerOf(answer, sheet)],
        ...(sheet === null ? {} : { keepable: true }),
      };
    },

    pinned: async (key, cause, asked) => {
      if (key.replace(/\ufe0f/g, '') !== PIN || cause === null) return null;
      const turn = await conversations.ofEvent(asked.conversation.roomId, cause);
      const said = turn === null ? null : saidIn(turn.facts);
      return said === null || (await sheetOf(asked)) === null ? null : declareFacts(said, asked, tools);
    },
  };
};

/** The facts that the latest question of a person declared in a room, within the hour that they are kept; else null. */
export const lastFactsOf =
  (store: Pick<ConversationStore, 'ofSender'>) =>
  async ({ roomId, sender }: Conversation, now: number): Promise<SaidFacts | null> => {
    const turns: readonly Turn[] = await store.ofSender(roomId, sender);
    for (const { facts, at } of turns) {
      const said = now - at <= HOUR ? saidIn(facts) : null;
      if (said !== null) return said;
    }
    return null;
  };

/** A sentence that says less is not worth a sheet. */
const LEAST_FACTS = 2;

/** Facts kept with a turn; null when there are none. They were read by us: codes and numbers. */
const saidIn = (declared: Readonly<Record<string, unknown>> | undefined): SaidFacts | null => {
  const facts = declared?.facts as DossierFacts | undefined;
  if (facts === undefined || !Array.isArray(facts.donnees)) return null;
  const said = fromDossierFacts(facts);
  return Object.keys(said).length === 0 ? null : said;
};

/** What the answer rests on is said right after its first sentence. */
const fromSheet = (answer: Answer, { facts }: Sheet): Answer => {
  const [lead, ...rest] = answer.blocks;
  const from: Block = paragraph(
    strong(FROM[answer.lang]),
    answer.lang === 'fr' ? ` : ${summaryOf(facts)}.` : '. ',
  );
  if (answer.kind === 'report') return { ...answer, title: FROM.fr };
  return { ...answer, blocks: lead === undefined ? [from] : [lead, from, ...rest] };
};

const FROM = { fr: 'D’après la fiche du salon', en: 'From the project sheet of this room' } as const;

const offerOf = ({ lang }: Answer, sheet: Sheet | null): readonly Block[] => [
  lang === 'fr'
    ? paragraph(
        sheet === null ? 'Garder ces faits dans une fiche du projet : ' : 'Garder ces faits dans la fiche : ',
        code('!projet garder'),
      )
    : paragraph('Keep these facts in the project sheet: ', code('!projet garder')),
];
