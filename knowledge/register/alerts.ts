import type { IsoDate } from '../rules/time/iso-date.ts';
import { deadlineOf, isUndated, plafondOf } from './deadline.ts';
import type { Entry } from './derogation.ts';

/** What a reader must be told of a derogation. The first three are loud. */
export type Alert =
  /** Granted after the ceiling that R9 sets. */
  | 'ACCORDEE_APRES_LE_PLAFOND'
  /** Granted for longer than the ceiling that R9 sets. */
  | 'FIN_APRES_LE_PLAFOND'
  | 'ECHUE'
  /** The note of 2021 admits mail and personal drive only. */
  | 'SERVICE_NON_ADMIS'
  | 'DECISION_A_VENIR'
  | 'SANS_DECISION'
  | 'SANS_VALIDATION_PM'
  | 'OFFRE_INCONNUE'
  | 'NON_DOCUMENTEE'
  | 'SANS_REEXAMEN';

/** Alerts of an open derogation on a day, gravest first. Nothing is refused for them: the register says what is. */
export const alertsOf = (entry: Entry, today: IsoDate): readonly Alert[] => {
  const ceiling = plafondOf(entry, today)?.date ?? null;
  const due = deadlineOf(entry, today);
  const { regle, accordee, fin, service } = entry;
  const checks: readonly (readonly [Alert, boolean])[] = [
    ['ACCORDEE_APRES_LE_PLAFOND', ceiling !== null && accordee !== null && accordee > ceiling],
    ['FIN_APRES_LE_PLAFOND', ceiling !== null && fin !== null && fin > ceiling],
    ['ECHUE', due !== null && due.date < today],
    ['SERVICE_NON_ADMIS', service !== null && service !== 'messagerie' && service !== 'drive_personnel'],
    ['DECISION_A_VENIR', accordee !== null && accordee > today],
    ['SANS_DECISION', regle !== 'R6' && accordee === null],
    ['SANS_VALIDATION_PM', regle === 'R9' && entry.validation_pm === null],
    ['OFFRE_INCONNUE', isUndated(entry)],
    ['NON_DOCUMENTEE', regle === 'R6' && entry.dinum === null],
    ['SANS_REEXAMEN', regle === 'R6' && entry.reexamen === null],
  ];
  return checks.filter(([, holds]) => holds).map(([alert]) => alert);
};

/** Alerts that stand before everything else. */
export const LOUD: readonly Alert[] = ['ACCORDEE_APRES_LE_PLAFOND', 'FIN_APRES_LE_PLAFOND', 'ECHUE'];
