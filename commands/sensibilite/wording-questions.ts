import type { SensibiliteFacts } from '../../knowledge/rules/sensibilite-types.ts';

/** What the guided interview asks, by fact. */
export const QUESTION: Record<keyof SensibiliteFacts, string> = {
  champ:
    'Votre entité relève-t-elle de l’administration centrale, ou est-ce un organisme placé sous la tutelle de l’État ? (Une collectivité, une entreprise : non.)',
  hebergement: 'Où le système sera-t-il hébergé ?',
  personnelles: 'Traite-t-il des données à caractère personnel, y compris celles d’agents publics ?',
  sante: 'Traite-t-il des données de santé ?',
  secret:
    'Ses données relèvent-elles d’un secret protégé par la loi ? (R9 cite, parmi d’autres, la défense nationale, les procédures devant les juridictions, la vie privée, le secret médical, le secret des affaires.)',
  mission:
    'Ses données sont-elles nécessaires à une mission essentielle de l’État ? (R9 cite la sécurité nationale, l’ordre public, la protection de la santé et de la vie des personnes.)',
  atteintes:
    'Une violation de ces données (confidentialité, intégrité, disponibilité, traçabilité) pourrait-elle porter atteinte à… ?',
  collaboratif: 'Est-ce un service collaboratif, ou un logiciel à la demande, offert aux agents (R11, R12) ?',
};
