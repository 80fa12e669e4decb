import type { Alert } from '../../knowledge/register/alerts.ts';
import type { Deadline } from '../../knowledge/register/deadline.ts';
import type { Entry, HistoryLine, Regle } from '../../knowledge/register/derogation.ts';
import type { FieldKind } from '../../knowledge/register/fields.ts';
import type { ServiceBureautique } from '../../knowledge/rules/derogation-types.ts';
import type { Conversation } from '../command.ts';

/** What each field is called. */
export const FIELD: Record<keyof Entry, string> = {
  projet: 'Projet',
  regle: 'Règle',
  entite: 'Entité',
  accordee: 'Décision',
  validation_pm: 'Validation du Premier ministre',
  offre_acceptable: 'Date d’offre acceptable',
  fin: 'Fin fixée par la décision',
  service: 'Service',
  dinum: 'Documentée auprès de la DINUM',
  etude: 'Étude comparative',
  reexamen: 'Réexamen',
  offre: 'Offre utilisée',
  responsable: 'Responsable',
  reference: 'Référence',
};

/** The decision is not taken by the same person for each rule. */
export const DECISION: Record<Regle, string> = {
  R6: 'Décision de l’équipe',
  R9: 'Décision du ministre',
  NOTE_2021: 'Décision du ministre',
};

export const REGLE: Record<Regle, string> = {
  R6: 'R6 (se passer du cloud)',
  R9: 'R9 (données d’une sensibilité particulière)',
  NOTE_2021: 'note de 2021 (Office 365)',
};

/** As it is typed. */
export const REGLE_TYPED: Record<Regle, string> = { R6: 'R6', R9: 'R9', NOTE_2021: 'note-2021' };

export const SERVICE: Record<ServiceBureautique, string> = {
  messagerie: 'messagerie',
  drive_personnel: 'drive personnel',
  documentaire: 'documentaire',
  collaboratif: 'collaboratif',
  messagerie_instantanee: 'messagerie instantanée',
  audioconference: 'audioconférence',
  visioconference: 'visioconférence',
  webinaire: 'webinaire',
};

export const NATURE: Record<Deadline['nature'], string> = {
  plafond: 'plafond',
  fin: 'fin fixée par la décision',
  reexamen: 'réexamen choisi par l’équipe',
};

export const ALERT: Record<Alert, string> = {
  ACCORDEE_APRES_LE_PLAFOND:
    'Attention : la décision est postérieure au plafond. Le registre la garde telle qu’elle a été donnée.',
  FIN_APRES_LE_PLAFOND:
    'Attention : la fin fixée par la décision dépasse le plafond. Le registre la garde telle qu’elle a été donnée ; l’échéance suivie est le plafond.',
  ECHUE: 'Attention : l’échéance est passée.',
  SERVICE_NON_ADMIS:
    'La note de 2021 n’admet que la messagerie et le drive personnel : ce service n’en fait pas partie.',
  DECISION_A_VENIR: 'La date de la décision est à venir.',
  SANS_DECISION: 'La date de la décision du ministre manque.',
  SANS_VALIDATION_PM: 'La date de la validation du Premier ministre manque.',
  OFFRE_INCONNUE:
    'Sans date d’offre acceptable, aucun plafond ne peut être calculé : aucun texte ne la désigne, elle est à donner par l’équipe.',
  NON_DOCUMENTEE: 'La date de la documentation auprès de la DINUM manque.',
  SANS_REEXAMEN:
    'Aucun texte ne fixe de terme à une dérogation à R6 : l’équipe choisit une date de réexamen.',
};

export const CHANGE: Record<HistoryLine['change'], string> = {
  ajout: 'ajoutée',
  import: 'importée',
  modification: 'modifiée',
  cloture: 'close',
};

/** Why a register is not opened there; null where it is. */
export const ROOM: Record<Conversation['room'], string | null> = {
  direct: null,
  private: null,
  console: null,
  external: 'ce salon est ouvert à des partenaires extérieurs à l’administration.',
  forum: 'ce salon est un forum : il n’est pas chiffré, et tout agent peut y entrer.',
  unknown: 'le robot n’a pas pu établir de quelle sorte de salon il s’agit.',
};

/** What is expected for a field. */
export const EXPECTED: Record<FieldKind, string> = {
  text: 'un texte de 200 caractères au plus',
  date: 'une date avec une année de quatre chiffres (2026-03-12, 12/03/2026 ou 12 mars 2026)',
  regle: 'R6, R9 ou note-2021',
  service: `un service parmi ${Object.keys(SERVICE).join(', ')}`,
  'oui-non': 'oui ou non',
  'matrix-id': 'un identifiant Matrix complet, ou moi',
};

/** A value to copy for each field; the date of one is not that of another. */
export const EXAMPLE: Record<keyof Entry, string> = {
  projet: 'SIRH',
  regle: 'R9',
  entite: 'DGX',
  accordee: '2026-03-12',
  validation_pm: '2026-04-02',
  offre_acceptable: '2026-07-31',
  fin: '2027-06-30',
  service: 'messagerie',
  dinum: '2026-09-02',
  etude: 'oui',
  reexamen: '2027-09-01',
  offre: 'Offre A',
  responsable: '@prenom.nom-beta.gouv.fr:agent.dinum.tchap.gouv.fr',
  reference: 'DEC-2026-014',
};
