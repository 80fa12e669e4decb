import type { BotState, KnowledgeState, Operations } from '../../commands/operations/operations.ts';
import type { Clock } from '../clock.ts';
import { readVersion } from '../process/version.ts';

/** The commands of the operators where there is no server: console and batch mode. */
export const localOperations = (knowledge: KnowledgeState, clock: Clock): Operations => {
  const started = clock.now();
  const state = (): BotState => ({
    version: readVersion(),
    uptime: Math.round((clock.now() - started) / 1000),
    ...knowledge,
    server: null,
  });
  return {
    state: async () => state(),
    rooms: async () => [],
    leave: async () => 'unknown',
    backUp: async () => ({
      kind: 'failed',
      message: 'Dans un terminal, rien n’est gardé : il n’y a rien à copier.',
    }),
    verifications: () => [],
    verify: async () => 'unknown',
    reload: async () => ({
      kind: 'kept',
      message: 'Dans un terminal, les textes se rechargent en quittant puis en relançant le programme.',
    }),
  };
};
