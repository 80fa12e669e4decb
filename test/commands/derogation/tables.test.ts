import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable, unfenced } from '../../../commands/derogation/table/read-table.ts';
import { registerCommands } from '../../support/commands/register-commands.ts';
import { tries } from '../../support/tries.ts';
import { notices, shown } from '../running.ts';

const ALL = { state: 'toutes', offset: 0, limit: 5000 } as const;
const HEADER = 'projet;regle;offre_acceptable;reference';
const rows = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `Projet ${n + 1};R9;2026-07-31;DEC-${n + 1}`);

describe('!derogation importer', () => {
  it('tries first, then writes the same table when it is confirmed', async () => {
    const { say, store } = registerCommands();
    const trial = await say(`!derogation importer\n\`\`\`\n${[HEADER, ...rows(200)].join('\n')}\n\`\`\``);
    expect(trial.data).toMatchObject({ step: 'trial', rows: 200, problems: [] });
    expect((await store.list('all', ALL)).total).toBe(0);
    // The table is longer than what is read of other messages.
    expect(notices(trial)).toEqual([]);
    const done = await say(`!derogation importer confirmer ${String(trial.data?.hash)}`);
    expect(done.data).toMatchObject({ step: 'written', rows: 200, first: 1, last: 200 });
    expect((await store.list('all', ALL)).total).toBe(200);
    expect(await store.history('!salon:tchap.example', 200)).toMatchObject([{ change: 'import' }]);
    expect(await say('!derogation importer confirmer')).toMatchObject({
      kind: 'refused',
      code: 'RIEN_A_CONFIRMER',
    });
  });

  it('writes nothing of 200 rows of which two are bad, and names both', async () => {
    const { say, store } = registerCommands();
    const table = [HEADER, ...rows(198), 'Mauvaise;R9;31/02/2026;X', 'Pire;R99;;Y'];
    const answer = await say(`!derogation importer\n${table.join('\n')}`);
    expect(answer).toMatchObject({ kind: 'refused', code: 'TABLEAU_A_CORRIGER' });
    expect(answer.title).toContain('200 lignes lues, 2 à corriger');
    expect(answer.data?.problems).toEqual([
      { line: 200, code: 'DATE_INEXISTANTE', field: 'offre_acceptable' },
      { line: 201, code: 'REGLE_INCONNUE', field: 'regle' },
    ]);
    expect(shown(answer)).toContain('Ligne 200. Lu : offre_acceptable=31/02/2026.');
    expect(await say('!derogation importer confirmer')).toMatchObject({ code: 'RIEN_A_CONFIRMER' });
    expect((await store.list('all', ALL)).total).toBe(0);
  });

  it.each([
    ['semicolons', 'projet;regle;offre\nA;R9;"x; y, z"'],
    ['commas', 'projet,regle,offre\nA,R9,"x; y, z"'],
    ['tabs', 'projet\tregle\toffre\nA\tR9\tx; y, z'],
    ['a BOM and Windows lines', '\uFEFFprojet;regle;offre\r\nA;R9;"x; y, z"\r\n'],
    ['headers as people write them', 'Projet ; Règle ; Offre utilisée\nA;r9;"x; y, z"\n\n;;\n'],
    ['columns of an export', 'numero;etat;projet;regle;offre;salon\n7;ouverte;A;R9;"x; y, z";!a:b'],
  ])('reads %s', async (_, table) => {
    const { say, store } = registerCommands();
    const trial = await say(`!derogation importer\n${table}`);
    expect(trial.data).toMatchObject({ rows: 1, problems: [] });
    await say('!derogation importer confirmer');
    expect((await store.find('!salon:tchap.example', 1))?.entry).toMatchObject({
      projet: 'A',
      offre: 'x; y, z',
    });
  });

  it.each([
    ['no table', '', 'TABLEAU_ABSENT', ''],
    ['a header alone', 'projet;regle', 'AUCUNE_LIGNE', 'Ligne 1'],
    ['an unknown column', 'projet;regle;dinnum\nA;R6;2026-01-01', 'COLONNE_INCONNUE', 'Attendu : dinum'],
    ['a column twice', 'projet;regle;Règle\nA;R6;R6', 'COLONNE_REPETEE', 'regle'],
    ['no rule', 'projet;offre\nA;B', 'COLONNE_MANQUANTE', 'regle'],
    ['no project on a row', 'projet;regle\nA;R6\n;R9', 'CLE_MANQUANTE', 'Ligne 3'],
    ['a row too long', 'projet;regle\nA;R6;oui', 'CELLULES_EN_TROP', 'Ligne 2'],
    ['a quotation mark left open', 'projet;regle\n"A;R6\nB;R9', 'CSV_ILLISIBLE', 'Ligne'],
    ['a field of another rule', 'projet;regle;fin\nA;R6;2027-01-01', 'CLE_SANS_OBJET', 'Ligne 2'],
    ['the same row twice', 'projet;regle\nA;R6\nB;R6\na;r6', 'DOUBLON_DU_FICHIER', 'Ligne 4'],
    ['an e-mail address', 'projet;regle;entite\nA;R6;jean@beta.gouv.fr', 'DONNEE_PERSONNELLE', 'Ligne 2'],
    ['too many rows', [HEADER, ...rows(2001)].join('\n'), 'TROP_DE_LIGNES', '2 000'],
  ])('refuses %s', async (_, table, code, told) => {
    const { say, store } = registerCommands();
    const answer = await say(`!derogation importer\n${table}`, {
      ...(table.length > 60_000 ? { attachment: { name: 'a.csv', text: table } } : {}),
    });
    const codes = [answer.kind === 'refused' ? answer.code : '', ...problemCodes(answer.data?.problems)];
    expect(codes).toContain(code);
    expect(shown(answer)).toContain(told);
    expect((await store.list('all', ALL)).total).toBe(0);
  });

  it('names fifteen kinds of error and counts the others', async () => {
    const { say } = registerCommands();
    const header =
      'projet;regle;entite;accordee;validation_pm;offre_acceptable;fin;service;dinum;etude;reexamen;offre';
    const bad = ['A;R5', 'A;R9;a@b.fr;x;x;x;x;x;x;x;x;a@b.fr', 'A;R9;;1/2/3;1/2/3;1/2/3;1/2/3;;1/2/3;;1/2/3'];
    expect(shown(await say(`!derogation importer\n${header}\n${bad[1]}`))).not.toMatch(/autres? sorte/);
    expect(shown(await say(`!derogation importer\n${header}\n${bad.join('\n')}`))).toContain(
      'Et 1 autre sorte d’erreur.',
    );
  });

  it('refuses what the register has already, also when it came between the trial and the confirmation', async () => {
    const { say, store } = registerCommands();
    await say(`!derogation importer\n${HEADER}\nA;R9;;1`);
    await say('!derogation ajouter projet=A regle=R9 reference=1');
    const late = await say('!derogation importer confirmer');
    expect(problemCodes(late.data?.problems)).toEqual(['DOUBLON_DU_REGISTRE']);
    expect((await store.list('all', ALL)).total).toBe(1);
    await say('!derogation clore 1 motif="remplacée"');
    expect((await say('!derogation importer confirmer')).data).toMatchObject({ step: 'written' });
  });

  it('confirms only the table of that person, of that day, and of that hash', async () => {
    const { say } = registerCommands();
    const now = Date.UTC(2026, 10, 22, 9);
    await say(`!derogation importer\n${HEADER}\nA;R9;;1`, { now });
    const none = { kind: 'refused', code: 'RIEN_A_CONFIRMER' };
    expect(
      await say('!derogation importer confirmer', { sender: '@autre:tchap.example', now }),
    ).toMatchObject(none);
    expect(
      await say('!derogation importer confirmer', { roomId: '!autre:tchap.example', now }),
    ).toMatchObject(none);
    expect(await say('!derogation importer confirmer 00000000', { now })).toMatchObject(none);
    expect(await say('!derogation importer confirmer', { now: now + 86_400_001 })).toMatchObject(none);
    expect((await say('!derogation importer confirmer', { now: now + 86_400_000 })).data).toMatchObject({
      rows: 1,
    });
  });

  it('writes once when the confirmation is handled twice', async () => {
    const { say, store } = registerCommands();
    await say(`!derogation importer\n${[HEADER, ...rows(5)].join('\n')}`);
    const first = await say('!derogation importer confirmer', { eventId: '$same' });
    expect(await say('!derogation importer confirmer', { eventId: '$same' })).toEqual(first);
    expect((await store.list('all', ALL)).total).toBe(5);
  });

  it('reads an attached file', async () => {
    const { say } = registerCommands();
    const attachment = { name: 'registre.csv', text: `\uFEFF${[HEADER, ...rows(3)].join('\r\n')}` };
    expect((await say('!derogation importer', { attachment })).data).toMatchObject({
      step: 'trial',
      rows: 3,
    });
  });
});

