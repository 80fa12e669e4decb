import { describe, expect, it } from 'vitest';
import { projectCommands } from '../../support/commands/project-commands.ts';
import { conversation } from '../../support/commands/rule-commands.ts';
import { notices, shown } from '../running.ts';

const SIRH = '!projet opérateur, refonte à 60 %, SIRH chez Outscale, 3,5 M€, données de paie';
const { roomId } = conversation();
const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 27, 9);

describe('!projet, facts', () => {
  it('reads them in words', async () => {
    const { say, store } = projectCommands();
    const answer = await say(SIRH);
    expect(answer.data).toMatchObject({
      action: 'declarer',
      facts: {
        entite: 'organisme_sous_tutelle',
        etat: 'evolution',
        part: 60,
        hebergement: 'commercial',
        fournisseur: 'Outscale',
        service: 'sirh',
        donnees: ['rh', 'paie'],
        cout: 350_000_000,
      },
      conflicts: [],
    });
    expect(shown(answer)).toContain('N’y écrivez ni donnée personnelle');
    expect((await store.find(roomId))?.version).toBe(1);
  });

  it.each([
    ['nom="SIRH paie" porteur=«\u00a0DGX\u00a0»', { nom: 'SIRH paie', porteur: 'DGX' }],
    ['Coût_complet = 3,5 M€ secret=non', { cout: 350_000_000, secret: false }],
    ['cout=3,5 M€ opérateur', { cout: 350_000_000, entite: 'organisme_sous_tutelle' }],
    ['donnees=paie, santé opérateur', { donnees: ['paie', 'sante'], entite: 'organisme_sous_tutelle' }],
    [
      'atteintes=ordre_public, sante_vie mission=oui',
      { atteintes: ['ordre_public', 'sante_vie'], mission: true },
    ],
    [
      'etat=refonte part=49,9 % prestataire-change=oui',
      { etat: 'evolution', part: 49.9, prestataire_change: true },
    ],
    ['hébergement=cloud interne', { hebergement: 'interne' }],
    ['offre_acceptable=31 juillet 2026', { offre_acceptable: '2026-07-31' }],
    ['fournisseur=AWS', { fournisseur: 'AWS', hebergement: 'commercial', extraeuropeen: true }],
    ['commune, état civil', { entite: 'collectivite', donnees: ['etat_civil'], personnelles: true }],
  ])('reads %s', async (line, facts) => {
    const answer = await projectCommands().say(`!projet ${line}`);
    expect(answer.data).toMatchObject({ facts });
  });

  it.each([
    ['cout=3.500', 'MONTANT'],
    ['part=beaucoup', 'POURCENTAGE'],
    ['secret=peut-être', 'OUI_OU_NON'],
    ['hebergement=lune', 'VALEUR_INCONNUE'],
    ['atteintes=ordre_public,vent', 'VALEUR_INCONNUE'],
    ['donnees=paie,xyzzy', 'DONNEES_INCONNUES'],
    ['offre_acceptable=31/02/2026', 'DATE'],
    ['nom=camille@exemple.gouv.fr', 'DONNEE_PERSONNELLE'],
    ['couleur=bleu', 'CLE_INCONNUE'],
    ['nom=A nom=B', 'CLE_REPETEE'],
    ['nom="SIRH', 'GUILLEMET_NON_FERME'],
    ['bonjour à tous', 'RIEN_LU'],
    ['efacer', 'ACTION_INCONNUE'],
  ])('refuses %s, and writes nothing of the line', async (line, code) => {
    const { say, store } = projectCommands();
    const answer = await say(`!projet mission=oui ${line}`.replace(/mission=oui (?=bonjour|efacer)/, ''));
    expect(answer).toMatchObject({ kind: 'refused', code });
    expect(shown(answer)).toContain('Exemple');
    expect(await store.find(roomId)).toBeNull();
  });

  it('adds what the sheet does not hold, categories of data included', async () => {
    const { say } = projectCommands();
    await say(SIRH);
    const answer = await say('!projet données de santé, rien de secret');
    expect(answer.data).toMatchObject({
      version: 2,
      conflicts: [],
      facts: { donnees: ['rh', 'paie', 'sante'], secret: false, fournisseur: 'Outscale' },
    });
    expect((await say(SIRH)).title).toContain('rien de nouveau');
  });

  it('writes once for a message handled twice, and for its correction', async () => {
    const { say, store } = projectCommands();
    await say(SIRH, { eventId: '$a' });
    const again = await say('!projet commune', { eventId: '$a' });
    expect(again.title).toContain('déjà noté');
    const corrected = await say('!projet commune', { eventId: '$b', replaces: '$a' });
    expect(corrected.title).toContain('correction sans effet');
    expect(notices(corrected)).toContain('message-modifie');
    expect(await store.history(roomId)).toHaveLength(1);
  });
});

