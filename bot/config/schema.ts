import type { z } from 'zod';
import { section } from './fields.ts';
import { data, encryption } from './sections/data.ts';
import { digest } from './sections/digest.ts';
import { homeserver } from './sections/homeserver.ts';
import { http } from './sections/http.ts';
import { knowledge, language } from './sections/knowledge.ts';
import { limits } from './sections/limits.ts';
import { log } from './sections/log.ts';
import { pacing } from './sections/pacing.ts';
import { administration, bots, externals, invitations, referents } from './sections/people.ts';
import { register } from './sections/register.ts';
import { retention } from './sections/retention.ts';
import { rights } from './sections/rights.ts';
import { site } from './sections/site.ts';
import { statistics } from './sections/statistics.ts';

/** The whole configuration: one line per section, each described in `sections/` and in config.example.yaml. */
export const schema = section({
  homeserver,
  invitations,
  externals,
  administration,
  referents,
  rights,
  limits,
  bots,
  data,
  retention,
  statistics,
  encryption,
  pacing,
  knowledge,
  site,
  language,
  register,
  digest,
  http,
  log,
});

export type Config = z.infer<typeof schema>;
