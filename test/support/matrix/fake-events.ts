export type Json = Record<string, unknown>;

/** Events as a homeserver gives them to the account of the bot. */
export class FakeEvents {
  readonly user = '@bot:agent.test.tchap.gouv.fr';
  #events = 0;

  /** A text message as a client sends it. */
  text(body: unknown, more: { id?: string; sender?: string; at?: number; content?: Json } = {}): Json {
    this.#events++;
    return {
      type: 'm.room.message',
      event_id: more.id ?? `$event${this.#events}`,
      sender: more.sender ?? '@alice:agent.test.tchap.gouv.fr',
      origin_server_ts: more.at ?? Date.now(),
      content: { msgtype: 'm.text', body, 'm.mentions': {}, ...more.content },
    };
  }

  stateEvent(type: string, content: unknown, stateKey = ''): Json {
    this.#events++;
    const sender = '@alice:agent.test.tchap.gouv.fr';
    return {
      type,
      state_key: stateKey,
      event_id: `$state${this.#events}`,
      sender,
      origin_server_ts: 1,
      content,
    };
  }

  arrival(): Json {
    return {
      ...this.stateEvent('m.room.member', { membership: 'join' }, this.user),
      unsigned: { prev_content: { membership: 'invite' } },
    };
  }
}
