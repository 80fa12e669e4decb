import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compose } from '../../../bot/compose.ts';
import { loadParts, loadPartsInTurns } from '../../../bot/load-parts.ts';
import { createLog } from '../../../bot/log/log.ts';
import { prepareAside } from '../../../bot/reload/prepare.ts';
import { reloadable } from '../../../bot/reload/reloadable.ts';
import { NO_RIGHTS } from '../../../bot/rights/rights.ts';
import type { Cache } from '../../../knowledge/cache/cache.ts';
import { serviceCache } from '../../../knowledge/cache/project-cache.ts';
import { message } from '../../support/messages.ts';

const folder = mkdtempSync(join(tmpdir(), 'reload-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A card withdrawn: an index that nothing else has made. */
const sources = { corpusFolder: null, offersFile: null, withdrawnCards: ['derogation-r9'] };
const cache = serviceCache(folder);
/** Fails where something is read or computed again. */
const warm: Cache = {
  keep: (name, keyOf) =>
    cache.keep(name, keyOf, () => {
      throw new Error(`${name} was built again`);
    }),
};

describe('what the next bot is made of, prepared aside', () => {
  it('leaves the bot in service answering, then only has to be read', async () => {
    let ready = false;
    const bot = reloadable(
      (loaded) =>
        compose({
          corpusFolder: null,
          offersFile: null,
          loaded,
          language: 'auto',
          rights: NO_RIGHTS,
          clock: { now: () => Date.parse('2026-11-22T11:00:00Z') },
          log: createLog({ level: 'silent' }),
        }),
      async () => {
        await prepareAside({ sources, folder });
        ready = true;
        return loadPartsInTurns(sources, warm);
      },
    );
    const reloading = bot.reload();
    const answered = await bot.handler(message({ text: '!seuil 3,5 M€' }));
    expect([answered.length > 0, ready]).toEqual([true, false]);
    await reloading;
    expect(ready).toBe(true);
    const { knowledge } = loadParts(sources, warm);
    expect(knowledge.cards.some(({ id }) => id === 'derogation-r9')).toBe(false);
  });

  it('says what is wrong as a start would', async () => {
    const offersFile = join(folder, 'offers.yaml');
    writeFileSync(offersFile, 'date: hier');
    await expect(prepareAside({ sources: { ...sources, offersFile }, folder })).rejects.toMatchObject({
      name: 'OperatorError',
      exitCode: 65,
      message: expect.stringMatching(/offers\.yaml[\s\S]*date : lu "hier"/),
    });
  });
});
