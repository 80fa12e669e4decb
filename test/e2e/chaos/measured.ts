/** What a scenario has measured; lists of French sentences say what does not hold, and what helps to read the figures. */
export interface Measured {
  readonly tries: number;
  /** How many a run without `--minutes` makes, when this one was cut short. */
  readonly planned?: number;
  /** What the tries are, in the plural: « questions » when absent. */
  readonly what?: string;
  /** Without an answer, with an apology in its place, or with one that the person cannot read. */
  readonly lost: number;
  readonly doubled: number;
  /** Messages in clear in an encrypted room, and secrets, identifiers or texts in the log. */
  readonly leaked: number;
  /** From the end of the fault until the last answer; null when there is nothing to wait for. */
  readonly recoveryMs: number | null;
  readonly broken?: readonly string[];
  /** What was done, by its name in French: runs that are added up add these too. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly note?: string;
}

/** What a scenario has given, as kept in docs/fiabilite.jsonl. */
export interface Row extends Measured {
  readonly name: string;
  readonly verdict: 'tenu' | 'non tenu';
  /** Local day of the run: 2026-11-28. */
  readonly date: string;
  readonly seed: number;
  /** Seeds of the runs that were added to it. */
  readonly otherSeeds?: readonly number[];
  readonly seconds: number;
  /** Resident memory of the bot at most, MiB, over its last run in the scenario; null when it does not run at the end. */
  readonly memory?: number | null;
  /** Mean load of the machine over the last minute: recoveries suffer from it, counts do not. */
  readonly load: number;
  readonly node: string;
  readonly synapse: string;
}
