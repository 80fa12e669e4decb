export const TRANSMETTRE = {
  title: 'Question à un référent',
  ask: 'Transmettre votre question, telle que vous l’avez écrite, avec votre nom, aux référents\u00a0? Rien ne part sans votre oui.',
  sent: 'Transmise aux référents, avec votre nom. Leur réponse vous sera donnée ici.',
  declined: 'Rien n’a été transmis, et le texte de la question n’est plus gardé.',
  none: 'Aucune question à transmettre\u00a0: écrivez-la après la commande.',
  closed: 'Ce robot n’a pas de référents. Pour une réponse de la DINUM\u00a0:',
} as const;
