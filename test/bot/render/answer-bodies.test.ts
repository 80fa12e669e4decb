import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../bot/render/html.ts';
import { renderJson } from '../../../bot/render/json.ts';
import { renderText } from '../../../bot/render/text.ts';
import type { Answer, Block, Citation } from '../../../knowledge/answer/answer.ts';
import { cite, code, em, link, type Span, strong } from '../../../knowledge/answer/text.ts';
import { citation, dialogue, passages } from '../../support/answers.ts';
import { plain } from '../../support/plain.ts';

const text = (answer: Answer): string => plain(renderText(answer));

const withText = (...spans: Span[]): Answer => ({
  ...dialogue(''),
  blocks: [{ kind: 'paragraph', text: spans }],
});

describe('an answer with its quotation', () => {
  it('in HTML: title, lead, quotation, one-line reference as a link', () => {
    expect(renderHtml(passages())).toBe(
      '<p><strong>Règle R9</strong></p>' +
        '<p>Une réponse courte [1].</p>' +
        '<blockquote>Une phrase citée.</blockquote>' +
        '<p><a href="https://www.legifrance.gouv.fr/circulaire/id/45446">' +
        '[1] Circulaire n° 6404/SG (2023), R9</a></p>',
    );
  });

  it('in plain text: the same, with the address after the reference', () => {
    expect(text(passages())).toBe(
      [
        'Règle R9',
        '',
        'Une réponse courte [1].',
        '',
        '« Une phrase citée. »',
        '[1] Circulaire n° 6404/SG (2023), R9 – https://www.legifrance.gouv.fr/circulaire/id/45446',
      ].join('\n'),
    );
  });

  it('in plain text, with English quotation marks around English', () => {
    expect(text(passages({ citations: [citation({ lang: 'en' })] }))).toContain('“Une phrase citée.”');
  });

  it('in JSON: the answer itself', () => {
    expect(JSON.parse(renderJson(passages()))).toEqual(passages());
  });
});

describe('the one-line reference shows the standing of the text', () => {
  it.each<[string, Partial<Citation>, string]>([
    ['a press release', { status: 'press' }, '(2023, document de presse), R9'],
    ['a vendor', { status: 'commercial' }, '(2023, document d’un fournisseur)'],
    ['a text superseded in part', { status: 'superseded-in-part' }, '(2023, en partie à jour)'],
    ['a background text', { status: 'context' }, '(2023, pour contexte)'],
    ['a translation in a French answer', { lang: 'en' }, '(2023, texte anglais)'],
    ['a text without anchor nor link', { anchor: '', link: null }, '[1] Circulaire n° 6404/SG (2023)'],
    ['a text of which only the month is known', { date: '2022-01' }, '(2022), R9'],
    ['a text without date', { date: '' }, '(sans date), R9'],
    ['a text that has a name for references', { reference: 'Circulaire 2023' }, '[1] Circulaire 2023, R9'],
  ])('%s', (_, fields, expected) => {
    expect(text(passages({ citations: [citation(fields)] }))).toContain(expected);
  });
});

describe('what stands around the blocks', () => {
  const UNNAMED: Block = { kind: 'paragraph', text: ['Une réponse.'] };
  const QUOTED: Block = { kind: 'quote', citation: 0 };
  const R6 = { anchor: 'R6', link: null };

  it('lists the sources that no block quotes under the last quotation', () => {
    const answer = passages({ blocks: [UNNAMED, QUOTED], citations: [citation(), citation(R6)] });
    expect(text(answer)).toMatch(/\[1\] .*\naussi \[2\] R6/);
  });

  it('in HTML, puts references that follow each other on lines of one paragraph, without a blank line', () => {
    const answer = passages({ blocks: [UNNAMED, QUOTED, UNNAMED], citations: [citation(), citation(R6)] });
    const [, after = ''] = renderHtml(answer).split('</blockquote>');
    expect(after).toMatch(/^<p><a [^>]*>\[1\] [^<]*<\/a><br>aussi \[2\] [^<]*<\/p><p>Une réponse\.<\/p>/);
    expect(renderHtml(passages({ blocks: [QUOTED, QUOTED] }))).toMatch(
      /<\/blockquote><p>[^<]*<a.*<blockquote>/,
    );
  });

  it('names once the place of several sources, and apart what differs by link or standing', () => {
    const answer = passages({
      blocks: [UNNAMED, QUOTED],
      citations: [
        citation(),
        citation(R6),
        citation({ ...R6, link: 'https://a.fr/' }),
        citation({ ...R6, quote: 'Une autre phrase.' }),
        citation({ ...R6, status: 'context' }),
        citation({ quote: 'Une autre.' }),
      ],
    });
    const drawn = text(answer);
    expect(drawn).toContain('[1] [6] Circulaire n° 6404/SG (2023), R9');
    expect(drawn).toContain(' · [2] [4] R6 · [3] R6 – https://a.fr/');
    expect(drawn).toMatch(/^aussi \[5\] Circulaire n° 6404\/SG \(2023, pour contexte\)$/m);
  });

  it('leaves out what was found beside, where the sentences name what they rest on', () => {
    expect(text(passages({ citations: [citation(), citation(R6)] }))).not.toContain('aussi');
  });

  it('puts what goes on from here and the notices in one paragraph', () => {
    const answer = passages({
      blocks: [QUOTED, { kind: 'next', text: ['Suite : ', code('!regle R9')] }],
      notices: [
        { code: 'x', text: ['un avis'] },
        { code: 'y', text: ['Hors corpus'], bare: true },
      ],
    });
    expect(text(answer)).toMatch(/Suite : !regle R9\nÀ noter : un avis\nHors corpus$/);
  });

  it('says notices last', () => {
    const answer = passages({ notices: [{ code: 'x', text: ['texte de ', em('2021')] }] });
    expect(text(answer)).toMatch(/À noter : texte de 2021$/);
    expect(plain(renderHtml(answer))).toContain('<p><strong>À noter :</strong> texte de <em>2021</em></p>');
  });

  it('dates data that hold on a day, and nothing else', () => {
    expect(text({ ...passages(), kind: 'report' })).toMatch(/Au 22\/11\/2026$/);
    expect(text(dialogue('Posez votre question.'))).toBe('Posez votre question.');
  });

  it('speaks English around an English answer', () => {
    const shown = text(passages({ lang: 'en', notices: [{ code: 'x', text: ['so'] }] }));
    expect(shown).toContain('(2023, French text)');
    expect(shown).toContain('Note: so');
  });
});

