import { z } from 'zod';
import type { Media } from '../../../commands/command.ts';

/** What the content of a message holds besides text; null for a text, or for what is nothing of the kind. */
export const mediaOf = (content: unknown): Media | null => {
  const read = contentSchema.safeParse(content).data;
  if (read === undefined) return null;
  if (read.msgtype === 'm.audio') return VOICE.some((key) => key in read) ? 'voice' : 'audio';
  return MEDIA.get(read.msgtype) ?? null;
};

/** Whether what a message holds has a caption, which is then its text. */
export const isCaptioned = ({ body, filename }: Caption): boolean =>
  filename !== undefined && filename !== body;

interface Caption {
  readonly body: string;
  readonly filename?: string | undefined;
}

const contentSchema = z.looseObject({ msgtype: z.string() });

const MEDIA: ReadonlyMap<string, Media> = new Map([
  ['m.image', 'image'],
  ['m.video', 'video'],
  ['m.file', 'file'],
  ['m.location', 'location'],
]);

/** Tells a voice message from a sound. */
const VOICE = ['org.matrix.msc3245.voice', 'm.voice'];
