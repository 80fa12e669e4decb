import { describe, expect, it } from 'vitest';
import {
  type AttachmentOptions,
  type EncryptedFile,
  MAX_ATTACHMENT,
  readAttachment,
} from '../../../../bot/matrix/events/attachment.ts';
import { readEvent } from '../../../../bot/matrix/events/event.ts';
import { Attachment, EncryptedAttachment } from '../../../../bot/matrix/replacements/crypto/attachments.ts';
import { HttpFailure } from '../../../../bot/matrix/replacements/request/errors.ts';

const ROOM = '!salon:x';
const URL = 'mxc://x/abc';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const CSV = bytes('projet;regle\nÉtat civil;R9');

const file = (content: object = {}, more: object = {}): object => ({
  type: 'm.room.message',
  event_id: '$fichier',
  sender: '@alice:x',
  origin_server_ts: 1,
  content: {
    msgtype: 'm.file',
    body: 'registre.csv',
    info: { mimetype: 'text/csv', size: 30 },
    url: URL,
    ...content,
  },
  ...more,
});
const replyTo = (id: unknown): object => ({
  type: 'm.room.message',
  content: {
    msgtype: 'm.text',
    body: '!derogation importer',
    'm.relates_to': { 'm.in_reply_to': { event_id: id } },
  },
});

const nothing = (): void => {};
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const never = async (): Promise<never> => {
  throw new Error('not expected');
};
const options = (change: Partial<AttachmentOptions> = {}): AttachmentOptions => ({
  crypto: { decrypt: never },
  log,
  fetchEvent: never,
  download: async () => CSV,
  downloadEncrypted: never,
  ...change,
});

describe('the file that comes with a command', () => {
  it('is read from the message itself', async () => {
    expect(await readAttachment(ROOM, file(), options())).toEqual({
      name: 'registre.csv',
      text: 'projet;regle\nÉtat civil;R9',
    });
  });

  it('is read from the message replied to, in its room', async () => {
    const asked: unknown[] = [];
    const fetchEvent = async (...where: unknown[]) => {
      asked.push(where);
      return file();
    };
    expect((await readAttachment(ROOM, replyTo('$fichier'), options({ fetchEvent })))?.name).toBe(
      'registre.csv',
    );
    expect(asked).toEqual([[ROOM, '$fichier']]);
  });

  it('is decrypted in an encrypted room: the event that is replied to, then its bytes', async () => {
    const { encryptedData, mediaEncryptionInfo } = Attachment.encrypt(CSV);
    const clear = file({ url: undefined, file: { ...JSON.parse(mediaEncryptionInfo), url: URL } });
    const downloadEncrypted = async (info: EncryptedFile) => {
      expect(info.url).toBe(URL);
      return Attachment.decrypt(new EncryptedAttachment(encryptedData, JSON.stringify(info)));
    };
    const read = await readAttachment(
      ROOM,
      replyTo('$chiffre'),
      options({
        fetchEvent: async () => ({ type: 'm.room.encrypted', content: {} }),
        crypto: { decrypt: async () => clear },
        download: never,
        downloadEncrypted,
      }),
    );
    expect(read?.text).toBe('projet;regle\nÉtat civil;R9');
  });

  it('may be what a French spreadsheet writes', async () => {
    const latin = Uint8Array.from('\u00c9tat civil', (letter) => letter.charCodeAt(0));
    expect((await readAttachment(ROOM, file(), options({ download: async () => latin })))?.text).toBe(
      'État civil',
    );
  });

  it.each<[string, object, Partial<AttachmentOptions>?]>([
    ['a message without file', { type: 'm.room.message', content: { msgtype: 'm.text', body: '!aide' } }],
    ['a reply to a text', replyTo('$texte'), { fetchEvent: async () => file({ msgtype: 'm.text' }) }],
    ['a reply to nothing that is an event', replyTo(5)],
    ['a reply to an event that is gone', replyTo('$parti'), { fetchEvent: never }],
    ['an image', file({ msgtype: 'm.image' })],
    ['a program', file({ body: 'a.exe', info: { mimetype: 'application/octet-stream', size: 3 } })],
    [
      'a file that says it is large',
      file({ info: { mimetype: 'text/csv', size: MAX_ATTACHMENT + 1 } }),
      { download: never },
    ],
    [
      'a file that is larger than it says',
      file(),
      { download: async () => new Uint8Array(MAX_ATTACHMENT + 1).fill(65) },
    ],
    ['bytes that are no text', file(), { download: async () => Uint8Array.of(65, 0, 66) }],
    ['an address elsewhere', file({ url: 'https://x.example/a.csv' }), { download: never }],
    ['an address that climbs', file({ url: 'mxc://x/../../admin' }), { download: never }],
    ['a download that fails', file(), { download: never }],
    ['null', {}],
  ])('is none for %s', async (_, event, change = {}) => {
    expect(await readAttachment(ROOM, event, options(change))).toBeNull();
  });

  it('is not downloaded when it says that it is large, is no text, or stands elsewhere', async () => {
    const downloaded: string[] = [];
    const download = async (mxc: string) => {
      downloaded.push(mxc);
      return CSV;
    };
    for (const content of [
      { info: { mimetype: 'text/csv', size: MAX_ATTACHMENT + 1 } },
      { body: 'a.exe', info: { mimetype: 'application/octet-stream', size: 3 } },
      { url: 'https://x.example/a.csv' },
      { url: 'mxc://x/../../admin' },
    ])
      await readAttachment(ROOM, file(content), options({ download }));
    expect(downloaded).toEqual([]);
  });

  it('is asked for again when the bot stops meanwhile', async () => {
    const download = async (): Promise<never> => {
      throw new HttpFailure('aborted', 'media', 'aborted because the bot stops');
    };
    await expect(readAttachment(ROOM, file(), options({ download }))).rejects.toThrow('aborted');
  });
});

describe('a file with a caption', () => {
  const context = {
    roomId: ROOM,
    room: 'private',
    self: { userId: '@bot:x', displayName: null },
    bots: [],
    now: 1,
    overhears: false,
  } as const;

  it('says what its caption says', () => {
    const read = readEvent(file({ body: '!derogation importer', filename: 'registre.csv' }), context);
    expect(read).toMatchObject({ incoming: { text: '!derogation importer', addressed: 'command' } });
  });

  it.each([
    ['without caption', file({ body: '!aide.csv' })],
    ['whose caption is its name', file({ body: '!aide.csv', filename: '!aide.csv' })],
  ])('says nothing %s', (_, event) => {
    expect(readEvent(event, context)).toEqual({ ignored: 'not-text' });
  });
});
