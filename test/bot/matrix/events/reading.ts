import { type EventContext, readEvent } from '../../../../bot/matrix/events/event.ts';

export const now = Date.UTC(2026, 10, 22);
export const me = '@cloud-dinum:agent.test.tchap.gouv.fr';
export const alice = '@alice:agent.test.tchap.gouv.fr';

export const context: EventContext = {
  roomId: '!salon:agent.test.tchap.gouv.fr',
  room: 'private',
  self: { userId: me, displayName: 'Cloud au centre [DINUM]' },
  bots: ['@robot:agent.test.tchap.gouv.fr'],
  now,
  overhears: false,
};

export const message = (content: unknown, more: object = {}): object => ({
  type: 'm.room.message',
  event_id: '$un',
  sender: alice,
  origin_server_ts: now,
  content,
  ...more,
});

export const text = (body: unknown, more: object = {}): object =>
  message({ msgtype: 'm.text', body, ...more });

export const mentioning = (body: string, more: object = {}): object =>
  text(body, { 'm.mentions': { user_ids: [me] }, ...more });

/** What the application is told, or why it is not. */
export const read = (event: unknown, more: Partial<EventContext> = {}): unknown => {
  const result = readEvent(event, { ...context, ...more });
  if ('ignored' in result) return result.ignored;
  const { incoming } = result;
  return incoming.kind === 'message' ? [incoming.addressed, incoming.text] : [incoming.key, incoming.target];
};
