import { beforeEach, describe, expect, it } from 'vitest';
import type { Attachment, Media } from '../../commands/command.ts';
import { OWN_ONLY } from '../../commands/derogation/access.ts';
import { createResponder, type RequestContext } from '../../commands/respond.ts';
import { createUnread, type Unread } from '../../commands/unread/unread.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { createMemoryRegisterStore } from '../../knowledge/register/memory-store.ts';
import type { RegisterStore } from '../../knowledge/register/store.ts';
import { passages } from '../support/answers.ts';
import { commands, context, corpus, shown } from './running.ts';

const { laterLaw } = loadKnowledge();
const table: Attachment = {
  name: 'registre.csv',
  text: 'projet;regle;accordee;offre_acceptable\nSIRH;R9;2026-03-12;2026-07-31',
};
let store: RegisterStore;
let unread: Unread;

beforeEach(() => {
  store = createMemoryRegisterStore();
  unread = createUnread({ corpus, laterLaw, store, access: OWN_ONLY });
});

type Change = Partial<RequestContext> & { readonly event?: string };

const at = ({ event = '$fichier', ...change }: Change = {}): RequestContext => {
  const base = context(change);
  return {
    ...base,
    conversation: { ...base.conversation, eventId: event },
  };
};
const owner = { ...context().conversation, right: 'moderator' } as const;

const respond = (text: string, change: Change = {}) =>
  createResponder({
    commands,
    answerer: { answer: () => passages() } as never,
    unread,
    corpusVersion: corpus.version,
  })(text, at({ conversation: owner, ...change }));

const drop = (attachment: Attachment | null, change: Change = {}) =>
  respond('', { media: 'file', attachment, ...change });
const words = async (answer: ReturnType<typeof respond>): Promise<string> => {
  const given = await answer;
  return given === null ? '' : shown(given);
};

describe('what cannot be read', () => {
  it.each([
    ['image', 'Je ne lis pas les images'],
    ['voice', 'Je n’écoute pas les messages vocaux'],
    ['video', 'Je ne regarde pas les vidéos'],
    ['file', 'répondez à ce fichier par !derogation importer'],
  ] as const)('%s is said to be unread, with what to do', async (media, expected) => {
    expect(await words(respond('', { media }))).toContain(expected);
  });

  it('is not said to people who talk among themselves', async () => {
    expect(await respond('', { media: 'image', addressed: 'none' })).toBeNull();
  });

  it.each([
    'image',
    'video',
    'file',
  ] as Media[])('a caption is answered, and the %s said to be unread', async (media) => {
    const answer = await respond('Que dit R9 ?', { media });
    expect(answer?.notices.map(({ code }) => code)).toContain('legende-seule');
  });

  it('a command has read the file that it is the caption of', async () => {
    const answer = await respond('!aide', { media: 'file', attachment: table });
    expect(answer?.notices).toEqual([]);
  });
});

describe('a table alone in a direct message', () => {
  it.each([
    'oui',
    'Oui !',
    'ok',
    '✅',
    'oui, vas-y',
  ])('is asked about, then shown after « %s », and nothing is written', async (yes) => {
    expect(await words(drop(table))).toContain('« registre.csv »');
    expect(await words(respond(yes, { event: '$oui' }))).toContain(
      'Essai d’import : 1 ligne lue, aucune erreur',
    );
    expect((await store.list('all', { state: 'toutes', offset: 0, limit: 9 })).total).toBe(0);
  });

  it('is shown by a tap on the question, and by no other', async () => {
    await drop(table);
    expect(await unread.tapOffer('✅', '$autre', at({ event: '$tap' }))).toBeNull();
    expect(await unread.tapOffer('🎉', '$fichier', at({ event: '$tap' }))).toBeNull();
    const shownTo = await unread.tapOffer('✅', '$fichier', at({ event: '$tap', conversation: owner }));
    expect(shownTo?.title).toContain('Essai d’import');
  });

  it('says the same again when the same answer is handled twice', async () => {
    await drop(table);
    const first = await words(respond('oui', { event: '$oui' }));
    expect(await words(respond('oui', { event: '$oui' }))).toBe(first);
  });

  it('cannot be confirmed before it was shown', async () => {
    await drop(table);
    const confirmed = await unreadConfirm();
    expect(confirmed).toContain('Aucun essai d’import');
  });

  it('is forgotten after « non », and after an hour « oui » is a message like another', async () => {
    await drop(table);
    await respond('non', { event: '$non' });
    expect(await store.draft(owner.roomId, owner.sender)).toBeNull();
    await drop(table);
    const later = { event: '$oui', now: context().now + 60 * 60 * 1000 + 1 };
    expect(await respond('oui', later)).toMatchObject({ kind: 'passages' });
  });

  it('is forgotten with its message, even once shown', async () => {
    await drop(table);
    await respond('oui', { event: '$oui' });
    await store.forgetDraftOf('$fichier');
    expect(await store.draft(owner.roomId, owner.sender)).toBeNull();
  });

  it('leaves a question to be answered', async () => {
    await drop(table);
    expect(await respond('Que dit R9 ?', { event: '$q' })).toMatchObject({ kind: 'passages' });
    expect(await words(respond('oui', { event: '$oui' }))).toContain('Essai d’import');
  });

  it.each([
    ['in a room', { conversation: { ...owner, room: 'private' } }],
    ['from who may not write', { conversation: { ...owner, right: 'everyone' } }],
  ] as const)('is not asked about %s', async (_, change) => {
    expect(await words(drop(table, change))).toContain('!derogation importer');
    expect(await store.draft(owner.roomId, owner.sender)).toBeNull();
  });

  it('that cannot be opened is refused by its name', async () => {
    expect(await words(drop({ name: 'a.xls', text: '', unread: 'ancien' }))).toContain('format ancien');
  });
});

const unreadConfirm = async (): Promise<string> => {
  const { importTable } = await import('../../commands/derogation/table/import.ts');
  const invocation = { ...at({ conversation: owner, event: '$confirme' }), args: 'confirmer' };
  return shown(await importTable('confirmer', invocation, { corpus, laterLaw, store, access: OWN_ONLY }));
};
