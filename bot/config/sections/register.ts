import { listOf, registerRooms, roomId, section, userId } from '../fields.ts';

const MEMBER = '["@prenom.nom-beta.gouv.fr:agent.dinum.tchap.gouv.fr"]';

/** Registers of derogations: each room has its own; who else reads and writes them. */
export const register = section({
  /** May write in the register of any room they are in, whatever their power level there. */
  writers: listOf(userId(), MEMBER).default([]),
  /** Rooms that also see the registers of others. */
  views: listOf(
    section({ room: roomId(), rooms: registerRooms() }),
    '[{ room: "!pilotage:agent.dinum.tchap.gouv.fr", rooms: all }]',
  ).default([]),
}).prefault({});
