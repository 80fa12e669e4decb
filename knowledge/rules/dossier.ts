import type { RuleCitation } from './citation.ts';
import { derogationR9Code, derogationsOf, missingOfDerogation } from './dossier/derogations.ts';
import { natureNommee } from './dossier/nature.ts';
import { r6Of } from './dossier/r6.ts';
import { isCollaborative, missingOfR9, r9Codes, r9Of } from './dossier/r9.ts';
import type {
  ControleCode,
  Dossier,
  DossierCode,
  DossierFound,
  DossierScope,
  Missing,
} from './dossier/result.ts';
import { missingOfScope, scopeOf } from './dossier/scope.ts';
import type { DossierFacts } from './dossier-types.ts';
import { obligations } from './obligations.ts';
import type { Obligation } from './obligations-types.ts';
import { plafond } from './plafond.ts';
import { and, checkDay } from './result.ts';
import type { SensibiliteDecided } from './sensibilite-types.ts';
import { type SeuilDecided, seuil } from './seuil.ts';
import { FAQ_AUTRES_REGIMES } from './texts/faq.ts';
import { inForce } from './texts/in-force.ts';
import { type IsoDate, readDate } from './time/iso-date.ts';

/**
 * What the circular of 2023 and the FAQ say of a project, from what is declared and nothing else: scope first, then
 * R9, R6, control, derogations, and the checklist R1–R15. Silence decides nothing. Out of scope, no rule of the
 * State is applied.
 * @param asOf day for which the rules are asked, `YYYY-MM-DD`
 */
export const dossier = (facts: DossierFacts, asOf: IsoDate): Dossier => {
  const day = checkDay(asOf);
  if (day !== null) return day;
  if (facts.offreAcceptable !== null && readDate(facts.offreAcceptable) === null) {
    return { kind: 'invalid', reason: 'DATE_INEXISTANTE' };
  }
  const scope = scopeOf(facts, asOf);
  const known = r9Of(facts, scope.bound, asOf);
  if (!('outcome' in known)) return known;
  return scope.bound === false ? outside(facts, scope, known, asOf) : inside(facts, scope, known, asOf);
};

/** What the texts say to an entity that they do not bind; GDPR and HDS stay due. */
const outside = (
  facts: DossierFacts,
  scope: DossierScope,
  known: SensibiliteDecided,
  asOf: IsoDate,
): DossierFound => ({
  kind: 'decided',
  codes: ['HORS_CHAMP'],
  missing: [],
  scope,
  nature: null,
  sensibilite: known,
  sensibiliteSiSoumise: null,
  seuil: null,
  r6: null,
  derogations: null,
  plafond: null,
  obligations: null,
  obligationsSiSoumise: null,
  citations: inForce(
    [...scope.citations, ...(facts.personnelles || facts.sante ? [FAQ_AUTRES_REGIMES] : [])],
    asOf,
  ),
});

const inside = (
  facts: DossierFacts,
  scope: DossierScope,
  known: SensibiliteDecided,
  asOf: IsoDate,
): Dossier => {
  const bound = scope.bound === null ? r9Of(facts, true, asOf) : known;
  if (!('outcome' in bound)) return bound;
  const cost =
    facts.cents === null
      ? null
      : seuil({ cents: facts.cents, derogeR6: facts.hebergement === 'hors_cloud' ? true : null }, asOf);
  if (cost !== null && cost.kind !== 'decided') return cost;
  const r6 = r6Of(facts, cost, asOf);
  if ('kind' in r6) return r6;
  const derogations = derogationsOf(facts, asOf);
  if ('kind' in derogations) return derogations;
  const list = obligations(
    {
      entite: facts.entite === 'organisme_sous_tutelle' ? facts.entite : null,
      nature: facts.projet?.nature ?? null,
      part: facts.projet?.part ?? null,
      vise: r6.vise,
      hebergement: facts.hebergement,
      personnelles: facts.personnelles,
      sante: facts.sante,
      serviceUtilisateur: isCollaborative(facts),
      surMesure: null,
      cents: facts.cents,
      sensibilite: bound.outcome,
    },
    asOf,
  );
  if (list.kind !== 'decided') return list;
  const nature = natureNommee(facts);
  const missing: readonly Missing[] = [
    ...missingOfScope(scope),
    ...missingOfR9(facts, bound),
    ...r6.missing,
    ...(cost === null ? [{ fact: 'cents', decides: 'CONTROLE' } as const] : []),
    ...missingOfDerogation(derogations),
  ];
  const codes: readonly DossierCode[] = [
    ...(scope.code === 'INCERTAIN' ? [scope.code] : []),
    ...r9Codes(facts, known, bound),
    r6.code,
    ...(cost === null ? (['CONTROLE_A_PRECISER'] as const) : [controleOf(cost)]),
    derogationR9Code(facts),
    ...(facts.hebergement === 'commercial' ? (['R4_REVERSIBILITE'] as const) : []),
    ...(facts.hebergement === 'hors_cloud' ? [] : (['R5_PLUSIEURS_ZONES'] as const)),
    ...(scope.code === 'INCERTAIN' ? [] : [scope.code]),
  ];
  const citations: readonly RuleCitation[] = [
    ...(scope.bound === null ? scope.citations.slice(0, 2) : []),
    ...bound.citations,
    ...(nature === null ? [] : [nature.citation]),
    ...r6.citations,
    ...(cost?.citations ?? []),
    ...derogations.r9.citations,
    ...scope.citations,
  ];
  return {
    kind: known.outcome === 'A_EVALUER' || scope.bound === null ? 'undetermined' : 'decided',
    codes: [...new Set(codes)],
    missing,
    scope,
    nature,
    sensibilite: known,
    sensibiliteSiSoumise: scope.bound === null ? bound : null,
    seuil: cost,
    r6,
    derogations,
    plafond: facts.offreAcceptable === null ? null : plafond(facts.offreAcceptable, asOf),
    obligations: scope.bound === null ? list.liste.map(ifBound) : list.liste,
    obligationsSiSoumise: scope.bound === null ? list.liste : null,
    citations: inForce(citations, asOf),
  };
};

/** « s'applique aux acteurs de l'État et aux organismes placés sous sa tutelle »: an entity that may be none owes nothing yet. */
const ifBound = (duty: Obligation): Obligation =>
  duty.porteur === 'DINUM' ? duty : { ...duty, applicable: and(null, duty.applicable) };

/** Under a million, R8 says « les ministères »; only the FAQ, since it is published, names the project's authority. */
const controleOf = ({ controle }: SeuilDecided): ControleCode => {
  if (controle.includes('PROCEDURE_ARTICLE_3')) return 'CONTROLE_GRANDS_PROJETS';
  return controle.includes('AUTORITE_DU_PROJET') ? 'CONTROLE_AUTORITE_PROJET' : 'CONTROLE_MINISTERE';
};
