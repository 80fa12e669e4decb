import { type DateAssumption, type DateError, readDay } from '../dates/read-day.ts';
import type { ServiceBureautique } from '../rules/derogation-types.ts';
import type { IsoDate } from '../rules/time/iso-date.ts';
import { fold } from '../search/text/fold.ts';
import type { Entry, Regle } from './derogation.ts';
import type { Field } from './fields.ts';

export type ValueError =
  | DateError
  | 'REGLE_INCONNUE'
  | 'SERVICE_INCONNU'
  | 'OUI_OU_NON'
  | 'IDENTIFIANT_MATRIX'
  | 'TEXTE_VIDE'
  | 'TEXTE_LONG'
  | 'DONNEE_PERSONNELLE';

export type ValueRead =
  | {
      readonly ok: true;
      readonly value: Entry[keyof Entry];
      /** What was decided of a day, to be said back. */
      readonly assumed?: DateAssumption;
    }
  | {
      readonly ok: false;
      readonly error: ValueError;
      /** What an ambiguous day may mean. */
      readonly readings?: readonly IsoDate[];
    };

/** Characters of a free text, in UTF-16 units. */
export const LONGEST_TEXT = 200;

/**
 * Reads what was typed for a field. `?`, `inconnu` or nothing is null, except where a value is required.
 * @param me Matrix id that `moi` stands for
 */
export const readValue = (field: Field, typed: string, me: string): ValueRead => {
  const bare = typed.replace(CONTROL, ' ').trim();
  // « regle=[R9] », « fin=<2027-01-01> »: copied from a usage, marks and all.
  const text = field.kind === 'text' ? bare : bare.replace(/^(?:\[(.*)\]|<(.*)>)$/, '$1$2').trim();
  // As typed: folded, a lone accent is nothing, and a full-width question mark an unknown.
  if (UNKNOWN.has(text.toLowerCase()))
    return field.required ? wrong('TEXTE_VIDE') : { ok: true, value: null };
  const said = fold(text.slice(0, LONGEST_TEXT));
  switch (field.kind) {
    case 'date': {
      const read = readDay(text);
      if (!read.ok) return read;
      return { ok: true, value: read.date, ...(read.assumed === undefined ? {} : { assumed: read.assumed }) };
    }
    case 'regle':
      return among(REGLES, said.replace(/[\s_]+/g, '-'), 'REGLE_INCONNUE');
    case 'service':
      return among(SERVICES, said.replace(/[\s-]+/g, '_'), 'SERVICE_INCONNU');
    case 'oui-non':
      return among(YES_NO, said.replace(/\ufe0f/g, ''), 'OUI_OU_NON');
    case 'matrix-id':
      return said === 'moi' ? { ok: true, value: me } : readMatrixId(text);
    case 'text':
      return readText(text);
  }
};

/** A text without anybody's e-mail address: the register names people by their Matrix id only. */
export const readText = (text: string): ValueRead => {
  // A Mac writes an accent as a letter of its own: two forms of one name are one name.
  const line = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (line === '') return wrong('TEXTE_VIDE');
  if (line.length > LONGEST_TEXT) return wrong('TEXTE_LONG');
  return line.split(/[\s<>()[\],;:"']/).some(isEmail)
    ? wrong('DONNEE_PERSONNELLE')
    : { ok: true, value: line };
};

const REGLES: ReadonlyMap<string, Regle> = new Map([
  ['r6', 'R6'],
  ['6', 'R6'],
  ['r9', 'R9'],
  ['9', 'R9'],
  ['note-2021', 'NOTE_2021'],
  ['note2021', 'NOTE_2021'],
  ['note', 'NOTE_2021'],
  ['note-de-2021', 'NOTE_2021'],
  ['o365', 'NOTE_2021'],
]);

/** Services that the note of 2021 names, admitted or not: what is asked is written down as it was asked. */
export const SERVICES: ReadonlyMap<string, ServiceBureautique> = new Map(
  (
    [
      'messagerie',
      'drive_personnel',
      'documentaire',
      'collaboratif',
      'messagerie_instantanee',
      'audioconference',
      'visioconference',
      'webinaire',
    ] as const
  ).map((name) => [name, name]),
);

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['oui', true],
  ['o', true],
  ['faite', true],
  ['fait', true],
  ['vrai', true],
  ['true', true],
  ['yes', true],
  ['x', true],
  ['1', true],
  ['✅', true],
  ['✓', true],
  ['✔', true],
  ['☑', true],
  ['non', false],
  ['faux', false],
  ['false', false],
  ['no', false],
  ['0', false],
  ['❌', false],
  ['n', false],
]);

const UNKNOWN = new Set(['', '?', 'inconnu', 'inconnue', 'inconnues', 'nsp']);

// biome-ignore lint/suspicious/noControlCharactersInRegex: pasted text may hold them, and nobody sees them
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

const wrong = (error: ValueError): ValueRead => ({ ok: false, error });

const among = (
  values: ReadonlyMap<string, Entry[keyof Entry]>,
  said: string,
  error: ValueError,
): ValueRead => {
  const value = values.get(said);
  return value === undefined ? wrong(error) : { ok: true, value };
};

/** The full Matrix id of a person. */
export const readMatrixId = (text: string): ValueRead =>
  text.length <= 255 && /^@[a-z0-9._=/+-]+:[A-Za-z0-9.-]+(?::\d{1,5})?$/.test(text)
    ? { ok: true, value: text }
    : wrong('IDENTIFIANT_MATRIX');

const isEmail = (word: string): boolean => {
  const at = word.indexOf('@');
  return at > 0 && word.indexOf('.', at) > at + 1;
};
