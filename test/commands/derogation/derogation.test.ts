import { describe, expect, it } from 'vitest';
import { registerCommands } from '../../support/commands/register-commands.ts';
import { notices, shown } from '../running.ts';

const R9 = '!derogation ajouter projet="SIRH" regle=R9 accordee=2026-03-12 validation_pm=2026-04-02';
const FULL = `${R9} offre_acceptable=2026-07-31 responsable=moi reference="DEC 14"`;

describe('!derogation ajouter', () => {
  it('does not take the next key for the value of an empty one', async () => {
    const answer = await registerCommands().say(
      '!derogation ajouter projet=A entite= fin= regle=R9 offre= B',
    );
    expect(answer.data).toMatchObject({ entite: null, fin: null, regle: 'R9', offre: 'B' });
  });

  it.each([
    ['straight', 'projet="SIRH paie" entite="DGX"'],
    ['curly', 'projet=“SIRH paie” entite=“DGX”'],
    ['mixed by a phone', 'projet="SIRH paie” entite=”DGX“'],
    ['French, with their spaces', 'projet=«\u00a0SIRH paie\u00a0» entite=«\u202fDGX\u202f»'],
    ['single', "projet='SIRH paie' entite=‘DGX’"],
    ['around the sign', 'projet = "SIRH paie"\u00a0entité = DGX'],
    ['in several lines', '\nprojet="SIRH paie"\nentite=DGX\n'],
  ])('reads quotation marks and spaces: %s', async (_, line) => {
    const { say } = registerCommands();
    const answer = await say(`!derogation ajouter ${line} regle=R9`);
    expect(answer.data).toMatchObject({ number: 1, projet: 'SIRH paie', entite: 'DGX', regle: 'R9' });
  });

  it.each([
    ['2026-03-12', '2026-03-12'],
    ['12/03/2026', '2026-03-12'],
    ['12.03.2026', '2026-03-12'],
    ['"12 mars 2026"', '2026-03-12'],
    ['"1er août 2026"', '2026-08-01'],
    ['29/02/2028', '2028-02-29'],
  ])('reads the day %s', async (typed, date) => {
    const { say } = registerCommands();
    const answer = await say(`!derogation ajouter projet=A regle=R9 accordee=${typed}`);
    expect(answer.data).toMatchObject({ accordee: date });
  });

  it.each([
    ['29/02/2027', 'DATE_INEXISTANTE'],
    ['2026-04-31', 'DATE_INEXISTANTE'],
    ['31/04/2026', 'DATE_INEXISTANTE'],
    ['00/00/2026', 'DATE_INEXISTANTE'],
    ['01/02/03', 'DATE_AMBIGUE'],
    ['9999-01-01', 'DATE_HORS_PERIODE'],
    ['1999-12-31', 'DATE_HORS_PERIODE'],
    ['demain', 'DATE_ILLISIBLE'],
    ['31/04', 'DATE_ILLISIBLE'],
    ['2026-03-12T02:30', 'DATE_ILLISIBLE'],
  ])('refuses the day %s, with an example to copy', async (typed, code) => {
    const { say, store } = registerCommands();
    const answer = await say(`!derogation ajouter projet=A regle=R9 offre_acceptable=${typed}`);
    expect(answer).toMatchObject({ kind: 'refused', code });
    expect(shown(answer)).toContain('offre_acceptable=2026-07-31');
    expect((await store.list('all', { state: 'toutes', offset: 0, limit: 1 })).total).toBe(0);
  });

  it.each([
    ['projet=A', 'CLE_MANQUANTE', 'regle=R9'],
    ['regle=R9', 'CLE_MANQUANTE', 'projet=SIRH'],
    ['projet=? regle=R9', 'TEXTE_VIDE', 'projet=SIRH'],
    ['projet=A regle=R12', 'REGLE_INCONNUE', 'regle=R9'],
    ['projet=A regle=R9 projet=B', 'CLE_REPETEE', 'projet=B'],
    ['projet=A regle=R9 offre_aceptable=2026-01-01', 'CLE_INCONNUE', 'offre_acceptable'],
    ['projet=SIRH paie regle=R9', 'MOT_SANS_CLE', 'paie'],
    ['projet="SIRH regle=R9', 'GUILLEMET_NON_FERME', 'projet="'],
    ['projet=A regle=R6 offre_acceptable=2026-01-01', 'CLE_SANS_OBJET', 'reexamen'],
    ['projet=A regle=R9 etude=oui', 'CLE_SANS_OBJET', 'validation_pm'],
    ['projet=A regle=R6 etude=bof', 'OUI_OU_NON', 'etude=oui'],
    ['projet=A regle=note-2021 service=fax', 'SERVICE_INCONNU', 'messagerie'],
    ['projet=A regle=R9 accordee=2026-03-12 fin=2026-03-11', 'FIN_AVANT_DECISION', 'fin'],
    ['projet=A regle=R9 responsable=Jean', 'IDENTIFIANT_MATRIX', '@prenom.nom'],
    ['projet=A regle=R9 responsable=jean.dupont@beta.gouv.fr', 'IDENTIFIANT_MATRIX', '@prenom.nom'],
    ['projet=A regle=R9 entite="voir jean@beta.gouv.fr"', 'DONNEE_PERSONNELLE', 'identifiant Matrix'],
    [`projet=${'A'.repeat(201)} regle=R9`, 'TEXTE_LONG', '200 caractères'],
  ])('refuses %s', async (line, code, told) => {
    const answer = await registerCommands().say(`!derogation ajouter ${line}`);
    expect(answer).toMatchObject({ kind: 'refused', code });
    expect(shown(answer)).toContain(told);
    expect(shown(answer)).toContain('Exemple : !derogation ajouter');
  });

  it('shows the ceiling with its text, its week-end, and the date that it rests on', async () => {
    const answer = await registerCommands().say(FULL);
    expect(answer.data).toMatchObject({
      number: 1,
      plafond: '2027-07-31',
      due: '2027-07-31',
      days: 251,
    });
    expect(shown(answer)).toContain('Plafond : 31/07/2027 (un samedi), si l’on retient le 31/07/2026');
    expect(shown(answer)).toContain("sans qu'elle ne puisse aller au-delà de 12 mois");
    expect(answer.data).toMatchObject({ alerts: [], responsable: '@camille:tchap.example' });
  });

  it('accepts what goes beyond the ceiling, loudly', async () => {
    const answer = await registerCommands().say(`${R9} offre_acceptable=2024-02-29 fin=2027-01-01`);
    expect(answer.kind).toBe('report');
    expect(answer.data).toMatchObject({
      plafond: '2025-02-28',
      due: '2025-02-28',
      alerts: ['ACCORDEE_APRES_LE_PLAFOND', 'FIN_APRES_LE_PLAFOND', 'ECHUE'],
    });
    expect(answer.blocks[0]).toMatchObject({ kind: 'paragraph', text: [{ kind: 'strong' }] });
  });

  it.each([
    ['unknown', `${R9} offre_acceptable=?`, { plafond: null, due: null, alerts: ['OFFRE_INCONNUE'] }],
    [
      'unknown, with an end of its own',
      `${R9} fin=2027-01-01`,
      { plafond: null, due: '2027-01-01', dueFrom: 'fin' },
    ],
    [
      'known, with an earlier end',
      `${R9} offre_acceptable=2026-07-31 fin=2027-01-01`,
      { plafond: '2027-07-31', due: '2027-01-01', dueFrom: 'fin' },
    ],
    [
      'without object, for R6',
      '!derogation ajouter projet=A regle=R6 dinum=2026-09-02 etude=non reexamen=2027-09-01',
      { plafond: null, due: '2027-09-01', dueFrom: 'reexamen', etude: false, alerts: [] },
    ],
    [
      'that of the note of 2021',
      '!derogation ajouter projet=A regle=note-2021 service=webinaire accordee=2021-10-01 offre_acceptable=2026-07-31',
      { plafond: '2027-07-31', alerts: ['SERVICE_NON_ADMIS'] },
    ],
  ])('follows the deadline when the date of the offer is %s', async (_, line, data) => {
    expect((await registerCommands().say(line)).data).toMatchObject(data);
  });

  it('writes once when the same event is handled twice', async () => {
    const { say, store } = registerCommands();
    const first = await say(FULL, { eventId: '$same' });
    expect(await say(FULL, { eventId: '$same' })).toEqual(first);
    expect((await store.list('all', { state: 'toutes', offset: 0, limit: 1 })).total).toBe(1);
  });

  it('does not write again when the message is edited, and says so', async () => {
    const { say, store } = registerCommands();
    await say(FULL, { eventId: '$first' });
    const edited = await say(FULL.replace('SIRH', 'Paie'), { eventId: '$edit', replaces: '$first' });
    expect(notices(edited)).toContain('message-modifie');
    expect(edited.data).toMatchObject({ number: 1, projet: 'SIRH' });
    expect((await store.list('all', { state: 'toutes', offset: 0, limit: 1 })).total).toBe(1);
  });

  it('writes when the edit is the first that can be understood', async () => {
    const { say } = registerCommands();
    expect((await say('!derogation ajouter projet=A', { eventId: '$first' })).kind).toBe('refused');
    const edited = await say('!derogation ajouter projet=A regle=R6', {
      eventId: '$edit',
      replaces: '$first',
    });
    expect(edited.data).toMatchObject({ number: 1 });
  });

  it('points at an open derogation that says the same', async () => {
    const { say } = registerCommands();
    await say(FULL);
    expect(notices(await say(FULL))).toContain('doublon');
    expect(notices(await say(FULL.replace('DEC 14', 'DEC 15')))).not.toContain('doublon');
  });

  it('lists people without their server, and in full only where two have the same name', async () => {
    const { say } = registerCommands();
    await say(
      '!derogation ajouter projet=A regle=R6 responsable=@lou.roux-cnsa.fr:agent.social.tchap.gouv.fr',
    );
    const alone = shown(await say('!derogation lister'));
    expect(alone).toContain('@lou.roux-cnsa.fr');
    expect(alone).not.toContain(':agent.social');
    expect(shown(await say('!derogation voir 1'))).toContain('@lou.roux-cnsa.fr:agent.social.tchap.gouv.fr');
    await say(
      '!derogation ajouter projet=B regle=R6 responsable=@lou.roux-cnsa.fr:agent.essai.tchap.gouv.fr',
    );
    await say(
      '!derogation ajouter projet=C regle=R6 responsable=@max.abel-cnsa.fr:agent.essai.tchap.gouv.fr',
    );
    const both = shown(await say('!derogation lister'));
    expect(both).toContain('@lou.roux-cnsa.fr:agent.social.tchap.gouv.fr');
    expect(both).toContain('@lou.roux-cnsa.fr:agent.essai.tchap.gouv.fr');
    expect(both).not.toContain('@max.abel-cnsa.fr:');
  });

  it('never rings anybody', async () => {
    const { say } = registerCommands();
    await say(FULL);
    for (const text of ['voir 1', 'lister', 'historique 1']) {
      const answer = await say(`!derogation ${text}`);
      expect(JSON.stringify(answer.blocks)).not.toContain('"kind":"user"');
    }
  });
});
