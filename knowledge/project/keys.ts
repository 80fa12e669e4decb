import { fold } from '../search/text/fold.ts';
import { FACT_NAMES, type FactName } from './facts.ts';

export type KeyKind =
  | 'text'
  | 'provider'
  | 'choice'
  | 'yes-no'
  | 'percent'
  | 'data'
  | 'harms'
  | 'amount'
  | 'date';

/** How a fact is typed: `clé=valeur`. */
export interface Key {
  readonly kind: KeyKind;
  /** Other names of the key, folded. */
  readonly aliases: readonly string[];
  /** Words for each value, folded; the value itself is understood too. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

const yesNo = (...aliases: readonly string[]): Key => ({ kind: 'yes-no', aliases });

/** The keys, in the order in which they are shown. */
export const KEYS: Record<FactName, Key> = {
  nom: { kind: 'text', aliases: ['projet', 'nom_du_projet', 'systeme'] },
  porteur: { kind: 'text', aliases: ['entite_porteuse', 'organisme', 'direction', 'ministere'] },
  entite: {
    kind: 'choice',
    aliases: ['type_entite', 'statut', 'nature_entite'],
    choices: {
      administration_centrale: ['centrale', 'ac', 'etat', 'ministere', 'prefecture'],
      organisme_sous_tutelle: ['operateur', 'tutelle', 'operateur de l etat', 'etablissement public'],
      collectivite: ['commune', 'departement', 'region', 'mairie', 'collectivite territoriale'],
      incertaine: ['incertain', 'a verifier', 'gip', 'hopital', 'epic'],
      autre: ['association', 'entreprise', 'prive', 'societe'],
    },
  },
  etat: {
    kind: 'choice',
    aliases: ['etat_du_projet', 'phase', 'avancement'],
    choices: {
      nouveau: ['nouveau projet', 'neuf'],
      evolution: ['refonte', 'evolution majeure'],
      maintenance: ['mco', 'correctif'],
      engage: ['en cours', 'deja engage', 'lance'],
    },
  },
  prestataire_change: yesNo('changement_prestataire', 'changement_de_prestataire', 'nouveau_prestataire'),
  part: { kind: 'percent', aliases: ['part_du_cout_initial', 'pourcentage', 'ampleur'] },
  hebergement: {
    kind: 'choice',
    aliases: ['cloud', 'heberge'],
    choices: {
      commercial: ['commerciale', 'offre commerciale', 'cloud commercial', 'prive'],
      interne: ['cloud interne', 'nubo', 'pi', 'cloud de l etat'],
      hors_cloud: ['hors cloud', 'pas de cloud', 'sur place', 'on premise', 'nos serveurs'],
    },
  },
  fournisseur: { kind: 'provider', aliases: ['offre', 'hebergeur', 'prestataire', 'chez'] },
  extraeuropeen: yesNo('extra_europeen', 'extracommunautaire', 'hors_ue'),
  service: {
    kind: 'choice',
    aliases: ['type_service', 'systeme_type'],
    choices: {
      messagerie: ['mail', 'mails'],
      visioconference: ['visio'],
      messagerie_instantanee: ['tchat', 'chat'],
      partage_documents: ['documents', 'drive', 'ged'],
      suite_bureautique: ['bureautique', 'suite'],
      autre_collaboratif: ['collaboratif'],
      sirh: ['rh'],
      application_metier: ['application', 'metier', 'appli'],
      site: ['site web', 'site internet', 'portail'],
      sauvegarde: ['sauvegardes', 'secours', 'pra'],
      recette: ['preproduction', 'preprod', 'test'],
      developpement: ['dev', 'bac a sable'],
    },
  },
  collaboratif: yesNo('service_aux_agents', 'service_agents'),
  donnees: { kind: 'data', aliases: ['donnee', 'categories'] },
  personnelles: yesNo('personnelle', 'donnees_personnelles', 'dcp'),
  sante: yesNo('donnees_de_sante', 'hds'),
  secret: yesNo('secret_protege'),
  mission: yesNo('mission_essentielle', 'missions_essentielles'),
  atteintes: { kind: 'harms', aliases: ['atteinte'] },
  cout: { kind: 'amount', aliases: ['cout_complet', 'montant', 'budget'] },
  offre_acceptable: { kind: 'date', aliases: ['date_offre_acceptable', 'date_offre'] },
};

/** The fact that a key names, whatever its accents, capitals, spaces and dashes; else null. */
export const factNamed = (typed: string): FactName | null => byName.get(bare(typed)) ?? null;

const bare = (typed: string): string =>
  fold(typed.slice(0, LONGEST))
    .replace(/[\s'’-]+/g, '_')
    .replace(/^_|_$/g, '');

const byName: ReadonlyMap<string, FactName> = new Map(
  FACT_NAMES.flatMap((name) => [name, ...KEYS[name].aliases].map((one): [string, FactName] => [one, name])),
);

/** Characters of the longest key. */
const LONGEST = 40;
