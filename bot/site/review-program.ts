import type { Card } from '../../knowledge/question/schemas.ts';
import { type ReviewState, reviewHash, reviewState } from '../../knowledge/review/review.ts';
import { readArguments, usageError } from '../cli/arguments.ts';
import { parisDate, systemClock } from '../clock.ts';
import { typeset } from '../render/typeset.ts';
import { cardName } from './addresses.ts';
import { type Library, loadLibrary } from './library.ts';
import { counted, REVIEW } from './words.ts';

const HELP = `Dit quelles fiches sont à relire contre les textes.

  npm run relecture                                         toutes, par thème
  npm run relecture -- --fiche seuils                       la ligne à écrire dans la fiche, une fois relue
  npm run relecture -- --fiche derogation.en                la même pour une fiche anglaise

Les feuilles à imprimer, une par thème, sont dans la salle de lecture : npm run site -- --open
`;

/** @returns the exit code */
export const main = async (): Promise<number> => {
  const { values } = readArguments({
    options: { fiche: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) {
    process.stdout.write(typeset(HELP));
    return 0;
  }
  const library = loadLibrary();
  const lines = values.fiche === undefined ? toReview(library) : lineFor(values.fiche, library);
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
};

/** What is most urgent comes first: a review that fell says more than one never made. */
const ORDER: readonly ReviewState[] = ['card-changed', 'passage-changed', 'never'];

const toReview = ({ themes, corpus }: Library): readonly string[] => {
  const cards = themes.flatMap((theme) => theme.cards.map((card) => ({ card, theme: theme.name })));
  const reviewed = cards.filter(({ card }) => reviewState(card, corpus) === 'reviewed').length;
  return [
    ...ORDER.flatMap((state) => {
      const list = cards.filter(({ card }) => reviewState(card, corpus) === state);
      return list.length === 0
        ? []
        : [
            typeset(`${counted(list.length, 'fiche')} : ${REVIEW[state]}`),
            ...list.map(({ card, theme }) => `  ${theme}.yaml  ${cardName(card)}  ${card.title}`),
            '',
          ];
    }),
    typeset(`${reviewed} relue(s) sur ${cards.length}. Après relecture : npm run relecture -- --fiche <id>`),
  ];
};

const lineFor = (name: string, { themes, corpus }: Library): readonly string[] => {
  const found = themes.flatMap(({ name: theme, cards }) =>
    cards.filter((card) => cardName(card) === name).map((card: Card) => ({ theme, card })),
  )[0];
  if (found === undefined)
    throw usageError(
      `Lu : --fiche ${name}. Attendu : l’identifiant d’une fiche, suivi de .en si elle est anglaise, par exemple --fiche seuils`,
    );
  const { theme, card } = found;
  return [
    typeset(
      `À écrire dans knowledge/data/cards/${theme}.yaml, sous « id: ${card.id} », avec votre fonction :`,
    ),
    `  reviewed: { function: "…", on: ${parisDate(systemClock)}, hash: ${reviewHash(card, corpus)} }`,
  ];
};
