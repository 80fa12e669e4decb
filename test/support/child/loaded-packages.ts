import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/**
 * To be given to Node with `--import`: when the process ends, writes the packages of `node_modules` that it has loaded, by name,
 * to the file that LOADED_PACKAGES names.
 */
const loaded = new Set<string>();
registerHooks({
  load: (url, context, next) => {
    const [, name] = url.match(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//) ?? [];
    if (name !== undefined) loaded.add(name);
    return next(url, context);
  },
});
process.on('exit', () =>
  writeFileSync(process.env.LOADED_PACKAGES ?? '', JSON.stringify([...loaded].toSorted())),
);
