import type { Catalogue } from '../knowledge/catalogue/catalogue.ts';
import type { Corpus } from '../knowledge/corpus/corpus.ts';
import type { QuestionAnswerer } from '../knowledge/question/answerer.ts';
import type { LoadedKnowledge } from '../knowledge/question/load-knowledge.ts';
import { createAide } from './aide.ts';
import type { Command } from './command.ts';
import { createDerogation } from './derogation/derogation.ts';
import type { RegisterTools } from './derogation/tools.ts';
import { createAcquitter } from './digest/acquitter.ts';
import { createDigest } from './digest/digest.ts';
import { createReporter } from './digest/reporter.ts';
import type { DigestTools } from './digest/tools.ts';
import { createEcheances } from './echeances/echeances.ts';
import type { Interviews } from './interview/interviews.ts';
import { type Gaps, NO_GAPS } from './lacunes/gaps.ts';
import { createLacunes } from './lacunes/lacunes.ts';
import { createNotices } from './notices.ts';
import { createOffres } from './offres/offres.ts';
import { createConfig } from './operations/config.ts';
import { createEtat } from './operations/etat.ts';
import type { Operations } from './operations/operations.ts';
import { createQuitter } from './operations/quitter.ts';
import { createRecharger } from './operations/recharger.ts';
import { createSalons } from './operations/salons.ts';
import { createSauvegarder } from './operations/sauvegarder.ts';
import { createVerifier } from './operations/verifier.ts';
import type { FollowUps } from './plus/follow-ups.ts';
import { createPlus } from './plus/plus.ts';
import { createProjet, pageOf } from './projet/projet.ts';
import type { ProjectTools } from './projet/tools.ts';
import type { RoomSettingsStore } from './room-settings/settings.ts';
import { createSensibilite } from './sensibilite/sensibilite.ts';
import { createSeuil } from './seuil/seuil.ts';
import type { Reports } from './signaler/reports.ts';
import { createSignaler } from './signaler/signaler.ts';
import { createComparer } from './texts/comparer.ts';
import { createFaq } from './texts/faq.ts';
import { createO365 } from './texts/o365.ts';
import { createQuestion } from './texts/question.ts';
import { createRegle } from './texts/regle.ts';
import { createSource, type Reviewed } from './texts/source.ts';
import { createTransmettre, type Referents } from './transmettre/transmettre.ts';

/** What the commands need; each factory takes only its own part. */
export interface Dependencies {
  readonly corpus: Corpus;
  readonly catalogue: Catalogue;
  readonly laterLaw: LoadedKnowledge['laterLaw'];
  readonly notices: LoadedKnowledge['notices'];
  readonly related: LoadedKnowledge['related'];
  readonly answerer: Pick<QuestionAnswerer, 'answer' | 'more' | 'search'>;
  /** The same as the responder's. */
  readonly interviews: Interviews;
  /** The registers, and who may read and write them. */
  readonly register: Pick<RegisterTools, 'store' | 'access' | 'projects'>;
  /** Digest of the registers. */
  readonly digest: DigestTools;
  /** Project sheets, and the reader of facts in words. */
  readonly project: Pick<ProjectTools, 'store' | 'readFacts' | 'lastFacts'>;
  readonly roomSettings: Pick<RoomSettingsStore, 'read' | 'change'>;
  /** The running bot, for its operators. */
  readonly operations: Operations;
  readonly followUps: Pick<FollowUps, 'next' | 'rememberPages'>;
  /** How many summaries were read against the texts. */
  readonly reviewed: Reviewed;
  readonly reports: Pick<Reports, 'report'>;
  /** Those who answer what the texts do not. */
  readonly referents: Referents;
  /** Nothing is kept by default. */
  readonly gaps?: Gaps;
}

/** Every command of the bot, in the order of `!aide`. Nothing registers itself: a command not listed does not exist. */
export const createCommands = ({
  corpus,
  catalogue,
  laterLaw,
  notices,
  related,
  answerer,
  interviews,
  register,
  digest,
  project,
  roomSettings,
  operations,
  followUps,
  reviewed,
  reports,
  referents,
  gaps = NO_GAPS,
}: Dependencies): readonly Command[] => {
  const noticesOf = createNotices({ laterLaw, notices });
  const sheets = { corpus, catalogue, access: register.access, interviews, followUps, ...project };
  const commands: readonly Command[] = [
    createQuestion(answerer, corpus.version),
    createPlus(answerer, followUps, corpus.version, (id, asked) => pageOf(id, asked, sheets)),
    createSensibilite(corpus, laterLaw, interviews),
    createSeuil(corpus),
    createRegle(corpus, noticesOf, related),
    createOffres(corpus, catalogue, laterLaw),
    createO365(corpus, catalogue, laterLaw),
    createComparer(corpus, laterLaw),
    createFaq(corpus, answerer, noticesOf),
    createSource(corpus, laterLaw, reviewed),
    createProjet(sheets),
    createDerogation({ corpus, laterLaw, interviews, ...register }),
    createEcheances({ corpus, laterLaw, ...register }),
    createDigest(digest),
    createAcquitter(digest),
    createReporter(digest),
    createConfig(roomSettings, corpus.version),
    createEtat(operations),
    createSignaler(reports, corpus.version),
    createTransmettre(referents, interviews, corpus),
    createLacunes(gaps, corpus.version),
    createSalons(operations, corpus.version),
    createQuitter(operations, corpus.version),
    createRecharger(operations, corpus.version),
    createSauvegarder(operations, corpus.version),
    createVerifier(operations, corpus.version),
    createAide(() => commands, corpus.version),
  ];
  return commands;
};
