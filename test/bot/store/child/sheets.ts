import { openDatabase } from '../../../../bot/store/database.ts';
import { createProjectStore } from '../../../../bot/store/records/project-store.ts';
import { sheetRevision } from '../../../support/project-revision.ts';
import { mark } from '../../../support/register.ts';

/** Changes one sheet again and again in a database, until it is killed. */
const [path = ''] = process.argv.slice(2);
const store = createProjectStore(await openDatabase(path));
for (let index = 1; ; index += 1) {
  console.log(`begins ${index}`);
  await store.write(
    '!a:example.org',
    sheetRevision({ cout: index }, index === 1 ? null : index - 1),
    mark(`$${index}`),
  );
}
