import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { registerCommands } from '../../support/commands/register-commands.ts';
import { shown } from '../running.ts';

const ROOM = '!salon:tchap.example';

/** Events as another program reads them. */
const events = (content: unknown) =>
  new ICAL.Component(ICAL.parse(String(content))).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const [alarm] = component.getAllSubcomponents('valarm');
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      transp: component.getFirstPropertyValue('transp'),
      alarm: alarm?.getFirstPropertyValue('trigger')?.toString() ?? null,
      summary: event.summary,
    };
  });

const exported = async (say: ReturnType<typeof registerCommands>['say'], said = {}) =>
  events((await say('!derogation exporter ics', said)).data?.content);

describe('a calendar of deadlines', () => {
  it('leaves the day free, and rings a week before', async () => {
    const { say } = registerCommands();
    await say('!derogation ajouter projet="Paie, lot 2" regle=R6 reexamen=2027-09-01');
    expect(await exported(say)).toMatchObject([
      { day: '2027-09-01', status: 'CONFIRMED', transp: 'TRANSPARENT', alarm: '-P7D', sequence: 1 },
    ]);
  });

  it('cancels what is closed, under a higher sequence and the same name', async () => {
    const { say } = registerCommands();
    await say('!derogation ajouter projet=Paie regle=R6 reexamen=2027-09-01');
    const [before] = await exported(say);
    await say('!derogation clore 1 motif="migré"');
    const closed = await say('!derogation exporter ics');
    expect(closed.title).toContain('0 échéance, 1 annulée');
    expect(events(closed.data?.content)).toMatchObject([
      { uid: before?.uid, status: 'CANCELLED', sequence: 2, alarm: null },
    ]);
  });

  it('keeps its names when the room is replaced, even by one that has a register', async () => {
    const { say, store } = registerCommands();
    const roomId = '!nouveau:tchap.example';
    await say('!derogation ajouter projet=Déjà regle=R6 reexamen=2027-01-01', { roomId });
    for (const [minute, projet] of ['Paie', 'Archives'].entries())
      await say(`!derogation ajouter projet=${projet} regle=R6 reexamen=2027-09-01`, { now: minute });
    const before = (await exported(say)).map(({ uid }) => uid);
    await store.move(ROOM, roomId);
    const after = (await exported(say, { roomId })).map(({ uid }) => uid);
    expect(new Set(after).size).toBe(3);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('gives no file without an event, and says why', async () => {
    const { say } = registerCommands();
    await say('!derogation ajouter projet=Paie regle=R9');
    const answer = await say('!derogation exporter ics');
    expect(answer.file).toBeUndefined();
    expect(answer.data).toMatchObject({ total: 0, content: '' });
    expect(shown(answer)).toContain('Aucun fichier : 1 dérogation au registre, sans échéance.');
  });
});
