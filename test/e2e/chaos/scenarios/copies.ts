import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Measured } from '../measured.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { failingStart } from '../starts.ts';

const staleCopy = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open();
  const { bot } = field;
  const data = join(bot.folder, 'data');
  const [old, newer] = [join(bot.folder, 'ancien'), join(bot.folder, 'nouveau')];
  const questions = field.questions();
  await questions.ask(6);
  await questions.untilAnswered();
  await bot.stop();
  cpSync(data, old, { recursive: true });
  await bot.start();
  await questions.ask(20);
  await questions.untilAnswered();
  await bot.stop();
  cpSync(data, newer, { recursive: true });
  rmSync(data, { recursive: true });
  cpSync(old, data, { recursive: true });
  const { code } = await failingStart(bot);
  // What its message advises: a new device, the old registers.
  rmSync(join(data, 'session.json'));
  rmSync(join(data, 'crypto'), { recursive: true });
  await bot.start();
  await field.alice.newSession(field.encrypted);
  await questions.ask(9);
  const measured = await questions.settle();
  return {
    ...measured,
    broken: [...(measured.broken ?? []), ...(code === 84 ? [] : [`la copie ancienne démarre, code ${code}`])],
    note: 'refusée (code 84) ; avec un nouvel appareil, comme le conseille le message, rien n’est dit deux fois',
  };
};

/** Looks for texts of an encrypted room in every byte of the data folder, a minute after their answers. */
const bytes = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open();
  const { bot, alice, encrypted } = field;
  const data = join(bot.folder, 'data');
  const copies: number[] = [];
  const texts: string[] = [];
  for (const killed of [false, true]) {
    for (let index = 0; index < 6; index++) {
      const word = `zyxqua${killed ? 'k' : 'c'}${index}vort`;
      texts.push(word);
      const body = index % 2 === 0 ? `!seuil ${word}` : `!seuil 3 millions pour ${word}`;
      await field.talk.reply(await alice.say(encrypted, body), 60_000);
    }
    if (killed) {
      await bot.stop('SIGKILL');
      await bot.start();
    }
    await sleep(60_000);
    copies.push(texts.reduce((sum, text) => sum + occurrences(data, text), 0));
  }
  const found = copies.reduce((sum, one) => sum + one, 0);
  return {
    tries: texts.length,
    what: 'textes cherchés',
    lost: 0,
    doubled: 0,
    leaked: found,
    recoveryMs: null,
    broken: found === 0 ? [] : [`${found} copie(s) de textes dans le dossier de données`],
    note: `${copies[0]} copie(s) une minute après les réponses, ${copies[1]} une minute après un kill -9`,
  };
};

const occurrences = (folder: string, text: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter(existsSync)
    .reduce((sum, path) => sum + readFileSync(path, 'latin1').split(text).length - 1, 0);

/** What lies in the data folder. */
export const copies: readonly Scenario[] = [
  {
    name: 'faute-6',
    fault: 'textes d’un salon chiffré cherchés dans chaque octet du dossier de données',
    goal: 'aucun une minute après la réponse, kill -9 compris',
    before: '6 copies d’un texte repris, 3 d’une question',
    play: bytes,
  },
  {
    name: 'copie-ancienne',
    fault: 'ancienne copie du dossier de données remise en place',
    goal: 'code 84, rien dit deux fois',
    before: 'démarrage sans le code 84, rien de doublé',
    play: staleCopy,
  },
];
