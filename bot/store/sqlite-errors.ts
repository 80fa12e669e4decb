import { exitCodes, OperatorError } from '../operator-error.ts';

/** Result codes of SQLite (https://www.sqlite.org/rescode.html) that an operator can do something about. */
const advice: Readonly<Record<number, { readonly code: number; readonly text: string }>> = {
  5: {
    code: exitCodes.alreadyRunning,
    text: 'est déjà utilisée par un autre processus. Un seul robot peut employer ce dossier de données : arrêtez l’autre, ou donnez à celui-ci son propre dossier.',
  },
  8: {
    code: exitCodes.storage,
    text: 'ne peut pas être modifiée. Donnez au compte du robot le droit d’écrire dans ce dossier (par exemple « chown » puis « chmod 700 »), puis relancez.',
  },
  10: {
    code: exitCodes.storage,
    text: 'ne peut être ni lue ni écrite : le disque renvoie une erreur. Vérifiez le disque, puis relancez.',
  },
  11: {
    code: exitCodes.storage,
    text: 'est endommagée. Arrêtez le robot, renommez ce fichier, remettez à sa place votre dernière sauvegarde, puis relancez ; sans sauvegarde, le robot repart d’une base vide sans répondre aux anciens messages.',
  },
  13: {
    code: exitCodes.storage,
    text: 'ne peut plus grandir : le disque est plein. Libérez de la place ; le robot reprendra là où il en était.',
  },
  14: {
    code: exitCodes.storage,
    text: 'ne peut pas être ouverte. Vérifiez que son dossier existe et que le compte du robot peut y lire et y écrire.',
  },
};
// "Not a database" is damage too.
const synonyms: Readonly<Record<number, number>> = { 6: 5, 26: 11 };

/**
 * The same error with a French message for the operator when it comes from SQLite and has a known remedy;
 * null for anything else.
 */
export const storageTrouble = (error: unknown, path: string): OperatorError | null => {
  const errcode = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  if (typeof errcode !== 'number') return null;
  // The low byte is the primary code; the rest says more (SQLITE_IOERR_WRITE…).
  const primary = errcode & 0xff;
  const known = advice[synonyms[primary] ?? primary];
  return known === undefined
    ? null
    : new OperatorError(`La base « ${path} » ${known.text}`, known.code, error);
};
