/**
 * Walks through nheko, a client written by others, in an encrypted direct conversation with the bot on a real Synapse, and
 * takes the six screenshots of docs/essai.md. Ends with an error when the bot does not answer rightly.
 * usage: npm run walk [-- folder of the screenshots]
 */
import { deepStrictEqual, partialDeepStrictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBot } from '../../support/bot.ts';
import { startSynapse } from '../../support/synapse.ts';
import { until } from '../../support/until.ts';
import { openAccount, type RawEvent } from './account.ts';
import { openDesktop } from './desktop.ts';
import { startNheko } from './nheko.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '../../../../docs/images');
const NAME = 'Robot cloud';
const inDays = (days: number): string => Temporal.Now.plainDateISO().add({ days }).toString();

for (const program of ['Xvfb', 'openbox', 'xdotool', 'xclip', 'import', 'dbus-run-session', 'nheko'])
  try {
    execFileSync('which', [program]);
  } catch {
    const packages =
      'nheko xvfb openbox xdotool xclip imagemagick dbus fonts-liberation fonts-noto-color-emoji';
    throw new Error(`${program} is missing: apt-get install --no-install-recommends ${packages}`);
  }

await using open = new AsyncDisposableStack();
const homeserver = await startSynapse({ serverName: 'agent.exemple.tchap.gouv.fr' });
open.defer(() => homeserver.stop());
const bot = await createBot(homeserver, 'robot-cloud', { config: { homeserver: { displayName: NAME } } });
open.defer(() => bot.dispose());
await bot.start();
const account = await openAccount(homeserver, 'alice.martin-exemple.gouv.fr');
const nheko = await startNheko(open.use(await openDesktop()), account, homeserver.url);
const room = await account.openDirect(bot.userId);

const shown = async (name: string): Promise<void> => {
  const file = join(folder, `nheko-${name}.png`);
  await nheko.capture(file);
  console.log(file);
};
interface Expected {
  readonly answer?: string;
  readonly command?: string;
}
/** Says it, and compares what the bot logged of its answer. */
const ask = async (text: string, expected: Expected): Promise<RawEvent> => {
  const answer = await nheko.say(text, bot.userId);
  heard(text, answer, expected);
  return answer;
};
const heard = (what: string, { type }: RawEvent, expected: Expected): void => {
  const logged = bot.log.findLast(({ msg }) => msg === 'answered') ?? {};
  partialDeepStrictEqual({ type, ...logged }, { type: 'm.room.encrypted', ...expected }, what);
};
/** Numbers to tap under a message, in the order of nheko 0.11: that of the ids of the reactions, hence any order. */
const tapsUnder = async (eventId: string): Promise<readonly string[]> => {
  const found = (await account.timeline(room)).filter(
    ({ type, content }) => type === 'm.reaction' && content['m.relates_to']?.event_id === eventId,
  );
  return found
    .toSorted((a, b) => (a.event_id < b.event_id ? -1 : 1))
    .map(({ content }) => content['m.relates_to']?.key ?? '');
};

await until('the greeting', async () =>
  (await account.timeline(room)).some(
    ({ sender, type }) => sender === bot.userId && type === 'm.room.encrypted',
  ),
);
await nheko.open(room, NAME);
await sleep(2000);
await shown('accueil');

await ask('Peut-on migrer notre messagerie vers Office 365 ?', { answer: 'verdict' });
await shown('question');

const NUMBERS = ['1️⃣', '2️⃣', '3️⃣'];
let question: RawEvent;
let taps: readonly string[] = [];
// Asked again, a few times at most, until the picture shows the numbers in their order.
for (let tries = 0; ; tries++) {
  await ask('Peut-on développer un logiciel sur mesure ?', { answer: 'passages' });
  question = await ask('des exceptions ?', { answer: 'clarify' });
  const { event_id } = question;
  taps = await until('three numbers to tap', async () => {
    const under = await tapsUnder(event_id);
    return under.length === NUMBERS.length && under;
  });
  deepStrictEqual(taps.toSorted(), NUMBERS);
  if (tries === 12 || taps.join() === NUMBERS.join()) break;
}
await sleep(2000);
await shown('choix');
const tap = (await nheko.tapFirst()).content['m.relates_to'];
deepStrictEqual([tap?.event_id, tap?.key], [question.event_id, taps[0]]);
const chosen = await until('the answer to the tap', async () =>
  (await account.timeline(room)).find(
    ({ sender, content }) =>
      sender === bot.userId && content['m.relates_to']?.['m.in_reply_to']?.event_id === question.event_id,
  ),
);
heard('the tap', chosen, { answer: 'passages', command: 'choix' });

const interview = { answer: 'dialogue', command: 'sensibilite' };
await ask('!sensibilite', interview);
await ask('oui', interview);
await shown('entretien');
await ask('annuler', { command: 'sensibilite' });

const register = { answer: 'report', command: 'derogation' };
await ask(`!derogation ajouter projet=SIRH regle=R9 fin=${inDays(17)} responsable=moi`, register);
await ask(
  `!derogation ajouter projet=Paie regle=R9 offre_acceptable=${inDays(-392)} responsable=moi`,
  register,
);
await ask('!derogation ajouter projet=Archives regle=R9', register);
await ask('!derogation lister', register);
await shown('registre');

await ask('!digest abonner lundi 9h', { answer: 'dialogue', command: 'digest' });
await ask('!digest maintenant', { answer: 'report', command: 'digest' });
await nheko.back(4);
await shown('recapitulatif');

const inClear = (await account.timeline(room)).filter(({ type }) => type === 'm.room.message');
deepStrictEqual(inClear, [], 'nothing in clear');
