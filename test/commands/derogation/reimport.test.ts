import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../commands/derogation/table/export.ts';
import { planImport } from '../../../commands/derogation/table/read-rows.ts';
import { readText } from '../../../knowledge/register/read-value.ts';
import { registerCommands } from '../../support/commands/register-commands.ts';
import { conversation } from '../../support/commands/rule-commands.ts';
import { entry } from '../../support/register.ts';
import { tries } from '../../support/tries.ts';
import { shown } from '../running.ts';

const { roomId } = conversation();
const ALL = { state: 'toutes', offset: 0, limit: 100 } as const;

/** Two open derogations and a closed one, and the file that the register exports of them. */
const exported = async () => {
  const commands = registerCommands();
  const { say } = commands;
  await say('!derogation ajouter projet="Bourses" regle=R9 offre_acceptable=2026-05-04 reference=B-7');
  await say('!derogation ajouter projet="Archives" regle=R6 reexamen=2027-10-01 etude=non');
  await say('!derogation ajouter projet="Courrier" regle=note-2021 service=messagerie');
  await say('!derogation clore 3 motif="repris, ailleurs"');
  const file = String((await say('!derogation exporter csv toutes')).file?.text);
  return { ...commands, file };
};

describe('the register imported again', () => {
  it('is equal: nothing to write, nothing twice, nothing lost', async () => {
    const { say, store, file } = await exported();
    const answer = await say(`!derogation importer\n${file}`);
    expect(answer.title).toBe('Essai d’import : 3 lignes lues, rien à écrire');
    expect(answer.data).toMatchObject({ unchanged: 3, revised: [], leftOut: [], problems: [], hash: null });
    expect(await say('!derogation importer confirmer')).toMatchObject({ code: 'RIEN_A_CONFIRMER' });
    expect((await store.list('all', ALL)).total).toBe(3);
  });

  it('offers what was changed by number, beside what is new, and writes both once it is confirmed by name', async () => {
    const { say, store, file } = await exported();
    const edited = `${file.replace('2026-05-04', '04/06/2026').replace('B-7', '')};ouverte;Paie;R6\n`;
    const trial = await say(`!derogation importer\n${edited}`);
    expect(shown(trial)).toContain(
      'n° 1 Bourses ; Date d’offre acceptable : 04/05/2026 → 04/06/2026 ; Référence : B-7 → inconnu',
    );
    expect(shown(trial)).toContain('Paie, R6 ; sans échéance');
    expect(shown(trial)).toContain('Identiques au registre : 2 lignes.');
    expect((await store.find(roomId, 1))?.version).toBe(1);
    expect(await say('!derogation importer confirmer')).toMatchObject({ code: 'CHANGEMENT_A_CONFIRMER' });
    const hash = String(trial.data?.hash);
    const done = await say(`!derogation importer confirmer ${hash}`, { eventId: '$oui' });
    expect(done.title).toBe('Import : 1 dérogation inscrite et 1 changée au registre de ce salon');
    expect(await say(`!derogation importer confirmer ${hash}`, { eventId: '$oui' })).toEqual(done);
    expect(await store.find(roomId, 1)).toMatchObject({
      version: 2,
      due: '2027-06-04',
      entry: { offre_acceptable: '2026-06-04', reference: null },
    });
    expect((await store.find(roomId, 4))?.entry.projet).toBe('Paie');
    expect(shown(await say('!derogation historique 1'))).toContain(
      'changée par un import : Date d’offre acceptable 04/05/2026 → 04/06/2026',
    );
  });

  it('leaves alone what the table has no column for', async () => {
    const { say, store } = await exported();
    const trial = await say('!derogation importer\nnumero;projet;regle;entite\n2;archives;R6;DGFIP');
    await say(`!derogation importer confirmer ${String(trial.data?.hash)}`);
    expect((await store.find(roomId, 2))?.entry).toMatchObject({
      projet: 'archives',
      entite: 'DGFIP',
      reexamen: '2027-10-01',
    });
  });

  it('does not overwrite what somebody has changed since the trial', async () => {
    const { say, store, file } = await exported();
    const trial = await say(`!derogation importer\n${file.replace('B-7', 'B-8')}`);
    await say('!derogation modifier 1 reference=B-9', { sender: '@autre:tchap.example' });
    const answer = await say(`!derogation importer confirmer ${String(trial.data?.hash)}`);
    expect(answer).toMatchObject({ kind: 'refused', code: 'REGISTRE_CHANGE' });
    expect((await store.find(roomId, 1))?.entry.reference).toBe('B-9');
  });

  it.each([
    ['a number of another project', 'numero;projet;regle\n2;Agenda;R6', 'NUMERO_AUTRE_PROJET'],
    ['a number twice', 'numero;projet;regle\n2;Archives;R6\n2;Archives;R6', 'NUMERO_REPETE'],
    ['a change of what is closed', 'numero;projet;regle\n3;courrier;note-2021', 'DEJA_CLOSE'],
    ['what is closed opened again', 'numero;etat;projet;regle\n3;ouverte;Courrier;note-2021', 'DEJA_CLOSE'],
    ['what is open closed', 'numero;etat;projet;regle\n2;close;Archives;R6', 'LIGNE_CLOSE'],
    ['a ceiling typed over', 'numero;projet;regle;plafond\n1;Bourses;R9;2029-01-01', 'COLONNE_CALCULEE'],
    [
      'a deadline typed over',
      'numero;projet;regle;plafond;echeance\n2;Archives;R6;;2029-01-01',
      'COLONNE_CALCULEE',
    ],
    ['the name of a project emptied', `numero;projet;regle;salon\n2;;R6;${roomId}`, 'CLE_MANQUANTE'],
  ])('refuses %s', async (_, table, code) => {
    const { say, store } = await exported();
    const before = await store.list('all', ALL);
    expect((await say(`!derogation importer\n${table}`)).data?.problems).toMatchObject([{ code }]);
    expect(await store.list('all', ALL)).toEqual(before);
  });

  it('renames a project where the export names the room, and takes the number of another room for a new row', async () => {
    const { say } = await exported();
    const table = (room: string) => `numero;projet;regle;salon\n2;Fonds anciens;R6;${room}`;
    expect((await say(`!derogation importer\n${table(roomId)}`)).data).toMatchObject({ revised: [2] });
    expect(shown(await say(`!derogation importer\n${table('!ailleurs:tchap.example')}`))).toContain(
      'Fonds anciens, R6 ; sans échéance',
    );
  });

  it('counts what a column « numero » holds that is no number of the register', async () => {
    const { say } = await exported();
    const trial = await say('!derogation importer\nnumero;projet;regle\nDEC-12;Agenda;R6\n;Voirie;R6');
    expect(trial.data).toMatchObject({ leftOut: [{ name: 'numero', values: 1 }] });
  });

  it('counts a state and a room that say nothing to the register, for new rows and for those that it has', async () => {
    const { say } = await exported();
    const table = `numero;projet;regle;etat;salon\n;Agenda;R6;suspendue;Équipe SIRH\n;Voirie;R6;Ouverte;\n2;Archives;R6;en pause;${roomId}`;
    const trial = await say(`!derogation importer\n${table}`);
    expect(trial.data).toMatchObject({
      leftOut: [
        { name: 'etat', values: 2 },
        { name: 'salon', values: 1 },
      ],
    });
  });
});

it('any text comes back from the export as it was', () => {
  const text = fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.stringMatching(/^['=+@-]{0,3}[0-9/., :;"'a-z-]{1,12}$/),
    )
    .map((typed) => readText(typed.replace(/\p{Cc}/gu, ' ')))
    .filter((read) => read.ok)
    .map((read) => String(read.value))
    .filter((value) => !['?', 'inconnu', 'inconnue', 'inconnues', 'nsp'].includes(value.toLowerCase()));
  fc.assert(
    fc.property(text, text, text, (projet, offre, reference) => {
      const kept = entry({ projet, offre, reference });
      const one = {
        roomId,
        number: 1,
        version: 1,
        state: 'ouverte',
        motif: null,
        entry: kept,
        due: null,
      } as const;
      const today = '2026-11-22';
      const plan = planImport(toCsv([one], { today }), { me: '@x:y', today, roomId, register: [one] });
      expect([plan.problems, plan.revisions, plan.unchanged]).toEqual([[], [], 1]);
    }),
    tries(300),
  );
});
