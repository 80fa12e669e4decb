import { parseAmount } from '../amounts/parse-amount.ts';
import { readDay } from '../dates/read-day.ts';
import type { FactReader } from '../facts/read-facts.ts';
import { readText } from '../register/read-value.ts';
import { ATTEINTES } from '../rules/sensibilite-types.ts';
import { fold } from '../search/text/fold.ts';
import type { FactName, SaidFacts } from './facts.ts';
import { KEYS } from './keys.ts';

export type FactError =
  | 'VALEUR_INCONNUE'
  | 'OUI_OU_NON'
  | 'POURCENTAGE'
  | 'MONTANT'
  | 'DATE'
  | 'DONNEES_INCONNUES'
  | 'TEXTE'
  | 'DONNEE_PERSONNELLE';

export type FactRead =
  /** More than one fact where the value says more: a provider is known to be commercial. */
  { readonly ok: true; readonly said: SaidFacts } | { readonly ok: false; readonly error: FactError };

/**
 * Reads the value typed for a key. `?`, `inconnu` or nothing is « on ne sait pas » (null, or no data).
 * @param readFacts reader of sentences, for the names of data and of providers
 */
export const readFact = (name: FactName, typed: string, readFacts: FactReader): FactRead => {
  const value = typed.trim();
  const folded = fold(value.slice(0, LONGEST)).replace(/[\s_-]+/g, ' ');
  if (UNKNOWN.has(folded)) return said({ [name]: name === 'donnees' ? [] : null });
  const { kind, choices = {} } = KEYS[name];
  switch (kind) {
    case 'choice':
      return among(name, folded, choices);
    case 'yes-no': {
      const known = YES_NO.get(folded.replace(/\ufe0f/g, ''));
      return known === undefined ? wrong('OUI_OU_NON') : said({ [name]: known });
    }
    case 'percent': {
      const number = /^(\d{1,4}(?:[.,]\d{1,3})?) ?(?:%|pour ?cents?)?$/.exec(folded)?.[1];
      return number === undefined ? wrong('POURCENTAGE') : said({ part: Number(number.replace(',', '.')) });
    }
    case 'amount': {
      const amount = parseAmount(value);
      return amount.ok ? said({ cout: amount.cents }) : wrong('MONTANT');
    }
    case 'date': {
      const day = readDay(value);
      return day.ok ? said({ offre_acceptable: day.date }) : wrong('DATE');
    }
    case 'data':
      return readData(value, readFacts);
    case 'harms':
      return readHarms(folded);
    case 'provider':
      return readProvider(value, readFacts);
    case 'text':
      return readName(name, value);
  }
};

const said = (facts: SaidFacts): FactRead => ({ ok: true, said: facts });
const wrong = (error: FactError): FactRead => ({ ok: false, error });

/** Characters of a value that are compared. */
const LONGEST = 200;

const UNKNOWN = new Set(['', '?', 'inconnu', 'inconnue', 'nsp', 'je ne sais pas']);

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['oui', true],
  ['o', true],
  ['vrai', true],
  ['✅', true],
  ['non', false],
  ['n', false],
  ['faux', false],
  ['❌', false],
]);

const among = (
  name: FactName,
  folded: string,
  choices: Readonly<Record<string, readonly string[]>>,
): FactRead => {
  const found = Object.entries(choices).find(
    ([value, words]) => value.replaceAll('_', ' ') === folded || words.includes(folded.replaceAll("'", ' ')),
  );
  return found === undefined ? wrong('VALEUR_INCONNUE') : said({ [name]: found[0] });
};

const readName = (name: FactName, value: string): FactRead => {
  const read = readText(value);
  if (!read.ok) return wrong(read.error === 'DONNEE_PERSONNELLE' ? read.error : 'TEXTE');
  return said({ [name]: read.value });
};

/** Words for data, as a sentence would have them. Every part must be understood: nothing is dropped in silence. */
const readData = (value: string, readFacts: FactReader): FactRead => {
  const parts = value.split(/[,;/+]|\s+et\s+/).map((part) => part.trim());
  const found = parts
    .filter((part) => part !== '')
    .map((part) => {
      const spoken = part.replaceAll('_', ' ');
      const alone = readFacts(spoken).facts;
      return alone.donnees.length > 0 ? alone : readFacts(`données de ${spoken}`).facts;
    });
  if (found.length === 0 || found.some(({ donnees }) => donnees.length === 0))
    return wrong('DONNEES_INCONNUES');
  return said({
    donnees: [...new Set(found.flatMap(({ donnees }) => donnees))],
    ...(found.some(({ personnelles }) => personnelles === true) ? { personnelles: true } : {}),
    ...(found.some(({ sante }) => sante === true) ? { sante: true } : {}),
  });
};

const readHarms = (folded: string): FactRead => {
  if (folded === 'aucune' || folded === 'aucun') return said({ atteintes: [] });
  const parts = folded.split(/ ?[,;/+] ?/).filter((part) => part !== '');
  const found = ATTEINTES.filter((code) => parts.includes(code.replaceAll('_', ' ')));
  return found.length === 0 || found.length < new Set(parts).size
    ? wrong('VALEUR_INCONNUE')
    : said({ atteintes: found });
};

/** A known provider brings what is known of it; a name that nobody knows is kept as it is. */
const readProvider = (value: string, readFacts: FactReader): FactRead => {
  const read = readText(value);
  if (!read.ok || typeof read.value !== 'string')
    return wrong(!read.ok && read.error === 'DONNEE_PERSONNELLE' ? read.error : 'TEXTE');
  const { fournisseur, hebergement, extraeuropeen } = readFacts(`chez ${value}`).facts;
  return said({
    fournisseur: fournisseur ?? read.value,
    ...(fournisseur === null || hebergement === null ? {} : { hebergement }),
    ...(fournisseur === null || extraeuropeen === null ? {} : { extraeuropeen }),
  });
};
