import { setTimeout as sleep } from 'node:timers/promises';
import type { Action } from '../../support/fault-proxy.ts';
import { isSend, isSync } from '../../support/fault-proxy.ts';
import { points } from '../crash-points.ts';
import type { Field } from '../field.ts';
import type { Measured } from '../measured.ts';
import { median } from '../questions.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { firstLine } from '../starts.ts';

/** Rounds of ten questions, the bot killed in each, the homeserver too in every tenth. */
const randomKills = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open();
  const { bot, homeserver, alice } = field;
  const questions = field.questions();
  const devices = JSON.stringify(await alice.devices(bot.userId));
  const rounds = stage.count(100, 4);
  let kills = 0;
  let outages = 0;
  for (let round = 1; round <= rounds; round++) {
    // A run that is cut short ends after a round in which the homeserver was killed too.
    if (round % 10 === 1 && stage.isOver()) break;
    await alice.newSession(field.encrypted);
    const asking = questions.ask(10);
    await sleep(stage.random() * 2500);
    await bot.stop('SIGKILL');
    kills++;
    if (round % stage.count(10, 3) === 0) {
      outages++;
      await homeserver.kill();
      bot.launch();
      await sleep(stage.random() * 2000);
      await homeserver.restart();
    } else bot.launch();
    await asking;
    // Killed without rest it would only fall behind.
    if (round % 5 === 0) {
      await questions.untilAnswered();
      stage.say(`${kills} arrêts du robot, ${outages} du serveur, ${questions.sent.length} questions`);
    }
  }
  const measured = await questions.settle(120_000);
  const same = JSON.stringify(await alice.devices(bot.userId)) === devices;
  return {
    ...measured,
    broken: [...(measured.broken ?? []), ...(same ? [] : ['l’appareil ou son empreinte a changé'])],
    planned: rounds * 10,
    counts: { 'kill -9 du robot': kills, 'kill -9 de Synapse': outages },
    note: 'même appareil et même empreinte',
  };
};

/** Kills the bot at a call to the homeserver, before or after the homeserver has heard of it. */
const killing = (field: Field, heard: boolean): Action => ({
  at: 'call',
  act: async ({ forward, reset }) => {
    if (heard) await forward();
    field.bot.signal('SIGKILL');
    reset();
  },
});

const namedPoints = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open({ before: ['test/e2e/chaos/crash-at.ts'] });
  const { bot, proxy } = field;
  const questions = field.questions();
  const reached = new Map<string, number>();
  const missed: string[] = [];
  let deaths = 0;
  /** Asks, and waits for the death; the next start goes on from there. */
  const die = async (name: string): Promise<void> => {
    await questions.ask(3);
    const ended = await Promise.race([bot.ended().then(() => true), sleep(40_000, false)]);
    if (ended) reached.set(name, (reached.get(name) ?? 0) + 1);
    else missed.push(name);
    await bot.stop('SIGKILL');
    // A message in which the program dies three times is given up, on purpose: here only two deaths may fall on one.
    if (++deaths % 2 !== 0) return;
    bot.launch();
    await questions.untilAnswered();
    await bot.stop('SIGKILL');
  };
  await bot.stop('SIGKILL');
  for (let round = 1; round <= stage.count(4, 1) && !stage.isOver(); round++) {
    for (const name of Object.keys(points)) {
      bot.launch({ CRASH_AT: `${name}:${1 + Math.floor(stage.random() * 2)}` });
      await die(name);
    }
    for (const [name, on, heard] of [
      ['un envoi, avant le serveur', isSend, false],
      ['un envoi, après le serveur', isSend, true],
      ['une synchronisation, après le serveur', isSync, true],
    ] as const) {
      bot.launch();
      const fault = proxy.inject({ on, what: killing(field, heard), times: 1 });
      await die(name);
      fault.remove();
    }
    bot.launch();
    await questions.untilAnswered();
    stage.say(`tour ${round}, ${deaths} arrêts`);
    await bot.stop('SIGKILL');
  }
  bot.launch();
  return {
    ...(await questions.settle(120_000)),
    note: `${deaths} arrêts à ${reached.size} points : ${[...Object.values(points).map(({ says }) => says), ...[...reached.keys()].filter((name) => !(name in points))].join(', ')}${missed.length === 0 ? '' : ` ; ${missed.length} passage(s) non atteint(s)`}`,
  };
};