describe('!projet, what contradicts the sheet', () => {
  it('is asked, with who said the other and when; the rest is written', async () => {
    const { say, store } = projectCommands();
    await say(SIRH, { sender: '@camille.martin-dinum.gouv.fr:agent.dinum.tchap.gouv.fr' });
    const asked = await say('!projet hebergement=interne secret=oui');
    expect(asked.data).toMatchObject({ conflicts: ['hebergement'], written: ['secret'] });
    expect(shown(asked)).toContain(
      'offre commerciale (camille.martin, 27/11/2026) ; vous dites : cloud interne',
    );
    expect((await store.find(roomId))?.facts).toMatchObject({ hebergement: 'commercial', secret: true });
  });

  it('is replaced once its author confirms, and what hung on it goes', async () => {
    const { say, store } = projectCommands();
    await say(SIRH);
    await say('!projet hebergement=interne');
    const other = await say('!projet remplacer', { sender: '@autre:tchap.example' });
    expect(other).toMatchObject({ kind: 'refused', code: 'RIEN_A_REMPLACER' });
    const done = await say('!projet remplacer', { eventId: '$oui' });
    expect(done.data).toMatchObject({ action: 'remplacer', written: ['hebergement', 'fournisseur'] });
    expect((await store.find(roomId))?.facts).toMatchObject({ hebergement: 'interne', fournisseur: null });
    await say('!projet remplacer', { eventId: '$oui' });
    expect(await store.history(roomId)).toHaveLength(2);
  });

  it('takes with the old provider what was said of its law', async () => {
    const { say, store } = projectCommands();
    await say('!projet opérateur chez AWS');
    await say('!projet remplacer fournisseur="Ma boîte"');
    expect((await store.find(roomId))?.facts).toMatchObject({ fournisseur: 'Ma boîte', extraeuropeen: null });
  });

  it('is replaced at once where the command says what', async () => {
    const { say } = projectCommands();
    await say(SIRH);
    const answer = await say('!projet remplacer cout=12 M€ mission=oui');
    expect(answer.data).toMatchObject({ facts: { cout: 1_200_000_000, mission: true } });
  });

  it('is asked even where a fact is taken back', async () => {
    const { say, store } = projectCommands();
    await say(SIRH);
    expect((await say('!projet cout=?')).data).toMatchObject({ conflicts: ['cout'] });
    await say('!projet remplacer');
    expect((await store.find(roomId))?.facts.cout).toBeNull();
  });

  it('is not replaced once somebody else has changed it, nor a day later', async () => {
    const { say } = projectCommands();
    await say(SIRH);
    await say('!projet hebergement=interne', { sender: '@a:tchap.example' });
    await say('!projet remplacer hebergement=hors_cloud', { sender: '@b:tchap.example' });
    expect(await say('!projet remplacer', { sender: '@a:tchap.example' })).toMatchObject({ code: 'CONFLIT' });
    await say('!projet cout=2 M€');
    expect(await say('!projet remplacer', { now: NOW + DAY + 1 })).toMatchObject({
      code: 'RIEN_A_REMPLACER',
    });
  });

  it.each([
    'nom=Paie',
    'un autre projet : commune, état civil',
    'notre second projet, hors cloud',
  ])('a second project is refused, with the advice to open a room: %s', async (line) => {
    const { say, store } = projectCommands();
    await say('!projet nom=SIRH opérateur');
    const answer = await say(`!projet ${line}`);
    expect(answer).toMatchObject({ kind: 'refused', code: 'SECOND_PROJET' });
    expect(shown(answer)).toContain('ouvrez un salon privé');
    expect(await store.history(roomId)).toHaveLength(1);
  });

  it('in many facts, is told that it may be another project', async () => {
    const { say } = projectCommands();
    await say(SIRH);
    expect(shown(await say('!projet commune, nouveau projet, 200 k€'))).toContain('ouvrez un salon privé');
  });
});

