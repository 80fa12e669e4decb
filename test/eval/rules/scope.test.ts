import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeLocally } from '../../../bot/local.ts';
import { verdictFor } from '../../../commands/verdicts/verdict-for.ts';
import { loadCatalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';
import { NO_FACTS } from '../../../knowledge/rules/dossier-types.ts';
import { createAsker } from '../framed.ts';
import { said } from './said.ts';

/** Ten entities out of scope by ten questions, with what the FAQ says to them. */
interface Item {
  readonly entity: string;
  readonly question: string;
  readonly says: readonly (readonly string[])[];
}

const items = readFileSync(join(import.meta.dirname, '../sets/scope.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): Item => JSON.parse(line));

const readFacts = createFactReader(loadFactLexicon());
const bases = { corpus: loadCorpus(), catalogue: loadCatalogue() };

/** What an entity out of scope may declare beside: none of it may bring up a rule of the State. */
const DECLARED = {
  ...NO_FACTS,
  projet: { nature: 'nouveau', changementPrestataire: true, part: 60 },
  hebergement: 'commercial',
  fournisseur: 'AWS',
  extraeuropeen: true,
  personnelles: true,
  sante: true,
  secret: true,
  atteintes: ['sante_vie'],
  cents: 12_000_000_00,
} as const;

const leadOf = ({ entity, question }: Item): string =>
  verdictFor(
    {
      facts: { ...DECLARED, entite: /association|entreprise/i.test(entity) ? 'autre' : 'collectivite' },
      read: [entity],
    },
    readFacts(question).asks,
    { today: '2026-11-27', lang: 'fr' },
    bases,
  )?.lead ?? '';

/** First sentence: scope stands before all else. */
const first = (lead: string): string => lead.split(/(?<=\.) /)[0] ?? '';

it('holds ten entities by ten questions', () => {
  expect(new Set(items.map(({ entity }) => entity)).size).toBe(10);
  expect(items).toHaveLength(100);
});

describe('an entity out of scope is told so first', () => {
  it.each(items)('$question', (item) => {
    const lead = leadOf(item);
    expect(item.says.every((group) => group.some((wanted) => said(first(lead), wanted)))).toBe(true);
    for (const rule of ['R7', 'R8', 'article 3', 'est requis', 'à évaluer', 'étude comparative']) {
      expect(said(lead, rule)).toBe(false);
    }
  });
});

it('one hundred of one hundred say the scope first, as the batch mode answers them', async () => {
  const ask = createAsker(composeLocally({}));
  const silent: string[] = [];
  for (const { question, says } of items) {
    const lead = first((await ask(question)).lead ?? '');
    if (!says.every((group) => group.some((wanted) => said(lead, wanted))))
      silent.push(`${question}\n  ${lead}`);
  }
  expect(silent).toEqual([]);
});
