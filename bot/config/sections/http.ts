import { address, filePath, section, wholeNumber } from '../fields.ts';

/** Health and metrics, for the supervisor and for Prometheus. */
export const http = section({
  /** Loopback by default; anything else asks for a token. */
  host: address().default('127.0.0.1'),
  /** null = no server. */
  port: wholeNumber(1, 65_535, 9464).nullable().default(9464),
  tokenFile: filePath().nullable().default(null),
}).prefault({});
