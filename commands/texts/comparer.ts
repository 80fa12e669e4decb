import { link, strong } from '../../knowledge/answer/text.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import { type LaterLaw, laterLawNotice } from '../../knowledge/later-law/later-law.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { bullets, createQuotes, echo, frame, paragraph, refused } from '../answers.ts';
import type { Command } from '../command.ts';
import { EXPECTED, FACTS, QUOTED_2021, QUOTED_2023, SOURCE_2021 } from './wording-comparer.ts';

/** `!comparer 2021 2023`: R9 in its two versions; 2021 is quoted only through what the corpus says of it. */
export const createComparer = (corpus: Corpus, laterLaw: LaterLaw): Command => ({
  name: 'comparer',
  aliases: ['comparaison', 'versions'],
  summary: 'règle R9 : version de 2021 et version de 2023',
  usage: ['!comparer 2021 2023'],
  effect:
    'Présente critère par critère ce que R9 demandait en 2021 et ce qu’elle demande en 2023, puis cite les textes.',
  examples: ['!comparer 2021 2023'],
  right: 'everyone',
  run: (invocation) => {
    const common = frame(invocation, corpus.version);
    if (!isUnderstood(invocation.args)) {
      return refused(common, {
        title: 'Comparer',
        code: 'VERSIONS',
        explain: [`Lu : « ${echo(invocation.args)} ». ${EXPECTED}`],
        example: '!comparer 2021 2023',
        data: { command: 'comparer' },
      });
    }
    const quotes = createQuotes(corpus);
    const later = laterLawNotice(laterLaw, invocation.today, invocation.lang);
    return {
      ...common,
      kind: 'passages',
      title: 'Règle R9 : 2021 et 2023',
      blocks: [
        bullets(
          FACTS.map(({ criterion, in2021, in2023 }) => [
            strong(criterion),
            ' : en 2021, ',
            in2021,
            ' ; en 2023, ',
            in2023,
            '.',
          ]),
        ),
        paragraph(SOURCE_2021.before, link(SOURCE_2021.link, SOURCE_2021.href), SOURCE_2021.after),
        { kind: 'subtitle', text: QUOTED_2021 },
        quotes.block('note-o365-2021#2.rappel-R9'),
        quotes.block('rappel-strategie-2021-11-02#doctrine.donnees-sensibles', DATA_2021),
        quotes.block('circulaire-2023#lettre.protection'),
        { kind: 'subtitle', text: QUOTED_2023 },
        quotes.block('circulaire-2023#R9.secnumcloud'),
        quotes.block('circulaire-2023#R9.derogation'),
      ],
      notices: later === null ? [] : [later],
      citations: quotes.all(),
      data: { command: 'comparer', rule: 'R9', versions: [2021, 2023], facts: FACTS },
    };
  },
});

const DATA_2021 =
  "Les données sensibles, qu'il s'agisse des données personnelles des citoyens ou des données économiques des entreprises, ou d'applications métiers relatives aux agents publics de l'Etat devront impérativement être hébergées sur le cloud interne de l'Etat, ou recourir à des offres commerciales de services cloud qualifiées SecNumCloud par l'ANSSI.";

/** Nothing, R9, the two years in any order, and linking words; any other rule or year is refused. */
const isUnderstood = (args: string): boolean =>
  (fold(args).match(/[a-z0-9]+/g) ?? []).every((word) =>
    ['r9', '2021', '2023', 'et', 'a', 'avec', 'vs', 'contre', 'entre'].includes(word),
  );
