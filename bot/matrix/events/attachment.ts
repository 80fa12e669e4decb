import { z } from 'zod';
import type { Attachment } from '../../../commands/command.ts';
import { readFile } from '../../files/read-file.ts';
import type { RoomCrypto } from '../encryption/room-crypto.ts';
import { failureOf } from '../http/failure.ts';
import type { TransportLog } from '../options.ts';

/** Bytes of an attached file that is read; a larger one counts as none. */
export const MAX_ATTACHMENT = 1024 * 1024;

export interface AttachmentOptions {
  readonly crypto: Pick<RoomCrypto, 'decrypt'>;
  readonly log: TransportLog;
  /** An event of a room as the homeserver has it, encrypted or not. */
  fetchEvent(roomId: string, eventId: string): Promise<unknown>;
  /** Bytes of a file of a clear room. */
  download(mxc: string): Promise<Uint8Array>;
  /** Bytes of a file of an encrypted room, in clear. @throws when they are not those that were encrypted */
  downloadEncrypted(file: EncryptedFile): Promise<Uint8Array>;
}

/**
 * The text file or spreadsheet that comes with a message: its own (the message is then its caption), or that of the message it
 * replies to. Null when there is none, when it is no text, too large, or cannot be had.
 */
export const readAttachment = async (
  roomId: string,
  event: unknown,
  options: AttachmentOptions,
): Promise<Attachment | null> => {
  try {
    const file = fileOf(event) ?? (await repliedFile(roomId, event, options));
    return file === null ? null : await fetchText(file, options);
  } catch (error) {
    const { kind, code } = failureOf(error);
    // We are stopping: the message is handled again at the next start.
    if (kind === 'aborted') throw error;
    options.log.warn('attachment-unread', { room: roomId, code });
    return null;
  }
};

const mxc = z.string().regex(/^mxc:\/\/[^/\s]+\/[A-Za-z0-9_-]+$/);

const encryptedFile = z.object({
  url: mxc,
  key: z.object({
    kty: z.literal('oct'),
    key_ops: z.array(z.string()),
    alg: z.literal('A256CTR'),
    k: z.string(),
    ext: z.literal(true),
  }),
  iv: z.string(),
  hashes: z.object({ sha256: z.string() }),
  v: z.literal('v2'),
});

export type EncryptedFile = z.infer<typeof encryptedFile>;

const fileSchema = z.object({
  content: z.object({
    msgtype: z.literal('m.file'),
    body: z.string().catch(''),
    filename: z.string().optional().catch(undefined),
    info: z
      .object({ mimetype: z.string().catch(''), size: z.number().catch(0) })
      .catch({ mimetype: '', size: 0 }),
    url: mxc.optional().catch(undefined),
    file: encryptedFile.optional().catch(undefined),
  }),
});

type File = z.infer<typeof fileSchema>['content'];

const fileOf = (event: unknown): File | null => fileSchema.safeParse(event).data?.content ?? null;

const replySchema = z.object({
  content: z.object({
    'm.relates_to': z.object({
      'm.in_reply_to': z.object({ event_id: z.string().startsWith('$').max(255) }),
    }),
  }),
});

const encryptedSchema = z.looseObject({ type: z.literal('m.room.encrypted') });

const repliedFile = async (
  roomId: string,
  event: unknown,
  { crypto, fetchEvent }: AttachmentOptions,
): Promise<File | null> => {
  const replied = replySchema.safeParse(event).data?.content['m.relates_to']['m.in_reply_to'].event_id;
  if (replied === undefined) return null;
  const fetched = await fetchEvent(roomId, replied);
  const encrypted = encryptedSchema.safeParse(fetched).data;
  return fileOf(encrypted === undefined ? fetched : await crypto.decrypt(roomId, encrypted));
};

const fetchText = async (file: File, options: AttachmentOptions): Promise<Attachment | null> => {
  const name = (file.filename ?? file.body).slice(0, 255);
  if (file.info.size > MAX_ATTACHMENT || !looksReadable(name, file.info.mimetype)) return null;
  const bytes =
    file.file !== undefined
      ? await options.downloadEncrypted(file.file)
      : file.url === undefined
        ? null
        : await options.download(file.url);
  // The size that was announced is what somebody chose to write.
  return bytes === null || bytes.length > MAX_ATTACHMENT ? null : readFile(name, bytes);
};

/** Windows gives a CSV the type of a spreadsheet. */
const looksReadable = (name: string, mimetype: string): boolean =>
  /\.(?:csv|txt|tsv|xlsx?|xlsm|ods)$/i.test(name) ||
  /^text\/(?:csv|plain|tab-separated-values)\b/i.test(mimetype);
