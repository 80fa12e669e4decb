import { exitCodes, OperatorError } from '../../operator-error.ts';
import { MINUTE } from '../../time.ts';

/** An expired account comes back to life when it is renewed; a revoked token or a deactivated account does not. */
export const mayComeBack = (code: string): boolean => code === 'ORG_MATRIX_EXPIRED_ACCOUNT';

/** Least time between two calls once the account is refused, in milliseconds. */
export const REFUSED_PAUSE = MINUTE;

/** What the operator must do about a refused account; each case has its own exit code. */
export const accountTrouble = (code: string): OperatorError => {
  switch (code) {
    case 'ORG_MATRIX_EXPIRED_ACCOUNT':
      return new OperatorError(
        'Le compte Tchap du robot a expiré. Renouvelez-le par le courriel envoyé à son adresse (ou en vous connectant une fois à Tchap avec ce compte) ; le robot réessaie chaque minute et reprendra seul.',
        exitCodes.accountExpired,
      );
    case 'M_USER_DEACTIVATED':
    case 'M_USER_LOCKED':
    case 'M_USER_SUSPENDED':
      return new OperatorError(
        `Le compte Tchap du robot est désactivé (${code}). Demandez aux administrateurs de Tchap de le rétablir, ou configurez un autre compte, puis relancez.`,
        exitCodes.accountDeactivated,
      );
    default:
      return new OperatorError(
        `Le jeton d’accès du robot n’est plus valable (${code}) : la session a été fermée. Avec un jeton configuré, donnez-en un nouveau ; avec un mot de passe, supprimez « session.json » et le dossier « crypto » du dossier de données, puis relancez : une nouvelle session sera créée.`,
        exitCodes.tokenRevoked,
      );
  }
};
