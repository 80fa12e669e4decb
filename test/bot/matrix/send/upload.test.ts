import { describe, expect, it } from 'vitest';
import { toQueue } from '../../../../bot/matrix/send/to-outbox.ts';
import { fileContent, type Uploader, uploadFile, withoutText } from '../../../../bot/matrix/send/upload.ts';
import { saying } from '../../../support/matrix/transport.ts';
import { createMemoryQueues } from '../../../support/queues/memory-queues.ts';

const FILE = { name: 'derogations.csv', mimetype: 'text/csv', text: 'numero;projet\n1;État civil\n' };

const uploads: (readonly [string, string])[] = [];
const uploader: Uploader = {
  upload: async (bytes, mimetype) => {
    uploads.push([bytes.toString('utf8'), mimetype]);
    return `mxc://x/${uploads.length}`;
  },
  encrypt: async (bytes) => ({ buffer: Buffer.from(`chiffré ${bytes.length}`), file: { v: 'v2', iv: 'i' } }),
};

describe('a file that is offered', () => {
  it('is uploaded as it is in a clear room', async () => {
    uploads.length = 0;
    const content = await uploadFile(fileContent(FILE), false, uploader);
    expect(withoutText(content ?? {})).toEqual({
      msgtype: 'm.file',
      body: 'derogations.csv',
      filename: 'derogations.csv',
      info: { mimetype: 'text/csv', size: 28 },
      'm.mentions': {},
      url: 'mxc://x/1',
    });
    expect(uploads).toEqual([[FILE.text, 'text/csv']]);
  });

  it('is encrypted in an encrypted room: neither its text nor its kind is told to the homeserver', async () => {
    uploads.length = 0;
    const content = await uploadFile(fileContent(FILE), true, uploader);
    expect(content).toMatchObject({ file: { v: 'v2', iv: 'i', url: 'mxc://x/1' } });
    expect(content).not.toHaveProperty('url');
    expect(JSON.stringify(content)).not.toContain('État civil');
    expect(uploads).toEqual([['chiffré 28', 'application/octet-stream']]);
  });

  it('uploaded in clear is uploaded once, and again, encrypted, where its room has become encrypted meanwhile', async () => {
    uploads.length = 0;
    const clear = (await uploadFile(fileContent(FILE), false, uploader)) ?? {};
    expect(await uploadFile(clear, false, uploader)).toBeNull();
    const content = withoutText((await uploadFile(clear, true, uploader)) ?? {});
    expect(content).toMatchObject({ file: { url: 'mxc://x/2' } });
    expect(JSON.stringify(content)).not.toMatch(/mxc:\/\/x\/1|État civil/);
  });

  it('is uploaded once: what was uploaded has nothing left to upload', async () => {
    const content = await uploadFile(fileContent(FILE), true, uploader);
    expect(await uploadFile(content ?? {}, true, uploader)).toBeNull();
    expect(await uploadFile({ msgtype: 'm.notice', body: 'a' }, false, uploader)).toBeNull();
  });

  it('follows the answer as a message of its own, and is left out of an edit', async () => {
    const outgoing = {
      roomId: '!a:x',
      answer: { ...saying('Export'), file: FILE },
      replyTo: '$q',
      thread: null,
      msgtype: 'notice',
      mentions: [],
      edits: null,
      cause: '$q',
      priority: 'interactive',
    } as const;
    const render = () => [{ body: 'Export', html: '' }];
    const queue = await toQueue(createMemoryQueues(), outgoing, render);
    expect(queue.map(({ part, cause, content }) => [part, cause, 'filename' in content])).toEqual([
      [0, '$q', false],
      [1, '$q', true],
    ]);
    expect(await toQueue(createMemoryQueues(), { ...outgoing, edits: '$avant' }, render)).toHaveLength(1);
  });

  it.each([
    null,
    '$avant',
  ])('holds what follows two messages of an answer, in its thread (edits: %s)', async (edits) => {
    const outgoing = {
      roomId: '!a:x',
      answer: saying('Long'),
      replyTo: '$q',
      thread: '$racine',
      msgtype: 'notice',
      mentions: [],
      edits,
      cause: '$q',
      priority: 'interactive',
    } as const;
    const pages = Array.from({ length: 87 }, (_, index) => ({ body: `page ${index + 1}`, html: '' }));
    const queue = await toQueue(createMemoryQueues(), outgoing, () => pages);
    const [first, second, last] = queue.map(({ content }) => content as Record<string, unknown>);
    expect(queue).toHaveLength(3);
    expect([first?.body, second?.body]).toEqual(['page 1', 'page 2']);
    expect(last).toMatchObject({ msgtype: 'm.file', 'm.relates_to': { event_id: '$racine' } });
    expect(JSON.stringify(last)).toContain(
      pages
        .slice(2)
        .map(({ body }) => body)
        .join('\\n\\n'),
    );
    expect(await toQueue(createMemoryQueues(), outgoing, () => pages.slice(0, 3))).toHaveLength(3);
    expect(await toQueue(createMemoryQueues(), outgoing, () => pages.slice(0, 2))).toHaveLength(2);
  });
});
