import { beforeEach, describe, expect, it } from 'vitest';
import { compose } from '../../bot/compose.ts';
import { createLog } from '../../bot/log/log.ts';
import type { IncomingMessage } from '../../bot/messages.ts';
import { renderText } from '../../bot/render/text.ts';
import { NO_RIGHTS } from '../../bot/rights/rights.ts';
import { createMemoryDigestStore } from '../../knowledge/digest/memory-store.ts';
import { createMemoryRegisterStore } from '../../knowledge/register/memory-store.ts';
import { message, reaction } from '../support/messages.ts';

const NOW = Date.UTC(2026, 10, 22, 9);

const open = () => {
  const registerStore = createMemoryRegisterStore();
  const digestStore = createMemoryDigestStore();
  const bot = compose({
    corpusFolder: null,
    offersFile: null,
    language: 'fr',
    rights: NO_RIGHTS,
    powerLevel: async () => 50,
    clock: { now: () => NOW },
    log: createLog({ level: 'silent' }),
    registerStore,
    digestStore,
    // Our answer to an event is named after it.
    causeOf: async (eventId) => (eventId.startsWith('re:') ? eventId.slice(3) : null),
  });
  return { bot, registerStore, digestStore };
};

// The index takes seconds to build: one bot, and a room for each test.
const its = open();
let tests = 0;
let events: number;
let room: string;
beforeEach(() => {
  tests += 1;
  events = 0;
  room = `!salon${tests}:agent.dinum.tchap.gouv.fr`;
});

/** The same event id in another room is another event. */
const own = (id: string): string => id.replace('$', `$${tests}-`);

/** What the bot says to a text, as plain text; « » when it keeps silent. */
const say = async (text: string, fields: Partial<IncomingMessage> = {}): Promise<string> => {
  events += 1;
  const incoming = message({
    roomId: room,
    room: 'direct',
    addressed: 'direct',
    eventId: own(`$e${events}`),
    text,
    ...fields,
  });
  const sent = (await its.bot.handler(incoming)).filter((one) => 'answer' in one);
  return sent.map(({ answer }) => renderText(answer).replace(/[\u00a0\u202f]/g, ' ')).join('\n');
};

/** The same for a message corrected since. */
const correct = (eventId: string, text: string): Promise<string> => say(text, { replaces: own(eventId) });

const react = async (key: string, target: string, eventId: string): Promise<string> => {
  const reacted = await its.bot.handler(
    reaction({ roomId: room, room: 'direct', key, target: own(target), eventId: own(eventId) }),
  );
  const sent = reacted.filter((one) => 'answer' in one);
  return sent.map(({ answer }) => renderText(answer)).join('\n');
};

const takeBack = async (eventId: string): Promise<string> => {
  const sent = await its.bot.withdrawn(own(eventId));
  return sent.map(({ answer }) => renderText(answer)).join('\n');
};

/** The guided addition up to the entity. Events: $e1 the command, $e2 the project, $e3 the rule. */
const begin = async (): Promise<string> => {
  await say('!derogation ajouter');
  await say('Portail des bourses');
  return say('a');
};

describe('an interview whose answers are corrected', () => {
  it('takes the last answer anew, and not as the answer to the next question', async () => {
    await begin();
    const third = await say('DGFIP');
    expect(await correct('$e4', 'DINUM')).toBe(third);
    await say('annuler');
    expect(await its.registerStore.list([room], { state: 'toutes', offset: 0, limit: 9 })).toMatchObject({
      total: 0,
    });
  });

  it('keeps the corrected value', async () => {
    await say('!sensibilite');
    const second = await say('oui');
    expect(await correct('$e2', 'non')).not.toBe(second);
    expect(await say('retour')).toContain('question 1');
  });

  it('asks the last question again when the correction is no answer to it', async () => {
    await say('!derogation ajouter');
    await say('Portail des bourses');
    await say('a');
    expect(await correct('$e3', 'peut-être')).toMatch(/question 2 .*\n[\s\S]*reposée/);
  });

  it('says that the correction of an earlier answer changes nothing', async () => {
    const asked = await begin();
    expect(await correct('$e2', 'Portail des stages')).toContain('correction sans effet');
    expect(await say('DINUM')).not.toBe(asked);
  });

  it('is over when its command becomes another, and what comes next is no answer', async () => {
    await say('!derogation ajouter');
    expect(await correct('$e1', '!regle R6')).toContain('R6');
    expect(await say('Que dit la règle R9 ?')).not.toContain('Nouvelle dérogation');
  });

  it('begins again, in the place of the first message, when its command is corrected', async () => {
    await say('!derogation ajoutr');
    expect(await correct('$e1', '!derogation ajouter')).toContain('question 1');
    expect(await say('Portail')).toContain('question 2');
  });
});

