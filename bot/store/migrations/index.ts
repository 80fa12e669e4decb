import type { Migration } from 'kysely/migration';
import { transport } from './001-transport.ts';
import { interviews } from './002-interviews.ts';
import { register } from './003-register.ts';
import { operations } from './004-operations.ts';
import { digest } from './005-digest.ts';
import { feedback } from './006-feedback.ts';
import { roomMemory } from './007-room-memory.ts';
import { causes } from './008-causes.ts';
import { conversations } from './008-conversations.ts';
import { cooldowns } from './009-cooldowns.ts';
import { taps } from './010-taps.ts';
import { greetings } from './011-greetings.ts';
import { offers } from './012-offers.ts';
import { projects } from './013-projects.ts';
import { successors } from './014-successors.ts';
import { reports } from './015-reports.ts';
import { inviters } from './016-inviters.ts';
import { referrals } from './017-referrals.ts';
import { revised } from './018-revised.ts';

/** All migrations, in order. Add one per change of schema; never edit one that has been released. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-transport': transport,
  '002-interviews': interviews,
  '003-register': register,
  '004-operations': operations,
  '005-digest': digest,
  '006-feedback': feedback,
  '007-room-memory': roomMemory,
  '008-causes': causes,
  '008-conversations': conversations,
  '009-cooldowns': cooldowns,
  '010-taps': taps,
  '011-greetings': greetings,
  '012-offers': offers,
  '013-projects': projects,
  '014-successors': successors,
  '015-reports': reports,
  '016-inviters': inviters,
  '017-referrals': referrals,
  '018-revised': revised,
};
