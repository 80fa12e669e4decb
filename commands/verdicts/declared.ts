import type { Lang } from '../../knowledge/answer/answer.ts';
import { type ExempleR9, isOpen, type NatureNommee } from '../../knowledge/rules/dossier/nature.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';
import type { Atteinte } from '../../knowledge/rules/sensibilite-types.ts';

/** « rien de secret, aucune atteinte »: what a verdict on R9 rests on, as it was declared; empty if nothing was. */
export const declaredR9 = (facts: DossierFacts, nature: NatureNommee | null, lang: Lang): string => {
  const { secret, mission, atteintes } = facts;
  const words = WORDS[lang];
  const open = isOpen(facts);
  return [
    ...(nature === null ? [] : [exampleOf(nature, lang)]),
    ...(open ? [words.open] : []),
    ...(secret === null || open ? [] : [secret ? words.secret : words.noSecret]),
    ...(mission === null ? [] : [mission ? words.mission : words.noMission]),
    ...(atteintes === null ? [] : [atteintes.length === 0 ? words.noHarm : harms(atteintes, lang)]),
  ].join(nature === null ? ', ' : words.after);
};

/** « exemple de R9 : défense nationale ». */
const exampleOf = (nature: NatureNommee, lang: Lang): string =>
  `${WORDS[lang].example}${natureOf(nature, lang)}`;

/** « défense nationale »: as R9 names it. */
export const natureOf = ({ exemple }: NatureNommee, lang: Lang): string => EXEMPLES[lang][exemple];

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
    example: 'exemple de R9 : ',
    after: ' ; ',
    open: 'données publiées ou fictives',
  },
  en: {
    secret: 'a protected secret',
    noSecret: 'nothing secret',
    mission: 'an essential mission of the State',
    noMission: 'no essential mission',
    noHarm: 'no harm',
    harm: 'harm to',
    and: ' and ',
    example: 'example of R9: ',
    after: '; ',
    open: 'data published or made up',
  },
} as const;

const HARM: Record<Lang, Record<Atteinte, string>> = {
  fr: {
    ordre_public: 'à l’ordre public',
    securite_publique: 'à la sécurité publique',
    sante_vie: 'à la santé et la vie',
    propriete_intellectuelle: 'à la propriété intellectuelle',
  },
  en: {
    ordre_public: 'public order',
    securite_publique: 'public safety',
    sante_vie: 'the health and life of persons',
    propriete_intellectuelle: 'intellectual property',
  },
};

/** Examples of R9, in its words. */
const EXEMPLES: Record<Lang, Record<ExempleR9, string>> = {
  fr: {
    DELIBERATIONS: 'délibérations du Gouvernement',
    DEFENSE: 'défense nationale',
    POLITIQUE_EXTERIEURE: 'conduite de la politique extérieure',
    ORDRE_PUBLIC: 'maintien de l’ordre public',
    SANTE_ET_VIE: 'protection de la santé et de la vie',
    SECRET_MEDICAL: 'secret médical',
    SECRET_DES_AFFAIRES: 'secret des affaires',
  },
  en: {
    DELIBERATIONS: 'deliberations of the Government',
    DEFENSE: 'national defence',
    POLITIQUE_EXTERIEURE: 'the conduct of foreign policy',
    ORDRE_PUBLIC: 'the preservation of public order',
    SANTE_ET_VIE: 'the protection of the health and life of persons',
    SECRET_MEDICAL: 'medical secrecy',
    SECRET_DES_AFFAIRES: 'business secrecy',
  },
};
