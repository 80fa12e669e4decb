/** Tells whoever looks at the terminal what is wrong, as long as the bot tries again. */
export const sayRetrying = (message: string): void => {
  process.stderr.write(`${message} Le robot réessaie.\n`);
};
