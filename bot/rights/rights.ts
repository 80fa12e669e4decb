import type { Command, RoomKind } from '../../commands/command.ts';
import type { Permission } from '../../commands/forbidden.ts';
import { localpartOf, serverOf } from '../matrix/events/user-id.ts';

/** Who asks, where, and with what power there. */
export interface Asker {
  readonly sender: string;
  readonly roomId: string;
  readonly room: RoomKind;
  /** Power level in the room; 0 when it is not known. */
  readonly powerLevel: number;
}

/** Those who meet all the conditions given. */
export interface Rule {
  /** Exact server name. */
  readonly homeserver?: string | undefined;
  /** Domain of the mail address that the local part was made of: `beta.gouv.fr` for `@jean.dupont-beta.gouv.fr:…`. */
  readonly domain?: string | undefined;
  readonly user?: string | undefined;
  readonly room?: string | undefined;
  readonly powerLevel?: number | undefined;
}

export interface Rights {
  readonly operators: readonly string[];
  readonly adminRoom: string | null;
  /** Server names of those who are not served. */
  readonly externals: readonly string[];
  /** Rules by command; a command without an entry keeps its own right. */
  readonly commands: ReadonlyMap<string, readonly Rule[]>;
}

/** Nobody is an operator, nobody external, and each command keeps its own right. */
export const NO_RIGHTS: Rights = { operators: [], adminRoom: null, externals: [], commands: new Map() };

/** Power level from which one is a moderator of a room. */
const MODERATOR = 50;

/**
 * Whether somebody may run a command, and why not. Operators may run everything; others what the rules of the
 * command say, or else what its own right says, which for the commands of operators is nobody. Those commands
 * only work in the administration room and in direct conversations.
 */
export const mayRun = (
  command: Pick<Command, 'name' | 'right'>,
  asker: Asker,
  rights: Rights,
): Permission => {
  if (asker.room === 'console') return 'granted';
  if (rights.externals.includes(serverOf(asker.sender))) return 'external';
  const rules = rights.commands.get(command.name);
  const held =
    rights.operators.includes(asker.sender) ||
    (rules === undefined ? holdsByDefault(command.right, asker) : rules.some((rule) => meets(asker, rule)));
  if (!held) return 'right';
  return command.right === 'operator' && !isOperatorsPlace(asker, rights) ? 'place' : 'granted';
};

/** Where the commands of operators work. */
export const isOperatorsPlace = (
  { room, roomId }: Asker,
  { adminRoom }: Pick<Rights, 'adminRoom'>,
): boolean => room === 'console' || room === 'direct' || roomId === adminRoom;

const holdsByDefault = (right: Command['right'], { powerLevel }: Asker): boolean =>
  right === 'everyone' || (right === 'moderator' && powerLevel >= MODERATOR);

const meets = (asker: Asker, { homeserver, domain, user, room, powerLevel }: Rule): boolean => {
  const conditions = [
    homeserver === undefined || serverOf(asker.sender) === homeserver,
    // The `-` stands for the `@` of the address. Without the server, anybody could choose such a local part.
    domain === undefined || (homeserver !== undefined && localpartOf(asker.sender).endsWith(`-${domain}`)),
    user === undefined || asker.sender === user,
    room === undefined || asker.roomId === room,
    powerLevel === undefined || asker.powerLevel >= powerLevel,
  ];
  const isEmpty = [homeserver, domain, user, room, powerLevel].every((condition) => condition === undefined);
  return !isEmpty && conditions.every(Boolean);
};

/** The general right of somebody in a room, for commands that grade what they allow. */
export const rightOf = (asker: Asker, rights: Pick<Rights, 'operators' | 'adminRoom'>): Command['right'] => {
  if (asker.room === 'console') return 'operator';
  const operator = rights.operators.includes(asker.sender);
  if (operator && isOperatorsPlace(asker, rights)) return 'operator';
  return operator || asker.powerLevel >= MODERATOR ? 'moderator' : 'everyone';
};
