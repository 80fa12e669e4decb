import { describe, expect, it } from 'vitest';
import { html } from '../../../bot/site/html.ts';
import { markdown } from '../../../bot/site/markdown.ts';

describe('markup', () => {
  it('escapes words, and leaves markup as it is', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`<p class="${'"x'}">${inner}${[false, null, 3]}</p>`.markup).toBe(
      '<p class="&quot;x"><b>&lt;i&gt;</b>3</p>',
    );
  });
});

describe('our Markdown', () => {
  it.each([
    ['a title', '## Le délai : un', '<h2 id="le-délai--un">Le délai\u00a0: un</h2>'],
    ['a paragraph of two lines', 'un\ndeux', '<p>un deux</p>'],
    ['a list whose item goes on', '- un\n  suite\n- deux', '<ul><li>un suite</li><li>deux</li></ul>'],
    [
      'bold, code, and what is neither',
      '**a `b`** 2 * 3 [x]',
      '<p><strong>a <code>b</code></strong> 2 * 3 [x]</p>',
    ],
    ['a link to the web', '[x](https://a.example/)', '<p><a href="https://a.example/">x</a></p>'],
    ['a link to another file, as words', '[x](autre.md)', '<p>x</p>'],
    ['words that look like markup', '<b>&', '<p>&lt;b&gt;&amp;</p>'],
    ['a remark', '<!-- x -->\nun', '<p>un</p>'],
    [
      'code, to the letter',
      '```text\n<a> **b**\n\nc : d\n```',
      '<pre tabindex="0"><code>&lt;a&gt; **b**\n\nc : d</code></pre>',
    ],
  ])('%s', (_, source, expected) => {
    expect(markdown(source).markup.trim()).toBe(expected);
  });

  it('a table, with its first line as heads', () => {
    expect(markdown('| a | |\n|---|---|\n| **1** | 2 |').markup).toContain(
      '<thead><tr><th scope="col">a</th><td></td></tr></thead><tbody><tr><td><strong>1</strong></td><td>2</td></tr></tbody>',
    );
  });
});
