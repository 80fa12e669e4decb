import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { keysAt } from '../../../bot/config/keys.ts';
import { parseConfig } from '../../../bot/config/parse.ts';
import { schema } from '../../../bot/config/schema.ts';

const text = readFileSync(new URL('../../../config.example.yaml', import.meta.url), 'utf8');

/** Every key of the schema, sections included, as `homeserver.url`. */
const schemaKeys = (path: readonly string[] = []): string[] =>
  keysAt(schema, path).flatMap((key) => [[...path, key].join('.'), ...schemaKeys([...path, key])]);

const fileKeys = (value: unknown, path: readonly string[] = []): string[] =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [
        [...path, key].join('.'),
        ...fileKeys(inner, [...path, key]),
      ]);

describe('config.example.yaml', () => {
  it('is accepted', () => {
    expect(parseConfig(text)).toMatchObject({ ok: true });
  });

  it('shows every key of the schema, in the same order', () => {
    expect(fileKeys(parse(text))).toEqual(schemaKeys());
  });

  it('shows the default values: without the optional keys, the result is the same', () => {
    const { homeserver } = parse(text);
    const least = parseConfig(`homeserver: {url: "${homeserver.url}", userId: "${homeserver.userId}"}`);
    expect(parseConfig(text)).toEqual(least);
  });

  it('explains each section in a comment above it', () => {
    for (const key of keysAt(schema, [])) expect(text).toMatch(new RegExp(`^#.*\\n${key}:`, 'm'));
  });
});
