import { expect, it } from 'vitest';
import { RoomDelays } from '../../../../bot/matrix/send/room-delays.ts';

const failing = (...rooms: readonly string[]): RoomDelays => {
  const delays = new RoomDelays();
  for (const room of rooms) for (let time = 0; time < 6; time++) delays.failed(room, 1000);
  return delays;
};

it('rooms that failed together are tried again as soon as one of them succeeds', () => {
  const delays = failing('!a', '!b', '!c');
  expect(delays.waiting(1001)).toEqual(['!a', '!b', '!c']);
  delays.succeeded('!b');
  expect(delays.waiting(1001)).toEqual([]);
});

it('keeps the count of failures of the others: what fails still waits longer', () => {
  const delays = failing('!a', '!b');
  delays.succeeded('!b');
  expect(delays.failed('!a', 1001)).toBe(7);
  expect(delays.waiting(6000)).toEqual(['!a']);
  expect(delays.waiting(6001)).toEqual([]);
});

it('a room that had never failed hastens no other', () => {
  const delays = failing('!a');
  delays.succeeded('!b');
  expect(delays.waiting(1001)).toEqual(['!a']);
});
