import type { Derogation } from '../../../../knowledge/register/derogation.ts';
import { entry } from '../../../support/register.ts';

const NOTHING = {
  ...{ entite: null, accordee: null, validation_pm: null, offre_acceptable: null, fin: null, service: null },
  ...{ dinum: null, etude: null, reexamen: null, offre: null, responsable: null, reference: null },
};

/** Texts that spreadsheets turn into something else, or that a table in text has to quote. */
const TEXTS: readonly string[] = [
  ...['007', '1E5', '3/4', '12-2026', '5-6-7', '1.2.3', '1 000', '3,5', '10 %', '€5', '12:30', '٣'],
  ...['15 janvier 2027', 'févr. 2027', '3 mars', 'VRAI', 'faux', '12345678901234567890'],
  ...['=1+1', '+33 1 23', '-2', '@SOMME(A1)', "'entre apostrophes'", 'a;b', 'a, b', 'dit "non"', '#N/A'],
  ...['Été « à » l’œuvre – 5 €', 'SIRH', 'N° 12', '½', 'DEC-2026-014'],
];

const FIELDS_OF = [
  { regle: 'R6', dinum: '2026-09-02', etude: true, reexamen: '2027-12-11' },
  { regle: 'R9', accordee: '2026-01-02', offre_acceptable: '2026-02-03', responsable: '@a.b:tchap.example' },
  { regle: 'NOTE_2021', service: 'drive_personnel', fin: '2027-10-12', entite: 'DGX' },
] as const;

/** A register of which spreadsheets have saved the export (see make.sh). */
export const SAVED: readonly Derogation[] = TEXTS.map((projet, index) => {
  const reference = TEXTS[(index * 7 + 3) % TEXTS.length] ?? null;
  const offre = TEXTS[(index * 5 + 1) % TEXTS.length] ?? null;
  const closed = index === 3;
  return {
    roomId: '!salon:tchap.example',
    number: index + 1,
    version: 1,
    state: closed ? 'close' : 'ouverte',
    motif: closed ? '3/4 migré' : null,
    due: null,
    entry: entry({ ...NOTHING, projet, offre, reference, ...FIELDS_OF[index % 3] }),
  };
});
