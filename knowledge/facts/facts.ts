import { findAmounts } from '../amounts/find-amounts.ts';
import { fold } from '../search/text/fold.ts';
import { ruleReferences } from '../search/text/rule-references.ts';
import { findDates } from './dates.ts';

/** What a question says of a project, as far as it says so plainly. */
export interface Situation {
  /** Amounts of euros, in cents. */
  readonly amounts: readonly number[];
  /** Rule numbers: 9 for R9. */
  readonly rules: readonly number[];
  /** Calendar dates, `YYYY-MM-DD`. */
  readonly dates: readonly string[];
  /** Where the project is or would be hosted; `hors_cloud` = on the team's own machines. */
  readonly hosting: 'commercial' | 'interne' | 'hors_cloud' | null;
  /** The question is about a project, its cost, an application… */
  readonly aboutProject: boolean;
  /** It asks who controls, which procedure applies, whether the study is owed. */
  readonly asksControl: boolean;
  readonly asksDerogation: boolean;
  /** « offre acceptable », from which the ceiling of a derogation from R9 is counted. */
  readonly acceptableOffer: boolean;
  /** It asks for figures or follow-up (« combien de projets… »), which no rule gives. */
  readonly asksFigures: boolean;
  /** The amounts are those of a subsidy, a programme, a market: not the cost of a project. */
  readonly aboutFunding: boolean;
}

/** Reads a question in French. Conservative: what is not said in known words is not recognised. */
export const recogniseSituation = (question: string): Situation => {
  const folded = fold(question);
  return {
    amounts: findAmounts(question),
    rules: ruleReferences(folded),
    dates: findDates(folded),
    hosting: hostingOf(folded),
    aboutProject: PROJECT.test(folded),
    asksControl: CONTROL.test(folded),
    asksDerogation: DEROGATION.test(folded),
    acceptableOffer: /acceptable/.test(folded),
    asksFigures: FIGURES.test(folded),
    aboutFunding: FUNDING.test(folded),
  };
};

const words = (...list: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${list.join('|')})(?![a-z0-9])`);

const PROJECT = words(
  'projets?',
  'applications?',
  'applis?',
  'sirh',
  'si',
  "systemes?(?: d'information)?",
  'logiciels?',
  'progiciels?',
  'outils?',
  'refontes?',
  'chantiers?',
  'produits?',
  'plateformes?',
  'portails?',
  'sites?',
  'migrations?',
  'budget(?:e|ee)?',
  'couts?',
  'coutent?',
  'coutant',
);
const CONTROL = words(
  'controle(?:s|r|e|nt)?',
  'verifi[a-z]*',
  'qui (?:valide|surveille|examine)',
  'procedures?',
  'demarches?',
  'etudes? comparatives?',
  'documents? comparatifs?',
  'article 3',
  'seuils?',
  'aupres de (?:qui|la dinum)',
  '(?:informer|prevenir|saisir|declarer a|avis de) (?:la )?dinum',
);
const DEROGATION = words('derog[a-z]*');
const FUNDING = words(
  'aides?',
  'subvention[a-z]*',
  '(?:co)?financ[a-z]*',
  'guichets?',
  'enveloppes?',
  'dot(?:e|es|ee|ees|ation)',
  'appels? a projets?',
  'appels? a manifestation[a-z ]*',
  'france 2030',
  'france relance',
  'pia ?4?',
  'ftap',
  'pme',
  'start ?-?ups?',
  'laureats?',
  'investi[a-z]*',
  'amendes?',
  "chiffre d'affaires",
  'milliards?',
);
const FIGURES = words(
  'combien de',
  "combien d'[a-z]+",
  'bilans?',
  'statistiques?',
  'nombre de',
  'liste des',
  'quels ministeres',
  'en moyenne',
);
const OWN_MACHINES = words(
  '(?:garder|conserver|laisser|heberger|installer|rester|reste|resterait)[a-z ]{0,25} (?:chez nous|en interne|dans nos murs|sur place)',
  'chez nous',
  'sur site',
  'on[ -]?prem(?:ises?)?',
  '(?:nos|leurs|ses|propres) (?:propres )?(?:serveurs?|machines|salles?|locaux|infrastructures|data ?centers?|murs)',
  '(?:notre|sa|leur) (?:propre )?(?:salle|serveur|data ?center|centre de donnees|infrastructure)[a-z ]{0,12}',
  'salles? (?:machines?|informatiques?|blanches?)',
  'hors (?:du |de )?(?:cloud|nuage)',
  'sans (?:le |passer par le )?cloud',
  'pas (?:de|du|dans le|en|sur le|aller dans le) cloud',
);
const INTERNAL = words('nubo', 'cloud (?:pi|interne)', "cloud de l'etat", 'pi');
const COMMERCIAL = words(
  'cloud commercial',
  'offres? commerciales?',
  'aws',
  'azure',
  'ovh(?:cloud)?',
  'outscale',
  'google',
  'microsoft',
  'saas',
  'prestataire prive',
  'hebergeur prive',
);

/** Own machines first: « sur nos serveurs plutôt que chez un hébergeur privé ». */
const hostingOf = (folded: string): Situation['hosting'] => {
  if (OWN_MACHINES.test(folded)) return 'hors_cloud';
  if (INTERNAL.test(folded)) return 'interne';
  return COMMERCIAL.test(folded) ? 'commercial' : null;
};
