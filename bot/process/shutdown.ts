/** Signals by which a supervisor or a person ends the program. */
export type StopSignal = 'SIGTERM' | 'SIGINT';

/** Resolves at the first signal to stop. A second one ends the process at once, as Node does by default. */
export const untilStopped = (): Promise<StopSignal> =>
  new Promise((resolve) => {
    const signals: readonly StopSignal[] = ['SIGTERM', 'SIGINT'];
    const listeners = signals.map((signal) => {
      const stop = (): void => {
        for (const [other, listener] of listeners) process.off(other, listener);
        resolve(signal);
      };
      return [signal, stop] as const;
    });
    for (const [signal, listener] of listeners) process.on(signal, listener);
  });
