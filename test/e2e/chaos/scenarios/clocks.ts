import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Measured } from '../measured.ts';
import { NotHere, type Scenario, type Stage } from '../scenario.ts';

const LIBRARY = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';
/** What the clock of the bot does, as libfaketime writes it, and in words. */
const JUMPS = [
  ['+13h', '13 h d’avance'],
  ['+1d', 'un jour d’avance'],
  ['+0', 'à l’heure'],
  ['-2h', 'deux heures de retard'],
  ['+3d', 'trois jours d’avance'],
  ['-30d', 'trente jours de retard'],
  ['+0', 'à l’heure'],
] as const;

/** The clock of the bot alone is wrong from the start, then jumps while it runs; that of the homeserver is right. */
const jumps = async (stage: Stage): Promise<Measured> => {
  if (!existsSync(LIBRARY)) throw new NotHere('libfaketime manque : apt-get install faketime');
  const clock = join(tmpdir(), `horloge-${process.pid}`);
  writeFileSync(clock, '+13h');
  const field = await stage.open({
    env: {
      LD_PRELOAD: LIBRARY,
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  });
  const questions = field.questions();
  const missing: string[] = [];
  let recoveryMs = 0;
  const askAt = async (words: string): Promise<void> => {
    const asked = await questions.ask(6);
    recoveryMs = Math.max(recoveryMs, await questions.untilAnswered(asked));
    if ((await questions.waiting(asked)).length > 0) missing.push(words);
  };
  await askAt('au démarrage, 13 h d’avance');
  for (const [jump, words] of JUMPS.slice(0, stage.count(JUMPS.length, 2))) {
    writeFileSync(clock, jump);
    await sleep(1500);
    await askAt(words);
  }
  writeFileSync(clock, '+1d');
  await questions.ask(6);
  await field.bot.stop('SIGKILL');
  await field.bot.start();
  await askAt('après un kill -9, un jour d’avance');
  const measured = await questions.settle();
  const seen = field.bot.log.map(({ time }) => Date.parse(String(time))).filter(Number.isFinite);
  const spread = Math.round((Math.max(...seen) - Math.min(...seen)) / 3_600_000);
  return {
    ...measured,
    recoveryMs,
    broken: [...(measured.broken ?? []), ...missing.map((words) => `sans réponse : ${words}`)],
    note: `${JUMPS.length + 2} heures (${JUMPS.map(([, words]) => words).join(', ')}) ; les heures du journal s’étendent sur ${spread} h`,
  };
};

export const clocks: readonly Scenario[] = [
  {
    name: 'horloge',
    fault: 'l’horloge du robot avance, recule ou saute (libfaketime)',
    goal: 'aucune question ignorée ; réponses en 10 s',
    before: 'en avance (13 h, un jour, saut) : toutes les questions ignorées, perdues',
    recoverWithin: 10_000,
    play: jumps,
  },
];
