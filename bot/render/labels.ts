import type { DocumentStatus, Lang } from '../../knowledge/answer/answer.ts';

/** Words that the renderers add around an answer. */
export interface Labels {
  readonly notice: string;
  readonly sources: string;
  readonly otherSources: string;
  readonly status: Readonly<Record<DocumentStatus, string>>;
  /** Language of a quotation that is not in the language of the answer. */
  readonly quotedIn: Readonly<Record<Lang, string>>;
  footer(date: string, corpusVersion: string): string;
}

export const labels: Readonly<Record<Lang, Labels>> = {
  fr: {
    notice: 'À noter :',
    sources: 'Sources',
    otherSources: 'Autres sources',
    status: {
      'in-force': 'en vigueur',
      'superseded-in-part': 'à jour en partie seulement',
      context: 'pour contexte',
      press: 'document de presse',
      commercial: 'document d’un fournisseur',
    },
    quotedIn: { fr: 'texte français', en: 'texte anglais' },
    footer: (date, version) => `Réponse au ${date}, d’après la version ${version} du corpus`,
  },
  en: {
    notice: 'Note:',
    sources: 'Sources',
    otherSources: 'Other sources',
    status: {
      'in-force': 'in force',
      'superseded-in-part': 'only partly up to date',
      context: 'background',
      press: 'press material',
      commercial: 'vendor document',
    },
    quotedIn: { fr: 'French text', en: 'English text' },
    footer: (date, version) => `Answer as of ${date}, from version ${version} of the corpus`,
  },
};

/** `2023-05-31` → `31/05/2023`; anything else is shown as it is. */
export const shortDate = (iso: string): string => iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
