import type { Answer } from '../../knowledge/answer/answer.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import { findDataCategories } from '../../knowledge/data-categories/find.ts';
import { type LaterLaw, laterLawNotice } from '../../knowledge/later-law/later-law.ts';
import { sensibilite } from '../../knowledge/rules/sensibilite.ts';
import type { SensibiliteFacts } from '../../knowledge/rules/sensibilite-types.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { createQuotes, frame } from '../answers.ts';
import type { Command } from '../command.ts';
import type { Interview, InterviewContext } from '../interview/interview.ts';
import type { Interviews } from '../interview/interviews.ts';
import { categoriesAnswer } from './categories.ts';
import { factsOf } from './facts.ts';
import { sensibiliteInterview } from './interview.ts';
import { isOneLine, readOneLine } from './one-line.ts';
import { noInterview, refuseLine, refuseWords } from './refusals.ts';
import { sensibiliteBlocks, sensibiliteData } from './verdict.ts';
import { SENSIBILITE } from './wording.ts';

/** `!sensibilite`: R9 on a system's data, by a guided interview, in one line, or for a kind of data. */
export const createSensibilite = (corpus: Corpus, laterLaw: LaterLaw, interviews: Interviews): Command => ({
  name: 'sensibilite',
  aliases: ['sensible', 'sensibilites'],
  summary: 'SecNumCloud est-il requis par R9 ? entretien guidé ou une ligne',
  usage: [
    '!sensibilite',
    '!sensibilite champ=oui hebergement=commercial secret=oui mission=non atteintes=sante_vie personnelles=oui sante=oui',
    '!sensibilite <nature de données>',
    '!sensibilite verdict | retour | annuler',
  ],
  effect:
    'Sans argument, pose les questions une à une, dans un fil si le salon en a ; les réponses sont oubliées au bout de 24 heures. En une ligne : oui, non ou ? pour chaque fait, hebergement=commercial|interne|?, atteintes= une liste parmi ordre_public, securite_publique, sante_vie, propriete_intellectuelle, ou aucune, ou ?. Avec des mots : ce que les textes disent de cette nature de données.',
  examples: [
    '!sensibilite',
    '!sensibilite champ=oui hebergement=commercial secret=oui mission=non atteintes=sante_vie,ordre_public personnelles=oui sante=oui',
    '!sensibilite état civil',
    '!sensibilite dossiers médicaux',
  ],
  right: 'everyone',
  run: async (invocation) => {
    const { args } = invocation;
    const said = fold(args);
    if (said === '') return interviews.start('sensibilite', invocation);
    if (said === 'verdict') {
      return (await interviews.show('sensibilite', invocation)) ?? noInterview(invocation, corpus.version);
    }
    if (said === 'retour' || said === 'annuler') {
      const input = { kind: 'text', text: said, addressed: true } as const;
      return (
        (await interviews.continueInterview(input, invocation)) ?? noInterview(invocation, corpus.version)
      );
    }
    if (isOneLine(args)) {
      const line = readOneLine(args);
      return line.ok
        ? verdict(corpus, laterLaw, factsOf(line.answers), invocation)
        : refuseLine(invocation, corpus.version, line.problems);
    }
    const categories = findDataCategories(args);
    return categories.length === 0
      ? refuseWords(invocation, corpus.version)
      : categoriesAnswer(corpus, laterLaw, categories, invocation);
  },
});

/** The interview that `createInterviews` must be given for `!sensibilite`. */
export const createSensibiliteInterview = (corpus: Corpus, laterLaw: LaterLaw): Interview =>
  sensibiliteInterview((facts, context) => verdict(corpus, laterLaw, facts, context));

const verdict = (
  corpus: Corpus,
  laterLaw: LaterLaw,
  facts: SensibiliteFacts,
  context: Pick<InterviewContext, 'today'>,
): Answer => {
  const found = sensibilite(facts, context.today);
  if (!('outcome' in found)) throw new Error(`sensibilite: ${found.reason} on ${context.today}`);
  const quotes = createQuotes(corpus);
  const later = laterLawNotice(laterLaw, context.today);
  return {
    ...frame(context, corpus.version),
    kind: 'verdict',
    title: SENSIBILITE.title,
    blocks: sensibiliteBlocks(found, facts, context.today, quotes),
    notices: later === null ? [] : [later],
    citations: quotes.all(),
    data: sensibiliteData(found, facts),
  };
};
