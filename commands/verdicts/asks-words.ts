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
  | 'ARMEES'
  | 'NOTE_2021'
  | 'PERMIS';

const any = (...list: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${list.join('|')})(?![a-z0-9])`);

/** Words by which a question asks, folded, in French and English. */
export const PATTERNS: readonly (readonly [Ask, RegExp])[] = [
  [
    'ARMEES',
    /(?=.*\b(?:armees|ministry of (?:the armed forces|defen[cs]e))\b)(?=.*\b(?:nubo|pi|(?:clouds?|nuages?) internes?|internal clouds?)\b)/s,
  ],
  ['NOTE_2021', any('juillet 2021', "avant (?:l'ete )?2021", 'before (?:july )?2021')],
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
  ['DEROGATION', any('derog[a-z]*', "l'exception", 'waivers?', 'exemptions?')],
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
      '(?<!donnees de )localis[a-z]*',
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
      '(?:quelle |la )?procedures? ?(?=[?!.]|$)',
      'procedures? (?:de controle|des grands projets)',
      'grands projets',
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
      "(?:etudier|chercher|envisager)[a-z' ]{0,20} (?:cloud|nuage)",
      '(?:rester|garder|reste|conserver)[a-z ,]{0,30} (?:chez nous|en interne|sur place|serveurs?|on[ -]?prem[a-z]*|salle[a-z ]*)',
      "(?:regle|doctrine) (?:du |de l'|cloud )?[a-z ]{0,12}s'applique",
      'r ?6',
      'evolutions? majeures?',
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
      'concernee?s? (?:par (?!la note)|ou)[a-z ]*',
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
  [
    'PERMIS',
    any(
      'interdit[a-z]*',
      'autorise[a-z]*',
      '(?:peut|peuvent|puis|pouvons)[ -](?:on|ils|elles|je|nous)',
      '(?:on|je) (?:peut|peux)',
      'le droit',
      'possible',
      'conformes?',
      '(?:can|may) (?:we|i|a|our|the)',
      'allowed',
    ),
  ],
];

/** Words that ask for a detail: figures, prices, names, what somebody did or will do. */
export const LOOK_UP = any(
  "combien d(?:e |')(?!temps|mois|jours|semaines)[a-z]+",
  'qui a (?:signe|ecrit|redige|decide)',
  '(?:quel jour|quelle date)',
  "(?:qu'est[ -]ce (?:que le|que la|que les|qu'un|qu'une|que l')|c'est quoi|definition|lesquel(?:le)?s)",
  'quelles? (?:alternatives?|solutions?|offres?|aides?|outils?)',
  '(?:(?:y a|existe)[ -]t[ -]il|obtenir|recevoir|toucher) (?:une|des) aides?',
  "l'aide a",
  "(?:c'est|est[ -]ce|est[ -]il) gratuit[a-z]*",
  '(?:quels? (?:prix|tarifs?)|combien (?:ca |cela )?coute)',
  '(?:va|vont|a|ont)[ -]t[ -](?:il|elle|on|ils|elles)',
  '(?:comment|ou) acheter',
  '(?:bilan|statistiques?|liste des)',
  'how (?:many|much)',
  "qu'est[ -]ce qui",
  'pourquoi',
  'quels criteres',
  '[a-z]+ra-t-(?:il|elle)',
  '(?:etai(?:t|ent)|avait)[a-z -]*-(?:elle|il)s?',
  'why',
  'who signed',
  'what (?:is|are)',
  'which (?:offers|ministries|tools)',
);

/** Beside another amount, the limit is what that one is compared with. */
export const AMOUNT = /\d[\d ,.]*(?:k|m|€|euros?|millions?)(?![a-z])/g;

/** An amount named as the limit of a rule. */
export const LIMIT = any(
  "(?:sous|moins d[e']|plus d[e']|en dessous d[eu']|au-dessous d[eu']|au-dela d[eu']|au-dessus d[eu']|jusqu'a|a partir d[eu']) ?(?:l[ea] |seuil |un |une )*(?:\\d|million|neuf|dix|un million|deux)[a-z\\d]*",
  "seuils? (?:de |d'|a )?(?:un |neuf |\\d+ ?)(?:million|m)[a-z]*",
  '(?:under|below|above|over|up to|threshold of) (?:€ ?)?(?:\\d|one|nine|a )[a-z\\d]*',
);

/** Words that ask whether one is bound. */
export const BOUND = any(
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
