import type { Right } from '../command.ts';

/** Who may run a command, as the help says it. */
export const RIGHTS: Record<Right, string> = {
  everyone: 'Ouverte à toutes les personnes du salon.',
  moderator: 'Réservée aux modérateurs du salon (niveau de pouvoir 50 au moins) et aux opérateurs du robot.',
  operator: 'Réservée aux opérateurs du robot, désignés dans sa configuration.',
};

/** Short mark of a right in the list of commands. */
export const MARKS: Record<Right, string> = {
  everyone: '',
  moderator: ' (modérateurs)',
  operator: ' (opérateurs)',
};

/** Why a command is refused, and whom to ask. */
export const REFUSALS: Record<Exclude<Right, 'everyone'>, string> = {
  moderator:
    'est réservée aux modérateurs de ce salon et aux opérateurs du robot. Demandez à une personne qui modère le salon (niveau de pouvoir 50 au moins) de la lancer.',
  operator:
    'est réservée aux opérateurs du robot. Demandez à l’équipe qui exploite le robot : sa configuration désigne les opérateurs.',
};
