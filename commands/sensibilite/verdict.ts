import type { Block, CommandData } from '../../knowledge/answer/answer.ts';
import { cite, type Span, strong } from '../../knowledge/answer/text.ts';
import type { RuleCitation } from '../../knowledge/rules/citation.ts';
import { derogation } from '../../knowledge/rules/derogation.ts';
import type { SensibiliteDecided, SensibiliteFacts } from '../../knowledge/rules/sensibilite-types.ts';
import * as c from '../../knowledge/rules/texts/circulaire.ts';
import * as f from '../../knowledge/rules/texts/faq.ts';
import { bullets, paragraph, type Quotes } from '../answers.ts';
import { describeFacts } from './facts.ts';
import { ALERTE, MANQUE, RAISON, REGIME, SENSIBILITE, VERDICT } from './wording.ts';
import { CONDITION, DIVERGENCE, PLAFOND } from './wording-derogation.ts';

/** The verdict on R9 as blocks: outcome, reasons, regimes, what is missing, facts, then the words. */
export const sensibiliteBlocks = (
  verdict: SensibiliteDecided,
  facts: SensibiliteFacts,
  today: string,
  quotes: Quotes,
): readonly Block[] => {
  for (const { passage, quote } of verdict.citations) quotes.index(passage, quote);
  const of = (...wanted: readonly RuleCitation[]): Span[] =>
    wanted
      .filter((citation) => verdict.citations.includes(citation))
      .flatMap(({ passage, quote }) => [' ', cite(quotes.index(passage, quote))]);
  return [
    paragraph(strong(VERDICT[verdict.outcome])),
    ...list(verdict.reasons.map((code) => [RAISON[code]])),
    ...list(verdict.alerts.map((code) => [ALERTE[code], ...of(c.R9_EXEMPLES_SECRETS)])),
    ...titled(
      SENSIBILITE.missing,
      verdict.missing.map((fact) => [`${MANQUE[fact]}.`]),
    ),
    ...(verdict.citations.includes(f.FAQ_ENTITE_PORTEUSE)
      ? [paragraph(SENSIBILITE.analysis, ...of(f.FAQ_ENTITE_PORTEUSE, f.FAQ_DICT, c.R9_CRITERES), '.')]
      : []),
    ...titled(
      SENSIBILITE.regimes,
      verdict.regimes.map((code) => [REGIME[code], ...of(...SOURCES[code]), '.']),
    ),
    ...titled(
      SENSIBILITE.missingForRegimes,
      verdict.missingForRegimes.map((fact) => [`${MANQUE[fact]}.`]),
    ),
    ...(verdict.outcome === 'SNC_REQUIS' ? [derogationOf(today, of)] : []),
    paragraph(strong(SENSIBILITE.facts), ` : ${describeFacts(facts)}.`),
    ...verdict.citations.slice(0, 2).map(({ passage, quote }) => quotes.block(passage, quote)),
  ];
};

/** Data of a verdict on R9, as JSON answers carry it. */
export const sensibiliteData = (verdict: SensibiliteDecided, facts: SensibiliteFacts): CommandData => ({
  command: 'sensibilite',
  outcome: verdict.outcome,
  also: verdict.regimes,
  missing: verdict.missing,
  reasons: verdict.reasons,
  alerts: verdict.alerts,
  facts,
});

const SOURCES = {
  RGPD: [c.R9_RGPD, f.FAQ_AUTRES_REGIMES],
  IMMUNITE_DEMANDES_ETATS_TIERS: [c.R9_IMMUNITE],
  HDS: [c.R9_HDS, f.FAQ_HDS, f.FAQ_AUTRES_REGIMES],
  R14: [c.R14],
} as const;

/** What a derogation would ask: said wherever SecNumCloud is required. */
const derogationOf = (today: string, of: (...wanted: readonly RuleCitation[]) => Span[]): Block => {
  const asked = derogation(
    { regle: 'R9', projetDejaEngage: null, preuve: null, offreAcceptable: null },
    today,
  );
  if (!('conditions' in asked)) throw new Error(`derogation: ${asked.reason} on ${today}`);
  return paragraph(
    strong(SENSIBILITE.derogation),
    ` : ${asked.conditions.map((code) => CONDITION[code]).join(' ; ')}. ${PLAFOND}`,
    ...of(c.R9_DEROGATION, f.FAQ_PREUVE, f.FAQ_DEROGATION_DECONSEILLEE),
    ' ',
    asked.divergences.map((code) => DIVERGENCE[code]).join(' '),
  );
};

const list = (items: readonly (readonly Span[])[]): readonly Block[] =>
  items.length === 0 ? [] : [bullets(items)];

const titled = (title: string, items: readonly (readonly Span[])[]): readonly Block[] =>
  items.length === 0 ? [] : [{ kind: 'subtitle', text: title }, bullets(items)];
