import { systemClock } from './clock.ts';
import { compose } from './compose.ts';
import { readCredentials, readEncryptionKeys } from './config/credentials.ts';
import type { Config } from './config/schema.ts';
import { prepareDataFolder } from './data-folder.ts';
import { createLog } from './log/log.ts';
import { OperatorError } from './operator-error.ts';
import { rightsFrom } from './rights/from-config.ts';

/**
 * Checks all that a start needs short of the homeserver: secrets, data folder, texts, catalogue.
 * @throws OperatorError that lists everything found, with the exit code of the first
 */
export const checkConfig = (config: Config, env: NodeJS.ProcessEnv): void => {
  const steps = [
    () => readCredentials(config, env),
    () => readEncryptionKeys(config, env),
    () => prepareDataFolder(config.data.folder),
    () =>
      compose({
        ...config.knowledge,
        language: config.language,
        rights: rightsFrom(config),
        clock: systemClock,
        log: createLog({ level: 'silent' }),
      }),
  ];
  const found = steps.flatMap(troubleOf);
  const [first] = found;
  if (first !== undefined)
    throw new OperatorError(found.map(({ message }) => message).join('\n\n'), first.exitCode);
};

const troubleOf = (step: () => unknown): readonly OperatorError[] => {
  try {
    step();
    return [];
  } catch (error) {
    if (error instanceof OperatorError) return [error];
    throw error;
  }
};
