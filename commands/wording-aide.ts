import type { Right } from './command.ts';

/** Who may run a command, as the help says it. */
export const RIGHTS: Record<Right, string> = {
  everyone: 'Ouverte à toutes les personnes du salon.',
  moderator: 'Réservée aux modérateurs du salon (niveau de pouvoir 50 au moins) et aux opérateurs du robot.',
  operator:
    'Réservée aux opérateurs du robot, désignés dans sa configuration, depuis le salon d’administration ou une conversation directe.',
};

/** Short mark of a right in the list of commands. */
export const MARKS: Record<Right, string> = {
  everyone: '',
  moderator: ' (modérateurs)',
  operator: ' (opérateurs)',
};

/** Why a command is refused to somebody's right, and whom to ask. */
export const REFUSALS: Record<Right, string> = {
  everyone:
    'est réservée à certaines personnes par la configuration du robot. Demandez à l’équipe qui exploite le robot si elle doit vous être ouverte.',
  moderator:
    'est réservée aux modérateurs de ce salon et aux opérateurs du robot. Demandez à une personne qui modère le salon (niveau de pouvoir 50 au moins) de la lancer.',
  operator:
    'est réservée aux opérateurs du robot. Demandez à l’équipe qui exploite le robot : sa configuration désigne les opérateurs.',
};

/** Why a command is refused to somebody who may run it, in this room. */
export const ELSEWHERE =
  'ne s’exécute que dans le salon d’administration du robot ou en conversation directe avec lui.';

/** Why a command is refused to somebody from outside the administration. */
export const STRANGER = 'est réservée aux agents de l’État.';
