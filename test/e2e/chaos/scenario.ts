import type { Homeserver } from '../support/synapse.ts';
import type { Field, FieldOptions } from './field.ts';
import type { Measured } from './measured.ts';

/** Where a scenario plays. */
export interface Stage {
  readonly homeserver: Homeserver;
  /** A number of [0, 1), the same at each run with the same seed. */
  readonly random: () => number;
  /** A bot that others have used before, and that goes on: for faults between it and the homeserver. */
  shared(): Promise<Field>;
  /** A bot of its own, gone with the scenario. */
  open(options?: FieldOptions): Promise<Field>;
  /** So many of a thing, or fewer when the run is short. */
  count(whole: number, short: number): number;
  /** Whether the time of the whole run is over: what can be cut short then is. */
  isOver(): boolean;
  /** Says on the terminal how far one is. */
  say(text: string): void;
}

/** A fault, and what must hold of it. */
export interface Scenario {
  /** For `--only`. */
  readonly name: string;
  /** What happens, for the table. */
  readonly fault: string;
  /** What must hold besides nothing lost, doubled or in clear. */
  readonly goal: string;
  /** Longest recovery, milliseconds. */
  readonly recoverWithin?: number;
  /** What was measured on build 7b12c2a, when it was. */
  readonly before?: string;
  /** Played by `--short`, in `.ci/run`. */
  readonly short?: boolean;
  readonly play: (stage: Stage) => Promise<Measured>;
}

/** This machine does not let a scenario be played: no right to mount, a package that is missing. */
export class NotHere extends Error {}

/** What cannot be measured by this tool on this machine, and why. */
export interface Absent {
  readonly name: string;
  readonly fault: string;
  readonly why: string;
}

/** @param timed whether the recovery counts: not in `.ci/run`, whose machine may be busy */
export const isKept = (
  { recoverWithin = Number.POSITIVE_INFINITY }: Pick<Scenario, 'recoverWithin'>,
  measured: Measured,
  timed = true,
): boolean =>
  measured.lost + measured.doubled + measured.leaked === 0 &&
  (!timed || (measured.recoveryMs ?? 0) <= recoverWithin) &&
  (measured.broken ?? []).length === 0;
