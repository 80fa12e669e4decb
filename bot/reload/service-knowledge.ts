import { join } from 'node:path';
import type { Cache } from '../../knowledge/cache/cache.ts';
import { serviceCache } from '../../knowledge/cache/project-cache.ts';
import type { Config } from '../config/schema.ts';
import { type LoadedParts, loadPartsInTurns, type Sources } from '../load-parts.ts';
import { prepareAside } from './prepare.ts';

export interface ServiceKnowledge {
  readonly sources: Sources;
  readonly cache: Cache;
  /** Reads everything again, aside and then in turns. */
  readonly again: () => Promise<LoadedParts>;
}

/** The texts and data that the configuration names, and what is kept of them in the data folder. */
export const serviceKnowledge = ({ knowledge, site, data }: Config): ServiceKnowledge => {
  const { corpusFolder, offersFile, withdrawn } = knowledge;
  const sources = { corpusFolder, offersFile, withdrawnCards: withdrawn, siteUrl: site.url };
  const folder = join(data.folder, 'cache');
  const cache = serviceCache(folder);
  return {
    sources,
    cache,
    again: async () => {
      await prepareAside({ sources, folder });
      return loadPartsInTurns(sources, cache);
    },
  };
};
