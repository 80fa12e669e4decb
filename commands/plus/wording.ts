import type { Lang } from '../../knowledge/answer/answer.ts';

/** What `!plus` says around the passages. */
export const PLUS: Record<Lang, { readonly left: (count: number) => string; readonly end: string }> = {
  fr: {
    left: (count) => `${count === 1 ? 'Reste 1 passage proche' : `Restent ${count} passages proches`} : `,
    end: 'Il n’y a plus de passage proche.',
  },
  en: {
    left: (count) => `${count} more near ${count === 1 ? 'passage' : 'passages'}: `,
    end: 'There is no other near passage.',
  },
};

/** Under a page of something shown. */
export const PAGES = { more: 'Page suivante : ', end: 'C’était la dernière page.' } as const;

export const NO_QUESTION = {
  title: 'Aucune question à poursuivre',
  text: 'Aucune question n’a été posée ici depuis un jour. En poser une, par exemple ',
  andThen: ', puis ',
};
