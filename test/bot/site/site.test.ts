import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../../bot/operator-error.ts';
import { escapeHtml } from '../../../bot/render/escape.ts';
import { loadLibrary } from '../../../bot/site/library.ts';
import { buildSite } from '../../../bot/site/site.ts';
import { prose } from '../../../bot/site/words.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { reviewHash } from '../../../knowledge/review/review.ts';

const library = loadLibrary();
const site = buildSite(library);
const pages = [...site].filter(([name]) => name.endsWith('.html'));

const idsOf = (markup: string): ReadonlySet<string> =>
  new Set([...markup.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
const ids = new Map(pages.map(([name, markup]) => [name, idsOf(markup)]));

describe('the reading room', () => {
  it('has no link that leads nowhere, to a file or inside one', () => {
    const broken = pages.flatMap(([name, markup]) =>
      [...markup.matchAll(/ (?:href|src|action)="(?!https:|mailto:)([^"#]*)(?:#([^"]*))?"/g)].flatMap(
        ([link, path = '', anchor]) => {
          const target = path === '' ? name : posix.join(posix.dirname(name), path);
          const found =
            site.has(target) &&
            (anchor === undefined || ids.get(target)?.has(decodeURIComponent(anchor)) === true);
          return found ? [] : [`${name} :${link}`];
        },
      ),
    );
    expect(broken).toEqual([]);
    expect(pages.length).toBeGreaterThan(700);
  });

  it('has each passage where a citation of the bot leads', () => {
    const at = 'https://lecture.example/doctrine';
    const corpus = loadCorpus(undefined, at);
    const lost = [...corpus.passages.keys()].filter((id) => {
      const [text = '', name = ''] = corpus.cite(id).link?.slice(`${at}/`.length).split('#') ?? [];
      return !ids.get(`${text}/index.html`)?.has(decodeURIComponent(name));
    });
    expect(lost).toEqual([]);
    expect(corpus.passages.size).toBeGreaterThan(200);
  });

  it('has a page for each card, with its questions and every quotation', () => {
    for (const card of library.cards) {
      const page = site.get(`fiches/${card.id}${card.lang === 'en' ? '.en' : ''}/index.html`);
      expect(page, card.id).toContain('non relue');
      expect(page?.match(/<blockquote/g)?.length, card.id).toBe(
        card.sentences.flatMap(({ citations }) => citations).length,
      );
      expect(page?.match(/<li>/g)?.length, card.id).toBeGreaterThan(card.questions.length);
    }
  });

  it('runs no script of its pages, loads nothing from elsewhere, sets no style in line', () => {
    for (const [name, markup] of pages) {
      expect(markup, name).not.toMatch(/<script(?![^>]* src="[^"]+")[^>]*>|<script[^>]*>[^<]/);
      expect(markup, name).not.toMatch(
        / (?:src|srcset)="https?:|<link[^>]*href="https?:|<(?:iframe|img|style)/,
      );
      expect(markup, name).not.toMatch(/<[^>]* (?:on\w+|style)="/);
    }
  });

  it('has each id of a page once', () => {
    const twice = pages.filter(([, markup]) => (markup.match(/ id="/g)?.length ?? 0) !== idsOf(markup).size);
    expect(twice.map(([name]) => name)).toEqual([]);
  });

  it('has pages of 200 KB at most once compressed', () => {
    const heavy = [...site]
      .filter(([name]) => name !== 'recherche/index-mots.js')
      .filter(([, text]) => gzipSync(text).length > 200_000);
    expect(heavy.map(([name]) => name)).toEqual([]);
  });

  it('is the same, to the byte, from the same knowledge', () => {
    expect(buildSite(loadLibrary())).toEqual(site);
  });

  it('names no rule of 2023 where a text of 2021 speaks of its own', () => {
    const note = site.get('textes/note-o365-2021/index.html') ?? '';
    expect(note).toContain('[R9]');
    expect(note).not.toMatch(/<a href="[^"]*circulaire-2023[^"]*">\[?R ?9/);
  });
});

describe('the texts of an operator', () => {
  it('are refused in a sentence when the cards quote what they do not say', () => {
    const folder = mkdtempSync(join(tmpdir(), 'texts-'));
    copyFileSync('knowledge/data/corpus/numspot.md', join(folder, 'numspot.md'));
    expect(() => loadLibrary(folder)).toThrow(OperatorError);
    expect(() => loadLibrary(folder)).toThrow('passage inconnu circulaire-2023#');
    rmSync(folder, { recursive: true });
  });
});

describe('a card that an operator withdrew', () => {
  const [withdrawn] = library.cards;
  if (withdrawn === undefined) throw new Error('no card');

  it('is nowhere on the site', () => {
    const without = buildSite(loadLibrary(null, null, [withdrawn.id]));
    const holding = (files: ReadonlyMap<string, string>) =>
      [...files].filter(
        ([, text]) => text.includes(`fiches/${withdrawn.id}/`) || text.includes(`fiches/${withdrawn.id}.en/`),
      );
    expect(holding(site)).not.toEqual([]);
    expect(holding(without).map(([name]) => name)).toEqual([]);
  });

  it('that does not exist is refused in a sentence', () => {
    expect(() => loadLibrary(null, null, ['fiche-inconnue'])).toThrow(
      'aucune fiche ne s’appelle fiche-inconnue',
    );
  });
});

describe('the review of cards, as the site shows it', () => {
  const [theme] = library.themes;
  const [first, second, ...others] = theme?.cards ?? [];
  if (theme === undefined || first === undefined || second === undefined) throw new Error('no card');
  const by = { function: 'juriste <DAJ>', on: '2026-11-27' };
  const shown = buildSite({
    ...library,
    themes: [
      {
        ...theme,
        cards: [
          { ...first, reviewed: { ...by, hash: reviewHash(first, library.corpus) } },
          {
            ...second,
            reviewed: { ...by, hash: `000000000000-${reviewHash(second, library.corpus).slice(13)}` },
          },
          ...others,
        ],
      },
      ...library.themes.slice(1),
    ],
  });

  it('says when, and by which function, a card was reviewed', () => {
    const page = shown.get(`fiches/${first.id}/index.html`);
    expect(page).toContain('>relue<');
    expect(page).toContain('Relecture du 27/11/2026, juriste &lt;DAJ&gt;');
  });

  it('says that a card changed since, on its page and in the list of what is to review', () => {
    expect(shown.get(`fiches/${second.id}/index.html`)).toContain('modifiée depuis sa relecture');
    const list = shown.get('relecture/index.html');
    expect(list).toContain(`../fiches/${second.id}/index.html`);
    expect(list).not.toContain(`../fiches/${first.id}/index.html`);
    expect(list).toContain('1 fiche relue sur');
  });

  it('gives a sheet with room for an answer to each card of the theme', () => {
    const sheet = shown.get(`themes/${theme.name}/feuille.html`);
    expect(sheet?.match(/oui <span class="box">/g)?.length).toBe(theme.cards.length);
    expect(sheet).toContain(reviewHash(second, library.corpus));
    expect(sheet).toContain(escapeHtml(prose(second.questions[0] ?? '', second.lang)));
  });
});
