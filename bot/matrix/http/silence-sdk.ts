import { LogLevel, LogService } from './sdk.ts';

/** The SDK logs whole errors and bodies; what matters is logged by us. */
export const silenceSdk = (): void => {
  const nothing = (): void => {};
  LogService.setLogger({ trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing });
  LogService.setLevel(LogLevel.ERROR);
};
