import type { Scenario } from './scenario.ts';
import { clocks } from './scenarios/clocks.ts';
import { connections } from './scenarios/connections.ts';
import { copies } from './scenarios/copies.ts';
import { digests } from './scenarios/digests.ts';
import { disks } from './scenarios/disks.ts';
import { gateways } from './scenarios/gateways.ts';
import { greed } from './scenarios/greed.ts';
import { kills } from './scenarios/kills.ts';
import { memory } from './scenarios/memory.ts';
import { rateLimits } from './scenarios/rate-limits.ts';
import { rooms } from './scenarios/rooms.ts';
import { sizes } from './scenarios/sizes.ts';

/** All scenarios, in the order in which they are played. */
export const scenarios: readonly Scenario[] = [
  ...gateways,
  ...connections,
  ...rateLimits,
  ...kills,
  ...disks,
  ...copies,
  ...memory,
  ...clocks,
  ...greed,
  ...rooms,
  ...sizes,
  ...digests,
];
