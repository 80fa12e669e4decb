import { readArguments, usageError } from '../cli/arguments.ts';
import { checkConfig } from '../cli/check.ts';
import { converse } from '../cli/console.ts';
import { loadConfig } from '../config/load.ts';
import { remarksOn } from '../config/remarks.ts';
import { composeLocally } from '../local.ts';
import { untilStopped } from '../process/shutdown.ts';
import { typeset } from '../render/typeset.ts';

const HELP = `Robot Tchap « cloud au centre ».

  npm start                                              conversation dans ce terminal, sans serveur ni compte
  npm start -- --config config.yaml                      le robot, sur Tchap
  npm start -- --config config.yaml --check-config       vérifie la configuration et le compte, sans démarrer
                                                         (--offline : sans interroger le serveur)
  npm start -- --version                                 la version du robot et celle de Node
  npm start -- --help                                    cette aide

La configuration se copie de config.example.yaml. Les secrets viennent de fichiers ou de l’environnement :
TCHAP_TOKEN ou TCHAP_PASSWORD, TCHAP_STORE_KEY, TCHAP_RECOVERY_KEY, TCHAP_HTTP_TOKEN.
LOG_LEVEL règle le journal : error, warn, info, debug ou silent.

Code de sortie : 0, arrêt demandé ; 1, erreur du programme ; 64, ligne de commande ; 65, textes ;
74, dossier de données ; 75, robot déjà lancé ; 78, configuration, ou Node trop ancien ; 81, jeton révoqué ; 82, compte expiré ;
83, compte désactivé ; 84, clés de chiffrement perdues.
`;

/** @returns the exit code */
export const main = async (): Promise<number> => {
  const { values } = readArguments({
    options: {
      config: { type: 'string' },
      'check-config': { type: 'boolean' },
      offline: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) {
    process.stdout.write(typeset(HELP));
    return 0;
  }
  const check = values['check-config'] === true;
  if (values.offline === true && !check) throw usageError('--offline ne va qu’avec --check-config.');
  if (values.config === undefined) {
    if (check) throw usageError('Il manque le fichier à vérifier : --config config.yaml --check-config');
    await converse(composeLocally(process.env), { input: process.stdin, output: process.stdout });
    return 0;
  }
  const config = loadConfig(values.config);
  if (check) {
    process.noDeprecation = true;
    const found = await checkConfig(config, { env: process.env, offline: values.offline === true });
    const report = [
      `${values.config} : rien à corriger.`,
      ...[...found, ...remarksOn(config)].map((remark) => `À noter : ${remark}`),
    ];
    process.stdout.write(typeset(`${report.join('\n')}\n`));
    return 0;
  }
  // Whatever the bot writes is for its own account alone: databases and keys as well as session and recovery key.
  process.umask(0o077);
  const stopped = untilStopped();
  // matrix-bot-sdk calls things that Node deprecates: nothing that an operator could act on.
  process.noDeprecation = true;
  // The SDK and the database are loaded for Tchap only: the console starts without them.
  const { runBot } = await import('../run.ts');
  const { createTchapTransport } = await import('../matrix/transport.ts');
  return runBot(config, { env: process.env, createTransport: createTchapTransport, stopped });
};
