import { describe, expect, it } from 'vitest';
import { registerCommands } from '../../support/commands/register-commands.ts';
import { notices, shown } from '../running.ts';

const ADD = '!derogation ajouter projet=A regle=R9 offre_acceptable';

describe('a day of the register', () => {
  it.each([
    ['"le mercredi 3 mars 2027"', '2027-03-03'],
    ['"8 oct. 2026"', '2026-10-08'],
    ['2026/10/08', '2026-10-08'],
    ['08-oct-26', '2026-10-08'],
    ['"2026-10-08 00:00:00"', '2026-10-08'],
    ['1er/10/2026', '2026-10-01'],
  ])('is read: %s', async (typed, date) => {
    const answer = await registerCommands().say(`${ADD}=${typed}`);
    expect(answer.data).toMatchObject({ offre_acceptable: date });
    expect(notices(answer)).not.toContain('date-lue');
  });

  it('says what it decided of a month without a day, when it is written and when it is changed', async () => {
    const { say } = registerCommands();
    const added = await say(`${ADD}="fin septembre 2026"`);
    expect(added.data).toMatchObject({ offre_acceptable: '2026-09-30' });
    expect(shown(added)).toContain(
      '« fin septembre 2026 » a été lu comme le 30/09/2026, dernier jour du mois.',
    );
    const changed = await say('!derogation modifier 1 offre_acceptable="lundi 1er décembre 2026"');
    expect(shown(changed)).toContain('01/12/2026, qui est un mardi : vérifiez.');
  });

  it('shows all that an ambiguous one may mean, and how a spreadsheet is to write it', async () => {
    const answer = await registerCommands().say(`${ADD}=04/05/27`);
    expect(answer).toMatchObject({ kind: 'refused', code: 'DATE_AMBIGUE' });
    expect(shown(answer)).toContain('Lectures possibles : 04/05/2027 ou 27/05/2004 ou 05/04/2027.');
    expect(shown(answer)).toContain('format de date AAAA-MM-JJ');
  });
});

describe('!echeances', () => {
  const register = async () => {
    const { say } = registerCommands();
    for (const day of ['2026-02-10', '2026-06-30', '2027-03-05'])
      await say(`!derogation ajouter projet="${day}" regle=R9 offre_acceptable=${day}`);
    return say;
  };

  // The ceilings are on 10/02/2027, 30/06/2027 and 05/03/2028.
  it.each([
    ['2028', 'année 2028', 0, 1],
    ['en 2027', 'année 2027', 0, 2],
    ['février 2027', 'février 2027', 0, 1],
    ['juin 2027 svp', 'juin 2027', 0, 1],
    ['?', '90 jours', 0, 1],
    ['trois mois', '90 jours', 0, 1],
    ['1 an', '365 jours', 0, 2],
    ['jusqu’au 30 juin 2027', 'jusqu’au 30/06/2027', 0, 2],
    ['2026', 'année 2026', 0, 0],
    ['2000j', '2000 jours', 0, 3],
  ])('%s', async (typed, title, overdue, coming) => {
    const answer = await (await register())(`!echeances ${typed}`);
    expect(answer.title).toBe(`Échéances des dérogations, ${title}`);
    expect(answer.data?.overdue).toHaveLength(overdue);
    expect(answer.data?.coming).toHaveLength(coming);
  });

  it.each(['bientôt', '0j', '4000j', 'R9', '2027 2028', 'hier'])('refuses %s', async (typed) => {
    expect(await (await register())(`!echeances ${typed}`)).toMatchObject({ kind: 'refused', code: 'DUREE' });
  });
});
