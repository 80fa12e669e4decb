import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../bot/digest/holidays.ts';
import { type RehearsalParts, rehearsalText, rehearse } from '../../../bot/digest/rehearse.ts';
import { DEFAULT_TIME } from '../../../knowledge/digest/subscription.ts';
import type { Entry } from '../../../knowledge/register/derogation.ts';
import { digestTools } from '../../support/commands/digest.ts';
import { fresh, mark } from '../../support/register.ts';

const ROOM = '!projet:example.org';
const calendar = createCalendar();

const partsWith = async (
  entries: readonly Partial<Entry>[],
  fields: Partial<RehearsalParts> = {},
): Promise<RehearsalParts> => {
  const tools = digestTools();
  const all = entries.map((entry) => fresh({ offre: null, offre_acceptable: null, ...entry }));
  await tools.store.add(ROOM, 'import', all, mark('$import'));
  const subscription = { roomId: ROOM, ...DEFAULT_TIME, since: 0, pausedUntil: null };
  return {
    tools,
    calendar,
    monthlyHeartbeat: false,
    standings: [{ subscription, lastWeek: '2026-W47', lastDay: '2026-11-20' }],
    roomKind: async () => 'private',
    ...fields,
  };
};

const titlesOn = async (
  day: string,
  parts: RehearsalParts,
  from = '2026-11-22',
): Promise<readonly string[]> =>
  (await rehearse({ from, day }, parts)).map(({ outgoing }) => outgoing.answer.title);

describe('what would be sent on a day', () => {
  it('a Monday has its digest, and it is not late: the bot is supposed to run until then', async () => {
    const parts = await partsWith([{ fin: '2026-12-20' }]);
    expect(await titlesOn('2026-11-30', parts)).toEqual(['Échéances des dérogations au 30/11/2026']);
  });

  it('a Tuesday has the reminders of that day only', async () => {
    const parts = await partsWith([{ fin: '2026-12-31' }, { fin: '2026-12-20' }]);
    expect(await titlesOn('2026-12-01', parts)).toEqual(['Rappel d’échéance, 01/12/2026']);
    expect(await titlesOn('2026-12-02', parts)).toEqual([]);
  });

  it.each(['2026-12-05', '2026-12-25'])('nothing on %s, which is not worked', async (day) => {
    expect(await titlesOn(day, await partsWith([{ fin: '2026-12-05' }]))).toEqual([]);
  });

  it('a day that has passed is taken by itself', async () => {
    const parts = await partsWith([{ fin: '2026-12-20' }]);
    expect(await titlesOn('2026-11-23', parts, '2026-12-01')).toEqual([
      'Échéances des dérogations au 23/11/2026',
    ]);
  });

  it('says where, when and who is rung', async () => {
    const parts = await partsWith([{ fin: '2026-12-01' }]);
    const text = rehearsalText(
      '2026-11-23',
      await rehearse({ from: '2026-11-22', day: '2026-11-23' }, parts),
    );
    expect(text).toContain('Le 23/11/2026, un message partirait. Rien n’est envoyé.');
    expect(text).toContain(`== 09:00, salon ${ROOM}\n`);
    expect(text).toContain('Notifie @camille.martin-beta.gouv.fr:agent.dinum.tchap.gouv.fr.');
    expect(text).toContain('SIRH');
  });

  it('says why a room would not have it', async () => {
    const parts = await partsWith([{ fin: '2026-12-01' }], { roomKind: async () => 'external' });
    const text = rehearsalText(
      '2026-11-23',
      await rehearse({ from: '2026-11-22', day: '2026-11-23' }, parts),
    );
    expect(text).toContain('ne partirait pas');
  });

  it('says that there is nothing', () => {
    expect(rehearsalText('2026-11-24', [])).toBe('Le 24/11/2026, aucun message ne partirait.');
  });
});
