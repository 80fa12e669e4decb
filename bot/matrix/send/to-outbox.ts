import type { AnswerFile } from '../../../knowledge/answer/answer.ts';
import { notify } from '../../administration/notify.ts';
import type { AdminAlert } from '../../administration/wording.ts';
import type { Outgoing } from '../../messages.ts';
import type { Queued, Queues } from '../../queues/queues.ts';
import { currentRoom } from '../../queues/successions.ts';
import type { Part } from '../../render/parts.ts';
import { typeset } from '../../render/typeset.ts';
import { contentBytes, type MessageContent, messageContent, plainContent } from '../events/content.ts';
import type { TchapOptions } from '../options.ts';
import { fileContent } from './upload.ts';

/** Most bytes of JSON in the content of one event; encryption and envelope bring it to some 45 KB of 64 allowed. */
const MOST_BYTES = 30_000;
/** Left for what surrounds body and HTML in a content: relation, mentions, type. */
const ENVELOPE_BYTES = 2_000;

/** Messages of one answer; what follows goes into a file, so that no answer holds up a room. */
const MOST_MESSAGES = 2;

/**
 * Turns what the application says into events to queue: two messages at most, then one file, which holds what follows
 * unless the answer comes with a file of its own. An edit carries its text twice, hence smaller parts; when the new
 * answer has fewer parts than the old one, those in excess are withdrawn.
 */
export const toQueue = async (
  queues: Queues,
  outgoing: Outgoing,
  render: TchapOptions['render'],
): Promise<readonly Queued[]> => {
  const { roomId, priority, cause } = outgoing;
  const edits =
    outgoing.edits === null ? null : ((await queues.outbox.causeOf(outgoing.edits)) ?? outgoing.edits);
  const room = MOST_BYTES - ENVELOPE_BYTES;
  const parts = render(outgoing.answer, { maxBytes: edits === null ? room : room / 2 });
  const rest = parts.slice(MOST_MESSAGES);
  const file = (edits === null ? outgoing.answer.file : undefined) ?? (rest.length > 0 ? fileOf(rest) : null);
  const contents = [
    ...parts
      .slice(0, MOST_MESSAGES)
      .map((part, index) =>
        fitting(part, index === 0 ? outgoing : { ...outgoing, replyTo: null, mentions: [] }),
      ),
    ...(file === null ? [] : [fileContent(file, outgoing)]),
  ];
  const messages = contents.map(
    (content, part): Queued => ({ roomId, kind: 'message', content, priority, cause, part, edits }),
  );
  if (edits === null) return messages;
  const excess = [...(await queues.outbox.standingParts(edits)).keys()].filter(
    (part) => part >= messages.length,
  );
  return [
    ...messages,
    ...excess.map(
      (part): Queued => ({ roomId, kind: 'redaction', content: {}, priority, cause, part, edits }),
    ),
  ];
};

/** What does not fit in the messages of an answer, as text. */
const fileOf = (parts: readonly Part[]): AnswerFile => ({
  name: 'suite-de-la-reponse.txt',
  mimetype: 'text/plain',
  text: `${parts.map(({ body }) => body).join('\n\n')}\n`,
});

const fitting = (part: Part, placement: Outgoing): MessageContent => {
  const content = messageContent(part, placement);
  return contentBytes(content) <= MOST_BYTES ? content : plainContent(content);
};

/** A sentence of the transport itself, without markup. */
export const sentence = (
  text: string,
  where: { readonly roomId: string; readonly replyTo?: string; readonly thread?: string | null },
  cause: string,
): Queued => {
  const { roomId, replyTo = null, thread = null } = where;
  const placement = { replyTo, thread, msgtype: 'notice', mentions: [] } as const;
  const content = messageContent({ body: typeset(text), html: '' }, placement);
  return { roomId, kind: 'message', content, priority: 'interactive', cause, part: 0, edits: null };
};

/** A line for the administrators, in the transaction of what it tells of; see `notify`. */
export const alert = (
  queues: Queues,
  { adminRoom, now, log }: Pick<TchapOptions, 'adminRoom' | 'now' | 'log'>,
  notice: AdminAlert,
): Promise<void> => {
  const post = async (text: string, cause: string): Promise<void> => {
    if (adminRoom === null) return;
    const roomId = await currentRoom(queues, adminRoom);
    await queues.outbox.enqueue([sentence(text, { roomId }, cause)], now());
  };
  return notify(queues, { adminRoom, now, log, post }, notice);
};