const synapseKilled = async (stage: Stage): Promise<Measured> => {
  const field = await stage.shared();
  const questions = field.questions();
  const recoveries: number[] = [];
  for (let round = 0; round < stage.count(10, 1) && !stage.isOver(); round++) {
    await questions.ask(6);
    await field.homeserver.kill();
    await sleep(round === 0 ? stage.count(60_000, 2000) : 2000 * stage.random());
    await field.homeserver.restart();
    const asked = await questions.ask(3);
    recoveries.push(await questions.untilAnswered(asked));
  }
  return {
    ...(await questions.settle()),
    recoveryMs: Math.max(...recoveries),
    note: `${recoveries.length} kill -9 de Synapse, dont un arrêt d’une minute ; reprise médiane ${Math.round(median(recoveries) / 100) / 10} s`.replace(
      '.',
      ',',
    ),
  };
};

/** SIGTERM while questions come: how long the program takes to end. */
const terminated = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open();
  const { bot } = field;
  const questions = field.questions();
  const times: number[] = [];
  const failed: string[] = [];
  for (let round = 0; round < stage.count(20, 3) && !stage.isOver(); round++) {
    const asking = questions.ask(9);
    await sleep(stage.random() * 1500);
    const begun = Date.now();
    const said = bot.errors().length;
    const code = await bot.stop('SIGTERM');
    times.push(Date.now() - begun);
    if (code !== 0) failed.push(`code ${code} : ${firstLine(bot.errors().slice(said))}`);
    await asking;
    await bot.start();
  }
  const measured = await questions.settle();
  const longest = Math.max(...times);
  return {
    ...measured,
    broken: [...(measured.broken ?? []), ...(longest > 3000 ? [`arrêt en ${longest} ms`] : []), ...failed],
    note: `${times.length} arrêts, médiane ${median(times)} ms, au plus ${longest} ms${failed.length === 0 ? ', code 0' : ''}`,
  };
};

const frozen = async (stage: Stage): Promise<Measured> => {
  const field = await stage.shared();
  const questions = field.questions();
  for (const ms of [5000, stage.count(60_000, 5000)]) {
    field.bot.signal('SIGSTOP');
    await questions.ask(stage.count(15, 6));
    await sleep(ms);
    field.bot.signal('SIGCONT');
    await questions.untilAnswered();
  }
  field.bot.signal('SIGSTOP');
  const asked = await questions.ask(3);
  await sleep(2000);
  field.bot.signal('SIGCONT');
  const recoveryMs = await questions.untilAnswered(asked);
  return { ...(await questions.settle()), recoveryMs, note: 'gels de 5, 60 et 2 secondes' };
};

export const kills: readonly Scenario[] = [
  {
    name: 'points',
    fault: 'kill -9 du robot à des points nommés de ses écritures et de ses appels',
    goal: 'repris au même point, une fois',
    play: namedPoints,
  },
  {
    name: 'arrets',
    fault:
      'kill -9 du robot à des moments tirés au sort, et de Synapse un tour sur dix, salons clairs et chiffrés',
    goal: 'rien de perdu ni de double (relevé entier : 1 000 questions, 100 arrêts du robot, 10 de Synapse)',
    before: '0 perdue, 0 doublée sur 300 questions (28 arrêts et 3 de Synapse)',
    play: randomKills,
  },
  {
    name: 'synapse',
    fault: 'kill -9 de Synapse, arrêt jusqu’à une minute',
    goal: 'reprise en 5 s au plus',
    recoverWithin: 5000,
    play: synapseKilled,
  },
  {
    name: 'sigterm',
    fault: 'SIGTERM pendant que les questions arrivent',
    goal: 'fini en 3 s au plus, code 0',
    before: 'jusqu’à 10,9 s',
    play: terminated,
  },
  {
    name: 'gel',
    fault: 'le processus est gelé (SIGSTOP), puis reprend',
    goal: 'reprise en 10 s au plus',
    recoverWithin: 10_000,
    play: frozen,
  },
];
