import { z } from 'zod';
import {
  commandName,
  domainName,
  listOf,
  roomId,
  section,
  serverName,
  userId,
  wholeNumber,
} from '../fields.ts';

const EMPTY_RULE = 'au moins une condition, par exemple { homeserver: agent.dinum.tchap.gouv.fr }';
const DOMAIN_ALONE =
  'domain avec homeserver, par exemple { domain: beta.gouv.fr, homeserver: agent.dinum.tchap.gouv.fr }';

/** Who a rule is about: whoever meets all of its conditions. */
const rule = section({
  homeserver: serverName().optional(),
  /** Domain of the mail address; asks for `homeserver`, since anybody may choose a local part elsewhere. */
  domain: domainName().optional(),
  user: userId().optional(),
  room: roomId().optional(),
  /** Least power level in the room. */
  powerLevel: wholeNumber(0, 100, 50).optional(),
})
  .refine((conditions) => Object.keys(conditions).length > 0, { error: EMPTY_RULE })
  .refine(({ domain, homeserver }) => domain === undefined || homeserver !== undefined, {
    error: DOMAIN_ALONE,
  });

/** Who may run which command, instead of what the command itself asks for. */
export const rights = section({
  commands: z.record(commandName(), listOf(rule, '[{ homeserver: agent.dinum.tchap.gouv.fr }]')).default({}),
}).prefault({});
