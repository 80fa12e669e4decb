import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeEvents, type Json } from './fake-events.ts';
import type { Fault, SentEvent } from './fault.ts';

/** One answer of `/sync` to come; `token` is what asks for the next one. */
interface Round {
  readonly rooms: Json;
  readonly others: Json;
}

/**
 * A homeserver small enough to be bent at will: it says what a test wants in `/sync`, notes what is sent, keeps one
 * event per transaction id, and fails on demand. It checks nothing that Synapse would check.
 */
export class FakeHomeserver extends FakeEvents {
  readonly sent: SentEvent[] = [];
  /** All requests, `METHOD /path`, without query. */
  readonly requests: string[] = [];
  readonly faults: Fault[] = [];
  /** Answers of GET `…/messages`, by room, newest first. */
  readonly history = new Map<string, readonly unknown[]>();
  /** State of rooms by `roomId/type`; what is absent is answered 404 M_NOT_FOUND. */
  readonly state = new Map<string, unknown>();
  /** What the bot keeps with its account, by path. */
  readonly accountData = new Map<string, unknown>();
  /** Rooms of a sync without token: what is there, not what is new. */
  initial: Json = {};
  /** Members of rooms, the bot left out; those that are absent hold it alone. */
  readonly members = new Map<string, readonly string[]>();
  readonly joins: string[] = [];
  readonly leaves: string[] = [];
  /** Reasons given with them, in order. */
  readonly reasons: unknown[] = [];
  /** Typing notices, in order: shown or not. */
  readonly typing: unknown[] = [];
  logins = 0;
  /** Answers `/sync` with nothing, whatever there is to say. */
  deaf = false;
  /** How far the clock that dates the answers is ahead, in milliseconds. */
  dateAhead = 0;
  #rounds: Round[] = [];
  #waiting: (() => void)[] = [];
  #server = createServer((request, response) => void this.#receive(request, response));

