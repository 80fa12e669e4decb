import { HttpFailure } from 'request';
import { expect, it } from 'vitest';
import { retryPause } from '../../../../bot/matrix/http/retry-pause.ts';
import { MatrixError } from '../../../../bot/matrix/http/sdk.ts';

const network = (code: string): Error => new HttpFailure('network', 'GET /_matrix/client/v3/sync', code);
const answered = (status: number): Error => new MatrixError({ errcode: 'M_UNKNOWN', error: '' }, status);
const pauses = (error: unknown): readonly number[] =>
  [0, 1, 2, 3, 4, 1000].map((failures) => retryPause(error, failures));

it.each<[string, Error]>([
  ['refused', network('ECONNREFUSED')],
  ['reset', network('ECONNRESET')],
  ['closed', network('UND_ERR_SOCKET')],
  ['a gateway with nobody behind it', answered(502)],
  ['a proxy that reaches nobody', network('PROXY_502')],
])('a homeserver that is away is asked every second: %s', (_title, error) => {
  expect(pauses(error)).toEqual([500, 1000, 1000, 1000, 1000, 1000]);
});

it.each<[string, Error]>([
  ['an error of its own', answered(500)],
  ['a gateway that says it is overloaded', answered(503)],
  ['a gateway that waits in vain', answered(504)],
  [
    'no answer in time',
    new HttpFailure('timeout', 'GET /_matrix/client/v3/sync', 'no answer within 30000 ms'),
  ],
  ['an unknown name', network('ENOTFOUND')],
])('one that may be overloaded is asked less and less often: %s', (_title, error) => {
  expect(pauses(error)).toEqual([500, 1000, 2000, 4000, 4000, 4000]);
});
