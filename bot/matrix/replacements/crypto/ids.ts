import * as wasm from '@matrix-org/matrix-sdk-crypto-wasm';

/**
 * Identifiers are plain values here. Those of the bindings are consumed when they are passed inside a list, and
 * matrix-bot-sdk passes the same list three times: a fresh one is made for each call.
 */
class Identifier {
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  toString(): string {
    return this.#id;
  }
}

export class UserId extends Identifier {
  /** Throws when `id` is no Matrix user id. */
  constructor(id: string) {
    new wasm.UserId(id).free();
    super(id);
  }
}

export class RoomId extends Identifier {
  /** Throws when `id` is no Matrix room id. */
  constructor(id: string) {
    new wasm.RoomId(id).free();
    super(id);
  }
}

export class DeviceId extends Identifier {}

export class DeviceLists {
  readonly changed: readonly UserId[];
  readonly left: readonly UserId[];

  constructor(changed: readonly UserId[] = [], left: readonly UserId[] = []) {
    this.changed = changed;
    this.left = left;
  }
}

/** Fresh identifiers for one call, which consumes them. */
export function wasmUsers(users: Iterable<UserId>): wasm.UserId[] {
  return [...users].map((user) => new wasm.UserId(user.toString()));
}

/** Runs `work` with an object of the bindings, then frees it: they live outside the reach of the garbage collector. */
export async function using<T extends { free(): void }, R>(
  object: T,
  work: (object: T) => R | Promise<R>,
): Promise<R> {
  try {
    return await work(object);
  } finally {
    object.free();
  }
}
