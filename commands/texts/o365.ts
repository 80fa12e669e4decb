import type { Catalogue } from '../../knowledge/catalogue/catalogue.ts';
import { findOffers } from '../../knowledge/catalogue/find.ts';
import { offerStatus } from '../../knowledge/catalogue/status.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import { type LaterLaw, laterLawNotice } from '../../knowledge/later-law/later-law.ts';
import { createQuotes, frame, paragraph } from '../answers.ts';
import type { Command } from '../command.ts';
import { describeStatus, sourceLine } from '../offres/wording.ts';
import { O365 } from './wording-o365.ts';

/** `!o365`: the note's position, its date and basis of 2021, what R9 and R14 ask since 2023, the note's alternatives. */
export const createO365 = (corpus: Corpus, catalogue: Catalogue, laterLaw: LaterLaw): Command => ({
  name: 'o365',
  aliases: ['office365', 'm365'],
  summary: 'Office 365 : la note de 2021 et les règles de 2023',
  usage: ['!o365'],
  effect:
    'Cite la note de 2021 de la DINUM sur Office 365, dit sur quel texte elle repose et ce que demandent R9 et R14 depuis 2023.',
  examples: ['!o365'],
  right: 'everyone',
  run: (invocation) => {
    const quotes = createQuotes(corpus);
    const later = laterLawNotice(laterLaw, invocation.today, invocation.lang);
    const bleu = findOffers(catalogue, 'bleu').filter(({ uses }) => uses.includes('bureautique'));
    return {
      ...frame(invocation, corpus.version),
      kind: 'passages',
      title: O365.title,
      blocks: [
        { kind: 'subtitle', text: O365.position },
        quotes.block('note-o365-2021#3.non-conformite'),
        { kind: 'subtitle', text: O365.basis },
        paragraph(O365.basisText),
        quotes.block('note-o365-2021#2.rappel-R9'),
        { kind: 'subtitle', text: O365.asks },
        paragraph(O365.asksText),
        quotes.block('circulaire-2023#R14'),
        quotes.block('circulaire-2023#R9.secnumcloud'),
        { kind: 'subtitle', text: O365.derogation },
        quotes.block('note-o365-2021#3.derogation'),
        quotes.block('note-o365-2021#3.services-exclus'),
        { kind: 'subtitle', text: O365.alternatives },
        quotes.block('note-o365-2021#4.scenarios'),
        ...bleu.map((offer) =>
          paragraph(
            `${offer.offer} (${offer.provider}) : ${describeStatus(offer, catalogue, invocation.today)}. `,
            ...sourceLine(catalogue, 'in_progress', [offer]),
          ),
        ),
      ],
      notices: later === null ? [] : [later],
      citations: quotes.all(),
      data: { command: 'o365', bleu: bleu.map((offer) => offerStatus(offer, invocation.today).state) },
    };
  },
});
