import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { exitCodes, OperatorError } from '../operator-error.ts';
import { parseConfig } from './parse.ts';
import { describeProblems } from './problems.ts';
import type { Config } from './schema.ts';

/**
 * Reads a configuration file. Paths in it are relative to the file, whatever folder the bot is started from.
 * @throws OperatorError that lists everything wrong in the file
 */
export const loadConfig = (path: string): Config => {
  const parsed = parseConfig(read(path));
  if (!parsed.ok) throw new OperatorError(describeProblems(path, parsed.problems), exitCodes.configuration);
  return withAbsolutePaths(parsed.config, dirname(resolve(path)));
};

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new OperatorError(
      `Le fichier de configuration ${path} ne peut pas être lu. Copier config.example.yaml, puis : npm start -- --config config.yaml`,
      exitCodes.configuration,
    );
  }
};

const withAbsolutePaths = (config: Config, base: string): Config => {
  const absolute = <T extends string | null>(path: T) => (path === null ? path : resolve(base, path)) as T;
  const { homeserver, data, encryption, knowledge, http } = config;
  return {
    ...config,
    homeserver: {
      ...homeserver,
      tokenFile: absolute(homeserver.tokenFile),
      passwordFile: absolute(homeserver.passwordFile),
      caFile: absolute(homeserver.caFile),
      avatarFile: absolute(homeserver.avatarFile),
    },
    data: { ...data, folder: absolute(data.folder), backupFolder: absolute(data.backupFolder) },
    encryption: {
      storeKeyFile: absolute(encryption.storeKeyFile),
      recoveryKeyFile: absolute(encryption.recoveryKeyFile),
    },
    knowledge: {
      ...knowledge,
      corpusFolder: absolute(knowledge.corpusFolder),
      offersFile: absolute(knowledge.offersFile),
    },
    http: { ...http, tokenFile: absolute(http.tokenFile) },
  };
};
