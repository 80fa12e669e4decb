import type { Lang } from '../answer/answer.ts';
import { fold } from '../search/text/fold.ts';

/** Words that only one of the two languages has; those of both (« on », « a », « six », « or ») are in neither list. */
const ENGLISH = new Set(
  (
    'the of and is are was were what who whom whose when where which why how must does do did can could should would ' +
    'may might will shall we our us you your they their them it its he she his her to for in by be been being not from ' +
    'with without have has had use uses used using any that this these those at tell me about my i there here need ' +
    'needs needed required require requires mandatory allowed apply applies applied into between below above under over ' +
    'within after before since during whether if than then also only more less most much many every each all some no yes ' +
    'study comparative threshold million billion health data hosting hosted provider providers ministry ministries ' +
    'government state civil servant servants municipality municipalities city cities town waiver long last rule rules ' +
    'says say said mean means cloud-based sovereign law laws deadline approve approves approval supplier vendor software ' +
    'built build bespoke please thanks hello university universities school hospital company companies'
  ).split(' '),
);
const FRENCH = new Set(
  (
    'le la les des du de un une est sont que qui quoi dont pour dans sur sous il elle ils elles faut mon ma mes ton ta ' +
    'tes notre nos votre vos leur leurs et je tu nous vous ce cet cette ces cela ca au aux en avec sans par pas ne ni ' +
    'quel quelle quels quelles d l c y n s qu peut peux peuvent doit doivent devons dois combien comment pourquoi quand ou ' +
    'si mais donc car chez entre apres avant depuis selon aussi encore deja etre avoir ai as avons avez ont etait sera ' +
    'regle regles dit disent citez donnez donne texte textes donnees projet projets hebergement hebergeur ministere ' +
    'mairie commune hopital universite derogation seuil dossier marche quelqu un svp stp moi toi lui meme tout tous toute ' +
    'toutes plus moins tres bien non oui veut dire signifie definition kezako koi c-est'
  ).split(' '),
);

/** Latin that both languages borrow. */
const LATIN = /\bin (?:extenso|fine|situ|concreto|abstracto|vivo|vitro)\b/g;

/** Language of a question without its links, by the words that carry meaning; French in a tie. */
export const languageOf = (question: string): Lang => {
  const text = fold(question.slice(0, 1_000))
    .replace(/(?:https?:|www\.)\S+/g, ' ')
    .replace(LATIN, ' ');
  const words = text.match(/[a-z]+/g) ?? [];
  const count = (list: ReadonlySet<string>): number => words.filter((word) => list.has(word)).length;
  return count(ENGLISH) > count(FRENCH) ? 'en' : 'fr';
};
