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
    'study threshold billion health data hosting hosted provider providers ministry ministries ' +
    'government state civil servant servants municipality municipalities city cities town waiver last rule rules ' +
    'says say said mean means cloud-based sovereign law laws deadline approve approves approval supplier vendor software ' +
    'built build bespoke university universities school hospital company companies'
  ).split(' '),
);
const FRENCH = new Set(
  (
    'le la les des du de un une est sont que qui quoi dont pour dans sur sous il elle ils elles faut mon ma mes ton ta ' +
    'tes notre nos votre vos leur leurs et je tu nous vous ce cet cette ces cela ca au aux en avec sans par pas ne ni ' +
    'quel quelle quels quelles d l c y n s qu peut peux peuvent doit doivent devons dois combien comment pourquoi quand ou ' +
    'si mais donc car chez entre apres avant depuis selon aussi encore deja etre avoir ai as avons avez ont etait sera ' +
    'regle regles dit disent citez donnez donne texte textes donnees projet projets hebergement hebergeur ministere ' +
    'mairie commune hopital universite derogation seuil dossier marche etude contenu quelqu un svp stp moi toi lui meme tout tous toute ' +
    'toutes plus moins tres bien non oui veut dire signifie definition kezako koi c-est'
  ).split(' '),
);

/** Latin that both languages borrow. */
const LATIN = /\bin (?:extenso|fine|situ|concreto|abstracto|vivo|vitro)\b/g;

/** Said around a question in either language: it tells the language only of a question that has none (« R10 ? »). */
const COURTESY =
  /\b(?:(?:many )?thanks?(?: you)?(?: (?:so|very) much| a lot)?(?: in advance)?|thx|please|pls|hello|hi(?: (?:all|team|there))?|hey|dear (?:all|team)|good (?:morning|afternoon|evening)|(?:just )?(?:a |one )?(?:quick |small |short )?question|(?:best|kind|warm) regards|regards|best wishes|cheers|sorry|have a (?:nice|good|great) (?:day|evening|week(?:end)?))\b/g;

/** Language of a question without its links and courtesies, by the words that carry meaning; French in a tie. */
export const languageOf = (question: string): Lang => {
  const text = fold(question.slice(0, 1_000))
    .replace(/(?:https?:|www\.)\S+/g, ' ')
    .replace(LATIN, ' ');
  const words = text.replace(COURTESY, ' ').match(/[a-z]+/g) ?? [];
  const count = (list: ReadonlySet<string>): number => words.filter((word) => list.has(word)).length;
  const english = count(ENGLISH);
  const french = count(FRENCH);
  if (english === 0 && french === 0) return ENGLISH_COURTESY.test(text) ? 'en' : 'fr';
  return english > french ? 'en' : 'fr';
};

const ENGLISH_COURTESY = /\b(?:thanks?|please|pls|hello|hi|good (?:morning|afternoon|evening)|regards)\b/;
