import type { Config } from '../config/schema.ts';
import type { Rights } from './rights.ts';

/** Who may do what, as the configuration says. */
export const rightsFrom = ({ administration, externals, rights }: Config): Rights => ({
  operators: administration.operators,
  adminRoom: administration.room,
  externals: externals.servers,
  commands: new Map(Object.entries(rights.commands)),
});
