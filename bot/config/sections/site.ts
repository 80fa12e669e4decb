import { section, siteUrl } from '../fields.ts';

/** The reading room that `npm run site` writes, once it is served somewhere. */
export const site = section({
  /** null = citations link to the official pages. */
  url: siteUrl().nullable().default(null),
}).prefault({});