const problemCodes = (problems: unknown): unknown[] =>
  Array.isArray(problems) ? problems.map((problem: { code?: unknown }) => problem.code) : [];

describe('!derogation exporter', () => {
  const HOSTILE = [
    `=cmd|' /C calc'!A0`,
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\uFF1D1+1',
    `=HYPERLINK("https://x.example";"a")`,
  ];

  it('disarms formulas, and reads back what it wrote', async () => {
    const { say } = registerCommands();
    for (const [index, projet] of HOSTILE.entries())
      await say(`!derogation ajouter projet=«${projet}» regle=R9 reference=${index} responsable=moi`);
    const { data } = await say('!derogation exporter csv');
    const table = readTable(String(data?.content));
    if (!table.ok) throw new Error(table.error);
    for (const line of String(data?.content).split('\n').slice(1, -1))
      for (const cell of line.split(';')) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
    const other = registerCommands();
    const trial = await other.say(`!derogation importer\n${String(data?.content)}`);
    expect(trial.data).toMatchObject({ rows: HOSTILE.length, problems: [] });
    await other.say('!derogation importer confirmer');
    const read = await other.store.list('all', ALL);
    expect(read.items.map(({ entry }) => entry.projet)).toEqual(HOSTILE);
    expect(read.items[0]?.entry.responsable).toBe('@camille:tchap.example');
  });

  it('writes one all-day event for each deadline, with an id that stays', async () => {
    const { say } = registerCommands();
    await say('!derogation ajouter projet="a;b" regle=R9 offre_acceptable=2026-07-31 reference=DEC-1');
    await say('!derogation ajouter projet="sans date" regle=R9');
    const first = String((await say('!derogation exporter ics')).data?.content);
    expect(first).toContain('DTSTART;VALUE=DATE:20270731');
    expect(first.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(first).toContain('SUMMARY:Dérogation n° 1 : a\\;b (R9)');
    await say('!derogation modifier 1 offre_acceptable=2026-09-30');
    const second = String((await say('!derogation exporter ics')).data?.content);
    const uid = /UID:\S+/.exec(first)?.[0];
    expect(second).toContain(uid);
    expect(second).toContain('DTSTART;VALUE=DATE:20270930');
    expect(second).toContain('SEQUENCE:2');
  });

  it('comes in pages, whose blocks make one file', async () => {
    const { say } = registerCommands();
    const attachment = { name: 'a.csv', text: [HEADER, ...rows(250)].join('\n') };
    await say('!derogation importer', { attachment });
    await say('!derogation importer confirmer');
    const first = await say('!derogation exporter');
    expect(first.title).toContain('250 dérogations, page 1 sur 2');
    expect(shown(first)).toContain('!derogation exporter csv ouverte 2');
    expect(String(first.data?.content).trim().split('\n')).toHaveLength(201);
    expect(
      String((await say('!derogation exporter csv 2')).data?.content)
        .trim()
        .split('\n'),
    ).toHaveLength(51);
    expect(first.file?.name).toBe('derogations-2026-11-22.csv');
    expect(first.file?.text.trim().split('\n')).toHaveLength(251);
    expect((await say('!derogation exporter csv 2')).file).toBeUndefined();
    const calendar = (await say('!derogation exporter ics')).file;
    expect(calendar?.text.match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
    expect(calendar?.text.match(/BEGIN:VEVENT/g)).toHaveLength(250);
    expect(await say('!derogation exporter pdf')).toMatchObject({ kind: 'refused', code: 'EXPORT' });
  });
});

describe('a table', () => {
  it('of whatever is pasted is read or refused, and never throws', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('"', ';', '\n', '```', 'projet;regle', "'="),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        expect(typeof readTable(unfenced(parts.join(''))).ok).toBe('boolean');
      }),
      tries(500),
    );
  });

  it('loses its fences, and nothing else', () => {
    expect(unfenced('```csv\na;b\n1;2\n```\nmerci')).toBe('a;b\n1;2');
    expect(unfenced('\n\n```\na;b')).toBe('a;b');
    expect(unfenced('a;b\n1;2')).toBe('a;b\n1;2');
  });
});
