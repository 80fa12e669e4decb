import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const NAME = 'tchap-cloud-au-centre';
const TWO_MINUTES = 120_000;

let temporary: string;
/** A folder that holds nothing but the package, unpacked as a package manager would. */
let consumer: string;

const installed = (): string => join(consumer, 'node_modules', NAME);

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'rules-package-'));
  consumer = join(temporary, 'consumer');
  const copy = join(temporary, 'copy');
  // A copy, so that packing leaves nothing behind in the sources.
  for (const path of ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'LICENSE', 'knowledge']) {
    await cp(join(root, path), join(copy, path), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  await run('npm', ['pack', '--offline', '--loglevel=error', '--pack-destination', temporary], { cwd: copy });
  const tarball = (await readdir(temporary)).find((name) => name.endsWith('.tgz')) ?? '';
  await mkdir(installed(), { recursive: true });
  await run('tar', ['-xzf', join(temporary, tarball), '-C', installed(), '--strip-components=1']);
}, TWO_MINUTES);

afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
});

it('a program in an empty folder imports the rules and asks them', async () => {
  const program = `
    import { addMonths, seuil, sensibilite, valueAt, seuilEtudeCents } from '${NAME}/rules';
    const cost = seuil({ cents: 900000000, derogeR6: null }, '2026-11-22');
    const data = sensibilite({ champ: true, hebergement: 'commercial', secret: true, mission: false,
      atteintes: ['sante_vie'], personnelles: true, sante: true, collaboratif: null }, '2026-11-22');
    console.log(JSON.stringify([cost.limite, data.outcome, addMonths('2024-02-29', 12),
      valueAt(seuilEtudeCents, '2026-11-22').value]));`;
  await writeFile(join(consumer, 'program.mjs'), program);
  const { stdout } = await run(process.execPath, ['program.mjs'], { cwd: consumer });
  expect(JSON.parse(stdout)).toEqual(['EXACTEMENT_9M', 'SNC_REQUIS', '2025-02-28', 100_000_000]);
});

it('a program asks what a project owes, by the example of the documentation', async () => {
  const page = await readFile(join(root, 'docs/regles.md'), 'utf8');
  const example = /```ts\n(import \{[^`]*dossier\([^`]*)```/.exec(page)?.[1] ?? '';
  const printed = /```text\n([^`]*)```/.exec(page)?.[1] ?? 'none';
  await writeFile(join(consumer, 'example.mts'), example);
  const { stdout } = await run(process.execPath, ['example.mts'], { cwd: consumer });
  expect(stdout).toBe(printed);
});

it(
  'its types check in a strict program',
  async () => {
    const program = `
      import { type SeuilDecided, seuil } from '${NAME}/rules';
      const found = seuil({ cents: 1, derogeR6: null }, '2026-11-22');
      export const band: SeuilDecided['bande'] | null = found.kind === 'decided' ? found.bande : null;
      // @ts-expect-error: a band is a code of the doctrine, not any text
      export const wrong: SeuilDecided['bande'] = 'AUTRE';`;
    await writeFile(join(consumer, 'program.mts'), program);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'esnext', '--types', ''];
    const tsc = join(root, 'node_modules/.bin/tsc');
    await expect(run(tsc, [...options, 'program.mts'], { cwd: consumer })).resolves.toBeDefined();
  },
  TWO_MINUTES,
);

it('holds the rules alone, with no import from outside', async () => {
  const files = (await readdir(installed(), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(installed().length + 1));
  const outside = files.filter((file) => !file.startsWith('dist/knowledge/rules/'));
  expect(outside.filter((file) => !['package.json', 'LICENSE', 'README.md'].includes(file))).toEqual([]);
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const source = await readFile(join(installed(), file), 'utf8');
    expect([...source.matchAll(/from '([^']+)'/g)].filter(([, from]) => !from?.startsWith('.'))).toEqual([]);
  }
});
