import type { TransportStatus } from '../transport.ts';
import { HINDRANCES, hindrances } from './readiness.ts';
import { json, type Page } from './server.ts';

export interface PageSources {
  readonly version: string;
  readonly status: () => TransportStatus;
  readonly storeWritable: () => Promise<boolean>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly metrics: { text(): Promise<string>; readonly contentType: string };
}

/** The pages of the health server: the process, its readiness, its metrics. */
export const pagesOf = ({ version, status, storeWritable, now, metrics }: PageSources) =>
  new Map<string, () => Promise<Page>>([
    ['/healthz', async () => json(200, { status: 'ok', version })],
    [
      '/readyz',
      async () => {
        const found = hindrances(status(), await storeWritable(), now());
        const reasons = found.map((code) => ({ code, message: HINDRANCES[code] }));
        return json(found.length === 0 ? 200 : 503, { ready: found.length === 0, reasons });
      },
    ],
    ['/metrics', async () => ({ status: 200, contentType: metrics.contentType, body: await metrics.text() })],
  ]);
