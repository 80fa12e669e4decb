import { createFileCache } from './cache/cache.ts';
import { BUILT } from './cache/project-cache.ts';
import { loadAll } from './load-all.ts';

// The last step of `npm run build`: what the program computes from its own texts and data, kept beside it.
loadAll(createFileCache({ read: [], write: BUILT, most: 1 }));
