/** Writes docs/commandes.md. usage: npm run docs:commands */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsPage } from './commands-page.ts';

writeFileSync(join(import.meta.dirname, '../docs/commandes.md'), await commandsPage());
console.log('docs/commandes.md');
