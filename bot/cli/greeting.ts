/** First lines of a conversation, with questions to copy. */
export const GREETING = `Doctrine « cloud au centre » de l’État : posez une question, la réponse cite les textes.

Par exemple :
  Que dit la règle R9 ?
  Peut-on migrer notre messagerie vers Office 365 ?
  !seuil 3,5 M€
  !aide

Pour sortir : quit
`;

export const FAREWELL = 'Au revoir.\n';

export const PROMPT = '> ';

/** Whether a line asks to leave, in the words that people try. */
export const isFarewell = (line: string): boolean =>
  /^(?:quit|quitter|exit|q|:q|fin|sortir|au revoir)$/i.test(line.trim());
