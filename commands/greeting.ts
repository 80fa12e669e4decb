import type { Answer } from '../knowledge/answer/answer.ts';
import { code } from '../knowledge/answer/text.ts';
import { frame, paragraph } from './answers.ts';
import type { RoomKind } from './command.ts';

/**
 * What the bot says of itself where it has just been let in: who it is, how it is called, three things to try.
 * @param today ISO 8601 local date
 */
export const greeting = (room: RoomKind, today: string, corpusVersion: string): Answer => ({
  ...frame({ today }, corpusVersion),
  kind: 'dialogue',
  title: '',
  blocks: [
    paragraph(
      'Bonjour. Je réponds aux questions sur la doctrine « cloud au centre » de l’État, en citant les textes ; je ne rends pas d’avis juridique.',
    ),
    paragraph(
      room === 'direct'
        ? 'Écrivez votre question telle qu’elle vous vient.'
        : 'Mentionnez-moi dans votre question, ou lancez une commande : au reste, je ne réponds pas.',
    ),
    paragraph(
      'Par exemple : « Que dit la règle R9 ? », « Peut-on migrer notre messagerie vers Office 365 ? », ',
      code('!seuil 3,5 M€'),
      '. Toutes les commandes : ',
      code('!aide'),
      '.',
    ),
  ],
  notices: [],
  citations: [],
  data: { command: 'aide', topic: 'accueil' },
});
