/**
 * Starts a program: says which Node it wants, or its version when asked for, else runs it to its exit code. Nothing is
 * imported here but by `import()`, since an older Node fails on our modules before it runs their first line.
 * @param load imports the program
 */
export const launch = async (load: () => Promise<Program>): Promise<void> => {
  const trouble = nodeTrouble(process.versions.node);
  if (trouble !== null) {
    process.stderr.write(`${trouble}\n`);
    process.exitCode = WRONG_NODE;
    return;
  }
  await keepCompiled();
  const { runProgram } = await import('./program.ts');
  if (asksVersion(process.argv.slice(2))) return runProgram(sayVersion);
  await runProgram(async () => (await load()).main());
};

/**
 * Node keeps what it makes of our modules beside the packages of a clone, as other tools do there; where that cannot be
 * written, and in an image, whose modules are compiled, a start only takes longer.
 */
const keepCompiled = async (): Promise<void> => {
  const [{ existsSync }, { enableCompileCache }, { join }] = await Promise.all([
    import('node:fs'),
    import('node:module'),
    import('node:path'),
  ]);
  const packages = join(import.meta.dirname, '../../node_modules');
  if (existsSync(packages)) enableCompileCache(join(packages, '.cache/tchap-cloud-au-centre/compiled'));
};

interface Program {
  readonly main: () => Promise<number>;
}

/** What is wrong with a version of Node such as « 20.20.2 », or null. */
export const nodeTrouble = (version: string): string | null =>
  Number.parseInt(version, 10) >= LEAST_NODE
    ? null
    : `Node ${version} est trop ancien : il faut Node ${LEAST_NODE} ou plus récent. ` +
      'Depuis un clone, « npm ci » l’installe et « npm start » l’emploie ; ailleurs, installer Node 26 et vérifier par « node --version ».';

const LEAST_NODE = 26;

/** That of a wrong configuration (78): starting again does not put it right. */
const WRONG_NODE = 78;

/** What follows `--` is no option. */
const asksVersion = (given: readonly string[]): boolean =>
  given.slice(0, given.indexOf('--') < 0 ? undefined : given.indexOf('--')).includes('--version');

const sayVersion = async (): Promise<number> => {
  const { readVersion } = await import('../process/version.ts');
  process.stdout.write(`tchap-cloud-au-centre ${readVersion()} (Node ${process.versions.node})\n`);
  return 0;
};
