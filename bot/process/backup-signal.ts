/**
 * Does something each time a timer asks by SIGUSR2 (SIGUSR1 is Node's own, for its debugger).
 * @returns what ends it
 */
export const onBackupSignal = (act: () => void): (() => void) => {
  process.on('SIGUSR2', act);
  return () => process.off('SIGUSR2', act);
};
