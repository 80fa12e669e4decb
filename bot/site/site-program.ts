import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readArguments } from '../cli/arguments.ts';
import { loadConfig } from '../config/load.ts';
import { typeset } from '../render/typeset.ts';
import { loadLibrary } from './library.ts';
import { buildSite } from './site.ts';

const HELP = `Écrit la salle de lecture dans dist/site : les textes, les fiches, les offres, la recherche.

  npm run site                            les textes du programme
  npm run site -- --config config.yaml    les textes et le catalogue que désigne cette configuration,
                                          sans les fiches qu’elle retire
  npm run site -- --open                  puis l’ouvre dans le navigateur de ce poste

Aucun serveur, aucun réseau : un dossier à servir tel quel (docs/deploiement.md), ou à ouvrir depuis le disque.
`;

const FOLDER = join(import.meta.dirname, '../../dist/site');

/** @returns the exit code */
export const main = async (): Promise<number> => {
  const { values } = readArguments({
    options: { config: { type: 'string' }, open: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) {
    process.stdout.write(typeset(HELP));
    return 0;
  }
  const knowledge = values.config === undefined ? null : loadConfig(values.config).knowledge;
  const files = buildSite(loadLibrary(knowledge?.corpusFolder, knowledge?.offersFile, knowledge?.withdrawn));
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [name, text] of files) {
    const path = join(FOLDER, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const home = join(FOLDER, 'index.html');
  process.stdout.write(typeset(`${files.size} fichiers écrits. Pour lire : ${home}\n`));
  if (values.open === true) openInBrowser(pathToFileURL(home).href);
  return 0;
};

/** With what opens pages on this system; a workstation without it has been told the path. */
const openInBrowser = (url: string): void => {
  const [command, ...given] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '']
      : [process.platform === 'darwin' ? 'open' : 'xdg-open'];
  spawn(command ?? 'xdg-open', [...given, url], { detached: true, stdio: 'ignore' })
    .on('error', () =>
      process.stdout.write('Aucun navigateur ne s’est ouvert : ouvrez ce fichier vous-même.\n'),
    )
    .unref();
};
