/** What a message wants of the answer before it, and of nothing else. */
export type Again =
  /** « quel texte dit ça ? » */
  | 'source'
  /** « t’es sûr ? » */
  | 'sure'
  /** « depuis quand ? » */
  | 'since'
  /** « donc on est tranquilles ? » */
  | 'so'
  /** « plus court » */
  | 'short'
  /** « en anglais ? »; « in French? » */
  | 'en'
  | 'fr';

/** Reads it in a folded message without its last punctuation; null for any other message. */
export const readAgain = (said: string): Again | null => {
  const bare = said
    .replace(LEADING, '')
    .replace(/[^a-z0-9' ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return KINDS.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
};

/** « ok », « et », « mais »: they change nothing of what is wanted. */
const LEADING = /^(?:(?:ok|et|mais|ah|ah bon|hum|euh|and|but|oh|well|stp|svp|please)[ ,.:;!?-]+)+/;

const KINDS: readonly (readonly [Again, RegExp])[] = [
  [
    'source',
    /^(?:(?:c'est |et |dans |selon |d'apres |sur )*(?:quel(?:le)?s? )(?:est (?:le|la) )?(?:texte|regle|article|circulaire|source|reference|document|page|passage|paragraphe)s?(?: (?:qui )?(?:(?:le|la|l') ?)?(?:dit|disent|impose|prevoit|precise|ecrit|exige|interdit)(?: (?:ca|cela))?)?|(?:qu'est ce|c'est quoi|ce)? ?qui (?:le |l')?(?:dit|impose|prevoit|exige) (?:ca|cela)|qu'est ce qui le (?:dit|prouve|impose)|(?:ou|c'est ou) (?:est ce|c'est|que c'est)? ?(?:ecrit|dit|marque|stipule)?(?: (?:ou|ca|cela))?(?: exactement)?(?<=ecrit|dit|marque|stipule|ou|ca|cela|exactement)(?<!^ou)(?<!^ou ca)|c'est (?:ecrit|dit|marque) ou(?: exactement)?|d'ou (?:ca|cela) vient|(?:tu |vous )?(?:sors|tenez|tiens|sortez) ca d'ou|sur quoi (?:ca|cela) (?:repose|se fonde)|qui (?:l'a|le|a) (?:dit|decide|ecrit)(?: ca| cela)?|(?:ta|tes|la|les|votre|vos|une|des) (?:source|reference)s?|sources?|references?|what is that based on|(?:which|what) (?:text|rule|article|document|source)(?: (?:says|requires) (?:so|that|it|this))?|where (?:is|does) (?:it|that|this) (?:written|say so|say that|come from)|who says (?:so|that)|(?:your |the )?sources?|according to (?:what|which text))$/,
  ],
  [
    'sure',
    /^(?:(?:(?:tu es|t'es|tes|vous etes|vs etes|c'est|en es tu|en etes vous|es tu|etes vous|est ce) )?(?:bien |vraiment |tout a fait )?(?:sur|sure|surs|certain|certaine|serieux|garanti)(?: (?:de (?:ca|toi|vous|cela)|sur|a 100|certain))*|(?:ah )?vraiment|(?:ah )?bon|(?:tu |vous )?confirme[sz]?(?: (?:bien|ca))*|c'est (?:bien )?(?:vrai|exact|confirme)|(?:(?:il )?y a (?:t il )?)?(?:un|une|quel(?:le)?) (?:texte|regle|loi|article) (?:qui )?(?:nous |vous |me )?(?:l'|le )?(?:interdit|impose|oblige|autorise|permet)|sans blague|(?:are )?(?:you )?(?:really |quite )?(?:sure|certain)(?: (?:about|of) (?:that|it|this))?|really|is (?:that|it) (?:right|true|certain)|can you confirm(?: that| it)?)$/,
  ],
  [
    'so',
    /^(?:(?:et )?donc(?: alors)?|du coup|conclusion|au final|en conclusion|so|so what)$|^(?:(?:donc|alors|du coup|en gros|bref|so|then|in short) )+(?:c'est |on est |je suis |nous sommes |we are |we're |i'm |it's |that's |tout est |ca )?(?:(?:bon|ok|tranquilles?|couverts?|dans les clous|en regle|conformes?|tout bon|valide|safe|fine|good|clear|covered|compliant|all right|in order|va|passe|le fait|peut le faire|a le droit|right|bien ca|ca)(?: (?:alors|pour nous|ca|then|now|comme ca))?)$|^(?:(?:donc|alors|du coup|bref|so|then) )+(?:on|je|nous|we|i|c'est|ca) (?:peut|peux|pouvons|a le droit|can|may|y va|go|possible|autorise|permis|oui|non)(?: (?:y aller|le faire|foncer|go|do it|go ahead|then|alors))?$|^(?:so|then) (?:can|may) (?:we|i|it)(?: (?:go|do it|go ahead|start))?$|^(?:on est|we are|we're) (?:tranquilles?|couverts?|en regle|dans les clous|fine|safe|covered)(?: (?:alors|donc|then))?$/,
  ],
  [
    'since',
    /^(?:(?:c'est |et |mais |ca |cela |il |elle |date |de )*depuis quand(?: ca| cela| exactement| date t il)?|(?:(?:c'est|ca|cela|il|elle) )?(?:date|remonte)(?: ca)? (?:de quand|a quand)|de quand (?:ca |cela |il |elle |c')?(?:date|est)?|(?:c'est )?(?:recent|vieux|ancien|ancienne)|since when(?: is (?:it|that) so)?|how (?:old|recent) is (?:it|that|this))$/,
  ],
  [
    'short',
    /^(?:(?:en |c'est |la version |version |reponse |fais |faites |dis le )*(?:plus |tres |bien )*(?:court|courte|bref|breve|concis|simple|simplement|resume|clair)(?: (?:svp|stp|possible))?|(?:tu peux |vous pouvez |peux tu |pouvez vous )?(?:resumer|resume|resumez|abreger|faire (?:plus )?court)(?: (?:ca|moi ca|svp|stp|en une phrase))*|en (?:une phrase|deux mots|un mot|resume|bref|clair)|tl ?dr|(?:a )?(?:shorter|short|briefer|simpler)(?: version)?|in (?:short|brief|one sentence|a word)|sum (?:it|that) up|summar(?:y|ise|ize)(?: it| that)?)$/,
  ],
  [
    'en',
    /^(?:(?:la meme (?:chose )?|pareil |idem |et |traduis |(?:la )?version |le texte |can (?:you|i have it) |say it |the same |same )*(?:en anglais|in english|english version|anglaise|in english please)(?: (?:svp|stp|ca donne quoi|c'est quoi|please))?|english(?: please)?|translate(?: (?:it|that))?)$/,
  ],
  [
    'fr',
    /^(?:(?:la meme (?:chose )?|pareil |idem |et |traduis |(?:la )?version |the same |same |say it )*(?:en francais|in french|francaise|french version)(?: (?:svp|stp|please))?|french(?: please)?)$/,
  ],
];
