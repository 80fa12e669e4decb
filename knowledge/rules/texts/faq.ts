import type { RuleCitation } from '../citation.ts';

/** DINUM's FAQ of 23 February 2024. Verbatim; a test finds each quotation in the corpus. */
const f = (passage: string, quote: string): RuleCitation => ({ passage: `faq-2024#${passage}`, quote });

/** Day of publication: what only the FAQ says holds from that day. */
export const FAQ_2024_FROM = '2024-02-23';

export const FAQ_CHAMP = f(
  'perimetre.champ',
  'La doctrine s’applique à l’ensemble des entités de l’administration centrale ainsi qu’aux organismes sous sa tutelle.',
);
export const FAQ_JAUNE = f(
  'perimetre.champ',
  'Les principales entités sont listées dans le document annexé annuellement au projet de loi de finances (“jaune budgétaire - opérateurs de l’Etat”).',
);
export const FAQ_COLLECTIVITES = f(
  'perimetre.collectivites',
  'Les collectivités ne rentrant pas dans le champ d’application de la circulaire “Cloud au centre”, elles ne sont pas tenues de recourir au cloud - ni, le cas échéant, aux solutions qualifiées SecNumCloud pour leurs SI les plus sensibles.',
);
export const FAQ_COLLECTIVITES_ADAPTE = f(
  'perimetre.collectivites',
  'les solutions qualifiées SecNumCloud sont une réponse adaptée aux défis de cybersécurité parce qu’elles apportent des garanties en matière d’organisation de la sécurité et d’isolation vis-à-vis de règlementations non-européennes.',
);
export const FAQ_ETAT_CIVIL = f(
  'perimetre.collectivites',
  'le recours à un hébergement SecNumCloud pour la gestion de l’état civil est adapté au niveau de sensibilité élevé des données.',
);
export const FAQ_REFONTE = f(
  'perimetre.projet',
  'Oui, s’il s’agit d’un nouveau projet ou si le périmètre du projet engagé concerne une refonte de plus de 50 % de l’existant.',
);
export const FAQ_DEUX_CONDITIONS = f(
  'sensibilite.criteres',
  'Deux conditions doivent être réunies pour que les données soient qualifiées comme particulièrement sensibles au sens de la doctrine',
);
export const FAQ_RGPD_NE_SUFFIT_PAS = f(
  'sensibilite.notes',
  'le fait pour une donnée d’entrer dans la catégorie des données personnelles sensibles au sens des articles 9 et 10 du RGPD (Règlement Général sur la Protection des Données) ne suffit pas pour exiger un hébergement SecNumCloud : le second critère doit être également rempli',
);
export const FAQ_HDS = f(
  'sensibilite.notes',
  'c’est aussi vrai pour des données de santé qui relèvent du HDS',
);
export const FAQ_AUTRES_REGIMES = f(
  'sensibilite.notes',
  'ces obligations issues d’autres régimes particuliers (RGPD, HDS,…) s’appliquent donc en tout état de cause',
);
export const FAQ_DICT = f(
  'sensibilite.notes',
  'pour déterminer la conséquence de la violation des données il convient d’utiliser les méthodologies déjà employées lors des analyses des risques, et notamment sous l’angle DICT (Disponibilité, Intégrité, Confidentialité, Traçabilité).',
);
export const FAQ_ENTITE_PORTEUSE = f(
  'sensibilite.responsable',
  'L’entité porteuse du projet concerné est en charge de cette analyse.',
);
export const FAQ_MOINS_1M = f(
  'controle.moins-1M',
  "L'autorité en charge du projet est aussi en charge du contrôle.",
);
export const FAQ_ETUDE_ET_MINISTERES = f(
  'controle.1M-9M',
  'L’entité porteuse du projet doit produire une étude comparative sur les aspects économiques, juridiques, métiers et de sécurité entre les scénarios. Le contrôle est réalisé par les ministères qui en informent la DINUM.',
);
export const FAQ_PLUS_9M = f(
  'controle.plus-9M',
  "Le contrôle est intégré à la procédure de contrôle de conception des grands projets informatiques de l'État issue de l'article 3 du décret n°2019-1088 du 25 octobre 2019.",
);
export const FAQ_COUT_COMPLET = f(
  'controle.qui',
  'Le coût complet du projet détermine la procédure de contrôle, prévue par les règles [R7] et [R8]',
);
export const FAQ_DEROGATION_DECONSEILLEE = f(
  'derogations.R9',
  'il n\'est pas approprié de chercher à déroger à la règle en utilisant un autre hébergement que les solutions "Cloud de confiance" décrites dans la doctrine.',
);
export const FAQ_PREUVE = f(
  'derogations.R9',
  "il conviendra d'apporter la preuve que les garanties apportées par le SecNumCloud sont réunies, notamment sur les volets cybersécurité et isolation juridique. Cela étant fait, la dérogation ne pourra être accordée que sous la responsabilité du ministre dont relève le projet, et après validation du Premier ministre.",
);
