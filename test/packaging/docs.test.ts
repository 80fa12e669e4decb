import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandsPage } from '../../.ci/commands-page.ts';
import { notices } from '../../bot/administration/wording.ts';
import { systemClock } from '../../bot/clock.ts';
import { createMetrics } from '../../bot/metrics/metrics.ts';
import { exitCodes } from '../../bot/operator-error.ts';
import { idleStatus } from '../support/commands/operations.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = [
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
];

/** Anchor that forges make of a title. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

describe('the documentation', () => {
  it.each(pages)('%s links to files and titles that exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
    const broken = links.flatMap(([link, path = '', anchor]) => {
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(root, target))) return [link];
      if (anchor === undefined) return [];
      const titles = [...read(target).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title));
      return titles.includes(decodeURIComponent(anchor)) ? [] : [link];
    });
    expect(broken).toEqual([]);
  });

  it('shows the commands as they answer today', async () => {
    const written = await commandsPage();
    expect(read('docs/commandes.md'), 'docs/commandes.md is out of date: npm run docs:commands').toBe(
      written,
    );
    expect(written.match(/^## !/gm)?.length).toBeGreaterThan(15);
  });

  it('explains each exit code', () => {
    const page = read('docs/exploitation.md');
    const missing = Object.values(exitCodes).filter((code) => !page.includes(`| ${code} |`));
    expect(missing).toEqual([]);
  });

  it('explains each metric of the bot', async () => {
    const metrics = createMetrics({
      version: '1',
      status: () => idleStatus,
      corpusVersion: () => 'c',
      catalogueDate: () => '2026-09-15',
      renewedOn: () => null,
      today: () => '2026-11-22',
      cryptoBytes: () => 0,
      ready: async () => true,
      now: () => systemClock.now(),
    });
    const names = [...(await metrics.text()).matchAll(/^# TYPE (tchapbot_\S+)/gm)].map(
      ([, name = '']) => name,
    );
    expect(names.length).toBeGreaterThan(15);
    const page = read('docs/exploitation.md');
    expect(names.filter((name) => !page.includes(`\`${name}`))).toEqual([]);
  });

  it('explains what the bot says on its own in the administration room', () => {
    const page = read('docs/exploitation.md');
    const said = [
      notices.started('', '').text,
      notices.stopping('').text,
      notices.unsigned().text,
      notices.backlog(0, 0).text,
      notices.throttled(0).text,
      notices.healthUnavailable('').text,
    ].map((text) => text.slice(0, 18));
    expect(said.filter((words) => !page.includes(words))).toEqual([]);
  });
});
