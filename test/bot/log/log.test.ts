import { describe, expect, it } from 'vitest';
import { failureFields, newReference } from '../../../bot/log/failure.ts';
import { createLog, type LogFields, levelFrom } from '../../../bot/log/log.ts';

const lines = (
  emit: (log: ReturnType<typeof createLog>) => void,
  level: 'info' | 'debug' = 'debug',
): string[] => {
  const written: string[] = [];
  emit(createLog({ level, write: (line) => written.push(line), key: new Uint8Array(32) }));
  return written;
};

const canaries = {
  user: '@jean.dupont-beta.gouv.fr:agent.dinum.tchap.gouv.fr',
  token: 'syt_Y2FuYXJ5_secret',
  question: 'Peut-on héberger la paie hors de France ?',
  mail: 'jean.dupont@beta.gouv.fr',
};

describe('a line of the log', () => {
  it('is JSON with level, UTC time, name and fields', () => {
    const [line = ''] = lines((log) => log.info('sync-failed', { status: 502, code: 'M_UNKNOWN' }));
    expect(JSON.parse(line)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      msg: 'sync-failed',
      status: 502,
      code: 'M_UNKNOWN',
    });
  });

  it('shows identifiers as pseudonyms, the same for the same person', () => {
    const written = lines((log) => {
      log.info('a', { user: canaries.user });
      log.info('b', { user: canaries.user });
      log.info('c', { user: '@autre:agent.dinum.tchap.gouv.fr' });
    }).map((line) => JSON.parse(line).user);
    expect(written[0]).toMatch(/^[0-9a-f]{12}$/);
    expect(written[1]).toBe(written[0]);
    expect(written[2]).not.toBe(written[0]);
  });

  it('gives other pseudonyms after a restart', () => {
    const written: string[] = [];
    for (let start = 0; start < 2; start++) {
      createLog({ level: 'info', write: (line) => written.push(JSON.parse(line).user) }).info('a', {
        user: 'x',
      });
    }
    expect(written[0]).not.toBe(written[1]);
  });

  it.each<[string, LogFields]>([
    ['a user id under another name', { reason: canaries.user }],
    ['a token under an allowed name', { reason: canaries.token }],
    ['a question under an allowed name', { reason: canaries.question }],
    ['a question under an unknown name', { body: canaries.question }],
    ['a mail address', { code: canaries.mail }],
    ['one word under an unknown name', { text: 'paie' }],
  ])('leaves out %s, and says which field', (_, fields) => {
    const [line = ''] = lines((log) => log.error('x', fields));
    expect(JSON.parse(line).dropped).toEqual(Object.keys(fields));
    for (const canary of [...Object.values(canaries), 'paie']) expect(line).not.toContain(canary);
  });

  it('never takes a text for an event name', () => {
    expect(lines((log) => log.warn(canaries.question)).join()).not.toContain('paie');
  });

  it('is not written below the level', () => {
    expect(lines((log) => log.debug('x'), 'info')).toEqual([]);
  });
});

describe('the level', () => {
  it.each([
    ['DEBUG', 'debug'],
    ['silent', 'silent'],
    ['bavard', 'warn'],
    [undefined, 'warn'],
  ])('LOG_LEVEL=%s over a configured warn gives %s', (value, expected) => {
    expect(levelFrom({ LOG_LEVEL: value }, 'warn')).toBe(expected);
  });
});

describe('what is logged of an error', () => {
  it('is its class, its code and our line, never its message', () => {
    const error = Object.assign(new TypeError(`${canaries.token} ${canaries.question}`), {
      errcode: 'M_FORBIDDEN',
      statusCode: 403,
    });
    expect(failureFields(error)).toEqual({
      error: 'TypeError',
      code: 'M_FORBIDDEN',
      status: 403,
      at: expect.stringMatching(/^test\/bot\/log\/log\.test\.ts:\d+$/),
    });
  });

  it('is not the line of Node that noticed it', () => {
    const error = new Error('x');
    error.stack =
      'Error: x\n    at run (node:internal/modules/esm/module_job:463:5)\n    at async file:///srv/bot/x.ts:3:1';
    expect(failureFields(error)).toMatchObject({ at: expect.stringMatching(/srv\/bot\/x\.ts:3$/) });
  });

  it('is our line, where a package threw what we asked of it', () => {
    const error = new Error('x');
    error.stack =
      'Error: x\n    at parse (/srv/bot/node_modules/yaml/dist/parse.js:1:1)\n    at read (/srv/bot/config.ts:9:1)';
    expect(failureFields(error)).toMatchObject({ at: expect.stringMatching(/srv\/bot\/config\.ts:9$/) });
  });

  it.each([['a string'], [null], [{ token: canaries.token }]])('is only its type for %j', (thrown) => {
    expect(failureFields(thrown)).toEqual({ error: typeof thrown });
  });

  it('comes with a reference that can be read out', () => {
    expect(newReference()).toMatch(/^[A-HJKMNP-Z2-9]{2}-[A-HJKMNP-Z2-9]{3}$/);
  });
});
