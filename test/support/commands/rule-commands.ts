import type { Conversation, Invocation } from '../../../commands/command.ts';
import { createInterviews } from '../../../commands/interview/interviews.ts';
import { createMemoryInterviewStore } from '../../../commands/interview/memory-store.ts';
import { createSensibilite, createSensibiliteInterview } from '../../../commands/sensibilite/sensibilite.ts';
import { createSeuil } from '../../../commands/seuil/seuil.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { loadLaterLaw } from '../../../knowledge/later-law/later-law.ts';

const corpus = loadCorpus();
const laterLaw = loadLaterLaw();

export const conversation = (fields: Partial<Conversation> = {}): Conversation => ({
  roomId: '!salon:tchap.example',
  thread: null,
  sender: '@camille:tchap.example',
  eventId: '$commande',
  room: 'private',
  right: 'everyone',
  ...fields,
});

export const invocation = (args: string, fields: Partial<Omit<Invocation, 'args'>> = {}): Invocation => ({
  args,
  today: '2026-11-22',
  now: Date.UTC(2026, 10, 22, 9),
  lang: 'fr',
  conversation: conversation(),
  ...fields,
});

/** The two rule commands and their interviews, over a store of interviews. */
export const ruleCommands = (store = createMemoryInterviewStore()) => {
  const interviews = createInterviews(store, [createSensibiliteInterview(corpus, laterLaw)], corpus.version);
  return {
    interviews,
    seuil: createSeuil(corpus),
    sensibilite: createSensibilite(corpus, laterLaw, interviews),
  };
};

/** Runs `!seuil …` or `!sensibilite …` once, in a conversation of its own. */
export const runRule = async (name: 'seuil' | 'sensibilite', args: string): Promise<Answer> =>
  ruleCommands()[name].run(invocation(args));
