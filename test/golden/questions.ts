import type { Answer } from '../../knowledge/answer/answer.ts';

/** A question, and what must hold of its answer whatever a transcript says. */
export interface GoldenQuestion {
  readonly file: string;
  readonly question: string;
  readonly kind: Answer['kind'];
  /** Passage cited first; null = nothing is cited. */
  readonly first: string | null;
}

/** Thirty questions as they reach the bot: by mention, hasty, in English, commands, and what it must refuse. */
export const questions: readonly GoldenQuestion[] = [
  {
    file: '01-office-365',
    question: 'Avons-nous le droit de déployer Office 365 pour nos agents ?',
    kind: 'passages',
    first: 'note-o365-2021#3.non-conformite',
  },
  {
    file: '02-google-workspace',
    question: 'Google Workspace est-il acceptable pour une direction centrale ?',
    kind: 'verdict',
    first: 'circulaire-2023#R14',
  },
  {
    file: '03-commune',
    question: 'Une commune est-elle obligée de mettre son état civil chez un hébergeur SecNumCloud ?',
    kind: 'verdict',
    first: 'faq-2024#perimetre.collectivites',
  },
  {
    file: '04-operateur',
    question: 'Notre établissement public sous tutelle est-il soumis à la doctrine ?',
    kind: 'verdict',
    first: 'faq-2024#perimetre.champ',
  },
  {
    file: '05-donnees-sensibles',
    question: 'Comment savoir si nos données sont sensibles au sens de la doctrine ?',
    kind: 'passages',
    first: 'faq-2024#sensibilite.criteres',
  },
  {
    file: '06-sante',
    question: 'hds ou secnumcloud pr donnees sante ??',
    kind: 'passages',
    first: 'circulaire-2023#R9.secnumcloud',
  },
  {
    file: '07-derogation',
    question: 'Combien de temps dure une dérogation à R9 et qui la valide ?',
    kind: 'passages',
    first: 'circulaire-2023#R9.derogation',
  },
  {
    file: '08-rester-chez-nous',
    question: 'On a un SIRH à 3 M€ qu’on veut garder chez nous, que faut-il faire ?',
    kind: 'verdict',
    first: 'circulaire-2023#R7',
  },
  {
    file: '09-seuil',
    question: 'Qui contrôle un projet à 14 millions d’euros ?',
    kind: 'verdict',
    first: 'circulaire-2023#R8',
  },
  {
    file: '10-neuf-millions',
    question: 'Et à neuf millions pile, quelle procédure s’applique ?',
    kind: 'passages',
    first: 'circulaire-2023#R8',
  },
  {
    file: '11-reversibilite',
    question: 'Que mettre dans le marché pour pouvoir quitter l’hébergeur ?',
    kind: 'passages',
    first: 'circulaire-2023#R4',
  },
  {
    file: '12-zones',
    question: 'Un seul datacenter chez notre hébergeur, ça suffit ?',
    kind: 'passages',
    first: 'circulaire-2023#R5',
  },
  {
    file: '13-formation',
    question: 'Existe-t-il une formation à la doctrine ?',
    kind: 'passages',
    first: 'faq-2024#accompagnement.formation',
  },
  {
    file: '14-financement',
    question: 'Y a-t-il une aide financière pour migrer ?',
    kind: 'passages',
    first: 'faq-2024#accompagnement.financier',
  },
  {
    file: '15-contact',
    question: 'À qui poser une question à la DINUM ?',
    kind: 'passages',
    first: 'faq-2024#questions.contact',
  },
  {
    file: '16-differences',
    question: 'Qu’est-ce qui a changé entre 2021 et 2023 ?',
    kind: 'passages',
    first: 'circulaire-2023#lettre.precisions',
  },
  {
    file: '17-secnumcloud',
    question: 'C’est quoi SecNumCloud ?',
    kind: 'passages',
    first: 'circulaire-2023#lettre.protection',
  },
  {
    file: '18-droit-americain',
    question: 'Notre prestataire est américain mais ses serveurs sont à Dublin, est-ce suffisant ?',
    kind: 'passages',
    first: 'circulaire-2023#R9.rgpd',
  },
  {
    file: '19-refonte',
    question: 'Notre refonte représente la moitié du coût initial, sommes-nous concernés ?',
    kind: 'passages',
    first: 'circulaire-2023#R6',
  },
  { file: '20-regle', question: 'Que dit la règle R7 ?', kind: 'passages', first: 'circulaire-2023#R7' },
  {
    file: '21-cloud-interne',
    question: 'Quels sont les clouds internes de l’État ?',
    kind: 'passages',
    first: 'circulaire-2023#2.1.1.definition',
  },
  {
    file: '22-numspot',
    question: 'La brochure NumSpot dit que l’état civil impose SecNumCloud, est-ce exact ?',
    kind: 'passages',
    first: 'faq-2024#perimetre.collectivites',
  },
  {
    file: '23-english',
    question: 'How long can a derogation last and who validates it?',
    kind: 'passages',
    first: 'circulaire-2023.en#R9.derogation',
  },
  {
    file: '24-english-local',
    question: 'Are municipalities covered by the doctrine?',
    kind: 'passages',
    first: 'faq-2024#perimetre.collectivites',
  },
  {
    file: '25-combien',
    question: 'Combien de dérogations ont été accordées depuis 2023 ?',
    kind: 'not-found',
    first: 'circulaire-2023#R3',
  },
  {
    file: '26-chiffrement',
    question: 'Nous chiffrons tout avec nos propres clés : peut-on aller chez AWS ?',
    kind: 'not-found',
    first: 'circulaire-2023#R9.secnumcloud',
  },
  {
    file: '27-loi-posterieure',
    question: 'Que change le décret de 2026 pour les dérogations ?',
    kind: 'not-found',
    first: 'circulaire-2023#R9.secnumcloud',
  },
  { file: '28-hors-sujet', question: 'Quel temps fera-t-il à Lyon demain ?', kind: 'not-found', first: null },
  {
    file: '29-sensibilite',
    question:
      '!sensibilite champ=oui hebergement=commercial secret=oui mission=non atteintes=sante_vie personnelles=oui sante=oui',
    kind: 'verdict',
    first: 'circulaire-2023#R9.secnumcloud',
  },
  {
    file: '30-offres',
    question: '!offres secnumcloud saas',
    kind: 'report',
    first: 'circulaire-2023#R9.secnumcloud',
  },
];
