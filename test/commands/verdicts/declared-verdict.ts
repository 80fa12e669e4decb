import { renderText } from '../../../bot/render/text.ts';
import { type DeclaredVerdict, verdictFor } from '../../../commands/verdicts/verdict-for.ts';
import { loadCatalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';
import { type DossierFacts, NO_FACTS } from '../../../knowledge/rules/dossier-types.ts';

export const readFacts = createFactReader(loadFactLexicon());
export const bases = { corpus: loadCorpus(), catalogue: loadCatalogue() };
export const STATE = { entite: 'administration_centrale' } as const;
export const CLOUD = { ...STATE, hebergement: 'commercial' } as const;

export const verdict = (
  question: string,
  facts: Partial<DossierFacts>,
  { lang = 'fr', today = '2026-11-27', read = [] as readonly string[] } = {},
): DeclaredVerdict | null =>
  verdictFor(
    { facts: { ...NO_FACTS, ...facts }, read },
    readFacts(question).asks,
    { today, lang: lang === 'en' ? 'en' : 'fr' },
    bases,
  );

export const given = (...asked: Parameters<typeof verdict>): DeclaredVerdict => {
  const found = verdict(...asked);
  if (found === null) throw new Error('no verdict');
  return found;
};

export const textOf = (part: DeclaredVerdict): string =>
  renderText({ kind: 'verdict', lang: 'fr', notices: [], asOf: '', corpusVersion: '', ...part }).replaceAll(
    /[\u00a0\u202f]/g,
    ' ',
  );
