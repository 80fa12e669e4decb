import type { Deadline } from '../../knowledge/register/deadline.ts';

export const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

/** `540` → `9h`, `570` → `9h30`: as it is typed. */
export const timeText = (minute: number): string =>
  `${Math.floor(minute / 60)}h${minute % 60 === 0 ? '' : String(minute % 60).padStart(2, '0')}`;

/** « 08:30 », for a program. */
export const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const weekdayText = (weekday: number): string => WEEKDAYS[weekday - 1] ?? '';

export const GROUPS = {
  overdue: 'Échues',
  within30: 'À échéance dans les 30 jours',
  within90: 'À échéance dans les 90 jours',
  undated: 'Sans date d’offre acceptable, à réexaminer',
  offers: 'Qualifications SecNumCloud qui prennent fin',
  sheet: 'Fiche du projet',
  account: 'Compte du robot',
} as const;

/** What a deadline rests on: none is announced without it. */
export const RESTS_ON: Record<Deadline['nature'], (date: string) => string> = {
  plafond: (offer) => `si l’on retient le ${offer} comme date d’offre acceptable`,
  fin: (end) => `si l’on retient le ${end}, fin fixée par la décision`,
  reexamen: (review) => `si l’on retient le ${review}, réexamen choisi par l’équipe`,
};

export const TITLE = {
  digest: (day: string) => `Échéances des dérogations au ${day}`,
  reminder: (day: string) => `Rappel d’échéance, ${day}`,
  late: ' (en retard)',
} as const;

export const LATE =
  'Ce point n’a pas pu être envoyé à son heure, le robot étant arrêté ou sans connexion. Il vaut pour aujourd’hui.';

export const HOW_TO = {
  seen: 'Vu : la réaction ✅ à ce message acquitte les dérogations dont vous êtes responsable, ou toutes si vous n’en avez aucune et modérez ce salon. Une seule : ',
  later: '. Plus tard : ',
  detail: '. Détail : ',
} as const;

/** What a subscription brings besides the weekly message. */
export const REMINDED = ' : une fois par échéance, à J-90, J-30, J-7 et le jour même, à cette heure';

export const CEILING = 'Le plafond d’une dérogation à R9 :';

export const OFFERS_CHECK =
  'Le rapprochement se fait sur les mots du champ « offre » du registre : vérifiez qu’il s’agit bien du service que le projet emploie.';

export const NOTHING =
  'Rien à signaler : aucune dérogation échue, à échéance dans les 90 jours, ni sans date.';

export const NOTHING_FRESH =
  'Rien à rappeler : tout a été acquitté ou reporté, ou aucune échéance n’approche.';

export const HEARTBEAT =
  'Rien à signaler ce mois-ci. Ce message mensuel montre que le robot suit toujours les échéances de ce salon.';

export const account = (day: string, when: string): string =>
  `Le compte Tchap du robot expire le ${day} (${when}), si l’on retient la date de renouvellement inscrite dans sa configuration et une durée de 13 mois. Le renouveler est l’affaire de l’équipe du robot.`;

export const EFFECT =
  'Envoie chaque semaine dans ce salon les échéances du registre : dérogations échues, à 30 jours, à 90 jours, sans date, qualifications SecNumCloud qui prennent fin. Les personnes responsables ne sont mentionnées qu’à partir de J-30. Un rappel part aussi, une seule fois, à J-90, J-30, J-7 et le jour même. Le samedi, le dimanche et les jours fériés, l’envoi passe au jour ouvré suivant (un jour même non ouvré est annoncé le jour ouvré précédent). Sans rien à dire, rien n’est envoyé. S’abonner, se désabonner et mettre en pause : modérateurs de ce salon. maintenant montre le point du jour et peut être acquitté par ✅ ; apercu montre le prochain, sans plus. Refusé dans les forums et les salons ouverts à des extérieurs.';

export const ACK_EFFECT =
  'Tait une dérogation dans le digest de ce salon jusqu’à son prochain seuil (J-90, J-30, J-7, jour même, puis tous les 30 jours une fois échue) ; une dérogation sans date revient après 90 jours. Réservé à la personne responsable, aux modérateurs et aux personnes désignées dans la configuration. La réaction ✅ à un digest fait de même. Une personne, par sa mention, son identifiant complet ou « moi » : toutes les dérogations de ce salon dont elle est responsable et qui sont rappelées. Le registre ne change pas. Visible de tout le salon.';

export const SNOOZE_EFFECT =
  'Tait une dérogation dans le digest et les rappels de ce salon pour la durée donnée, 90 jours au plus. Réservé à la personne responsable, aux modérateurs et aux personnes désignées dans la configuration. Ni le registre ni l’échéance ne changent. Visible de tout le salon.';

export const REFUSED = {
  settingsTitle: 'Droit insuffisant',
  settings:
    'Régler le digest est réservé aux modérateurs de ce salon (niveau de pouvoir 50 au moins) et aux personnes désignées dans la configuration du robot. Rien n’a changé.',
  silence:
    'Acquitter ou reporter une dérogation est réservé à la personne qui en est responsable, aux modérateurs de ce salon et aux personnes désignées dans la configuration du robot. Rien n’a changé.',
  reaction:
    'Aucune des dérogations de ce message ne vous désigne comme responsable, et seules les personnes qui modèrent ce salon peuvent les acquitter toutes. Rien n’a changé.',
  weekend: 'Le digest part un jour ouvré, du lundi au vendredi.',
  night:
    'Entre 2h et 2h59, l’heure n’existe pas le dimanche du passage à l’heure d’été et existe deux fois à l’automne : choisissez-en une autre.',
} as const;
