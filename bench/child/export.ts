import { writeSync } from 'node:fs';
import { openDatabase } from '../../bot/store/database.ts';
import { createRegisterStore } from '../../bot/store/records/register-store.ts';
import { registerCommands } from '../../test/support/commands/register-commands.ts';
import { conversation } from '../../test/support/commands/rule-commands.ts';

// node --expose-gc bench/child/export.ts DATABASE csv|ics: exports every derogation of a database from a room that sees them all, and
// writes on the third channel the memory that it took beyond what the process held, its processor time, and what it made.
const [file = '', format = 'csv'] = process.argv.slice(2);
const database = await openDatabase(file);
const room = conversation().roomId;
const { say } = registerCommands(createRegisterStore(database), {
  writers: [],
  views: [{ room, rooms: 'all' }],
});
// The code is read, and what is made once is made.
await say(`!derogation exporter ${format} toutes 40`);
global.gc?.();
const before = process.memoryUsage.rss();
const start = process.cpuUsage();
const answer = await say(`!derogation exporter ${format} toutes`);
const { user, system } = process.cpuUsage(start);
const most = process.resourceUsage().maxRSS * 1024;
const figures = {
  memory: (Math.max(most, process.memoryUsage.rss()) - before) / 1e6,
  cpu: (user + system) / 1000,
  characters: answer.file?.text.length ?? 0,
};
writeSync(3, JSON.stringify(figures));
await database.destroy();
