import type { Answer } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import { frame, paragraph } from '../answers.ts';
import type { Invocation, Media } from '../command.ts';
import { answerOffer, offerImport } from '../derogation/table/offer.ts';
import type { RegisterTools } from '../derogation/tools.ts';
import { CAPTION_ONLY, FILE_FOR_IMPORT, UNREAD_MEDIA } from './wording.ts';

type At = Omit<Invocation, 'args'>;

/** What comes without words, or with too few: images, voices, files. */
export interface Unread {
  /** What is said of something that came alone. */
  received(media: Media, at: At): Promise<Answer>;
  /** What a reply to an offer to import brings about; null when it is none. */
  continueOffer(said: string, at: At): Promise<Answer | null>;
  /** The same of a reaction to the offer; `cause` = event that our message answered. */
  tapOffer(key: string, cause: string | null, at: At): Promise<Answer | null>;
}

/** In a direct conversation a table that comes alone is offered to be imported; of all else, it is said that it is not read. */
export const createUnread = (tools: RegisterTools): Unread => ({
  received: async (media, at) => {
    const offer = media === 'file' && at.attachment ? await offerImport(at.attachment, at, tools) : null;
    return offer ?? notRead(media, at, tools.corpus.version);
  },
  continueOffer: (said, at) => answerOffer(said, null, at, tools),
  tapOffer: async (key, cause, at) => (cause === null ? null : answerOffer(key, cause, at, tools)),
});

/** The answer to a caption, which says that the rest was not looked at. */
export const captionOnly = (answer: Answer, media: Media): Answer => ({
  ...answer,
  notices: [...answer.notices, { code: 'legende-seule', text: [CAPTION_ONLY[media]] }],
});

const notRead = (media: Media, at: At, corpusVersion: string): Answer => ({
  ...frame(at, corpusVersion),
  kind: 'dialogue',
  title: '',
  blocks: [
    paragraph(UNREAD_MEDIA[media]),
    ...(media === 'file' ? [paragraph(FILE_FOR_IMPORT, code('!derogation importer'), '.')] : []),
  ],
  notices: [],
  citations: [],
  data: { command: 'inconnue', unread: media },
});
