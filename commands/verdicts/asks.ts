import { fold } from '../../knowledge/search/text/fold.ts';

/** What a question wants to know. */
export type Ask =
  | 'CHAMP'
  | 'CLOUD'
  | 'SECNUMCLOUD'
  | 'RECETTE'
  | 'LOCALISATION'
  | 'DEROGATION_R6'
  | 'DEROGATION_R9'
  | 'DEROGATION'
  | 'ETUDE'
  | 'CONTROLE'
  | 'REVERSIBILITE'
  | 'ZONES'
  | 'SUR_MESURE'
  | 'CLOUD_INTERNE_CONSTRUIRE'
  | 'CLOUD_INTERNE_OUVERT'
  | 'ARMEES';

export interface Asks {
  /** Most telling first; empty = the question says no more than « que dit la doctrine ? ». */
  readonly topics: readonly Ask[];
  /** It asks whether something is compulsory, forbidden, or binding: « non » is then a whole answer. */
  readonly whetherBound: boolean;
}

/** Reads what a question asks, in French or English, from its own words. */
export const readAsks = (question: string): Asks => {
  const folded = fold(question);
  const topics = PATTERNS.filter(([, pattern]) => pattern.test(folded)).map(([ask]) => ask);
  return { topics, whetherBound: BOUND.test(folded) };
};

const any = (...list: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${list.join('|')})(?![a-z0-9])`);

const PATTERNS: readonly (readonly [Ask, RegExp])[] = [
  ['ARMEES', any('(?:ministere )?(?:des )?armees', 'ministry of (?:the armed forces|defen[cs]e)')],
  [
    'CLOUD_INTERNE_CONSTRUIRE',
    any(
      '(?:monter|construire|creer|batir|developper|lancer) (?:un|notre|son)(?: propre)? (?:petit )?(?:cloud|openstack)[a-z ]*',
      'cloud (?:openstack )?maison',
      '(?:build|set up) (?:a|our own) (?:private )?cloud',
    ),
  ],
  [
    'CLOUD_INTERNE_OUVERT',
    any('ouverts? (?:a|aux) [a-z]+', '(?:acces|acceder) (?:a|au) (?:nubo|pi|cloud interne)', 'open to us'),
  ],
  ['DEROGATION_R6', any('derog[a-z]* (?:a|de) (?:la regle )?r ?6', 'derogat[a-z]* (?:from|to) r ?6')],
  ['DEROGATION_R9', any('derog[a-z]* (?:a|de) (?:la regle )?r ?9', 'derogat[a-z]* (?:from|to) r ?9')],
  ['DEROGATION', any('derog[a-z]*', 'waivers?', 'exemptions?')],
  [
    'RECETTE',
    any(
      'recette',
      'pre-?prod[a-z]*',
      'pra',
      'plans? de reprise',
      'site de secours',
      'le secours',
      'environnements? de (?:dev[a-z]*|test)',
      'sauvegardes?',
      'backups?',
      'staging',
    ),
  ],
  [
    'LOCALISATION',
    any(
      'localis[a-z]*',
      'ou heberger',
      "hors (?:de l')?(?:ue|union)[a-z ]*",
      'where (?:can|must|should)[a-z ]*',
    ),
  ],
  [
    'REVERSIBILITE',
    any(
      'reversib[a-z]*',
      'fin de contrat',
      'dans le contrat',
      '(?:clauses?|conditions) de sortie',
      'sortie du contrat',
      'recuperer nos donnees',
      'exit (?:clause|plan)[a-z]*',
    ),
  ],
  [
    'ZONES',
    any('plusieurs (?:regions|zones|sites)', 'une seule zone', 'multi-?(?:zones?|regions?)', 'single zone'),
  ],
  [
    'SUR_MESURE',
    any('sur[ -]mesure', 'sur etagere', '(?:re)?developper (?:nous|en interne)[a-z ]*', 'bespoke'),
  ],
  [
    'ETUDE',
    any(
      'etudes? comparatives?',
      'paperasses?',
      'dossiers? (?:a la )?dinum',
      'documenter',
      'documents? (?:a )?(?:fournir|produire|comparatifs?)',
      '(?:informer|prevenir|saisir|declarer a|avis de) (?:la )?dinum',
      'r ?7',
      'comparative study',
      'paperwork',
    ),
  ],
  [
    'CONTROLE',
    any(
      'controle(?:s|r|e|nt)?',
      'qui (?:nous )?(?:valide|verifie|surveille|examine|controle)',
      "(?:demander|faut) (?:une |l')?(?:autorisation|avis|accord)[a-z ]*",
      'procedures?',
      'seuils?',
      'devant la dinum',
      'r ?8',
      'who (?:controls|checks|reviews|approves)',
      'oversight',
    ),
  ],
  [
    'CLOUD',
    any(
      '(?:aller|passer|migrer|basculer|mettre|tout migrer)[a-z ]{0,20} (?:au|dans le|vers le|sur le|en) (?:cloud|nuage)',
      'tout migrer',
      '(?:rester|garder|reste|conserver)[a-z ,]{0,30} (?:chez nous|en interne|sur place|serveurs?|on[ -]?prem[a-z]*|salle[a-z ]*)',
      "(?:regle|doctrine) (?:du |de l'|cloud )?[a-z ]{0,12}s'applique",
      'r ?6',
      'on est dedans',
      '(?:regle|obligation) du cloud',
      'respecter la (?:regle|doctrine)[a-z ]*',
      '(?:move|migrate|go) to the cloud',
      'stay on[ -]?prem[a-z]*',
    ),
  ],
  [
    'CHAMP',
    any(
      "(?:est-on|est-ce qu'on est|on est|sommes[ -]nous|suis-je|sont-elles|est-elle|est-il|sont-ils|etes-vous|qui est) (?:tous )?(?:concernee?s?|soumise?s?|tenue?s?|vise?e?s?|obliges?|assujetti[es]*|operateur[a-z ]*)",
      '(?:nous|vous|me|les|la|le|lui) (?:concerne|lie|vise|impose|oblige|force)(?:-t-(?:elle|il))?(?: t elle)?',
      'concernes? (?:par|ou)[a-z ]*',
      '(?:dans le|du|de) (?:champ|perimetre)',
      '(?:tombe|entre|rentre)[a-z]* (?:sous|dans) [a-z ]*',
      "s'(?:applique|impose)[a-z -]* (?:a|aux|pour|chez) (?:nous|notre|nos|un|une|des|les)",
      'applicable a nous',
      'pour nous',
      'qui applique',
      'vrai pour',
      '(?:are we|is it) (?:bound|concerned|covered|in scope)',
      'apply to (?:us|a|an|our|the) [a-z ]*',
      'in scope',
    ),
  ],
  ['SECNUMCLOUD', any('secnumcloud', 'snc', 'qualifi[a-z]*', 'r ?9', 'certifi[a-z]*', 'hds', 'qualified')],
];

const BOUND = any(
  'oblig[a-z]*',
  'impos[a-z]*',
  'interdi[a-z]*',
  'forcee?s?',
  'tenue?s?',
  'soumise?s?',
  'concern[a-z]*',
  'doit[a-z -]*',
  'devons[a-z -]*',
  'doi(?:t|vent)',
  'faut(?:[ -]il)?',
  "s'applique[a-z -]*",
  'applicable',
  'vrai',
  'lie',
  'vous confirmez',
  'must (?:we|i|a|the)[a-z ]*',
  'do we (?:have|need) to',
  'required',
  'mandatory',
  'bound',
  'forbidden',
);
