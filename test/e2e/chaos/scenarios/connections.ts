import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  breakOff,
  cutShort,
  delay,
  duplicate,
  hang,
  loseAnswer,
  oversize,
  redirect,
  reorder,
  resetBefore,
  trickle,
} from '../../support/fault-actions.ts';
import { type Action, type Call, isSend, isSync } from '../../support/fault-proxy.ts';
import type { Measured } from '../measured.ts';
import type { Scenario, Stage } from '../scenario.ts';

const everyOther = (on: (call: Call) => boolean = () => true): ((call: Call) => boolean) => {
  let met = 0;
  return (call) => on(call) && met++ % 2 === 0;
};

/** Questions while a fault hits calls; then it is taken away, and the answers are waited for. */
const during = async (
  stage: Stage,
  what: Action,
  {
    on = everyOther(),
    count = stage.count(60, 6),
    ms = 8000,
  }: {
    readonly on?: (call: Call) => boolean;
    readonly count?: number;
    readonly ms?: number;
  } = {},
): Promise<Measured> => {
  const field = await stage.shared();
  const questions = field.questions();
  const fault = field.proxy.inject({ on, what });
  const over = sleep(ms);
  await questions.ask(count);
  await over;
  fault.remove();
  return { ...(await questions.settle()), note: `${fault.struck()} appels touchés` };
};

/** The first attempt of every send is cut once the homeserver has taken it. */
const ambiguousSends = async (stage: Stage): Promise<Measured> => {
  const field = await stage.shared();
  const questions = field.questions();
  const tried = new Set<string>();
  const isFirst = (call: Call): boolean => {
    if (!isSend(call) || tried.has(call.path)) return false;
    tried.add(call.path);
    return true;
  };
  const fault = field.proxy.inject({ on: isFirst, what: loseAnswer });
  for (let left = stage.count(1000, 30); left > 0 && !stage.isOver(); left -= 50) {
    await questions.ask(Math.min(50, left));
    stage.say(`${questions.sent.length} questions, ${fault.struck()} envois ambigus`);
  }
  const settled = await questions.settle();
  fault.remove();
  return {
    ...settled,
    what: 'envois ambigus',
    planned: stage.count(1000, 30),
    tries: fault.struck(),
    counts: {
      questions: questions.sent.length,
      'envois acceptés par le serveur et coupés avant sa réponse': fault.struck(),
    },
  };
};

/** Redirected to a server that is not the homeserver: it must never be asked anything. */
const redirected = async (stage: Stage): Promise<Measured> => {
  let heard = 0;
  const trap = createServer((_, response) => {
    heard++;
    response.end('{}');
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  const address = trap.address();
  const to = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  let measured: Measured | undefined;
  for (const status of [301, 302, 303, 307, 308])
    measured = add(
      measured,
      await during(stage, redirect(status, to), { on: () => true, count: 3, ms: 2000 }),
    );
  await new Promise((resolve) => trap.close(resolve));
  if (measured === undefined) throw new Error('no status');
  return {
    ...measured,
    leaked: measured.leaked + heard,
    note: `${heard} appel(s) reçus par l’autre serveur`,
  };
};

const add = (one: Measured | undefined, other: Measured): Measured =>
  one === undefined
    ? other
    : {
        tries: one.tries + other.tries,
        lost: one.lost + other.lost,
        doubled: one.doubled + other.doubled,
        leaked: Math.max(one.leaked, other.leaked),
        recoveryMs: Math.max(one.recoveryMs ?? 0, other.recoveryMs ?? 0),
        broken: [...(one.broken ?? []), ...(other.broken ?? [])],
      };

const oversized = async (stage: Stage): Promise<Measured> => {
  const { bot } = await stage.shared();
  const before = bot.memory()?.now ?? 0;
  const measured = await during(stage, oversize(200), { count: 6, on: (call) => !isSend(call), ms: 4000 });
  const grown = (bot.memory()?.most ?? 0) - before;
  return {
    ...measured,
    broken: [...(measured.broken ?? []), ...(grown > 300 ? [`mémoire : ${grown} Mio de plus`] : [])],
    note: `${measured.note} ; mémoire au plus ${grown} Mio au-dessus du repos`,
  };
};

const QUICK = 10_000;

export const connections: readonly Scenario[] = [
  {
    name: 'envois-ambigus',
    fault: 'chaque envoi est accepté par le serveur, puis la connexion est coupée avant sa réponse',
    goal: 'aucune réponse double',
    short: true,
    play: ambiguousSends,
  },
  {
    name: 'coupures-avant',
    fault: 'une requête sur deux est coupée avant d’atteindre le serveur',
    goal: 'reprise en 10 s au plus',
    recoverWithin: QUICK,
    play: (stage) => during(stage, resetBefore),
  },
  {
    name: 'coupures-apres',
    fault: 'une requête sur deux, quelle qu’elle soit, est coupée après que le serveur l’a traitée',
    goal: 'reprise en 10 s au plus',
    recoverWithin: QUICK,
    play: (stage) => during(stage, loseAnswer),
  },
  {
    name: 'attentes',
    fault: 'une requête sur deux, synchronisation exceptée, reste sans réponse',
    goal: 'tout part ensuite',
    play: (stage) =>
      during(stage, hang, { on: everyOther((call) => !isSync(call)), count: stage.count(30, 6) }),
  },
  {
    name: 'lenteur',
    fault: 'chaque réponse du serveur vient une seconde plus tard',
    goal: 'reprise en 10 s au plus',
    recoverWithin: QUICK,
    play: (stage) => during(stage, delay(1000), { on: () => true, count: stage.count(30, 6) }),
  },
  {
    name: 'goutte-a-goutte',
    fault: 'chaque réponse du serveur vient à 500 octets par seconde',
    goal: 'reprise en 10 s au plus',
    recoverWithin: QUICK,
    play: (stage) => during(stage, trickle(50), { on: () => true, count: stage.count(30, 6) }),
  },
  {
    name: 'reponses-coupees',
    fault: 'une réponse du serveur sur deux s’arrête au milieu, puis la connexion tombe',
    goal: 'reprise en 10 s au plus',
    recoverWithin: QUICK,
    play: (stage) => during(stage, breakOff),
  },
  {
    name: 'json-tronque',
    fault: 'une réponse du serveur sur deux est la moitié d’un JSON, comme entière',
    goal: 'reprise en 10 s au plus',
    recoverWithin: QUICK,
    play: (stage) => during(stage, cutShort),
  },
  {
    name: 'demesure',
    fault: 'les réponses autres qu’aux envois font 200 Mio',
    goal: 'mémoire bornée (300 Mio de plus), reprise en 10 s',
    recoverWithin: QUICK,
    play: oversized,
  },
  {
    name: 'redirections',
    fault: 'toute requête est redirigée vers un autre serveur (301, 302, 303, 307, 308)',
    goal: 'l’autre serveur ne reçoit rien, ni jeton ni texte',
    recoverWithin: QUICK,
    play: redirected,
  },
  {
    name: 'requetes-doublees',
    fault: 'chaque requête atteint le serveur deux fois',
    goal: 'une seule réponse visible',
    play: (stage) => during(stage, duplicate, { on: (call) => !isSync(call) }),
  },
  {
    name: 'desordre',
    fault: 'les envois atteignent le serveur deux à deux dans l’ordre inverse',
    goal: 'aucune réponse perdue ni double',
    play: (stage) => during(stage, reorder(), { on: isSend }),
  },
];
