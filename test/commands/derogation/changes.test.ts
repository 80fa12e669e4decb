import { describe, expect, it } from 'vitest';
import { registerCommands } from '../../support/commands/register-commands.ts';
import { shown } from '../running.ts';

const ROOM = '!salon:tchap.example';
const ADD = '!derogation ajouter projet="SIRH" regle=R9 accordee=2026-03-12 offre_acceptable=2026-07-31';

describe('!derogation modifier', () => {
  it('changes what is given, keeps the rest, and moves the deadline', async () => {
    const { say } = registerCommands();
    await say(ADD);
    const answer = await say('!derogation modifier n°1 offre_acceptable=30/09/2026 entite="DGX"');
    expect(answer.data).toMatchObject({
      number: 1,
      version: 2,
      projet: 'SIRH',
      accordee: '2026-03-12',
      entite: 'DGX',
      due: '2027-09-30',
    });
    expect((await say('!echeances 312j')).data).toMatchObject({
      coming: [{ number: 1, due: '2027-09-30' }],
    });
    expect((await say('!echeances 311j')).data).toMatchObject({ coming: [] });
    expect((await say('!echeances 1')).title).toBe('Échéances des dérogations, 1 jour');
  });

  it('empties a field with « ? »', async () => {
    const { say } = registerCommands();
    await say(ADD);
    const answer = await say('!derogation modifier 1 offre_acceptable=?');
    expect(answer.data).toMatchObject({ offre_acceptable: null, due: null });
    expect((await say('!echeances')).data).toMatchObject({ undated: [{ number: 1 }] });
  });

  it.each([
    ['!derogation modifier', 'NUMERO'],
    ['!derogation modifier SIRH fin=2027-01-01', 'NUMERO'],
    ['!derogation modifier 1', 'RIEN_A_MODIFIER'],
    ['!derogation modifier 2 entite=DGX', 'NUMERO_INCONNU'],
    ['!derogation modifier 999999999999 entite=DGX', 'NUMERO'],
    ['!derogation modifier 1 projet=?', 'TEXTE_VIDE'],
    ['!derogation modifier 1 regle=R6', 'CLE_SANS_OBJET'],
    ['!derogation modifier 1 fin=2026-01-01', 'FIN_AVANT_DECISION'],
    ['!derogation modifier 1 fin=01/02/03', 'DATE_AMBIGUE'],
    ['!derogation clore 1', 'TEXTE_VIDE'],
    ['!derogation clore 1 motif=', 'TEXTE_VIDE'],
    ['!derogation clore 1 parce que', 'TEXTE_VIDE'],
    ['!derogation clore 1 motif="voir jean@beta.gouv.fr"', 'DONNEE_PERSONNELLE'],
    ['!derogation voir', 'NUMERO'],
    ['!derogation voir 0', 'NUMERO_INCONNU'],
    ['!derogation historique douze', 'NUMERO'],
    ['!derogation vior 1', 'ACTION_INCONNUE'],
  ])('refuses %s, changes nothing, and shows how', async (text, code) => {
    const { say, store } = registerCommands();
    await say(ADD);
    const answer = await say(text);
    expect(answer).toMatchObject({ kind: 'refused', code });
    expect(shown(answer)).toMatch(/Exemple : !derogation /);
    expect(await store.find(ROOM, 1)).toMatchObject({ version: 1, state: 'ouverte' });
  });

  it('writes nothing when nothing changes', async () => {
    const { say, store } = registerCommands();
    await say(ADD);
    expect((await say('!derogation modifier 1 projet=SIRH')).title).toBe('Rien à changer');
    expect(await store.history(ROOM, 1)).toHaveLength(1);
  });

  it('happens once when the same event is handled twice', async () => {
    const { say, store } = registerCommands();
    await say(ADD);
    const first = await say('!derogation modifier 1 offre=B', { eventId: '$same' });
    expect(await say('!derogation modifier 1 offre=B', { eventId: '$same' })).toEqual(first);
    const closed = await say('!derogation clore 1 motif="fini"', { eventId: '$close' });
    expect(await say('!derogation clore 1 motif="fini"', { eventId: '$close' })).toEqual(closed);
    expect(await store.history(ROOM, 1)).toHaveLength(3);
  });
});

describe('!derogation clore', () => {
  it.each(['clore', 'supprimer', 'fermer'])('%s keeps it, closed, with its reason', async (verb) => {
    const { say } = registerCommands();
    await say(ADD);
    const answer = await say(`!derogation ${verb} 1 motif="offre qualifiée en service"`);
    expect(answer.data).toMatchObject({ state: 'close', alerts: [] });
    expect(shown(answer)).toContain('offre qualifiée en service');
    expect((await say('!derogation lister')).data).toMatchObject({ total: 0 });
    expect((await say('!derogation lister closes')).data).toMatchObject({ total: 1 });
    expect((await say('!echeances 3650j')).data).toMatchObject({ overdue: [], coming: [], undated: [] });
    expect(await say('!derogation modifier 1 offre=B')).toMatchObject({
      kind: 'refused',
      code: 'DEJA_CLOSE',
    });
  });

  it('does not give its number to another', async () => {
    const { say } = registerCommands();
    await say(ADD);
    await say('!derogation clore 1 motif="fini"');
    expect((await say(ADD)).data).toMatchObject({ number: 2 });
  });
});

