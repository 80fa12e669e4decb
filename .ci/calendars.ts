import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerCommands } from '../test/support/commands/register-commands.ts';

/**
 * Reads the exported calendar back with two programs that are no packages of ours: icalendar (PyPI) and khal (Debian). Needs
 * python3-venv, khal and a way to PyPI; leaves nothing behind. Ends with an error when either reads otherwise.
 */
const folder = mkdtempSync(join(tmpdir(), 'agenda-'));
const { say } = registerCommands();

const calendarNow = async (name: string): Promise<string> => {
  const path = join(folder, name);
  writeFileSync(path, String((await say('!derogation exporter ics')).file?.text));
  return path;
};

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
  });

const READ = `
import sys, icalendar
for event in icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read()).walk('VEVENT'):
    alarms = [str(alarm.decoded('TRIGGER')) for alarm in event.walk('VALARM')]
    print(event.decoded('DTSTART'), event['SEQUENCE'], event['STATUS'], event['TRANSP'], alarms, event['SUMMARY'], sep=' | ')
`;
const KHAL = `
[calendars]
[[agenda]]
path = ${folder}/agenda
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
`;

const expect = (who: string, read: string, expected: readonly string[]): void => {
  const lines = read.trim().split('\n').toSorted();
  if (JSON.stringify(lines) !== JSON.stringify(expected.toSorted()))
    throw new Error(`${who} reads\n${lines.join('\n')}\ninstead of\n${expected.join('\n')}`);
  process.stdout.write(`${who}: as written\n`);
};

try {
  run('python3', ['-m', 'venv', join(folder, 'venv')]);
  run(join(folder, 'venv/bin/pip'), ['install', '--quiet', 'icalendar==7.3.2']);
  const python = join(folder, 'venv/bin/python');
  writeFileSync(join(folder, 'khal.conf'), KHAL);
  const khal = (...args: readonly string[]): string =>
    run('khal', ['-c', join(folder, 'khal.conf'), ...args]);
  const list = (): string =>
    khal('list', '2027-01-01', '365d', '--day-format', '', '--format', '{start} | {status} | {title}');

  /** What both read of the calendar as it is now; khal, of its own calendar once this one is imported. */
  const readBack = async (
    name: string,
    icalendar: readonly string[],
    listed: readonly string[],
  ): Promise<void> => {
    const path = await calendarNow(name);
    expect('icalendar', run(python, ['-c', READ, path]), icalendar);
    khal('import', '--batch', '-a', 'agenda', path);
    expect('khal', list(), listed);
  };

  await say('!derogation ajouter projet="Bourses, lot 1" regle=R9 offre_acceptable=2026-05-04');
  await say('!derogation ajouter projet="Été ; archives" regle=R6 reexamen=2027-10-01');
  await readBack(
    'first.ics',
    [
      "2027-05-04 | 1 | CONFIRMED | TRANSPARENT | ['-7 days, 0:00:00'] | Dérogation n° 1 : Bourses, lot 1 (R9)",
      "2027-10-01 | 1 | CONFIRMED | TRANSPARENT | ['-7 days, 0:00:00'] | Dérogation n° 2 : Été ; archives (R6)",
    ],
    [
      '2027-05-04 | CONFIRMED  | Dérogation n° 1 : Bourses, lot 1 (R9)',
      '2027-10-01 | CONFIRMED  | Dérogation n° 2 : Été ; archives (R6)',
    ],
  );

  // What has moved and what is closed take the place of what was there: nothing twice.
  await say('!derogation modifier 1 offre_acceptable=2026-06-04');
  await say('!derogation clore 2 motif="migré"');
  await readBack(
    'second.ics',
    [
      "2027-06-04 | 2 | CONFIRMED | TRANSPARENT | ['-7 days, 0:00:00'] | Dérogation n° 1 : Bourses, lot 1 (R9)",
      '2027-10-01 | 2 | CANCELLED | TRANSPARENT | [] | Dérogation n° 2 : Été ; archives (R6)',
    ],
    [
      '2027-06-04 | CONFIRMED  | Dérogation n° 1 : Bourses, lot 1 (R9)',
      '2027-10-01 | CANCELLED  | Dérogation n° 2 : Été ; archives (R6)',
    ],
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
