import { fold } from '../../knowledge/search/text/fold.ts';
import type { RoomSettings } from './settings.ts';

/** One thing that can be set in a room. */
export interface Setting {
  /** As it is typed: `mention-seulement`. */
  readonly name: string;
  /** Words that it may be set to. */
  readonly values: readonly string[];
  readonly meaning: string;
  /** The change that a word brings, or null when it is not one of `values`. */
  readonly read: (word: string) => Partial<RoomSettings> | null;
  /** Its present value, in words. */
  readonly show: (settings: RoomSettings) => string;
  /** Holds for all rooms, and is changed by operators only. */
  readonly ofOperators?: true;
}

/** All settings of a room, in the order of `!config`. */
export const settings: readonly Setting[] = [
  {
    name: 'mention-seulement',
    values: ['oui', 'non'],
    meaning: 'oui : le robot ne répond que mentionné, même à une commande',
    read: (word) => yesOrNo(word, (mentionOnly) => ({ mentionOnly })),
    show: ({ mentionOnly }) => (mentionOnly ? 'oui' : 'non'),
  },
  {
    name: 'fil',
    values: ['oui', 'non'],
    meaning: 'oui : chaque réponse ouvre un fil sous la question',
    read: (word) => yesOrNo(word, (inThread) => ({ inThread })),
    show: ({ inThread }) => (inThread ? 'oui' : 'non'),
  },
  {
    name: 'reactions',
    values: ['oui', 'non'],
    meaning: 'oui : sous une question posée en retour, des chiffres à toucher ; un pouce pour un merci',
    read: (word) => yesOrNo(word, (reactions) => ({ reactions })),
    show: ({ reactions }) => (reactions ? 'oui' : 'non'),
  },
  {
    name: 'langue',
    values: ['fr', 'en', 'auto'],
    meaning: 'langue des réponses ; auto : celle de la question',
    read: (word) => LANGUAGES.get(fold(word)) ?? null,
    show: ({ language }) => language ?? 'celle de la configuration du robot',
  },
  {
    name: 'accueil',
    values: ['oui', 'non'],
    meaning:
      'oui : le robot se présente, une fois, dans chaque salon où une personne l’invite ; réglé par les opérateurs, pour tous les salons',
    read: (word) => yesOrNo(word, (greets) => ({ greets })),
    show: ({ greets }) => (greets ? 'oui' : 'non'),
    ofOperators: true,
  },
];

const LANGUAGES = new Map<string, Partial<RoomSettings>>([
  ['fr', { language: 'fr' }],
  ['francais', { language: 'fr' }],
  ['en', { language: 'en' }],
  ['anglais', { language: 'en' }],
  ['auto', { language: 'auto' }],
]);

const yesOrNo = (
  word: string,
  change: (yes: boolean) => Partial<RoomSettings>,
): Partial<RoomSettings> | null => {
  const answer = YES_OR_NO.get(fold(word));
  return answer === undefined ? null : change(answer);
};

const YES_OR_NO = new Map([
  ['oui', true],
  ['non', false],
]);