describe('!derogation historique', () => {
  it('says who changed what and when, at the hour of Paris, latest first', async () => {
    const { say } = registerCommands();
    await say(ADD, { now: Date.UTC(2026, 6, 1, 8, 5) });
    await say('!derogation modifier 1 offre_acceptable=2026-09-30', {
      sender: '@autre:tchap.example',
      now: Date.UTC(2026, 10, 22, 9),
    });
    const text = shown(await say('!derogation historique 1'));
    expect(text).toContain(
      '22/11/2026 à 10:00, @autre:tchap.example, modifiée : Date d’offre acceptable 31/07/2026 → 30/09/2026',
    );
    expect(text).toContain('01/07/2026 à 10:05, @camille:tchap.example, ajoutée : Projet SIRH');
    expect(text.indexOf('modifiée')).toBeLessThan(text.indexOf('ajoutée'));
  });
});

describe('!derogation lister', () => {
  const lines = (count: number): string =>
    [
      'projet;regle;offre_acceptable',
      ...Array.from({ length: count }, (_, n) => `P${n + 1};R9;2026-07-31`),
    ].join('\n');

  it('is cut in pages that each say which comes next', async () => {
    const { say } = registerCommands();
    await say(`!derogation importer\n${lines(81)}`);
    await say('!derogation importer confirmer');
    const first = await say('!derogation lister');
    expect(first.title).toContain('81 dérogations ouvertes, page 1 sur 3');
    expect(shown(first)).toContain('!derogation lister 2');
    const last = await say('!derogation lister page 3');
    expect(last.data).toMatchObject({ page: 3, derogations: [{ number: 81 }] });
    expect(shown(last)).not.toContain('Suite');
    expect(shown(await say('!derogation lister 4'))).toContain('La liste n’a que 3 pages.');
    expect(await say('!derogation lister tout de suite')).toMatchObject({ kind: 'refused', code: 'LISTE' });
  });
});

describe('!echeances', () => {
  it('puts what is overdue first, and the day itself among what is to come', async () => {
    const { say } = registerCommands();
    for (const [projet, offre] of [
      ['loin', '2026-09-30'],
      ['échue', '2025-11-21'],
      ['aujourd’hui', '2025-11-22'],
      ['dans 90 jours', '2026-02-20'],
      ['dans 91 jours', '2026-02-21'],
    ])
      await say(`!derogation ajouter projet="${projet}" regle=R9 offre_acceptable=${offre}`);
    await say('!derogation ajouter projet="sans date" regle=R9');
    const answer = await say('!echeances');
    expect(answer.data).toMatchObject({
      days: 90,
      overdue: [{ number: 2 }],
      coming: [{ number: 3 }, { number: 4 }],
      undated: [{ number: 6 }],
    });
    const text = shown(answer);
    expect(text.indexOf('Échues (1)')).toBeLessThan(text.indexOf('À échéance dans les 90 jours (2)'));
    expect(text).toContain('dépassée de 1 jour');
    expect(text).toContain('échéance 22/11/2026, aujourd’hui');
  });

  it.each([
    ['30', 30],
    ['30j', 30],
    ['30 jours', 30],
    ['2 semaines', 14],
    ['3 mois', 90],
  ])('reads %s', async (typed, days) => {
    expect((await registerCommands().say(`!echeances ${typed}`)).data).toMatchObject({ days });
  });

  it.each(['0', '-5', '1e3', '99999', 'bientôt', '30j 40j'])('refuses %s', async (typed) => {
    expect(await registerCommands().say(`!echeances ${typed}`)).toMatchObject({
      kind: 'refused',
      code: 'DUREE',
    });
  });
});

describe('a later text beside the ceiling', () => {
  const BESIDE = 'Hors corpus, texte non lu : le décret n° 2026-272 porterait ce plafond à 18 mois';

  it('is told in words; what is kept, followed and recalled stays the ceiling of the corpus', async () => {
    const { say, store } = registerCommands();
    const added = await say('!derogation ajouter projet=Socle regle=R9 offre_acceptable=2026-05-20');
    expect(shown(added)).toMatch(new RegExp(`Plafond : 20/05/2027[^]*${BESIDE}`));
    expect(added.data).toMatchObject({ plafond: '2027-05-20', due: '2027-05-20' });
    expect((await store.find(ROOM, 1))?.due).toBe('2027-05-20');
    expect(shown(added)).not.toContain('20/11/2027');
    expect(shown(await say('!echeances 1 an'))).toContain(BESIDE);
  });

  it.each([
    'regle=R6 reexamen=2027-01-01',
    'regle=R9 fin=2027-01-01',
  ])('nothing without one: %s', async (line) => {
    const { say } = registerCommands();
    expect(shown(await say(`!derogation ajouter projet=Socle ${line}`))).not.toContain(BESIDE);
    expect(shown(await say('!echeances 1 an'))).not.toContain(BESIDE);
  });
});
