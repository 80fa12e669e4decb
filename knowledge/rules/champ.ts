import type { RuleCitation } from './citation.ts';
import { checkDay, type Invalid, type Known, type NotCovered } from './result.ts';
import { CHAMP, R6_DEFAUT, R6_EVOLUTION } from './texts/circulaire.ts';
import {
  FAQ_CHAMP,
  FAQ_COLLECTIVITES,
  FAQ_COLLECTIVITES_ADAPTE,
  FAQ_JAUNE,
  FAQ_REFONTE,
} from './texts/faq.ts';
import { inForce, isPublished } from './texts/in-force.ts';
import { PRESSE_OIV } from './texts/press-2021.ts';
import type { IsoDate } from './time/iso-date.ts';

/** `organisme_sous_tutelle` = operator of the State; `autre` = neither State, nor supervised, nor local authority. */
export type Entite = 'administration_centrale' | 'organisme_sous_tutelle' | 'collectivite' | 'autre';

export interface Evolution {
  readonly nature: 'evolution';
  readonly changementPrestataire: Known;
  /** Cost of the evolution, in percent of the cost of building the initial product; null = not known. */
  readonly part: number | null;
}
export type Projet = { readonly nature: 'nouveau' } | Evolution;

export interface ChampFacts {
  readonly entite: Entite | null;
  readonly projet: Projet | null;
}

export type ChampReason =
  | 'ENTITE_VISEE'
  | 'COLLECTIVITE_NON_TENUE'
  | 'ENTITE_NON_VISEE'
  | 'PROJET_NOUVEAU'
  | 'CHANGEMENT_DE_PRESTATAIRE'
  | 'EVOLUTION_D_AU_MOINS_LA_MOITIE'
  | 'EVOLUTION_MINEURE';

export type ChampDivergence =
  /** Exactly 50 %: « au moins » (circular) against « plus de » (FAQ); the circular prevails. */
  | 'FAQ_PLUS_DE_50'
  /** A change of provider alone: in R6, not in the FAQ; the circular prevails. */
  | 'FAQ_SANS_CHANGEMENT_DE_PRESTATAIRE';

export interface ChampDecided {
  readonly kind: 'decided';
  readonly dansLeChamp: boolean;
  readonly reasons: readonly ChampReason[];
  readonly divergences: readonly ChampDivergence[];
  readonly citations: readonly RuleCitation[];
}

export interface ChampUndetermined {
  readonly kind: 'undetermined';
  readonly missing: readonly ('entite' | 'projet' | 'changementPrestataire' | 'part')[];
  readonly citations: readonly RuleCitation[];
}

/**
 * Section 3 and R6 of the circular of 2023, with the FAQ's « Périmètre ».
 * @param asOf day for which the rule is asked, `YYYY-MM-DD`
 */
export const champ = (
  { entite, projet }: ChampFacts,
  asOf: IsoDate,
): ChampDecided | ChampUndetermined | NotCovered | Invalid => {
  const day = checkDay(asOf);
  if (day !== null) return day;
  if (!isValidPart(projet)) return { kind: 'invalid', reason: 'PART_INVALIDE' };
  const decided = (found: Omit<ChampDecided, 'kind'>): ChampDecided => ({
    kind: 'decided',
    ...found,
    divergences: isPublished(FAQ_REFONTE, asOf) ? found.divergences : [],
    citations: inForce(found.citations, asOf),
  });
  if (entite === 'collectivite' || entite === 'autre') return decided(outside(entite));
  const visee = projet === null ? null : projetVise(projet);
  if (entite !== null && visee !== null && 'dansLeChamp' in visee) {
    return decided({
      ...visee,
      reasons: ['ENTITE_VISEE', ...visee.reasons],
      citations: [CHAMP, FAQ_CHAMP, ...visee.citations],
    });
  }
  if (visee !== null && 'dansLeChamp' in visee && !visee.dansLeChamp) return decided(visee);
  return {
    kind: 'undetermined',
    missing: [
      ...(entite === null ? (['entite'] as const) : []),
      ...(visee === null ? (['projet'] as const) : 'missing' in visee ? visee.missing : []),
    ],
    citations: inForce([CHAMP, FAQ_CHAMP, FAQ_JAUNE, R6_DEFAUT, R6_EVOLUTION, FAQ_REFONTE], asOf),
  };
};

type Found = Omit<ChampDecided, 'kind'>;

const outside = (entite: 'collectivite' | 'autre'): Found =>
  entite === 'collectivite'
    ? {
        dansLeChamp: false,
        reasons: ['COLLECTIVITE_NON_TENUE'],
        divergences: [],
        citations: [FAQ_COLLECTIVITES, FAQ_COLLECTIVITES_ADAPTE, CHAMP],
      }
    : {
        dansLeChamp: false,
        reasons: ['ENTITE_NON_VISEE'],
        divergences: [],
        citations: [CHAMP, FAQ_CHAMP, PRESSE_OIV],
      };

/** R6: every new project, and major evolutions of existing products. */
const projetVise = (projet: Projet): Found | Pick<ChampUndetermined, 'missing'> => {
  const citations = [R6_DEFAUT, R6_EVOLUTION, FAQ_REFONTE];
  if (projet.nature === 'nouveau') {
    return {
      dansLeChamp: true,
      reasons: ['PROJET_NOUVEAU'],
      divergences: [],
      citations: [R6_DEFAUT, FAQ_REFONTE],
    };
  }
  const { changementPrestataire, part } = projet;
  const half = part !== null && part >= 50;
  if (changementPrestataire === true || half) {
    const overHalf = part !== null && part > 50;
    return {
      dansLeChamp: true,
      reasons: [
        ...(changementPrestataire === true ? (['CHANGEMENT_DE_PRESTATAIRE'] as const) : []),
        ...(half ? (['EVOLUTION_D_AU_MOINS_LA_MOITIE'] as const) : []),
      ],
      divergences: [
        ...(part === 50 ? (['FAQ_PLUS_DE_50'] as const) : []),
        ...(changementPrestataire === true && !overHalf
          ? (['FAQ_SANS_CHANGEMENT_DE_PRESTATAIRE'] as const)
          : []),
      ],
      citations: [R6_EVOLUTION, FAQ_REFONTE, R6_DEFAUT],
    };
  }
  const missing = [
    ...(changementPrestataire === null ? (['changementPrestataire'] as const) : []),
    ...(part === null ? (['part'] as const) : []),
  ];
  if (missing.length > 0) return { missing };
  return { dansLeChamp: false, reasons: ['EVOLUTION_MINEURE'], divergences: [], citations };
};

const isValidPart = (projet: Projet | null): boolean => {
  if (projet?.nature !== 'evolution' || projet.part === null) return true;
  return Number.isFinite(projet.part) && projet.part >= 0;
};
