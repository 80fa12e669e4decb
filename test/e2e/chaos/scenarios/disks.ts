import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Field } from '../field.ts';
import type { Measured } from '../measured.ts';
import { NotHere, type Scenario, type Stage } from '../scenario.ts';
import { failingStart, firstLine, hasTrace } from '../starts.ts';

/** Mounts a small disk as the data folder of a bot; gives what unmounts it. @throws NotHere where one may not mount */
const smallDisk =
  (mebibytes: number) =>
  (folder: string): (() => void) => {
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o700 });
    try {
      const options = `size=${mebibytes}m,mode=700`;
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', data], { stdio: 'ignore' });
    } catch {
      throw new NotHere('un petit disque ne peut pas être monté sans être root');
    }
    return () => execFileSync('umount', ['-l', data]);
  };

/** Takes all the room that is left in a folder. @returns the file that holds it */
const fill = (folder: string): string => {
  const path = join(folder, 'rempli');
  const file = openSync(path, 'w');
  for (const size of [1 << 16, 1 << 12, 1 << 8, 1])
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 'x'));
    } catch {
      // Not even that much is left.
    }
  closeSync(file);
  return path;
};

const fullDisk = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open({ prepare: smallDisk(8) });
  const { bot } = field;
  const questions = field.questions();
  const data = join(bot.folder, 'data');
  const broken: string[] = [];
  let recoveryMs = 0;
  for (let round = 0; round < stage.count(4, 1); round++) {
    await questions.ask(6);
    const filled = fill(data);
    await questions.ask(stage.count(12, 6));
    await sleep(8000);
    const ended = await Promise.race([bot.ended(), sleep(100, 'runs' as const)]);
    if (ended !== 'runs') {
      broken.push(`arrêt, code ${ended}`);
      rmSync(filled);
      await bot.start();
    } else rmSync(filled);
    recoveryMs = Math.max(recoveryMs, await questions.untilAnswered());
  }
  const { msg } = bot.log.find((line) => line.msg === 'storage-failing') ?? {};
  if (msg === undefined) broken.push('le journal ne dit pas « storage-failing »');
  if (!bot.errors().includes(data)) broken.push('la sortie d’erreur ne dit pas quel disque');
  if (hasTrace(bot.errors())) broken.push('une trace brute sur la sortie d’erreur');
  const full = await startedOnFull(field, data);
  const measured = await questions.settle();
  return {
    ...measured,
    recoveryMs,
    broken: [...(measured.broken ?? []), ...broken, ...full],
    note: 'reste en marche, dit quel disque, reprend seul ; lancé sur un disque plein : refus qui nomme le disque, code 74',
  };
};

/** A start on a full disk must say so, and name it. */
const startedOnFull = async ({ bot }: Field, data: string): Promise<readonly string[]> => {
  await bot.stop();
  const filled = fill(data);
  const said = await failingStart(bot);
  rmSync(filled);
  await bot.start();
  return [
    ...(said.code === 74 ? [] : [`lancé sur un disque plein : code ${said.code}`]),
    ...(said.text.includes(data) && !hasTrace(said.text)
      ? []
      : [`message de démarrage : ${firstLine(said.text)}`]),
  ];
};

const readOnly = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open({ prepare: smallDisk(16) });
  const { bot } = field;
  const data = join(bot.folder, 'data');
  const questions = field.questions();
  await questions.ask(3);
  await questions.untilAnswered();
  await bot.stop();
  execFileSync('mount', ['-o', 'remount,ro', data]);
  await questions.ask(6);
  const { code, text } = await failingStart(bot);
  execFileSync('mount', ['-o', 'remount,rw', data]);
  await bot.start();
  const measured = await questions.settle();
  return {
    ...measured,
    broken: [
      ...(measured.broken ?? []),
      ...(code === 74 ? [] : [`code ${code}`]),
      ...(text.includes(data) && !hasTrace(text) ? [] : [`message : ${firstLine(text)}`]),
    ],
    note: `code 74, « ${firstLine(text).replace(bot.folder, '…')} »`,
  };
};

/** Bytes of both databases are overwritten; the bot must refuse to start, then serve with the copy put back. */
const damaged = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open();
  const { bot } = field;
  const data = join(bot.folder, 'data');
  const questions = field.questions();
  await questions.ask(6);
  await questions.untilAnswered();
  const broken: string[] = [];
  let tries = 0;
  for (const name of ['bot.sqlite', 'crypto/crypto-store.sqlite'])
    for (const offset of [0, 4096, 8192, 16_384].slice(0, stage.count(4, 1))) {
      await bot.stop();
      const path = join(data, name);
      const sound = readFileSync(path);
      const file = Buffer.from(sound);
      file.fill(0xff, offset, offset + 4096);
      writeFileSync(path, file);
      const { code, text } = await failingStart(bot);
      tries++;
      const explains = text.includes(name.split('/').at(-1) ?? '') && !hasTrace(text);
      if (code !== 74 && code !== 84) broken.push(`${name} à ${offset} : code ${code}`);
      if (!explains) broken.push(`${name} à ${offset} : ${firstLine(text)}`);
      writeFileSync(path, sound);
      for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
      await bot.start();
      await questions.ask(3);
      await questions.untilAnswered();
    }
  const measured = await questions.settle();
  return {
    ...measured,
    tries,
    what: 'dommages',
    broken: [...(measured.broken ?? []), ...broken],
    note: '4 Kio de 0xFF dans chacune des deux bases : refus de démarrer qui nomme le fichier, puis service avec la copie remise',
  };
};

export const disks: readonly Scenario[] = [
  {
    name: 'faute-5',
    fault: 'disque plein pendant le service, puis au démarrage',
    goal: 'reste en marche, dit quel disque, reprend seul en 15 s',
    before: 'arrêt avec une trace brute ; redémarrage : code 74 sans nommer le disque ; rien de perdu',
    recoverWithin: 15_000,
    play: fullDisk,
  },
  {
    name: 'lecture-seule',
    fault: 'dossier de données en lecture seule au démarrage',
    goal: 'code 74, le disque nommé, rien de perdu ensuite',
    play: readOnly,
  },
  {
    name: 'base-abimee',
    fault: 'bases endommagées',
    goal: 'refus de démarrer, fichier nommé, sans trace brute',
    play: damaged,
  },
];
