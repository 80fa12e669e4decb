import type { Media } from '../command.ts';

/** What is said of what cannot be read, and what to do instead. */
export const UNREAD_MEDIA: Record<Media, string> = {
  image: 'Je ne lis pas les images : écrivez votre question, ou recopiez le passage qui vous intéresse.',
  voice: 'Je n’écoute pas les messages vocaux : écrivez votre question.',
  audio: 'Je n’écoute pas les sons : écrivez votre question.',
  video: 'Je ne regarde pas les vidéos : écrivez votre question.',
  location: 'Je ne lis pas les positions sur une carte : écrivez votre question.',
  file: 'Je ne lis pas les fichiers seuls : écrivez votre question, ou collez le passage qui vous intéresse.',
};

/** What a file can be read for. */
export const FILE_FOR_IMPORT =
  'Pour importer un tableau (.csv, .xlsx, .ods) dans le registre des dérogations, répondez à ce fichier par ';

/** Under the answer to the caption of something that was not looked at. */
export const CAPTION_ONLY: Record<Media, string> = {
  image: 'Seule la légende a été lue : je ne lis pas les images.',
  voice: 'Seule la légende a été lue : je n’écoute pas les messages vocaux.',
  audio: 'Seule la légende a été lue : je n’écoute pas les sons.',
  video: 'Seule la légende a été lue : je ne regarde pas les vidéos.',
  location: 'Seule la légende a été lue : je ne lis pas les positions.',
  file: 'Seule la légende a été lue, pas le fichier.',
};
