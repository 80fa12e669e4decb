/** The vocabulary that readers and texts do not share, as `knowledge/data/thesaurus.yaml` holds it. */
export interface Thesaurus {
  /** Written instead of any of the forms: `office365: [office 365, m365]`, `combien: [cb]`. */
  readonly rewrites: Readonly<Record<string, readonly string[]>>;
  /** Words without a subject, besides the stop words of the language packages. */
  readonly ignored: readonly string[];
  /** Words that any question may hold (« possible », « exact »): they count for less. */
  readonly weak: readonly string[];
  /** Stop words of the packages that do carry a subject here: « qui », « sans »… */
  readonly kept: readonly string[];
  /** Forms that speak of the same thing: `fournisseur: [prestataire, hébergeur]`. A form may have several words. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** Names that a question gives to a text, by document id: `faq-2024: [faq, foire aux questions]`. */
  readonly texts?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Words of this file that are first names too (« marié »): never kept of a question. */
  readonly names?: readonly string[] | undefined;
}
