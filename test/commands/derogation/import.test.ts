import { describe, expect, it } from 'vitest';
import { registerCommands } from '../../support/commands/register-commands.ts';
import { shown } from '../running.ts';

const ROOM = '!salon:tchap.example';
const ALL = { state: 'toutes', offset: 0, limit: 100 } as const;

describe('an import loses nothing unsaid', () => {
  it('shows the first ten rows as they would be written, and counts the rest', async () => {
    const { say } = registerCommands();
    const rows = Array.from({ length: 14 }, (_, n) => `Projet ${n + 1};R9;${n === 0 ? '2026-05-04' : ''}`);
    const text = shown(await say(`!derogation importer\nprojet;regle;date offre\n${rows.join('\n')}`));
    expect(text).toContain(
      'Projet 1, R9 ; Date d’offre acceptable : 04/05/2026 ; échéance le 04/05/2027 (plafond)',
    );
    expect(text).toContain('Projet 10, R9 ; sans échéance');
    expect(text).not.toContain('Projet 11,');
    expect(text).toContain('Et 4 autres lignes.');
    expect(text).toContain('Avec une échéance : 1 ; sans échéance : 13.');
  });

  it('counts what each unknown column holds, and wants it agreed to by name', async () => {
    const { say, store } = registerCommands();
    const trial = await say('!derogation importer\nprojet;regle;Budget;Vide\nA;R6;12 M€;\nB;R6;3 M€;');
    expect(shown(trial)).toContain('Colonnes qui ne seraient pas reprises : « Budget » (2 valeurs).');
    expect(await say('!derogation importer confirmer')).toMatchObject({ code: 'PERTE_A_CONFIRMER' });
    expect((await store.list('all', ALL)).total).toBe(0);
    await say(`!derogation importer confirmer ${String(trial.data?.hash)}`);
    expect((await store.list('all', ALL)).total).toBe(2);
  });

  it.each([
    'Échéance',
    'Deadline',
    'date limite',
    'Date de fin',
  ])('« %s » is the deadline of the rule', async (title) => {
    const { say, store } = registerCommands();
    await say(`!derogation importer\nProjet;Règle;${title}\nA;R6;31 déc. 2027\nB;R9;1er/02/2027`);
    await say('!derogation importer confirmer');
    expect((await store.find(ROOM, 1))?.entry).toMatchObject({ reexamen: '2027-12-31', fin: null });
    expect((await store.find(ROOM, 2))?.entry).toMatchObject({ fin: '2027-02-01', reexamen: null });
  });

  it.each([
    ['a closed row', 'projet;regle;Statut\nA;R6;Clôturée', 'LIGNE_CLOSE'],
    ['two deadlines', 'projet;regle;fin;Échéance\nA;R9;2027-01-01;2027-02-01', 'ECHEANCE_DOUBLE'],
    ['an ambiguous deadline', 'projet;regle;Échéance\nA;R9;05/06/27', 'DATE_AMBIGUE'],
    ['a name in another Unicode form', 'projet;regle\nSant\u00e9;R6\nSante\u0301;R6', 'DOUBLON_DU_FICHIER'],
    ['a column of the export twice', 'projet;regle;salon;salon\nA;R6;;', 'COLONNE_REPETEE'],
  ])('refuses %s', async (_, table, code) => {
    const { say } = registerCommands();
    expect((await say(`!derogation importer\n${table}`)).data?.problems).toMatchObject([{ code }]);
  });

  it('says each kind of error once, with its lines, and gives them all in a file', async () => {
    const { say } = registerCommands();
    const rows = Array.from({ length: 40 }, (_, n) => `P${n};R9;${n % 2 === 0 ? '31/02/2027' : '1/2/27'}`);
    const answer = await say(`!derogation importer\nprojet;regle;fin\n${rows.join('\n')}`);
    expect(shown(answer)).toContain('Lignes 2, 4, 6, 8, 10 et 15 autres (20 en tout). Lu : fin=31/02/2027.');
    expect(shown(answer).length).toBeLessThan(2000);
    expect(answer.file?.text.trim().split('\n')).toHaveLength(41);
    expect(answer.file?.text).toContain('41;fin;fin=1/2/27;');
  });

  it('a thousand columns of no title make one short message', async () => {
    const { say } = registerCommands();
    const many = Array.from({ length: 1000 }, (_, n) => `libre${n}`);
    const answer = await say(`!derogation importer\nprojet;regle;${many.join(';')}\nA;R6;${many.join(';')}`);
    expect(shown(answer).length).toBeLessThan(3000);
    expect(shown(answer)).toContain('et 990 autres');
  });
});

describe('tables as people have them', () => {
  it.each([
    ['a line that names the separator', 'sep=;\nprojet;regle;offre\nA;R6;"x, y, z, t"'],
    ['Markdown', '| Projet | Règle | Offre |\n|:---|:---:|---|\n| A | [R6] | x, y, z, t |'],
  ])('%s', async (_, table) => {
    const { say, store } = registerCommands();
    await say(`!derogation importer\n${table}`);
    await say('!derogation importer confirmer');
    expect((await store.find(ROOM, 1))?.entry).toMatchObject({
      projet: 'A',
      regle: 'R6',
      offre: 'x, y, z, t',
    });
  });

  it.each([
    ['projet=‘L’agenda d’été’ regle=R6', { projet: 'L’agenda d’été' }],
    ["projet='L'agenda' regle=R6", { projet: "L'agenda" }],
    ['projet=A regle=[R6] etude=VRAI', { regle: 'R6', etude: true }],
    ['projet=A regle=<R6> etude=FAUX', { etude: false }],
    ['projet=A regle=R6 etude=✔️', { etude: true }],
    ['projet=A regle=R6 etude=🤷', null],
    ['projet=A regle=R6 etude=✅', { etude: true }],
  ])('%s', async (line, fields) => {
    const answer = await registerCommands().say(`!derogation ajouter ${line}`);
    if (fields === null) expect(answer).toMatchObject({ code: 'OUI_OU_NON' });
    else expect(answer.data).toMatchObject(fields);
  });

  it.each([
    ['motif=repris par le cloud interne', 'repris par le cloud interne'],
    ['motif="repris ailleurs"', 'repris ailleurs'],
    ['motif=fini', 'fini'],
  ])('closes with %s', async (typed, motif) => {
    const { say, store } = registerCommands();
    await say('!derogation ajouter projet=A regle=R6');
    await say(`!derogation clore 1 ${typed}`);
    expect(await store.find(ROOM, 1)).toMatchObject({ state: 'close', motif });
  });
});

describe('a file', () => {
  it('that could not be read is refused by what it is, and is not taken for an absent one', async () => {
    const { say } = registerCommands();
    const answer = await say('!derogation importer', {
      attachment: { name: 'suivi.xls', text: '', unread: 'ancien' },
    });
    expect(answer).toMatchObject({ kind: 'refused', code: 'FICHIER_NON_LU' });
    expect(shown(answer)).toContain('.xlsx, .ods ou .csv');
  });

  it('of a set of characters that was guessed says so above the rows', async () => {
    const { say } = registerCommands();
    const text = 'projet;regle\nÉtude;R6';
    const answer = await say('!derogation importer', {
      attachment: { name: 'a.csv', text, encoding: 'Mac Roman' },
    });
    expect(shown(answer)).toContain('lu comme du texte Mac Roman : vérifiez les accents');
  });
});
