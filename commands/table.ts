import type { Catalogue } from '../knowledge/catalogue/catalogue.ts';
import type { Corpus } from '../knowledge/corpus/corpus.ts';
import type { QuestionAnswerer } from '../knowledge/question/answerer.ts';
import type { LoadedKnowledge } from '../knowledge/question/load-knowledge.ts';
import type { RegisterStore } from '../knowledge/register/store.ts';
import { createAcquitter } from './acquitter.ts';
import { createAide } from './aide.ts';
import { createCaveats } from './caveats.ts';
import type { Command } from './command.ts';
import { createComparer } from './comparer.ts';
import { createConfig } from './config.ts';
import type { RegisterAccess } from './derogation/access.ts';
import { createDerogation } from './derogation.ts';
import type { DigestTools } from './digest/tools.ts';
import { createDigest } from './digest.ts';
import { createEcheances } from './echeances.ts';
import { createEtat } from './etat.ts';
import { createFaq } from './faq.ts';
import type { Interviews } from './interview/interviews.ts';
import { type Gaps, NO_GAPS } from './lacunes/gaps.ts';
import { createLacunes } from './lacunes.ts';
import { createO365 } from './o365.ts';
import { createOffres } from './offres.ts';
import type { Operations } from './operations/operations.ts';
import type { FollowUps } from './plus/follow-ups.ts';
import { createPlus } from './plus.ts';
import { createQuestion } from './question.ts';
import { createQuitter } from './quitter.ts';
import { createRecharger } from './recharger.ts';
import { createRegle } from './regle.ts';
import { createReporter } from './reporter.ts';
import type { RoomSettingsStore } from './room-settings/settings.ts';
import { createSalons } from './salons.ts';
import { createSensibilite } from './sensibilite.ts';
import { createSeuil } from './seuil.ts';
import { createSource } from './source.ts';

/** What the commands need; each factory takes only its own part. */
export interface Dependencies {
  readonly corpus: Corpus;
  readonly catalogue: Catalogue;
  readonly laterLaw: LoadedKnowledge['laterLaw'];
  readonly notices: LoadedKnowledge['notices'];
  readonly answerer: Pick<QuestionAnswerer, 'answer' | 'more' | 'search'>;
  /** The same as the responder's. */
  readonly interviews: Interviews;
  /** The registers, and who may read and write them. */
  readonly register: { readonly store: RegisterStore; readonly access: RegisterAccess };
  /** Digest of the registers. */
  readonly digest: DigestTools;
  readonly roomSettings: Pick<RoomSettingsStore, 'read' | 'change'>;
  /** The running bot, for its operators. */
  readonly operations: Operations;
  readonly followUps: Pick<FollowUps, 'next'>;
  /** Nothing is kept by default. */
  readonly gaps?: Gaps;
}

/** Every command of the bot, in the order of `!aide`. Nothing registers itself: a command not listed does not exist. */
export const createCommands = ({
  corpus,
  catalogue,
  laterLaw,
  notices,
  answerer,
  interviews,
  register,
  digest,
  roomSettings,
  operations,
  followUps,
  gaps = NO_GAPS,
}: Dependencies): readonly Command[] => {
  const caveats = createCaveats({ laterLaw, notices });
  const commands: readonly Command[] = [
    createQuestion(answerer, corpus.version),
    createPlus(answerer, followUps, corpus.version),
    createSensibilite(corpus, laterLaw, interviews),
    createSeuil(corpus),
    createRegle(corpus, caveats),
    createOffres(corpus, catalogue, laterLaw),
    createO365(corpus, catalogue, laterLaw),
    createComparer(corpus, laterLaw),
    createFaq(corpus, answerer, caveats),
    createSource(corpus, laterLaw),
    createDerogation({ corpus, laterLaw, interviews, ...register }),
    createEcheances({ corpus, laterLaw, ...register }),
    createDigest(digest),
    createAcquitter(digest),
    createReporter(digest),
    createConfig(roomSettings, corpus.version),
    createEtat(operations),
    createLacunes(gaps, corpus.version),
    createSalons(operations, corpus.version),
    createQuitter(operations, corpus.version),
    createRecharger(operations, corpus.version),
    createAide(() => commands, corpus.version),
  ];
  return commands;
};
