/** Sentences common to all guided interviews. */
export const INTERVIEW = {
  notUnderstood: 'Cette réponse n’est pas l’une de celles qui sont attendues. La question est donc reposée.',
  howTo: {
    one: 'Répondez d’un mot, d’une lettre ou d’une réaction à ce message.',
    several:
      'Répondez d’un mot ou d’une lettre, plusieurs à la suite s’il le faut (« a, c »), ou par des réactions à ce message.',
    free: 'Répondez par un message.',
  },
  back: 'revient à la question précédente,',
  cancel: 'abandonne.',
  ticked: 'Retenu :',
  tickMore: 'Ajoutez-en par une autre réaction, ou terminez par',
  cancelledTitle: 'Entretien abandonné',
  cancelled: 'Les réponses données sont oubliées. Pour recommencer : ',
  correction: 'correction sans effet',
  correctedOpen:
    'L’entretien a continué depuis cette réponse : la corriger n’a rien changé. Pour y revenir, question par question : ',
  correctedDone: 'L’entretien est terminé : corriger cette réponse n’a rien changé. Pour recommencer : ',
  takenBack:
    'Une réponse a été retirée : elle et celles qui la suivaient sont oubliées, et la question est reposée.',
  noneTitle: 'Aucun entretien',
  none: 'Aucun entretien de moins de 24 heures ne vous attend dans cette conversation. Pour commencer : ',
} as const;
