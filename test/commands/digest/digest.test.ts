import { describe, expect, it } from 'vitest';
import type { AccountState } from '../../../commands/operations/operations.ts';
import type { Block } from '../../../knowledge/answer/answer.ts';
import type { Catalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { digestCommands } from '../../support/commands/digest-commands.ts';
import { shown } from '../running.ts';

const ME = '@camille:tchap.example';
const ROOM = '!salon:tchap.example';

describe('what a digest says', () => {
  const withThree = async (fields: Parameters<typeof digestCommands>[0] = {}) => {
    const commands = digestCommands(fields);
    await commands.add({ projet: 'Paie', offre_acceptable: '2025-12-10', responsable: ME });
    await commands.add({ projet: 'Archives', fin: '2027-01-31', responsable: ME });
    await commands.add({ projet: 'Vigie', regle: 'R6', reexamen: '2026-11-01', responsable: ME });
    return commands;
  };

  it('every deadline says what it rests on', async () => {
    const text = shown(await (await withThree()).say('!digest maintenant'));
    expect(text).toContain(
      'échéance 10/12/2026 (dans 18 jours), si l’on retient le 10/12/2025 comme date d’offre acceptable',
    );
    expect(text).toContain('si l’on retient le 31/01/2027, fin fixée par la décision');
    expect(text).toContain('si l’on retient le 01/11/2026, réexamen choisi par l’équipe');
  });

  it('quotes the ceiling of R9 once, with its citation, and names the later texts', async () => {
    const { say, add } = await withThree();
    await add({ projet: 'Autre', offre_acceptable: '2025-12-10' });
    const answer = await say('!digest maintenant');
    const quotes = answer.blocks.filter(({ kind }: Block) => kind === 'quote');
    expect(quotes).toHaveLength(1);
    expect(answer.citations.map(({ anchor, documentId }) => [documentId, anchor])).toEqual([
      ['circulaire-2023', 'R9'],
    ]);
    expect(answer.citations[0]?.quote).toContain('12 mois');
    expect(answer.notices.map(({ code }) => code)).toEqual(['plafond-hors-corpus', 'hors-corpus']);
  });

  it('quotes nothing when no derogation rests on R9', async () => {
    const { say, add } = digestCommands();
    await add({ regle: 'R6', reexamen: '2026-11-30' });
    expect((await say('!digest maintenant')).citations).toEqual([]);
  });

  it('rings from J-30 only', async () => {
    const answer = await (await withThree()).say('!digest maintenant');
    const items = answer.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    const rung = items.filter((item) =>
      item.some((span) => typeof span !== 'string' && span.kind === 'user'),
    );
    expect(rung.map((item) => item[1])).toEqual([
      expect.stringContaining('Vigie'),
      expect.stringContaining('Paie'),
    ]);
  });

  it('shows who is rung without the server, and in full when two have the same name', async () => {
    const { add, say } = digestCommands();
    const [one, other] = [
      '@ada.bel-ign.fr:agent.ecologie.tchap.gouv.fr',
      '@ada.bel-ign.fr:agent.essai.tchap.gouv.fr',
    ];
    await add({ fin: '2026-11-30', responsable: one });
    const alone = await say('!digest maintenant');
    expect(shown(alone)).toContain('@ada.bel-ign.fr');
    expect(shown(alone)).not.toContain(one);
    expect(JSON.stringify(alone.blocks)).toContain(
      JSON.stringify({ kind: 'user', id: one, name: '@ada.bel-ign.fr' }),
    );
    await add({ fin: '2027-01-30', responsable: other });
    const both = shown(await say('!digest maintenant'));
    expect(both).toContain(one);
    expect(both).toContain(other);
  });

  it('a room that sees other registers names them, and rings nobody of theirs', async () => {
    const access = { writers: [], views: [{ room: '!pilotage:tchap.example', rooms: 'all' as const }] };
    const { say } = await withThree({ access });
    const answer = await say('!digest maintenant', { roomId: '!pilotage:tchap.example' });
    expect(shown(answer)).toContain(`(salon ${ROOM})`);
    expect(JSON.stringify(answer.blocks)).not.toContain('"kind":"user"');
  });

  it('says that there is nothing to say', async () => {
    const { say } = digestCommands();
    expect(shown(await say('!digest maintenant'))).toContain('Rien à signaler');
    expect(shown(await say('!digest apercu'))).toContain('Rien à signaler');
  });

  it('an ending qualification that a project uses, with its source and where to check', async () => {
    const catalogue = digestCommands().tools.catalogue;
    const [first] = catalogue.offers;
    if (first === undefined) throw new Error('the catalogue is empty');
    const one: Catalogue = {
      ...catalogue,
      offers: [
        {
          ...first,
          provider: 'Nimbus',
          offer: 'Nuage souverain',
          status: 'qualified',
          expires_on: '2026-12-29',
        },
      ],
    };
    const { say, add } = digestCommands({ catalogue: one });
    await add({ projet: 'Lointain', fin: '2029-01-01', offre: 'nimbus' });
    const text = shown(await say('!digest maintenant'));
    expect(text).toContain('Nuage souverain, Nimbus : fin de qualification le 29/12/2026 (dans 37 jours)');
    expect(text).toContain('n° 1 Lointain');
    expect(text).toContain('À vérifier');
    expect(text).toContain('Catalogue du');
  });

  const account = (state: AccountState, room: string | null) => ({
    account: { standing: () => state, room },
  });
  const ends: AccountState = { kind: 'to-renew', expiresOn: '2026-12-31' };

  it.each([
    ['to renew, in the room of the administrators: it is worth a digest', account(ends, ROOM), true],
    ['to renew, elsewhere: not by itself', account(ends, null), false],
    ['valid', account({ kind: 'valid', expiresOn: '2027-12-31' }, ROOM), false],
  ])('the account of the bot, %s', async (_, fields, said) => {
    const text = shown(await digestCommands(fields).say('!digest maintenant'));
    expect(text.includes('expire le 31/12/2026')).toBe(said);
  });

  it('the account of the bot, beside the deadlines of any room', async () => {
    const { say } = await withThree(account(ends, null));
    expect(shown(await say('!digest maintenant'))).toContain('expire le 31/12/2026');
  });
});
