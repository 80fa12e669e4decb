import type { DossierFacts } from '../dossier-types.ts';
import { CHAMP } from '../texts/circulaire.ts';
import {
  FAQ_CHAMP,
  FAQ_COLLECTIVITES,
  FAQ_COLLECTIVITES_ADAPTE,
  FAQ_ETAT_CIVIL,
  FAQ_JAUNE,
} from '../texts/faq.ts';
import { inForce } from '../texts/in-force.ts';
import { PRESSE_OIV } from '../texts/press-2021.ts';
import type { IsoDate } from '../time/iso-date.ts';
import type { DossierScope, Missing } from './result.ts';

/**
 * Section 3 of the circular and the FAQ's « Périmètre »: bound (central administration, bodies under its
 * supervision), not bound (local authorities, others), or open (not said, or not settled by the texts).
 */
export const scopeOf = ({ entite, donnees }: DossierFacts, asOf: IsoDate): DossierScope => {
  const scope = (found: Omit<DossierScope, 'entite'>): DossierScope => ({
    entite,
    ...found,
    citations: inForce(found.citations, asOf),
  });
  switch (entite) {
    case 'collectivite': {
      const adapte = donnees.includes('etat_civil') ? FAQ_ETAT_CIVIL : FAQ_COLLECTIVITES_ADAPTE;
      return scope({
        bound: false,
        code: 'HORS_CHAMP',
        citations: [FAQ_COLLECTIVITES, adapte, CHAMP],
      });
    }
    case 'autre':
      return scope({
        bound: false,
        code: 'HORS_CHAMP',
        citations: [FAQ_CHAMP, FAQ_JAUNE, CHAMP, PRESSE_OIV],
      });
    case 'incertaine':
      return scope({ bound: null, code: 'INCERTAIN', citations: [FAQ_CHAMP, FAQ_JAUNE, CHAMP] });
    case null:
      return scope({ bound: null, code: 'CHAMP_A_PRECISER', citations: [FAQ_CHAMP, FAQ_JAUNE, CHAMP] });
    default:
      return scope({ bound: true, code: 'DANS_LE_CHAMP', citations: [FAQ_CHAMP, CHAMP, FAQ_JAUNE] });
  }
};

/** The entity, where nothing or something unsettled was said of it. */
export const missingOfScope = ({ bound }: DossierScope): readonly Missing[] =>
  bound === null ? [{ fact: 'entite', decides: 'CHAMP' }] : [];
