import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../bot/compose.ts';
import { answerLocally } from '../../bot/local.ts';
import { createLog } from '../../bot/log/log.ts';
import { NO_RIGHTS } from '../../bot/rights/rights.ts';
import { loadLibrary } from '../../bot/site/library.ts';
import { buildSite } from '../../bot/site/site.ts';
import type { Citation } from '../../knowledge/answer/answer.ts';
import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { readQuestionSet } from '../eval/question-set.ts';
import { covers } from '../eval/score.ts';
import { serve } from './serve.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const items = ['dev.jsonl', 'dev2.jsonl'].flatMap((file) =>
  readQuestionSet(join(import.meta.dirname, '../eval/sets', file)),
);

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  site = await serve(buildSite(loadLibrary()));
  browser = await chromium.launch({ executablePath: CHROMIUM });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** Opens a page of the site; what the browser complains of (policy, missing file) fails the test. */
const open = async (path: string, width = 1280, javaScriptEnabled = true): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 740 }, javaScriptEnabled });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') throw new Error(`${path} : ${message.text()}`);
  });
  await page.goto(`${site.base}/${path}`);
  return page;
};

/** One page of each kind. */
const KINDS = [
  ['home', ''],
  ['list of texts', 'textes/'],
  ['text', 'textes/circulaire-2023#R9.secnumcloud'],
  ['translation', 'textes/circulaire-2023.en'],
  ['text with a table', 'textes/faq-2024'],
  ['text of a vendor', 'textes/numspot'],
  ['themes', 'fiches/'],
  ['theme', 'themes/seuils/'],
  ['card', 'fiches/seuils'],
  ['sheet to print', 'themes/seuils/feuille.html'],
  ['English sheet', 'themes/english-sensibilite/feuille.html'],
  ['review', 'relecture/'],
  ['offers', 'offres/'],
  ['commands', 'commandes/'],
  ['evaluation', 'evaluation/'],
  ['later law', 'hors-corpus/'],
  ['search', 'recherche/?q=SecNumCloud'],
] as const;

describe.each(KINDS)('%s', (_, path) => {
  it('has no serious fault that axe finds', async () => {
    const page = await open(path);
    if (path.includes('?q=')) await page.waitForSelector('#resultats li');
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await page.context().close();
  });

  it('holds in 360 pixels, without a script too', async () => {
    const page = await open(path, 360);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.context().close();
    const bare = await open(path, 360, false);
    expect((await bare.locator('main').innerText()).length).toBeGreaterThan(200);
    await bare.context().close();
  });
});

describe('a citation', () => {
  const words = (text: string): string => text.replace(/[\s|]+/g, ' ').trim();

  it('opens on its passage with the quoted words in view, for every citation given on the development sets', async () => {
    const base = 'https://lecture.example/doctrine';
    const { handler } = compose({
      corpusFolder: null,
      offersFile: null,
      siteUrl: base,
      language: 'auto',
      rights: NO_RIGHTS,
      clock: { now: () => Date.parse('2026-11-27T11:00:00Z') },
      log: createLog({ level: 'silent' }),
    });
    const citations: Citation[] = [];
    for (const { id, question } of items) {
      const answer = await answerLocally(handler, { text: question, conversation: id, number: 1 });
      citations.push(...answer.citations);
    }
    const links = Map.groupBy(citations, ({ link }) => link ?? '');
    expect(links.size).toBeGreaterThan(80);
    const page = await open('');
    const wrong: string[] = [];
    let text = '';
    for (const [link, quoted] of [...links].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const [address = '', anchor = ''] = link.replace(base, site.base).split('#');
      // A text is opened once; the browser then goes from passage to passage, as a reader does.
      if (address === text) await page.evaluate(`location.hash = ${JSON.stringify(anchor)}`);
      else await page.goto(`${address}#${anchor}`);
      text = address;
      const passage = page.locator(`[id="${decodeURIComponent(anchor)}"]:target`);
      const top = (await passage.boundingBox())?.y ?? Number.NaN;
      const shown = words(await passage.locator('.words').innerText());
      if (!(top > -5 && top < 700)) wrong.push(`${link} : à ${top} px du haut`);
      for (const { quote } of quoted) if (!shown.includes(words(quote))) wrong.push(`${link} : ${quote}`);
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});

describe('the search', () => {
  it('finds the gold passage in its first five for four lookups and definitions in five', async () => {
    const corpus = loadCorpus();
    const asked = items.filter(({ kind }) => kind === 'lookup' || kind === 'definition');
    expect(asked.length).toBeGreaterThan(40);
    const page = await open('recherche/');
    const missed: string[] = [];
    for (const { question, gold } of asked) {
      await page.getByRole('searchbox').fill(question);
      await page.keyboard.press('Enter');
      await page.locator('#etat', { hasText: /résultat|Rien/ }).waitFor();
      const links = await page
        .locator('#resultats li:nth-child(-n+5) a')
        .evaluateAll((all) => all.map(String));
      const found = links
        .map((link) => /textes\/([^/]+)\/index\.html#(.+)$/.exec(link))
        .filter((match) => match !== null)
        .map(([, text, name = '']) => corpus.cite(`${text}#${decodeURIComponent(name)}`));
      const seen = found.some(({ documentId, anchor, quote }) =>
        gold.some((one) => covers({ document: documentId, anchor, quote }, one)),
      );
      if (!seen) missed.push(question);
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(asked.length * 0.2);
    await page.context().close();
  });

  it('loads its index at the first search only', async () => {
    const page = await open('recherche/');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.getByRole('searchbox').focus();
    expect(loaded).toEqual([]);
    await page.keyboard.type('zzzz');
    await page.keyboard.press('Enter');
    await page.getByText('Rien ne contient ces mots').waitFor();
    await page.getByRole('searchbox').fill('portabilité');
    await page.getByRole('button', { name: 'Chercher' }).click();
    await page.waitForSelector('#resultats li');
    expect(loaded).toEqual(['/doctrine/recherche/minisearch.js', '/doctrine/recherche/index-mots.js']);
    await page.context().close();
  });

  it('takes the words typed on the home page, as words only', async () => {
    const page = await open('');
    await page.getByRole('searchbox').fill('<img src=x> réversibilité');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#resultats li');
    expect(await page.getByRole('searchbox').inputValue()).toBe('<img src=x> réversibilité');
    expect(await page.locator('main img').count()).toBe(0);
    await page.context().close();
  });

  it('says what to do without a script', async () => {
    const page = await open('recherche/', 1280, false);
    expect(await page.locator('main').innerText()).toContain('La recherche a besoin de JavaScript');
    await page.context().close();
  });
});

describe('the keyboard', () => {
  it('skips to the content first, then walks the navigation', async () => {
    const page = await open('fiches/seuils');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Fiches');
    await page.context().close();
  });
});
