import { escapeHtml, showable } from '../render/escape.ts';
import { typeset } from '../render/typeset.ts';

/** Markup that is safe to write as it is. */
export interface Html {
  readonly markup: string;
}

export type Value = string | number | Html | null | false | readonly Value[];

/** Markup, set as French is, with values put in: words are escaped, markup is not, lists follow each other, `null` and `false` are nothing. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: strings
    .map((part, at) => typeset(part) + (at < values.length ? written(values[at] ?? null) : ''))
    .join(''),
});

const written = (value: Value): string => {
  if (value === null || value === false) return '';
  if (typeof value === 'string') return escapeHtml(showable(value));
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(written).join('');
};
