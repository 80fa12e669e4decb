import type { AnswerFile } from '../../../knowledge/answer/answer.ts';
import { type MessageContent, type Placement, relationTo } from '../events/content.ts';
import type { TchapClient } from '../http/client.ts';

/** What sending a file asks of the homeserver. */
export interface Uploader {
  /** Uploads bytes; returns their `mxc://` address. */
  upload(bytes: Buffer, mimetype: string): Promise<string>;
  /** Encrypts bytes for an encrypted room: what to upload, and what opens it. */
  encrypt(bytes: Buffer): Promise<{ readonly buffer: Buffer; readonly file: object }>;
}

/** The uploads of a client. */
export const uploaderOf = (client: TchapClient): Uploader => ({
  upload: (bytes, mimetype) => client.uploadContent(bytes, mimetype),
  encrypt: (bytes) => client.crypto.encryptMedia(bytes),
});

/** Key under which the outbox keeps the text of a file until it is uploaded; never sent. */
const TEXT = 'text to upload';

/**
 * Content of the message that offers a file, before its upload: the room may be encrypted by then. It stays in the thread of
 * the answer.
 */
export const fileContent = (
  { name, mimetype, text }: AnswerFile,
  { thread }: Pick<Placement, 'thread'> = { thread: null },
): MessageContent => ({
  msgtype: 'm.file',
  body: name,
  filename: name,
  info: { mimetype, size: Buffer.byteLength(text, 'utf8') },
  'm.mentions': {},
  ...relationTo({ replyTo: null, thread }),
  [TEXT]: text,
});

/**
 * The content to keep, with the address of its file, uploaded now; null when it has nothing to upload. Encrypted rooms get
 * an encrypted file: the homeserver sees neither its text nor its kind. A file uploaded in clear keeps its text until it is
 * sent: should the room become encrypted before, it is uploaded again, encrypted.
 */
export const uploadFile = async (
  content: MessageContent,
  encrypted: boolean,
  uploader: Uploader,
): Promise<MessageContent | null> => {
  const { [TEXT]: text, url, ...rest } = content;
  if (typeof text !== 'string' || (!encrypted && url !== undefined)) return null;
  const bytes = Buffer.from(text, 'utf8');
  if (!encrypted) return { ...content, url: await uploader.upload(bytes, mimetypeOf(rest)) };
  const { buffer, file } = await uploader.encrypt(bytes);
  return { ...rest, file: { ...file, url: await uploader.upload(buffer, 'application/octet-stream') } };
};

/** The content as it leaves: without the text that was kept for the upload. */
export const withoutText = ({ [TEXT]: _, ...content }: MessageContent): MessageContent => content;

const mimetypeOf = ({ info }: MessageContent): string =>
  typeof info === 'object' && info !== null && 'mimetype' in info ? String(info.mimetype) : 'text/plain';