  static async start(): Promise<FakeHomeserver> {
    const fake = new FakeHomeserver();
    await fake.#listen(0);
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  port = 0;

  async #listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Comes back on the same port, after `stop()`. */
  async restart(): Promise<void> {
    this.#server = createServer((request, response) => void this.#receive(request, response));
    await this.#listen(this.port);
  }

  /** Adds an answer to `/sync`, given to whoever asks from there. */
  say(rooms: Json, others: Json = {}): void {
    this.#rounds.push({ rooms, others });
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Adds events to the timeline of a joined room. */
  events(roomId: string, events: readonly unknown[], room: Json = {}): void {
    this.say({ join: { [roomId]: { timeline: { events, limited: false }, ...room } } });
  }

  /** The bot is in a room of two, clear: every message is for it. */
  direct(roomId: string): void {
    this.say({
      join: {
        [roomId]: {
          summary: { 'm.joined_member_count': 2, 'm.invited_member_count': 0 },
          state: { events: [this.stateEvent('m.room.join_rules', { join_rule: 'invite' })] },
          timeline: { events: [this.arrival()], limited: false },
        },
      },
    });
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const line = `${request.method} ${decodeURIComponent(url.pathname)}`;
    this.requests.push(line);
    if (this.dateAhead !== 0) response.setHeader('date', new Date(Date.now() + this.dateAhead).toUTCString());
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const fault = this.faults.find(({ match, times }) => match.test(line) && times !== 0);
    if (fault?.times !== undefined) fault.times--;
    if (fault?.action === 'hang') return;
    if (fault?.action === 'reset-before') {
      request.socket.destroy();
      return;
    }
    if (fault !== undefined && typeof fault.action === 'object') {
      reply(response, fault.action.status, fault.action.body, fault.action.html);
      return;
    }
    const answer = await this.#answer(line, url, body);
    if (fault?.action === 'reset-after') request.socket.destroy();
    else if (answer === undefined) reply(response, 404, { errcode: 'M_NOT_FOUND', error: 'none' });
    else reply(response, 200, answer);
  }

  async #answer(line: string, url: URL, body: Json): Promise<unknown> {
    const [method = '', path = ''] = line.split(/ (.*)/s);
    const room = path.match(/\/rooms\/([^/]+)\/(\w+)(?:\/(.*))?$/s);
    if (room !== null) return this.#inRoom(method, room[1] ?? '', room[2] ?? '', room[3] ?? '', body);
    const join = path.match(/\/join\/(.+)$/);
    if (join !== null) {
      this.joins.push(join[1] ?? '');
      return { room_id: join[1] };
    }
    if (path.endsWith('/sync')) return this.#sync(url);
    if (path.endsWith('/login')) {
      this.logins++;
      return { access_token: 'secret-token', device_id: 'DEVICE', user_id: this.user };
    }
    if (path.endsWith('/whoami')) return { user_id: this.user, device_id: 'DEVICE' };
    if (path.endsWith('/keys/upload')) return { one_time_key_counts: { signed_curve25519: 50 } };
    if (path.endsWith('/keys/query')) {
      const asked = Object.keys((body.device_keys ?? {}) as Json);
      return { device_keys: Object.fromEntries(asked.map((id) => [id, {}])), failures: {} };
    }
    if (path.includes('/keys/')) return { device_keys: {}, one_time_keys: {}, failures: {} };
    if (path.includes('/account_data/')) {
      if (method === 'GET') return this.accountData.get(path);
      this.accountData.set(path, body);
      return {};
    }
    const toDevice = path.match(/\/sendToDevice\/([^/]+)\//);
    if (toDevice !== null) {
      const content = (body.messages as Record<string, Json> | undefined)?.[this.user]?.DEVICE;
      if (content !== undefined && !this.deaf)
        this.say({}, { to_device: { events: [{ type: toDevice[1], sender: this.user, content }] } });
      return {};
    }
    if (path.includes('/profile/')) return { displayname: 'Cloud au centre [DINUM]' };
    return undefined;
  }

  #inRoom(method: string, roomId: string, action: string, rest: string, body: Json): unknown {
    switch (action) {
      case 'send':
      case 'redact': {
        const [type = '', transactionId = ''] = rest.split('/');
        return {
          event_id: this.#keep(
            roomId,
            action === 'send' ? type : 'm.room.redaction',
            transactionId,
            body,
            type,
          ),
        };
      }
      case 'state':
        return this.state.get(`${roomId}/${rest.replace(/\/$/, '')}`);
      case 'messages':
        return { chunk: this.history.get(roomId) ?? [], start: 'p' };
      case 'joined_members':
        return { joined: Object.fromEntries(this.#membersOf(roomId).map((id) => [id, profileOf(id)])) };
      case 'members':
        return {
          chunk: this.#membersOf(roomId).map((id) =>
            this.stateEvent('m.room.member', { membership: 'join', ...profileOf(id) }, id),
          ),
        };
      case 'leave':
        this.leaves.push(roomId);
        this.reasons.push(body.reason);
        return {};
      case 'typing':
        this.typing.push(body.typing);
        return {};
      default:
        return method === 'PUT' ? {} : undefined;
    }
  }

  #membersOf(roomId: string): readonly string[] {
    return [this.user, ...(this.members.get(roomId) ?? [])];
  }

  /** One event per transaction id, as Synapse does. */
  #keep(roomId: string, type: string, transactionId: string, content: Json, target: string): string {
    const before = this.sent.find((event) => event.transactionId === transactionId);
    if (before !== undefined) return before.eventId;
    const eventId = `$sent${this.sent.length + 1}`;
    const kept = type === 'm.room.redaction' ? { ...content, redacts: target } : content;
    this.sent.push({ roomId, type, transactionId, eventId, content: kept, at: Date.now() });
    return eventId;
  }

  async #sync(url: URL): Promise<unknown> {
    const token = url.searchParams.get('since');
    if (token === null) return { next_batch: `s${this.#rounds.length}`, rooms: this.initial };
    const since = Number(token.slice(1));
    const timeout = Number(url.searchParams.get('timeout') ?? 0);
    if (since >= this.#rounds.length && timeout > 0)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        setTimeout(resolve, timeout).unref();
      });
    const round = this.#rounds[since];
    if (round === undefined || this.deaf) return { next_batch: `s${since}` };
    return { next_batch: `s${since + 1}`, rooms: round.rooms, ...round.others };
  }
}

const profileOf = (userId: string): Json => ({
  displayname: `${userId.slice(1).replace(/:.*/, '')} [Intérieur]`,
  avatar_url: 'mxc://agent.test.tchap.gouv.fr/abcdefghijklmnopqrstuvwx',
});

const reply = (response: ServerResponse, status: number, body: unknown, html = false): void => {
  response.writeHead(status, { 'content-type': html ? 'text/html' : 'application/json' });
  response.end(html ? String(body) : JSON.stringify(body));
};
