import type { RuleCitation } from '../citation.ts';
import type { DossierFacts } from '../dossier-types.ts';
import { R9_EXEMPLES_SECRETS, R9_MISSIONS, R9_SECRETS } from '../texts/circulaire.ts';

/** Examples by which R9 tells what its first condition is. */
export type ExempleR9 =
  | 'DELIBERATIONS'
  | 'DEFENSE'
  | 'POLITIQUE_EXTERIEURE'
  | 'ORDRE_PUBLIC'
  | 'SANTE_ET_VIE'
  | 'SECRET_MEDICAL'
  | 'SECRET_DES_AFFAIRES';

/** Data that R9 itself names as an example, and the half of its first condition that they meet. */
export interface NatureNommee {
  readonly exemple: ExempleR9;
  readonly condition: 'secret' | 'mission';
  readonly citation: RuleCitation;
}

/**
 * The example of R9 that the declared data are, if any: the deliberations of the Government, defence, foreign policy
 * (secrets); public order, health and life of persons (essential missions). Health and business data come near two
 * other examples, medical and business secrecy: they count only beside a declared harm, since the FAQ says of the
 * former that « le second critère doit être également rempli ». Null where the person says that there is no such
 * secret or mission, or has said that there is one.
 */
export const natureNommee = (facts: DossierFacts): NatureNommee | null => {
  const harmed = facts.atteintes !== null && facts.atteintes.length > 0;
  const named = NAMED.find(
    ({ data, needsHarm = false }) => facts.donnees.includes(data) && (harmed || !needsHarm),
  );
  if (named === undefined || facts[named.condition] !== null) return null;
  if (facts.secret === true || facts.mission === true) return null;
  const { exemple, condition, citation } = named;
  return exemple === 'SECRET_MEDICAL' && facts.personnelles === false
    ? null
    : { exemple, condition, citation };
};

const NAMED: readonly (NatureNommee & {
  /** Code of the data category. */
  readonly data: string;
  /** Only beside a declared harm. */
  readonly needsHarm?: boolean;
})[] = [
  { data: 'deliberations', exemple: 'DELIBERATIONS', condition: 'secret', citation: R9_SECRETS },
  { data: 'defense', exemple: 'DEFENSE', condition: 'secret', citation: R9_SECRETS },
  { data: 'diplomatie', exemple: 'POLITIQUE_EXTERIEURE', condition: 'secret', citation: R9_SECRETS },
  { data: 'police', exemple: 'ORDRE_PUBLIC', condition: 'mission', citation: R9_MISSIONS },
  { data: 'secours', exemple: 'SANTE_ET_VIE', condition: 'mission', citation: R9_MISSIONS },
  {
    data: 'sante',
    exemple: 'SECRET_MEDICAL',
    condition: 'secret',
    citation: R9_EXEMPLES_SECRETS,
    needsHarm: true,
  },
  {
    data: 'secret_affaires',
    exemple: 'SECRET_DES_AFFAIRES',
    condition: 'secret',
    citation: R9_EXEMPLES_SECRETS,
    needsHarm: true,
  },
];

/**
 * Whether all that is said of the data is that they are published or made up: neither secret nor, unless it is said,
 * what an essential mission of the State needs.
 */
export const isOpen = ({ donnees, secret, personnelles, mission, atteintes }: DossierFacts): boolean =>
  donnees.some((data) => OPEN.has(data)) &&
  secret === false &&
  personnelles !== true &&
  mission === null &&
  (atteintes === null || atteintes.length === 0);

const OPEN: ReadonlySet<string> = new Set(['open_data', 'vitrine', 'fictives']);
