/** What `!lacunes` says. Counts are of questions, or of reactions. */
export const LACUNES = {
  title: 'Questions sans réponse satisfaisante',
  off: 'Ces questions ne sont pas relevées. Pour relever, sans leur texte ni leur auteur, les mots de celles qui restent sans réponse ou déplaisent, écrire dans la configuration ',
  offThen: ' (avec retention.statisticsDays d’au moins 1), puis relancer le robot.',
  none: 'Aucune question refusée ou mal jugée n’a été relevée.',
  noWord: 'aucun mot connu des textes',
  refused: (count: number): string => `sans réponse ${count} fois`,
  lastDay: (day: string): string => `en dernier le ${day}`,
  reactions: (liked: number, disliked: number): string =>
    `Réactions conservées : ${liked} 👍, ${disliked} 👎.`,
  cards: 'Fiches signalées ou mal jugées',
  disliked: (count: number): string => `${count} 👎`,
  askedBack: (asked: number, chosen: number, tapped: number): string =>
    `Questions posées en retour\u00a0: ${asked}, choix faits\u00a0: ${chosen}, dont ${tapped} d’un geste.`,
  chosen: 'Choisies\u00a0: ',
  about: 'Mots seuls, par ordre alphabétique, parmi ceux des textes et des données du robot.',
};