describe('inline text', () => {
  it.each<[string, Span, string, string]>([
    ['strong', strong('x'), '<strong>x</strong>', 'x'],
    ['emphasis', em('x'), '<em>x</em>', 'x'],
    ['code', code('!seuil'), '<code>!seuil</code>', '!seuil'],
    [
      'a link',
      link('ANSSI', 'https://cyber.gouv.fr/'),
      '<a href="https://cyber.gouv.fr/">ANSSI</a>',
      'ANSSI (https://cyber.gouv.fr/)',
    ],
    ['a mail address', link('a@b.fr', 'mailto:a@b.fr'), '<a href="mailto:a@b.fr">a@b.fr</a>', 'a@b.fr'],
    ['a reference', cite(1), '[2]', '[2]'],
    [
      'a user',
      { kind: 'user', id: '@a-b.fr:agent.dinum.tchap.gouv.fr', name: 'Anne' },
      '<a href="https://matrix.to/#/%40a-b.fr%3Aagent.dinum.tchap.gouv.fr">Anne</a>',
      'Anne',
    ],
    ['a user without a valid id', { kind: 'user', id: 'x" onclick="', name: 'Anne' }, 'Anne', 'Anne'],
    ['a script address', link('x', 'javascript:alert(1)'), 'x', 'x'],
    ['an address in clear', link('x', 'http://example.org/'), 'x', 'x'],
    [
      'an address that leaves its attribute',
      link('x', 'https://a.fr/"><script>'),
      '<a href="https://a.fr/%22%3E%3Cscript%3E">x</a>',
      'x (https://a.fr/%22%3E%3Cscript%3E)',
    ],
    ['markup', '<script>"&\'', '&lt;script&gt;&quot;&amp;&#39;', '<script>"&\''],
    ['a line feed', 'a\r\nb', 'a<br>b', 'a\nb'],
    ['control and direction marks', 'a\u0000\u0007\u202eb', 'ab', 'ab'],
    ['half an emoji', 'a\ud83d', 'a\ufffd', 'a\ufffd'],
    ['a call to the whole room', '@room @Room', '@\u2060room @\u2060Room', '@\u2060room @\u2060Room'],
  ])('%s', (_, span, html, expected) => {
    expect(renderHtml(withText(span))).toBe(`<p>${html}</p>`);
    expect(text(withText(span))).toBe(expected);
  });

  it('does not let two spans add up to a call to the whole room', () => {
    expect(text(withText('@', strong('room')))).not.toContain('@room');
  });
});

describe('blocks', () => {
  it.each<[string, Answer['blocks'][number], string, string]>([
    [
      'a list',
      { kind: 'list', ordered: false, items: [['a'], ['b']] },
      '<ul><li>a</li><li>b</li></ul>',
      '- a\n- b',
    ],
    [
      'a numbered list',
      { kind: 'list', ordered: true, items: [['a'], ['b']] },
      '<ol><li>a</li><li>b</li></ol>',
      '1. a\n2. b',
    ],
    ['a subtitle', { kind: 'subtitle', text: 'T' }, '<p><strong>T</strong></p>', 'T'],
    [
      'preformatted text',
      { kind: 'preformatted', text: 'a <b>\nb' },
      '<pre><code>a &lt;b&gt;\nb</code></pre>',
      'a <b>\nb',
    ],
    ['an empty list', { kind: 'list', ordered: false, items: [] }, '', ''],
    ['a quotation of nothing', { kind: 'quote', citation: 7 }, '', ''],
  ])('%s', (_, block, html, expected) => {
    const answer: Answer = { ...dialogue(''), blocks: [block] };
    expect(renderHtml(answer)).toBe(html);
    expect(text(answer)).toBe(expected);
  });
});

describe('a quotation whose sentence goes on', () => {
  it.each([
    [undefined, '« Deux. »'],
    ['before', '« […] Deux. »'],
    ['after', '« Deux. […] »'],
    ['both', '« […] Deux. […] »'],
  ] as const)('%s: %s', (cut, expected) => {
    const citations = [citation({ quote: 'Deux.', ...(cut === undefined ? {} : { cut }) })] as const;
    expect(text({ ...passages({ blocks: [{ kind: 'quote', citation: 0 }] }), citations })).toContain(
      expected,
    );
  });
});
