import type { Lang } from '../../knowledge/answer/answer.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';
import type { Atteinte } from '../../knowledge/rules/sensibilite-types.ts';

/** « rien de secret, aucune atteinte »: what a verdict on R9 rests on, as it was declared; empty if nothing was. */
export const declaredR9 = ({ secret, mission, atteintes }: DossierFacts, lang: Lang): string => {
  const words = WORDS[lang];
  return [
    ...(secret === null ? [] : [secret ? words.secret : words.noSecret]),
    ...(mission === null ? [] : [mission ? words.mission : words.noMission]),
    ...(atteintes === null ? [] : [atteintes.length === 0 ? words.noHarm : harms(atteintes, lang)]),
  ].join(', ');
};

/** « atteinte à l’ordre public et à la propriété intellectuelle ». */
export const harms = (atteintes: readonly Atteinte[], lang: Lang): string => {
  const { harm, and } = WORDS[lang];
  return `${harm} ${atteintes.map((code) => HARM[lang][code]).join(and)}`;
};

const WORDS = {
  fr: {
    secret: 'secret protégé',
    noSecret: 'rien de secret',
    mission: 'mission essentielle de l’État',
    noMission: 'aucune mission essentielle',
    noHarm: 'aucune atteinte',
    harm: 'atteinte',
    and: ' et ',
  },
  en: {
    secret: 'a protected secret',
    noSecret: 'nothing secret',
    mission: 'an essential mission of the State',
    noMission: 'no essential mission',
    noHarm: 'no harm',
    harm: 'harm to',
    and: ' and ',
  },
} as const;

const HARM: Record<Lang, Record<Atteinte, string>> = {
  fr: {
    ordre_public: 'à l’ordre public',
    securite_publique: 'à la sécurité publique',
    sante_vie: 'à la santé et la vie des personnes',
    propriete_intellectuelle: 'à la propriété intellectuelle',
  },
  en: {
    ordre_public: 'public order',
    securite_publique: 'public safety',
    sante_vie: 'the health and life of persons',
    propriete_intellectuelle: 'intellectual property',
  },
};
