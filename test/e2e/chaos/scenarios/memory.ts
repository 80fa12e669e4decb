import { conversation } from '../../support/conversation.ts';
import { limitMemory } from '../../support/memory-limit.ts';
import type { Measured } from '../measured.ts';
import { NotHere, type Scenario, type Stage } from '../scenario.ts';
import { registerOf } from '../tables.ts';

/** 70 % of the 512 MiB that the unit, compose and Kubernetes allow. */
export const LEFT = 358;

/** The bot has less memory than it is given where it is deployed; the kernel ends it beyond. */
const littleMemory = async (stage: Stage): Promise<Measured> => {
  const limit = limitMemory(LEFT);
  if (limit === null) throw new NotHere('la mémoire d’un processus ne peut pas être limitée sans être root');
  const field = await stage.open({ through: limit.through, prepare: () => limit.remove });
  const { bot, alice, encrypted, talk } = field;
  const who = await field.join();
  const room = await who.createRoom({ encrypted: true, invite: [bot.userId] });
  const theirs = conversation(who, bot);
  await theirs.joined(room);
  await theirs.reply(
    await who.say(room, `!derogation importer\n\`\`\`\n${registerOf(250)}\n\`\`\``),
    120_000,
  );
  await theirs.reply(await who.say(room, '!derogation importer confirmer'), 120_000);
  const questions = field.questions();
  for (let round = 0; round < stage.count(5, 1) && !stage.isOver(); round++) {
    for (const format of ['csv', 'ics']) await who.say(room, `!derogation exporter ${format}`);
    await questions.ask(30);
    await questions.untilAnswered();
    stage.say(`${questions.sent.length} questions, ${bot.memory()?.now} Mio`);
  }
  await talk.reply(await alice.say(encrypted, '!aide'), 60_000);
  const ended = await Promise.race([
    bot.ended(),
    new Promise<'runs'>((runs) => setTimeout(runs, 100, 'runs')),
  ]);
  const most = bot.memory()?.most;
  const met = limit.met();
  const measured = await questions.settle();
  return {
    ...measured,
    broken: [...(measured.broken ?? []), ...(ended === 'runs' ? [] : [`arrêté, code ${ended}`])],
    note: `au plus ${most} Mio résidents ; le noyau a dû reprendre de la mémoire ${met} fois`,
  };
};

export const memory: readonly Scenario[] = [
  {
    name: 'memoire',
    fault: `le robot n’a que ${LEFT} Mio de mémoire (70 % de ce que permettent l’unité systemd, compose et Kubernetes) : questions, exports`,
    goal: 'jamais arrêté par le noyau',
    play: littleMemory,
  },
];
