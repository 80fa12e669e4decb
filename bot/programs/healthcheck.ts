import { readArguments } from '../cli/arguments.ts';
import { readHttpToken } from '../config/http-token.ts';
import { loadConfig } from '../config/load.ts';
import { typeset } from '../render/typeset.ts';

const HELP = `Demande au robot de cette machine s’il se porte bien ; ni shell ni curl n’y sont nécessaires.

  node dist/bot/healthcheck.js --config /config/config.yaml            le programme répond (/healthz)
  node dist/bot/healthcheck.js --config /config/config.yaml --ready    le robot fait son travail (/readyz)

Code de sortie : 0, oui ; 1, non, et la raison s’affiche ; 64, ligne de commande ; 78, configuration.
`;

const PATIENCE_MS = 4000;

/** @returns the exit code */
export const main = async (): Promise<number> => {
  const { values } = readArguments({
    options: {
      config: { type: 'string', default: '/config/config.yaml' },
      ready: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) {
    process.stdout.write(typeset(HELP));
    return 0;
  }
  const config = loadConfig(values.config);
  const { port } = config.http;
  if (port === null) return no('http.port est null dans la configuration : il n’y a rien à interroger.');
  const token = readHttpToken(config, process.env);
  return ask(
    `http://${target(config.http.host)}:${port}${values.ready === true ? '/readyz' : '/healthz'}`,
    token,
  );
};

const ask = async (url: string, token: string | null): Promise<number> => {
  try {
    const answer = await fetch(url, {
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body = await answer.text();
    return answer.ok ? 0 : no(`${answer.status} ${body.trim().slice(0, 1000)}`);
  } catch {
    return no('Le robot ne répond pas.');
  }
};

const no = (reason: string): number => {
  process.stderr.write(`${typeset(reason)}\n`);
  return 1;
};

/** « All addresses » is no address to ask. */
const target = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
};
