import type { Lang } from '../../knowledge/answer/answer.ts';
import type { MissingFact } from '../../knowledge/rules/dossier/result.ts';

/** The one question that follows a verdict, by the fact that is missing. */
export const QUESTION: Record<Lang, Record<MissingFact, string>> = {
  fr: {
    entite: 'Quelle entité porte le projet, est-elle au jaune budgétaire ?',
    projet: 'Nouveau projet, ou évolution (quelle part du coût initial) ?',
    changementPrestataire: 'Le prestataire change-t-il ?',
    part: 'Quelle part du coût de fabrication initial l’évolution représente-t-elle ?',
    hebergement: 'Offre commerciale, ou cloud interne de l’État ?',
    secret: 'Un secret protégé est-il en jeu (vie privée, médical…) ?',
    mission: 'Ces données sont-elles nécessaires à une mission essentielle de l’État ?',
    atteintes: 'Quelle atteinte une violation porterait-elle (R9) ?',
    cents: 'Quel est le coût complet du projet ?',
    preuve: 'Avez-vous la preuve que les garanties de SecNumCloud sont réunies ?',
    projetDejaEngage: 'Le projet était-il déjà engagé ?',
    offreAcceptable: 'À quelle date une offre acceptable est-elle disponible, selon vous ?',
  },
  en: {
    entite: 'Which entity carries the project, and is it listed in the “jaune budgétaire”?',
    projet: 'Is it a new project, or an evolution (which share of the initial cost)?',
    changementPrestataire: 'Does the provider change?',
    part: 'Which share of the initial building cost is the evolution?',
    hebergement: 'Will it be hosted by a commercial offer or the State’s internal cloud?',
    secret: 'Do the data fall under a secret protected by law (private life, medical, business…)?',
    mission: 'Are the data necessary to an essential mission of the State?',
    atteintes:
      'Would a breach harm public order, public safety, the health and life of persons, or intellectual property?',
    cents: 'What is the full cost of the project?',
    preuve: 'Can you prove that the guarantees of SecNumCloud are met?',
    projetDejaEngage: 'Was the project already under way?',
    offreAcceptable: 'When is an acceptable offer available, in your view?',
  },
};

/** The same in one line of a phone, where the answer would not fit it otherwise. */
export const SHORT_QUESTION: Record<Lang, Record<MissingFact, string>> = {
  fr: {
    entite: 'quelle entité le porte ?',
    projet: 'nouveau, ou évolution ?',
    changementPrestataire: 'le prestataire change ?',
    part: 'part du coût initial ?',
    hebergement: 'commercial, ou interne ?',
    secret: 'un secret (vie privée…) ?',
    mission: 'une mission essentielle ?',
    atteintes: 'quelle atteinte (R9) ?',
    cents: 'quel coût complet ?',
    preuve: 'la preuve des garanties ?',
    projetDejaEngage: 'était-il déjà engagé ?',
    offreAcceptable: 'offre acceptable, quand ?',
  },
  en: {
    entite: 'which entity?',
    projet: 'new, or evolution?',
    changementPrestataire: 'a new provider?',
    part: 'share of the cost?',
    hebergement: 'commercial cloud?',
    secret: 'a secret?',
    mission: 'essential mission?',
    atteintes: 'which harm?',
    cents: 'the full cost?',
    preuve: 'proof?',
    projetDejaEngage: 'already under way?',
    offreAcceptable: 'offer, when?',
  },
};

/** Asked instead where no data were described: « pas de données sensibles » says nothing of them. */
export const WHICH_DATA: Record<Lang, string> = {
  fr: 'Quelles données, et quel secret protégé (vie privée…) ?',
  en: 'What are the data, and do they fall under a secret protected by law (private life, medical, business…)?',
};

/** The same in one line of a phone. */
export const SHORT_WHICH_DATA: Record<Lang, string> = { fr: 'quelles données ?', en: 'which data?' };

export const VERDICT_WORDS = {
  fr: { title: 'Ce que dit la doctrine', read: 'Lu : ', ask: 'À préciser : ', next: 'Suite : ' },
  en: { title: 'What the doctrine says', read: 'Read: ', ask: 'To be specified: ', next: 'Next: ' },
} as const;
