import type { OpenVerification, VerificationOutcome } from './verifying.ts';

type Done = Extract<VerificationOutcome, 'started' | 'confirmed' | 'refused'>;

/** What an operator's decision has brought about. */
export const DECIDED: Record<Done, string> = {
  started:
    'Le robot a accepté : que la personne choisisse dans son client la comparaison d’emoji. Ceux du robot viennent dans le salon d’administration ; vous aurez une minute.',
  confirmed:
    'Confirmé de votre côté. Que la personne confirme aussi dans son client ; la fin vous sera dite.',
  refused: 'Refusé : le robot a annulé la vérification.',
};

/** Why it has brought about nothing, and who is to do what. */
export const UNDECIDED: Record<Exclude<VerificationOutcome, Done>, string> = {
  unknown:
    'Aucune vérification en cours ne porte ce code : elle est terminée, annulée ou expirée, ou le robot a redémarré. Que la personne recommence depuis son client.',
  'too-early':
    'Les emoji ne sont pas encore affichés : il n’y a rien à confirmer. Acceptez d’abord la demande.',
  already:
    'La demande est déjà acceptée. Si les emoji ne viennent pas, que la personne choisisse la comparaison d’emoji dans son client.',
  failed:
    'Le serveur Matrix ne répond pas : rien n’est sûr. Regardez « !etat », puis que la personne recommence.',
};

/** Where a verification stands. */
export const STAGES: Record<OpenVerification['stage'], string> = {
  asked: 'demande à accepter ou à refuser',
  begun: 'acceptée, le client de la personne doit commencer',
  shown: 'emoji affichés, à comparer',
  confirmed: 'confirmée de votre côté, la personne doit confirmer',
};
