import { logLevels } from '../../log/log.ts';
import { oneOf, section } from '../fields.ts';

export const log = section({
  level: oneOf(logLevels).default('info'),
}).prefault({});