describe('!projet effacer', () => {
  it('says what would be lost, then erases it once confirmed', async () => {
    const { say, store } = projectCommands();
    await say(SIRH);
    await say('!projet fait R4 "clause 12"');
    const asked = await say('!projet effacer');
    expect(shown(asked)).toContain('ce qui est déclaré fait pour R4');
    expect(await store.find(roomId)).not.toBeNull();
    const done = await say('!projet effacer confirmer', { eventId: '$oui' });
    expect(done.data).toMatchObject({ action: 'effacer', erased: true });
    expect(await store.find(roomId)).toBeNull();
    expect((await say('!projet effacer confirmer', { eventId: '$oui' })).data).toMatchObject({
      erased: true,
    });
    expect((await say('!projet')).title).toBe('Aucune fiche de projet dans ce salon');
    expect(shown(await say('!projet historique'))).toContain('fiche effacée');
  });

  it('confirms only what the same person has just been shown', async () => {
    const { say } = projectCommands();
    await say(SIRH);
    expect(await say('!projet effacer confirmer')).toMatchObject({ code: 'RIEN_A_CONFIRMER' });
    await say('!projet effacer');
    expect(await say('!projet effacer confirmer', { sender: '@autre:tchap.example' })).toMatchObject({
      code: 'RIEN_A_CONFIRMER',
    });
    await say('!projet mission=oui', { sender: '@autre:tchap.example' });
    expect(await say('!projet effacer confirmer')).toMatchObject({ code: 'CONFLIT' });
  });
});

describe('who may do what', () => {
  it.each(['external', 'forum', 'unknown'] as const)('no sheet in a room that is %s', async (room) => {
    const { say, store } = projectCommands();
    const answer = await say(SIRH, { room });
    expect(answer).toMatchObject({ kind: 'refused', code: 'SALON_EXPOSE' });
    expect(shown(answer)).toContain('N’y écrivez pas');
    expect(await store.find(roomId)).toBeNull();
  });

  it.each([
    SIRH,
    '!projet remplacer cout=1 M€',
    '!projet fait R4 "clause"',
    '!projet effacer',
    '!projet remplir',
  ])('everyone reads, moderators and those of the configuration write: %s', async (line) => {
    const { say, store } = projectCommands(undefined, { writers: ['@designe:tchap.example'] });
    await say('!projet nom=SIRH');
    expect(await say(line, { right: 'everyone' })).toMatchObject({ kind: 'refused', code: 'DROIT' });
    expect((await store.find(roomId))?.version).toBe(1);
    expect((await say('!projet', { right: 'everyone' })).kind).toBe('report');
    const written = await say(line, { right: 'everyone', sender: '@designe:tchap.example' });
    expect(written.kind).toBe('dialogue');
  });

  it('an interview that ends without the right any more writes nothing', async () => {
    const { say, store } = projectCommands();
    await say('!projet opérateur, nouveau projet hors cloud, 2 M€, données de paie, secret fiscal');
    await say('!projet remplir', { room: 'direct' });
    for (const reply of ['SIRH', 'non', 'non']) await say(reply, { room: 'direct' });
    const end = await say('aucune', { room: 'direct', right: 'everyone' });
    expect(end).toMatchObject({ kind: 'refused', code: 'DROIT' });
    expect((await store.find(roomId))?.version).toBe(1);
  });
});
