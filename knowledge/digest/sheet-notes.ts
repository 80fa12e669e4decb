import type { Catalogue, Offer } from '../catalogue/catalogue.ts';
import type { Sheet } from '../project/sheet.ts';
import type { Derogation } from '../register/derogation.ts';
import { seuilEtudeCents } from '../rules/seuil-values.ts';
import { valueAt } from '../rules/time/dated.ts';
import type { IsoDate } from '../rules/time/iso-date.ts';
import { originOf, type Told } from './item.ts';
import { names } from './offers.ts';
import { stageOf } from './stage.ts';

/** Something that has changed for the project of a sheet; each is told once a threshold. */
export type SheetNote =
  /** A qualification of its provider ends, or has ended without a renewal that was checked. */
  | {
      readonly kind: 'qualification';
      readonly offer: Offer;
      readonly expiresOn: IsoDate;
      readonly told: Told;
    }
  /** A derogation from R6 stands in the register without the study that R7 asks for at that cost. */
  | { readonly kind: 'etude'; readonly number: number; readonly told: Told };

/** Lines on the sheet in one digest. */
export const MOST_NOTES = 2;

interface NotedFacts {
  readonly sheet?: Sheet | null;
  readonly catalogue: Catalogue;
  readonly derogations: readonly Derogation[];
  readonly today: IsoDate;
}

/** What is to be said of the sheet on a day, told before or not. */
export const sheetNotes = ({ sheet, catalogue, derogations, today }: NotedFacts): readonly SheetNote[] => {
  if (sheet === null || sheet === undefined) return [];
  const { fournisseur, cout } = sheet.facts;
  const ending = catalogue.offers.flatMap((offer): SheetNote[] => {
    const { status, expires_on: expiresOn } = offer;
    const stage = status !== 'qualified' || expiresOn === null ? null : stageOf(expiresOn, today);
    if (fournisseur === null || expiresOn === null || stage === null || !names(fournisseur, offer)) return [];
    // Nothing says what happens after a term: told once, not every month.
    const told = {
      origin: `fiche/${originOf(offer)}`,
      number: 0,
      due: expiresOn,
      stage: Math.max(stage, -1),
    };
    return [{ kind: 'qualification', offer, expiresOn, told }];
  });
  const least = valueAt(seuilEtudeCents, today)?.value ?? null;
  const owed = least !== null && cout !== null && cout >= least;
  const unstudied = derogations.filter(
    ({ roomId, state, entry }) =>
      owed && roomId === sheet.roomId && state === 'ouverte' && entry.regle === 'R6' && entry.etude !== true,
  );
  return [
    ...ending.toSorted((a, b) => (a.told.due < b.told.due ? -1 : Number(a.told.due > b.told.due))),
    ...unstudied.map(({ number }): SheetNote => {
      return { kind: 'etude', number, told: { origin: 'fiche/etude', number, due: NO_DAY, stage: 0 } };
    }),
  ];
};

/** A missing study has no day of its own. */
const NO_DAY = '9999-12-31';
