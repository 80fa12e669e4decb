/** A number and its noun: `1 jour`, `3 jours`. In French, zero is singular. */
export const howMany = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count < 2 ? one : several}`;