describe('an interview that is over', () => {
  it('keeps its conclusion in sight when its last answer is corrected, and changes nothing', async () => {
    await begin();
    for (let left = 8; left > 0; left -= 1) await say('?');
    expect(await its.registerStore.find(room, 1)).toMatchObject({ entry: { reference: null } });
    const said = await correct('$e11', 'DEC-7');
    expect(said.split('\n')[0]).toBe('Correction sans effet : dérogation n° 1 inscrite, Portail des bourses');
    expect(said).toContain('!derogation modifier 1');
    expect(await its.registerStore.find(room, 1)).toMatchObject({ entry: { reference: null } });
  });
});

it('a question corrected into what calls nobody keeps its answer', async () => {
  const group = { room: 'private', addressed: 'mention' } as const;
  expect(await say('que dit la règle R5 ?', group)).toContain('R5');
  expect(await say('je regarde et je vous dis', { ...group, addressed: 'none', replaces: own('$e1') })).toBe(
    '',
  );
});

describe('an interview whose answers are taken back', () => {
  it('asks again what a deleted answer had answered', async () => {
    await begin();
    expect(await takeBack('$e3')).toMatch(/question 2 [\s\S]*retirée/);
    expect(await say('b')).toContain('question 3');
  });

  it('goes back by a reaction taken back, and takes another on the message that asks again', async () => {
    await say('!sensibilite');
    await react('✅', 're:$e1', '$r1');
    expect(await takeBack('$r1')).toContain('question 1');
    expect(await react('❌', 're:taken-back/$r1', '$r2')).not.toBe('');
  });

  it('ends with its command', async () => {
    await begin();
    await takeBack('$e1');
    expect(await say('Que dit la règle R9 ?')).not.toContain('Nouvelle dérogation');
  });
});

describe('a writing command corrected', () => {
  const first = '!derogation ajouter projet="Paie" regle=R9 offre_acceptable=2025-12-31';
  const second = '!derogation ajouter projet="Courrier" regle=R9 offre_acceptable=2026-01-31';

  it('names what was written, and gives the command that would change it', async () => {
    await say(first);
    const said = await correct(
      '$e1',
      '!derogation ajouter projet="Solde" regle=R9 offre_acceptable=2027-02-28',
    );
    expect(said.split('\n')[0]).toBe('Correction sans effet : dérogation n° 1 inscrite, Paie');
    expect(said).toContain('!derogation modifier 1 projet=Solde offre_acceptable=2027-02-28');
  });

  it('closes nothing more', async () => {
    await say(first);
    await say(second);
    await say('!derogation clore 1 motif="fini"');
    const said = await correct('$e3', '!derogation clore 2 motif="fini"');
    expect(said.split('\n')[0]).toBe('Correction sans effet : dérogation n° 1 close, Paie');
    expect(said).toContain('!derogation clore 2 motif="fini"');
    expect(await its.registerStore.find(room, 2)).toMatchObject({ state: 'ouverte' });
  });

  it('silences nothing more, and a silence goes with its message', async () => {
    await say(first);
    await say(second);
    await say('!acquitter 1');
    expect(await correct('$e3', '!acquitter 2')).toContain(
      'Correction sans effet : seul le rappel du n° 1, Paie',
    );
    expect((await its.digestStore.silences(room)).map(({ number }) => number)).toEqual([1]);
    await takeBack('$e3');
    expect(await its.digestStore.silences(room)).toEqual([]);
  });
});

it('a table that is deleted cannot be confirmed any more', async () => {
  await say('!derogation importer\nprojet;regle\nPaie;R9', { repliesTo: own('$fichier') });
  await takeBack('$fichier');
  expect(await say('!derogation importer confirmer')).toContain('Aucun essai d’import');
});
