import { openDatabase } from '../../../../bot/store/database.ts';
import { createRegisterStore } from '../../../../bot/store/records/register-store.ts';
import { fresh, mark } from '../../../support/register.ts';

/** Imports tables of so many rows one after the other into a database, until it is killed. */
const [path = '', rows = '0'] = process.argv.slice(2);
const store = createRegisterStore(await openDatabase(path));
const table = Array.from({ length: Number(rows) }, () => fresh());
for (let index = 1; ; index += 1) {
  console.log(`begins ${index}`);
  await store.add('!a:example.org', 'import', table, mark(`$${index}`));
}
