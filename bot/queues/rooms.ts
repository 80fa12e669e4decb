import type { InvitationRow, RoomRow } from '../store/schema.ts';

export type { InvitationRow, RoomRow };

export type RoomChange = Partial<Omit<RoomRow, 'room_id'>>;

/** What is known of rooms, and invitations that wait. */
export interface Rooms {
  find(roomId: string): Promise<RoomRow | undefined>;
  /** Notes what has changed in a room. An encryption once known is never overwritten with null. */
  save(roomId: string, change: RoomChange): Promise<void>;
  /** Notes what was asked about the rights in a room, unless they are known already. */
  fill(roomId: string, rights: { readonly power_levels: string; readonly creators: string }): Promise<void>;
  /** Rooms that the bot is in because this person has let it in. */
  openedBy(userId: string): Promise<readonly RoomRow[]>;
  /** Replaced rooms whose successor the bot is in. */
  upgraded(): Promise<readonly { readonly from: string; readonly to: string }[]>;
  /** The room is to be greeted once we are in, unless that was decided already. */
  oweGreeting(roomId: string): Promise<void>;
  /** Rooms that the bot is in and has to greet. */
  toGreet(): Promise<readonly RoomRow[]>;
  /**
   * Notes an invitation to accept or decline; one already noted keeps its count of attempts, unless a person now invites us
   * where only a replaced room did.
   */
  invite(invitation: Invitation, now: number): Promise<void>;
  /** The invitation whose next attempt comes first. */
  nextInvitation(): Promise<InvitationRow | undefined>;
  /** One more attempt has failed; the next one is due at `until`. */
  postponeInvitation(roomId: string, until: number): Promise<void>;
  removeInvitation(roomId: string): Promise<void>;
}

export interface Invitation {
  readonly roomId: string;
  readonly inviter: string;
  readonly direct: boolean;
  readonly accept: boolean;
  /** Room that was replaced by this one, when its replacement is all that invites us. */
  readonly predecessor?: string;
}

/** A joined room of which nothing else is known. */
export const emptyRoom = (roomId: string): RoomRow => ({
  room_id: roomId,
  membership: 'join',
  encryption: null,
  history_visibility: null,
  access_rule: null,
  join_rule: null,
  direct: 0,
  members: null,
  successor: null,
  seen_event: null,
  power_levels: null,
  creators: null,
  greeting: null,
  inviter: null,
});
