import { formatCents } from '../../knowledge/amounts/format.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { spellDuty } from '../../knowledge/project/duty-names.ts';
import {
  FACT_NAMES,
  type FactName,
  type FactValue,
  isSaid,
  type SheetFacts,
} from '../../knowledge/project/facts.ts';
import type { SheetChange } from '../../knowledge/project/sheet.ts';
import { ATTEINTE, DONNEE, ENTITE, ETAT, FACT, HEBERGEMENT, SERVICE } from './wording.ts';

/** A value as a reader sees it. */
export const showFact = (name: FactName, value: FactValue): string => {
  if (!isSaid(name, value) || value === null) return 'inconnu';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return name === 'cout' ? formatCents(value) : percent(value);
  if (typeof value === 'string') return name === 'offre_acceptable' ? shortDate(value) : worded(name, value);
  if (value.length === 0) return 'aucune';
  return value.map((code) => worded(name, code)).join(', ');
};

/** What is called what it is: a fact, or what was done for a rule. */
export const fieldLabel = (field: SheetChange['field']): string =>
  isFact(field) ? FACT[field] : `${spellDuty(field)}, fait`;

export const showChange = (field: SheetChange['field'], value: FactValue): string => {
  if (isFact(field)) return showFact(field, value);
  return typeof value === 'string' ? `« ${value} »` : 'rien';
};

export const isFact = (field: string): field is FactName => FACT_NAMES.some((name) => name === field);

/** The whole project in one line: « opérateur de l’État · évolution, 60 % · offre commerciale, Outscale · SIRH ». */
export const summaryOf = (facts: SheetFacts): string => {
  const { entite, porteur, etat, part, prestataire_change, hebergement, fournisseur, service, cout } = facts;
  const parts: readonly (readonly (string | null)[])[] = [
    [porteur, entite === null ? null : ENTITE[entite]],
    [
      etat === null ? null : ETAT[etat],
      part === null ? null : percent(part),
      prestataire_change === true ? 'changement de prestataire' : null,
    ],
    [service === null ? null : SERVICE[service]],
    [fournisseur, hebergement === null ? null : HEBERGEMENT[hebergement]],
    [cout === null ? null : formatCents(cout)],
    [facts.donnees.length === 0 ? null : `données : ${showFact('donnees', facts.donnees)}`],
    [facts.secret === null ? null : facts.secret ? 'secret protégé' : 'rien de secret'],
    [facts.mission === null ? null : facts.mission ? 'mission essentielle' : 'pas de mission essentielle'],
    [facts.atteintes === null ? null : `atteintes : ${showFact('atteintes', facts.atteintes)}`],
  ];
  return parts
    .map((group) => group.filter((part) => part !== null).join(', '))
    .filter((part) => part !== '')
    .join(' · ');
};

const percent = (value: number): string => `${String(value).replace('.', ',')} %`;

const WORDS: Partial<Record<FactName, Readonly<Record<string, string>>>> = {
  entite: ENTITE,
  etat: ETAT,
  hebergement: HEBERGEMENT,
  service: SERVICE,
  atteintes: ATTEINTE,
  donnees: DONNEE,
};

const worded = (name: FactName, value: string): string => {
  const words = WORDS[name];
  if (words === undefined) return value;
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value.replaceAll('_', ' ');
};
