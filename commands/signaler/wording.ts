import type { Reason, Subject } from './reports.ts';

export const REASONS: Readonly<Record<Reason, string>> = {
  faux: 'faux',
  incomplet: 'incomplet',
  'hors-sujet': 'hors sujet',
  perime: 'périmé',
  autre: 'non précisé',
};

/** What a report is about, in a sentence of ours. */
export const subjectName = ({ kind, id }: Subject): string => {
  switch (kind) {
    case 'card':
      return `fiche ${id}`;
    case 'passage':
      return `réponse fondée sur ${id}`;
    case 'none':
      return 'réponse sans citation';
  }
};

export const SIGNALER = {
  title: 'Réponse signalée',
  done: (subject: string, reason: string): string =>
    `${subject.charAt(0).toUpperCase()}${subject.slice(1)}, motif\u00a0: ${reason}. Cela est compté pour l’équipe qui exploite le robot\u00a0; ni votre question, ni vos mots ne sont transmis ou gardés.`,
  nothing:
    'Aucune réponse à signaler ici\u00a0: le robot ne retient ses réponses qu’une heure. Reposez la question, puis répondez à sa réponse par cette commande.',
} as const;
