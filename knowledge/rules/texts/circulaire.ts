import type { RuleCitation } from '../citation.ts';

/**
 * Circular n° 6404/SG of 31 May 2023 (annex: version of 25 May 2023). Verbatim; a test finds each
 * quotation in the corpus.
 */
const r = (passage: string, quote: string): RuleCitation => ({
  passage: `circulaire-2023#${passage}`,
  quote,
});

/** Day of the letter: before it, the version of 2021 applied, whose text is not in the corpus. */
export const CIRCULAIRE_2023_FROM = '2023-05-31';

export const R1 = r(
  'R1',
  'Pour tout nouveau projet numérique, quelle que soit sa taille, une solution cloud doit être recherchée',
);
export const R2 = r(
  'R2',
  "Les recrutements et les programmes de formation continue d'agents relevant à la fois des équipes informatiques et des directions sponsors des projets et des produits numériques, devront comporter un volet cloud.",
);
export const R3 = r(
  'R3',
  "Il appartient à chaque administration de mettre en place les processus d'incitation et de contrôle de cette politique",
);
export const R4_REVERSIBILITE = r(
  'R4',
  "Tout projet relevant d'offres cloud commerciales devra comporter des conditions de fin de contrat et de réversibilité soutenables pour son administration, et provisionner les ressources financières, techniques et humaines correspondantes dès le lancement du projet, afin de rendre cette réversibilité activable effectivement.",
);
export const R5_ZONES = r(
  'R5',
  "Tout projet numérique ayant recours au cloud doit respecter les meilleures pratiques en matière de résilience, et reposer a minima sur des services déployés dans plusieurs zones géographiques pour assurer, selon le niveau de criticité, la continuité ou la reprise d'activité dans les meilleures conditions.",
);
export const R5_DETECTION = r(
  'R5',
  "lorsqu'elle envisage de retenir une offre cloud commerciale, l'administration doit prendre les mesures nécessaires de détection et d'isolation liées à la prévention de la propagation d'une compromission de sécurité.",
);
export const R6_DEFAUT = r(
  'R6',
  "Pour tout nouveau projet informatique, les équipes informatiques de l'État et leurs prestataires doivent par défaut s'appuyer sur une ou plusieurs des offres de cloud internes ou commerciales pour couvrir l'intégralité du cycle de production des applications",
);
export const R6_CHOIX = r(
  'R6',
  "s'ils recourent pour leurs produits numériques au cloud interne de l'État ou à une offre cloud commerciale.",
);
export const R6_EVOLUTION = r(
  'R6',
  "Cette règle s'applique par extension à tout produit numérique existant qui donne lieu à une évolution majeure (changement de prestataire, évolutions représentant au moins 50 % du coût de fabrication du produit initial).",
);
export const R7 = r(
  'R7',
  "Les équipes qui souhaitent déroger à [R6] doivent le documenter auprès de la DINUM pour tout projet présentant un coût complet d'au moins un million d'euros, en produisant une étude comparative sur les aspects économiques, juridiques, métiers et de sécurité entre les scénarios.",
);
export const R8 = r(
  'R8',
  "Le contrôle de la doctrine « cloud au centre » est désormais intégré à la procédure de contrôle de conception des grands projets informatiques de l'État issue de l'article 3 du décret n°2019-1088 du 25 octobre 2019, au-delà du seuil de neuf millions d'euros. Sous ce seuil, ce contrôle relève des ministères.",
);
export const R9_COMMERCIAL = r(
  'R9.rgpd',
  "Dans le cas d'un recours à une offre de cloud commerciale, les systèmes informatiques en production et en recette, incluant les éléments nécessaires à leur résilience, doivent respecter la règle suivante :",
);
/** The same without the colon: what it announces is quoted apart. */
export const R9_PRODUCTION = r(
  'R9.rgpd',
  "Dans le cas d'un recours à une offre de cloud commerciale, les systèmes informatiques en production et en recette, incluant les éléments nécessaires à leur résilience, doivent respecter la règle suivante",
);
export const R9_RGPD = r(
  'R9.rgpd',
  'Tous les systèmes et applications informatiques traitant des données à caractère personnel, y compris celles des agents publics, doivent être conformes au RGPD.',
);
export const R9_TRANSFERTS = r(
  'R9.rgpd',
  "une attention particulière doit être portée à d'éventuels transferts de données à caractère personnel en dehors de l'UE et il est rappelé que l'hébergement sur le territoire de l'UE, de l'EEE, ou d'un pays tiers faisant l'objet d'une décision d'adéquation de la Commission européenne, adoptée en application de l'article 45 du RGPD, permet notamment d'assurer un niveau de protection adéquat aux données.",
);
export const R9_IMMUNITE = r(
  'R9.rgpd',
  "même lorsque les données sont localisées dans l'Union, conformément aux articles 28 et 48 du RGPD, ces données doivent être immunisées contre toute demande d'autorité publique d'Etats tiers (judiciaire ou administrative) en dehors d'un accord international en vigueur entre le pays tiers demandeur et l'Union ou un Etat membre.",
);
export const R9_HDS = r(
  'R9.rgpd',
  "Pour les systèmes contenant des données de santé, l'hébergeur doit de plus être conforme à la législation sur l'hébergement de données de santé.",
);
export const R9_QUALIFICATION = r(
  'R9.secnumcloud',
  "Si le système ou l'application informatique traite des données, à caractère personnel ou non, d'une sensibilité particulière et dont la violation est susceptible d'engendrer une atteinte à l'ordre public, à la sécurité publique, à la santé et la vie des personnes ou à la protection de la propriété intellectuelle, l'offre de cloud commerciale retenue devra impérativement respecter la qualification SecNumCloud (ou une qualification européenne garantissant un niveau au moins équivalent, notamment de cybersécurité) et être immunisée contre tout accès non autorisé par des autorités publiques d'Etat tiers.",
);
/** The two conditions of that sentence without its consequence: what an answer shows where it says the latter itself. */
export const R9_CONDITIONS = r(
  'R9.secnumcloud',
  "données, à caractère personnel ou non, d'une sensibilité particulière et dont la violation est susceptible d'engendrer une atteinte à l'ordre public, à la sécurité publique, à la santé et la vie des personnes ou à la protection de la propriété intellectuelle",
);
/** What these conditions command: never shown without them. */
export const R9_CONSEQUENCE = r(
  'R9.secnumcloud',
  "l'offre de cloud commerciale retenue devra impérativement respecter la qualification SecNumCloud (ou une qualification européenne garantissant un niveau au moins équivalent, notamment de cybersécurité) et être immunisée contre tout accès non autorisé par des autorités publiques d'Etat tiers.",
);
export const R9_NON_REQUIS = r(
  'R9.secnumcloud',
  "Dans le cas contraire, le recours à une offre de cloud commerciale qualifiée SecNumCloud et immunisée contre tout accès non autorisé par des autorités publiques d'Etat tiers n'est pas requis.",
);
export const R9_SECRETS = r(
  'R9.definition',
  "les données qui relèvent de secrets protégés par la loi, notamment au titre des articles L.311-5 et L.311-6 du code des relations entre le public et l'administration (par exemple, les secrets liés aux délibérations du Gouvernement et des autorités relevant du pouvoir exécutif, à la défense nationale, à la conduite de la politique extérieure de la France, à la sûreté de l'Etat, aux procédures engagées devant les juridictions ou encore le secret de la vie privée, le secret médical, le secret des affaires qui comprend le secret des procédés, des informations économiques et financières et des stratégies commerciales ou industrielles)",
);
export const R9_EXEMPLES_SECRETS = r(
  'R9.definition',
  'le secret de la vie privée, le secret médical, le secret des affaires qui comprend le secret des procédés, des informations économiques et financières et des stratégies commerciales ou industrielles',
);
export const R9_DEFENSE = r(
  'R9.definition',
  'les secrets liés aux délibérations du Gouvernement et des autorités relevant du pouvoir exécutif, à la défense nationale,',
);
export const R9_PROCEDURES = r(
  'R9.definition',
  "à la sûreté de l'Etat, aux procédures engagées devant les juridictions",
);
export const R9_MISSIONS = r(
  'R9.definition',
  "les données nécessaires à l'accomplissement des missions essentielles de l'État, notamment la sauvegarde de la sécurité nationale, le maintien de l'ordre public et la protection de la santé et de la vie des personnes.",
);
export const R9_CRITERES = r(
  'R9.evaluation',
  "devra être évaluée sous chaque angle des critères de sécurité élémentaires, à savoir : la confidentialité, l'intégrité, la disponibilité voire la traçabilité.",
);
export const R9_DEROGATION = r(
  'R9.derogation',
  "À titre transitoire, pour les projets déjà engagés, une dérogation à l'alinéa précédent pourra être accordée sous la responsabilité du ministre dont relève le projet, et après validation du Premier ministre, sans qu'elle ne puisse aller au-delà de 12 mois après la date à laquelle une offre de cloud acceptable (c'est-à-dire dont les éventuels inconvénients sont supportables ou compensables) sera disponible en France.",
);
export const R10 = r('R10', 'La portabilité multi-clouds doit être assurée.');
export const R11 = r(
  'R11',
  "La DINUM est chargée de piloter, avec le concours des DNUM, la conception et la mise en œuvre de l'offre en matière d'outils collaboratifs interministériels, accessible à la demande par tous les agents de l'État.",
);
export const R12 = r(
  'R12',
  'Les ministères peuvent proposer à leurs agents des services logiciels à la demande additionnels à ceux disponibles dans la suite collaborative interministérielle.',
);
export const R13 = r(
  'R13',
  'Les administrations ne doivent pas chercher à créer et maintenir de nouveaux logiciels sur mesure qui trouvent déjà leur équivalent dans les sphères publique ou privée ou parmi les communs numériques contributifs',
);
export const R13_SUR_ETAGERE = r(
  'R13',
  "En l'absence de solutions sur étagère, elles peuvent engager un développement sur mesure limité au périmètre spécifique en question.",
);
export const R14 = r(
  'R14',
  "Pour les services précités en [R11] et [R12], la conformité des infrastructures et des services de l'éditeur à la règle [R9] est impérative.",
);
export const R15 = r(
  'R15',
  "la diversité des fournisseurs doit être recherchée à l'échelle de l'État sur chaque segment des services aux utilisateurs, pour éviter la création de marchés captifs.",
);
export const CHAMP = r(
  '3.perimetre',
  "Cette doctrine s'applique aux acteurs de l'État et aux organismes placés sous sa tutelle, comme retenus dans le décret 2019-1088 définissant le système d'information de l'État",
);
export const CLOUD_INTERNE = r(
  '2.1.1.definition',
  "Ces infrastructures, entièrement maîtrisées par l'État, incluant hébergement, ingénierie, exploitation et surveillance, visent à héberger les traitements et les données sensibles",
);
export const CLOUD_INTERNE_COUVERTURE = r(
  '2.1.1.couverture',
  "Elles ont vocation à couvrir les besoins de «cloud interne» de l'ensemble des ministères et à héberger une instance de tout système d'information indispensable pour la continuité de l'État, à l'exclusion de ceux du ministère des Armées qui dispose de son propre cloud interne adapté aux exigences de ses systèmes d'information opérationnels, et de ceux qui ne sont pas déployés sur le RIE.",
);
export const CLOUD_INTERNE_EXCLUSIF = r(
  '2.1.1.exclusivite',
  "les efforts des ministères dans la construction et le développement de cloud interne (hors maintenance de l'existant) soient exclusivement dirigés sur ces deux offres.",
);
