import { setTimeout as sleep } from 'node:timers/promises';
import { fail, hang } from '../../support/fault-actions.ts';
import { type Action, type Call, isSend } from '../../support/fault-proxy.ts';
import { until } from '../../support/until.ts';
import { delaysOf } from '../delays.ts';
import type { Measured } from '../measured.ts';
import { median } from '../questions.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { untilStruck } from '../waiting.ts';

/** Calls of one room hang; questions of another one must not wait. */
const hanging = async (
  stage: Stage,
  on: (call: Call, room: string) => boolean,
  what: Action,
): Promise<Measured> => {
  const field = await stage.shared();
  const questions = field.questions();
  const alone = await delaysOf(questions, field.encrypted, 5);
  const fault = field.proxy.inject({ on: (call) => on(call, field.clear), what });
  await questions.ask(3, [field.clear]);
  const together = await delaysOf(questions, field.encrypted, 10);
  const struck = fault.struck();
  fault.remove();
  const measured = await questions.settle();
  const [calm, busy] = [median(alone), median(together)];
  return {
    ...measured,
    broken: [...(measured.broken ?? []), ...(busy > calm + 2000 ? [`les autres attendent ${busy} ms`] : [])],
    note: `${struck} appels en attente ; les autres salons attendent ${busy} ms (médiane), seuls ${calm} ms`,
  };
};

const deaf = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open();
  const questions = field.questions();
  await questions.ask(3);
  await questions.untilAnswered();
  let token = '';
  const silent: Action = {
    at: 'answer',
    act: (answer) => {
      // The answer of a homeserver that has nothing to say, with the token that it was given.
      token ||= JSON.parse(answer.body.toString()).next_batch;
      return { ...answer, body: Buffer.from(JSON.stringify({ next_batch: token })) };
    },
  };
  const isSince = ({ path }: Call): boolean => path.startsWith('/_matrix/client/v3/sync');
  const begun = Date.now();
  const fault = field.proxy.inject({ on: isSince, what: silent });
  await questions.ask(3);
  const seen = await until(
    'the deafness to be seen',
    () => field.bot.log.some(({ msg }) => msg === 'sync-deaf'),
    330_000,
    1000,
  ).catch(() => false);
  const after = Math.round((Date.now() - begun) / 1000);
  fault.remove();
  const measured = await questions.settle();
  return {
    ...measured,
    broken: [...(measured.broken ?? []), ...(seen ? [] : ['pas vu en cinq minutes et demie'])],
    note: `vu en ${after} s ; les questions posées entre-temps sont répondues ensuite`,
  };
};

const noLevels = async (stage: Stage): Promise<Measured> => {
  const field = await stage.open();
  const { alice, clear, talk } = field;
  // What the bot remembers of the levels is put in doubt by a change that it cannot ask about.
  const fault = field.proxy.inject({
    on: ({ path }) => /\/state(\/m\.room\.(power_levels|create))?/.test(path),
    what: fail,
  });
  const room = await alice.createRoom({ encrypted: true, invite: [field.bot.userId] });
  await untilStruck(fault, 1);
  const asked = [
    {
      roomId: clear,
      eventId: await alice.say(
        clear,
        '!derogation ajouter projet=SIRH regle=R9 accordee=12/03/2026 offre_acceptable=31/07/2026',
      ),
    },
  ];
  await sleep(8000);
  const struck = fault.struck();
  fault.remove();
  const reply = await talk.reply(asked[0]?.eventId ?? '', 60_000).catch(() => null);
  const refused = reply?.body.includes('modérateurs') ?? false;
  await talk.joined(room);
  return {
    tries: 1,
    what: 'écriture',
    lost: reply === null ? 1 : 0,
    doubled: 0,
    leaked: 0,
    recoveryMs: null,
    broken: refused ? ['« droit insuffisant » à qui a le droit'] : [],
    note: `${struck} demandes d’état en échec ; l’écriture est faite`,
  };
};

const isOf = (call: Call, room: string): boolean => call.path.includes(room);

export const rooms: readonly Scenario[] = [
  {
    name: 'envoi-suspendu',
    fault: 'les envois d’un salon restent sans réponse',
    goal: 'les autres salons attendent 2 s de plus au plus',
    before: 'médiane des autres 59 s',
    play: (stage) => hanging(stage, (call, room) => isSend(call) && isOf(call, room), hang),
  },
  {
    name: 'etat-suspendu',
    fault: 'état, niveaux et membres d’un salon restent sans réponse',
    goal: 'les autres salons attendent 2 s de plus au plus',
    before: '123 s',
    play: (stage) =>
      hanging(
        stage,
        (call, room) => isOf(call, room) && /\/(state|joined_members|members)/.test(call.path),
        hang,
      ),
  },
  {
    name: 'sourd',
    fault: 'la synchronisation répond 200 et rien, sans fin',
    goal: 'vu en cinq minutes, rien de perdu',
    before: 'jamais vu',
    play: deaf,
  },
  {
    name: 'niveaux-en-panne',
    fault: 'état et niveaux des salons répondent 500 quand on écrit au registre',
    goal: 'attend, puis écrit ; jamais « droit insuffisant »',
    before: '« Droit insuffisant » au propriétaire, pour de bon (502)',
    play: noLevels,
  },
];
