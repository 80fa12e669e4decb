/** Takes the screenshots of the reading room that the README shows. usage: npm run site && node .ci/screenshots.ts */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const shots = [
  ['fiche', 'fiches/seuils/index.html'],
  ['passage', 'textes/circulaire-2023/index.html#R9.secnumcloud'],
] as const;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
const page = await browser.newPage({ viewport: { width: 1100, height: 640 } });
for (const [name, path] of shots) {
  await page.goto(`${pathToFileURL(join(root, 'dist/site')).href}/${path}`);
  await page.screenshot({ path: join(root, `docs/images/${name}.png`) });
  console.log(`docs/images/${name}.png`);
}
await browser.close();
