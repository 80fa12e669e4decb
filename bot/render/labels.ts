import type { DocumentStatus, Lang } from '../../knowledge/answer/answer.ts';

/** Words that the renderers add around an answer. */
export interface Labels {
  readonly notice: string;
  readonly sources: string;
  /** Before the reference of what proves beside the quotations. */
  readonly also: string;
  /** Before the sentence that a long answer repeats at its end. */
  readonly inShort: string;
  /** In the place of the date of a text that bears none. */
  readonly undated: string;
  readonly status: Readonly<Record<DocumentStatus, string>>;
  /** Language of a quotation that is not in the language of the answer. */
  readonly quotedIn: Readonly<Record<Lang, string>>;
  /** Under data that hold on a day. */
  footer(date: string): string;
}

export const labels: Readonly<Record<Lang, Labels>> = {
  fr: {
    notice: 'À noter :',
    sources: 'Sources',
    also: 'aussi ',
    inShort: 'En bref :',
    undated: 'sans date',
    status: {
      'in-force': 'en vigueur',
      'superseded-in-part': 'en partie à jour',
      context: 'pour contexte',
      press: 'document de presse',
      commercial: 'document d’un fournisseur',
    },
    quotedIn: { fr: 'texte français', en: 'texte anglais' },
    footer: (date) => `Au ${date}`,
  },
  en: {
    notice: 'Note:',
    sources: 'Sources',
    also: 'also ',
    inShort: 'In short:',
    undated: 'undated',
    status: {
      'in-force': 'in force',
      'superseded-in-part': 'only partly up to date',
      context: 'background',
      press: 'press material',
      commercial: 'vendor document',
    },
    quotedIn: { fr: 'French text', en: 'English text' },
    footer: (date) => `As of ${date}`,
  },
};
