import type { OneLineProblem } from './one-line.ts';

export const LINE_PROBLEM: Record<OneLineProblem['code'], string> = {
  CLE_INCONNUE: 'Ce fait n’existe pas.',
  VALEUR_INCONNUE: 'Cette valeur n’existe pas pour ce fait.',
  CLE_REPETEE: 'Ce fait est donné deux fois.',
  MOT_SANS_CLE: 'Ce mot n’est pas de la forme fait=valeur.',
};

export const KINDS_EXAMPLES =
  'état civil, dossiers médicaux, paie, procédures judiciaires, secret des affaires';
