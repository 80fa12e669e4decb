import type { Lang } from '../../knowledge/answer/answer.ts';
import type { OfferStatus } from '../../knowledge/catalogue/status.ts';

type State = OfferStatus['state'];

/** What the catalogue answers to a question asked in plain words. Days are written as in the language of the bot. */
interface Brief {
  count(offers: number, day: string, levels: string): string;
  provider(
    who: string,
    day: string,
    state: 'qualified' | 'overdue' | 'in_progress' | 'none',
    offers: number,
  ): string;
  term(state: State, day: string | null): string;
  others(count: number): string;
  /** `days`: age of the catalogue. */
  stale(day: string, days: number): string;
  readonly worth: string;
}

const of = (who: string): string => (/^[aeiouyéèh]/i.test(who) ? `d’${who}` : `de ${who}`);

export const BRIEF: Readonly<Record<Lang, Brief>> = {
  fr: {
    count: (offers, day, levels) =>
      offers === 0
        ? `Le catalogue du ${day} ne contient pas d’offre qualifiée${levels === '' ? '' : ` de niveau ${levels}`} ; il peut être incomplet.`
        : `${offers} ${offers === 1 ? 'offre qualifiée' : 'offres qualifiées'} SecNumCloud${levels === '' ? '' : ` de niveau ${levels}`} selon le catalogue du ${day}\u00a0:`,
    provider: (who, day, state, offers) => {
      switch (state) {
        case 'qualified':
          return `Oui, selon le catalogue du ${day}, pour ${offers === 1 ? 'une offre' : `${offers} offres`} ${of(who)}\u00a0:`;
        case 'overdue':
          return `À vérifier\u00a0: l’échéance relevée au catalogue du ${day} est dépassée, son renouvellement n’a pas été vérifié.`;
        case 'in_progress':
          return `Non, pas au catalogue du ${day}\u00a0: une qualification ${of(who)} y est en cours, elle n’est pas acquise.`;
        case 'none':
          return `Le catalogue du ${day} ne relève aucune qualification ${of(who)}\u00a0; il peut être incomplet.`;
      }
    },
    term: (state, day) => {
      if (state === 'in_progress') return ', qualification en cours';
      if (day === null) return '';
      return state === 'overdue' ? `, échéance dépassée (${day})` : `, jusqu’au ${day}`;
    },
    others: (count) => (count === 1 ? 'Et une autre.' : `Et ${count} autres.`),
    stale: (day, days) => `Ce catalogue date du ${day}, soit ${days} jours : il a pu changer.`,
    worth:
      'Une qualification vaut pour un service nommé, pas pour l’entreprise. Pour des données d’une sensibilité particulière, R9 demande aussi l’immunité.',
  },
  en: {
    count: (offers, day, levels) =>
      offers === 0
        ? `The catalogue of ${day} holds no qualified offer${levels === '' ? '' : ` at level ${levels}`}; it may be incomplete.`
        : `${offers} SecNumCloud-qualified ${offers === 1 ? 'offer' : 'offers'}${levels === '' ? '' : ` at level ${levels}`} in the catalogue of ${day}:`,
    provider: (who, day, state, offers) => {
      switch (state) {
        case 'qualified':
          return `Yes, in the catalogue of ${day}, for ${offers === 1 ? 'one offer' : `${offers} offers`} of ${who}:`;
        case 'overdue':
          return `To be checked: the term recorded in the catalogue of ${day} has passed, and its renewal was not checked.`;
        case 'in_progress':
          return `No, not in the catalogue of ${day}: a qualification of ${who} is in progress there, not obtained.`;
        case 'none':
          return `The catalogue of ${day} records no qualification of ${who}; it may be incomplete.`;
      }
    },
    term: (state, day) => {
      if (state === 'in_progress') return ', qualification in progress';
      if (day === null) return '';
      return state === 'overdue' ? `, term passed (${day})` : `, until ${day}`;
    },
    others: (count) => (count === 1 ? 'And one more.' : `And ${count} more.`),
    stale: (day, days) => `This catalogue is of ${day}, ${days} days ago: it may have changed.`,
    worth:
      'A qualification holds for a named service, not for the company. For particularly sensitive data, R9 also asks for immunity.',
  },
};
