import type { Cooldowns, Inbox, Outbox, Queues, Rooms } from '../../queues/queues.ts';
import type { Database } from '../database.ts';
import * as cooldowns from './cooldowns.ts';
import * as inbox from './inbox.ts';
import { keyValue } from './key-value.ts';
import * as outbox from './outbox.ts';
import { readQueueCounts } from './queue-counts.ts';
import * as rooms from './rooms.ts';
import * as waiting from './waiting.ts';

/** The queues kept in a database, or in a transaction of it. */
export const createQueues = (database: Database): Queues => ({
  inbox: inboxIn(database),
  outbox: outboxIn(database),
  rooms: roomsIn(database),
  cooldowns: cooldownsIn(database),
  values: keyValue(database),
  counts: () => readQueueCounts(database),
  atOnce: (work) => database.transaction().execute((transaction) => work(createQueues(transaction))),
});

const inboxIn = (database: Database): Inbox => ({
  receive: (received, now) => inbox.receive(database, received, now),
  next: (roomId) => inbox.nextReceived(database, roomId),
  setAttempts: (id, attempts) => inbox.setAttempts(database, id, attempts),
  finish: (id, state) => inbox.finish(database, id, state),
  lock: (row) => inbox.lock(database, row),
  unlock: (roomId, sessionId) => inbox.unlock(database, roomId, sessionId),
  unlockAll: () => inbox.unlockAll(database),
  roomsWithWork: () => inbox.roomsWithWork(database),
  hasWaiting: (roomId, sender) => inbox.hasWaiting(database, roomId, sender),
  sentBySame: (eventId, sender) => inbox.sentBySame(database, eventId, sender),
  unexplained: (before) => inbox.unexplained(database, before),
  markExplained: (roomId) => inbox.markExplained(database, roomId),
  forget: (what) => inbox.forget(database, what),
  tidy: (lockedBefore, doneBefore) => inbox.tidyInbox(database, lockedBefore, doneBefore),
});

const outboxIn = (database: Database): Outbox => ({
  enqueue: (queue, now) => outbox.enqueue(database, queue, now),
  hasToSend: (exceptRooms) => outbox.hasToSend(database, exceptRooms),
  waitingRooms: (exceptRooms) => waiting.waitingRooms(database, exceptRooms),
  waitingIn: (roomId, most) => waiting.waitingIn(database, roomId, most),
  find: (id) => waiting.rowOf(database, id),
  markSent: (id, eventId) => outbox.markSent(database, id, eventId),
  replaceContent: (id, content) => outbox.replaceContent(database, id, content),
  drop: (id) => outbox.drop(database, id),
  dropRoom: (roomId) => outbox.dropRoom(database, roomId),
  partsOf: (cause) => outbox.partsOf(database, cause),
  standingParts: (cause, before) => outbox.standingParts(database, cause, before),
  editsOf: (cause) => outbox.editsOf(database, cause),
  causeOf: (eventId) => outbox.causeOf(database, eventId),
  countCauses: (prefix, since) => waiting.countCauses(database, prefix, since),
  tidy: (before) => outbox.tidyOutbox(database, before),
});

const roomsIn = (database: Database): Rooms => ({
  find: (roomId) => rooms.findRoom(database, roomId),
  save: (roomId, change) => rooms.saveRoom(database, roomId, change),
  fill: (roomId, rights) => rooms.fillRoom(database, roomId, rights),
  oweGreeting: (roomId) => rooms.oweGreeting(database, roomId),
  toGreet: () => rooms.roomsToGreet(database),
  openedBy: (userId) => rooms.roomsOpenedBy(database, userId),
  upgraded: () => rooms.upgradedRooms(database),
  invite: (invitation, now) => rooms.invite(database, invitation, now),
  nextInvitation: () => rooms.nextInvitation(database),
  postponeInvitation: (roomId, until) => rooms.postponeInvitation(database, roomId, until),
  removeInvitation: (roomId) => rooms.removeInvitation(database, roomId),
});

const cooldownsIn = (database: Database): Cooldowns => ({
  isCooling: (key, now) => cooldowns.isCooling(database, key, now),
  start: (key, everyMs, now) => cooldowns.startCooldown(database, key, everyMs, now),
  tidy: (now) => cooldowns.tidyCooldowns(database, now),
});
