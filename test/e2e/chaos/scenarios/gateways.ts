import { setTimeout as sleep } from 'node:timers/promises';
import { fail, json, page } from '../../support/fault-actions.ts';
import { type Action, type Call, isSend, isSync } from '../../support/fault-proxy.ts';
import type { Field } from '../field.ts';
import type { Measured } from '../measured.ts';
import { median } from '../questions.ts';
import type { Scenario, Stage } from '../scenario.ts';

const CLIENT_ERRORS = [
  400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422,
  423, 424, 425, 426, 428, 429, 431, 451, 499,
];
const SERVER_ERRORS = [
  500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511, 520, 521, 522, 523, 524, 525, 530, 599,
];
const every = (): boolean => true;

/** Faults one after the other, some questions during each; what is recovered from is the slowest. */
const through = async (
  stage: Stage,
  faults: readonly { readonly name: string; readonly what: Action; readonly on?: (call: Call) => boolean }[],
  { each, ms }: { readonly each: number; readonly ms: number },
): Promise<Measured> => {
  const field = await stage.shared();
  const questions = field.questions();
  const recoveries: number[] = [];
  const missing: string[] = [];
  for (const { name, what, on = every } of faults) {
    if (stage.isOver()) break;
    const fault = field.proxy.inject({ on, what });
    const over = sleep(ms);
    const asked = await questions.ask(each);
    await over;
    fault.remove();
    recoveries.push(await questions.untilAnswered(asked, 45_000));
    if ((await questions.waiting(asked)).length > 0) missing.push(name);
    if (recoveries.length % 10 === 0) stage.say(`${recoveries.length} sur ${faults.length}`);
  }
  const counted = await questions.count();
  return {
    ...counted,
    recoveryMs: Math.max(...recoveries),
    broken: [...(counted.broken ?? []), ...missing.map((name) => `sans réponse pendant : ${name}`)],
    note: `${recoveries.length} formes ; reprise médiane ${seconds(median(recoveries))}, la plus longue donnée`,
  };
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).replace('.', ',')} s`;

const errors = (statuses: readonly number[]) =>
  statuses.flatMap((status) => [
    { name: `${status} HTML`, what: page(status) },
    { name: `${status} JSON`, what: json(status, { message: 'refus de la passerelle' }) },
  ]);

/** The same questions as when 7b12c2a was measured. */
const firstFault = (status: number) => ({ name: `${status} HTML`, what: page(status) });

const refusedSends = async (stage: Stage, status: number): Promise<Measured> => {
  const field = await stage.shared();
  const questions = field.questions();
  const fault = field.proxy.inject({ on: isSend, what: page(status) });
  const over = sleep(10_000);
  await questions.ask(stage.count(60, 6));
  await over;
  fault.remove();
  return { ...(await questions.settle()), note: `${fault.struck()} envois refusés` };
};

export const gateways: readonly Scenario[] = [
  {
    name: 'faute-1',
    fault: 'un intermédiaire répond 400, 401, 407, 408, 413 ou 451 en HTML à tout, trois secondes chacun',
    goal: 'aucune question oubliée',
    before: '60 perdues sur 60',
    recoverWithin: 10_000,
    short: true,
    play: (stage) =>
      through(stage, [400, 401, 407, 408, 413, 451].map(firstFault), { each: stage.count(10, 3), ms: 3000 }),
  },
  {
    name: 'faute-1-autres',
    fault: 'de même pour 403, 404 et 502',
    goal: 'aucune question oubliée',
    before: '0 perdue',
    recoverWithin: 10_000,
    play: (stage) => through(stage, [403, 404, 502].map(firstFault), { each: 10, ms: 3000 }),
  },
  {
    name: 'faute-2-408',
    fault: 'les envois reçoivent 408 en HTML, dix secondes',
    goal: 'aucune réponse abandonnée',
    before: '12 perdues sur 60',
    play: (stage) => refusedSends(stage, 408),
  },
  {
    name: 'faute-2-400',
    fault: 'les envois reçoivent 400 en HTML, dix secondes',
    goal: 'aucune réponse abandonnée',
    before: '14 perdues sur 60',
    play: (stage) => refusedSends(stage, 400),
  },
  {
    name: 'statuts',
    fault: 'chaque statut 4xx et 5xx, en HTML puis en JSON sans code de Matrix, à toutes les requêtes',
    goal: 'reprise en 10 s au plus',
    recoverWithin: 10_000,
    play: (stage) => through(stage, errors([...CLIENT_ERRORS, ...SERVER_ERRORS]), { each: 1, ms: 1000 }),
  },
  {
    name: 'pages-200',
    fault: 'une page d’accueil en HTML ou un JSON étranger avec un statut 2xx ou 3xx, à toutes les requêtes',
    goal: 'rien n’est pris pour une réponse du serveur',
    recoverWithin: 10_000,
    play: (stage) =>
      through(
        stage,
        [
          ...[200, 203, 204, 300, 304].map((status) => ({ name: `${status} HTML`, what: page(status) })),
          ...[200, 202].map((status) => ({
            name: `${status} JSON`,
            what: json(status, { status: 'maintenance' }),
          })),
          { name: '200 JSON vide', what: json(200, {}) },
        ],
        { each: 2, ms: 1500 },
      ),
  },
  {
    name: 'erreurs-du-serveur',
    fault: 'le serveur lui-même répond 5xx avec un code de Matrix, à toutes les requêtes',
    goal: 'reprise en 10 s au plus',
    recoverWithin: 10_000,
    play: (stage) =>
      through(
        stage,
        [500, 502, 503, 504].map((status) => ({
          name: String(status),
          what: json(status, { errcode: 'M_UNKNOWN' }),
        })),
        { each: 2, ms: 3000 },
      ),
  },
  {
    name: 'jeton-refuse',
    fault: 'le serveur refuse le jeton de synchronisation (400 et code de Matrix) pendant cinq secondes',
    goal: 'chaque salon est relu jusqu’au dernier message vu',
    recoverWithin: 15_000,
    play: async (stage) => {
      const field = await stage.shared();
      const questions = field.questions();
      const isSinceToken = (call: Call): boolean => isSync(call) && call.path.includes('since=');
      const fault = field.proxy.inject({ on: isSinceToken, what: json(400, { errcode: 'M_UNKNOWN' }) });
      const over = sleep(5000);
      await questions.ask(stage.count(30, 6));
      await over;
      fault.remove();
      return { ...(await questions.settle()), note: `jeton refusé ${fault.struck()} fois` };
    },
  },
  {
    name: 'page-au-demarrage',
    fault: 'une page 404 en HTML répond à tout pendant le démarrage (ingress sans service)',
    goal: 'le robot attend, puis sert',
    before: 'arrêt, code 78',
    recoverWithin: 15_000,
    play: (stage) => startAgainst(stage, page(404)),
  },
  {
    name: 'panne-au-demarrage',
    fault: 'le serveur répond 500 à tout pendant le démarrage',
    goal: 'le robot attend, puis sert',
    recoverWithin: 15_000,
    play: (stage) => startAgainst(stage, fail),
  },
];

const startAgainst = async (stage: Stage, what: Action): Promise<Measured> => {
  const field: Field = await stage.shared();
  await field.bot.stop();
  const fault = field.proxy.inject({ on: every, what });
  field.bot.launch();
  const questions = field.questions();
  await questions.ask(6);
  await sleep(8000);
  fault.remove();
  const ended = await Promise.race([field.bot.ended(), sleep(100, 'runs' as const)]);
  const measured = await questions.settle();
  return {
    ...measured,
    broken: [...(measured.broken ?? []), ...(ended === 'runs' ? [] : [`arrêt, code ${ended}`])],
    note: `${fault.struck()} appels refusés`,
  };
};
