import { formatCents } from '../../knowledge/amounts/format.ts';
import type { Block } from '../../knowledge/answer/answer.ts';
import { cite, type Span, strong } from '../../knowledge/answer/text.ts';
import type { RuleCitation } from '../../knowledge/rules/citation.ts';
import type { SeuilDecided } from '../../knowledge/rules/seuil.ts';
import { bullets, paragraph, type Quotes } from '../answers.ts';
import { BANDE, CONTROLE, ETUDE, INFORME, LIMITE, SILENCE } from './wording.ts';

/** The verdict on a full cost, as blocks: band, what to do, who controls, who is informed, then the words. */
export const seuilBlocks = (verdict: SeuilDecided, cents: number, quotes: Quotes): readonly Block[] => {
  for (const { passage, quote } of verdict.citations) quotes.index(passage, quote);
  const of = (anchor: string): Span[] => references(verdict.citations, anchor, quotes);
  const limite = verdict.limite === null ? [] : [paragraph(strong(LIMITE[verdict.limite]))];
  return [
    paragraph(strong(`${formatCents(cents)} : ${BANDE[verdict.bande]}.`)),
    ...limite,
    bullets([
      [strong('À faire'), ` : ${ETUDE[verdict.etude]}`, ...of('circulaire-2023#R7'), '.'],
      [
        strong('Contrôle'),
        ` : ${verdict.controle.map((code) => CONTROLE[code]).join(' ; ')}`,
        ...of('circulaire-2023#R8'),
        ...of('faq-2024#controle.'),
        '.',
      ],
      [strong('Informé du contrôle'), ` : ${INFORME[verdict.informe ?? 'nobody']}.`],
      ...verdict.silences.map((code) => [SILENCE[code]]),
    ]),
    ...verdict.citations
      .slice(0, verdict.limite === 'EXACTEMENT_9M' ? 3 : 2)
      .map(({ passage, quote }) => quotes.block(passage, quote)),
  ];
};

const references = (citations: readonly RuleCitation[], prefix: string, quotes: Quotes): Span[] =>
  citations
    .filter(({ passage }) => passage.startsWith(prefix))
    .flatMap(({ passage, quote }) => [' ', cite(quotes.index(passage, quote))]);
