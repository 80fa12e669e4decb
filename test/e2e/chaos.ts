/**
 * `npm run chaos -- 100`: as many rounds of twenty questions, the bot killed in each and the homeserver in every
 * tenth, then the figures as a Markdown table. Takes about five seconds a round on a quiet machine; Ctrl+C ends
 * after the round under way. Ends with 1 when a promise is broken.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createBot } from './support/bot.ts';
import { conversation } from './support/conversation.ts';
import { leaks } from './support/leaks.ts';
import { startPerson } from './support/person.ts';
import { startSynapse } from './support/synapse.ts';
import { type Sent, sendRound, tally, untilAnswered } from './support/tally.ts';

const rounds = Number(process.argv[2] ?? 100);
if (!Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write(
    `Nombre de tours illisible : ${process.argv[2]}. Attendu : un entier, par exemple 100.\n`,
  );
  process.exit(64);
}
const PER_ROUND = 20;
const OUTAGE_EVERY = 10;

const begun = Date.now();
const homeserver = await startSynapse();
// The processes that were started are ended on exit, which a signal alone does not bring about.
process.once('SIGTERM', () => process.exit(143));
const bot = await createBot(homeserver, 'robot-cloud');
await bot.start();
const person = await startPerson(homeserver, 'alice.martin-interieur.gouv.fr');
const talk = conversation(person, bot);
const rooms: string[] = [];
for (const options of [
  { encrypted: true },
  { encrypted: true },
  { encrypted: true, direct: true },
  { encrypted: false },
])
  rooms.push(await person.createRoom({ ...options, invite: [bot.userId] }));
for (const room of rooms) await talk.joined(room);
const devices = JSON.stringify(await person.devices(bot.userId));

const calm: Sent[] = [];
for (let index = 0; index < 40; index++) {
  const roomId = rooms[index % rooms.length] ?? '';
  const eventId = await person.say(roomId, `!r${1 + (index % 15)}`);
  await talk.reply(eventId);
  calm.push({ roomId, eventId });
}
const calmDelays = (await tally(person, bot, calm)).delays;

const sent: Sent[] = [];
let outages = 0;
let done = 0;
let interrupted = false;
process.once('SIGINT', () => {
  interrupted = true;
});
for (let round = 1; round <= rounds && !interrupted; round++, done++) {
  const sending = sendRound(person, rooms, PER_ROUND);
  await sleep(Math.random() * 2000);
  await bot.stop('SIGKILL');
  if (round % OUTAGE_EVERY === 0) {
    outages++;
    await homeserver.kill();
    bot.launch();
    await sleep(Math.random() * 3000);
    await homeserver.restart();
  } else await bot.start();
  sent.push(...(await sending));
  // Killed without rest it would only fall behind: every fifth round it may catch up.
  if (round % 5 === 0) await untilAnswered(person, bot, sent);
  if (round % 10 === 0) process.stderr.write(`${round} tours, ${sent.length} questions\n`);
}
await untilAnswered(person, bot, sent, 60_000);

const figures = await tally(person, bot, sent);
const locked = new Set(bot.log.filter(({ msg }) => msg === 'undecryptable').map(({ event }) => event)).size;
const sameDevice = JSON.stringify(await person.devices(bot.userId)) === devices;
const leaked = await leaks(bot, [person]);
const cleanEnd = await bot.stop('SIGTERM');
const quantile = (delays: readonly number[], part: number): string =>
  `${((delays[Math.floor(delays.length * part)] ?? 0) / 1000).toFixed(2).replace('.', ',')} s`;

process.stdout.write(
  `| mesure | valeur |
|---|---|
| tours | ${done} |
| arrêts brutaux du robot (kill -9) | ${done} |
| arrêts brutaux du serveur (kill -9) | ${outages} |
| questions envoyées | ${figures.sent} |
| sans réponse | ${figures.unanswered.length} |
| avec plus d’une réponse | ${figures.repeated.length} |
| abandonnées après trois essais | ${figures.apologies.length} |
| réponses illisibles pour la personne | ${figures.unreadable.length} |
| questions dont la clé s’est fait attendre | ${locked} |
| même appareil et même empreinte du début à la fin | ${sameDevice ? 'oui' : 'non'} |
| délai de réponse au calme, médiane (${calm.length} questions) | ${quantile(calmDelays, 0.5)} |
| délai de réponse au calme, 95ᵉ centile | ${quantile(calmDelays, 0.95)} |
| délai de réponse pendant l’épreuve, arrêts compris, médiane | ${quantile(figures.delays, 0.5)} |
| délai de réponse pendant l’épreuve, arrêts compris, 95ᵉ centile | ${quantile(figures.delays, 0.95)} |
| secrets, identifiants ou textes trouvés dans le journal | ${leaked.length} |
| code de sortie du dernier arrêt (SIGTERM) | ${cleanEnd} |
| durée | ${Math.round((Date.now() - begun) / 1000)} s |
`,
);
await person.stop();
await bot.dispose();
await homeserver.stop();
const broken =
  [figures.unanswered, figures.repeated, figures.apologies, figures.unreadable, leaked].some(
    (found) => found.length > 0,
  ) || !sameDevice;
process.exit(broken ? 1 : 0);
