import type { Injected } from '../support/fault-proxy.ts';
import { until } from '../support/until.ts';

/** Waits until a fault has struck so often; goes on after twenty seconds. */
export const untilStruck = async (fault: Injected, times: number): Promise<void> => {
  await until('the fault to strike', () => fault.struck() >= times, 20_000).catch(() => {});
};
