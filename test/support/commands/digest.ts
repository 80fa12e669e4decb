import { createSchedule } from '../../../bot/digest/schedule.ts';
import { OWN_ONLY } from '../../../commands/derogation/access.ts';
import { type DigestTools, UNKNOWN_ACCOUNT } from '../../../commands/digest/tools.ts';
import { loadCatalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { createMemoryDigestStore } from '../../../knowledge/digest/memory-store.ts';
import { loadLaterLaw } from '../../../knowledge/later-law/later-law.ts';
import { createMemoryRegisterStore } from '../../../knowledge/register/memory-store.ts';

const corpus = loadCorpus();
const laterLaw = loadLaterLaw();
const catalogue = loadCatalogue();

/** What digests are drawn from: the real texts and catalogue, stores in memory, the real working days. */
export const digestTools = (fields: Partial<DigestTools> = {}): DigestTools => ({
  corpus,
  laterLaw,
  catalogue,
  store: createMemoryRegisterStore(),
  access: OWN_ONLY,
  digest: createMemoryDigestStore(),
  schedule: createSchedule(),
  account: UNKNOWN_ACCOUNT,
  ...fields,
});
