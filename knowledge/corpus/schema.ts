import { z } from 'zod';
import { documentStatuses } from '../answer/answer.ts';

const text = z.string().trim().min(1);
const language = z.enum(['fr', 'en']);

const common = {
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  language,
  title: text,
  licence: text,
  provenance: text,
  /** Corrections made to the copy that was read: damage of a scan, a lost word… never the authors' wording. */
  errata: z.array(z.strictObject({ where: text, read: text, kept: text, source: text })).default([]),
};

export const original = z.strictObject({
  ...common,
  shortTitle: text,
  /** How it is named under a quotation, in two or three words: « Circulaire 2023 ». */
  reference: text.nullable().default(null),
  /** A word for readers of the data: nothing depends on it but `faq`, the text that `!faq` searches. */
  kind: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  issuer: text,
  number: text.nullable(),
  // A month or a year where the text says no more; null where it bears no date.
  date: z.union([z.iso.date(), z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/)]).nullable(),
  version: text.nullable(),
  link: z.url({ protocol: /^https?$/ }).nullable(),
  status: z.enum(documentStatuses),
  supersededBy: text.nullable(),
  rank: z.int().min(1),
  authority: z.number().min(0).max(1),
  numbered: z.literal('R').nullable().default(null),
  /** Name of the passage that says whom to ask. */
  contact: text.nullable().default(null),
  /** Whom the text names, in words that are not words of the trade: never kept of a question. */
  people: z.array(text).readonly().default([]),
});

/** The same document in another language: what is not said here is said by the original. */
export const translation = z.strictObject({ ...common, translationOf: language });

export type FrontMatter = z.infer<typeof original> | z.infer<typeof translation>;

/** A line to copy, by field. */
export const examples: Readonly<Record<string, string>> = {
  id: 'id: circulaire-2023',
  language: 'language: fr',
  title: 'title: "Doctrine cloud de l’Etat : foire aux questions"',
  shortTitle: 'shortTitle: FAQ de la DINUM',
  kind: 'kind: faq',
  issuer: 'issuer: Direction interministérielle du numérique (DINUM)',
  number: 'number: "6404/SG" (ou number: null)',
  date: 'date: 2023-05-31',
  version: 'version: Version du 25 mai 2023 (ou version: null)',
  link: 'link: https://www.numerique.gouv.fr/services/cloud/faq/ (ou link: null)',
  status: 'status: in-force',
  supersededBy: 'supersededBy: circulaire-2023 (ou supersededBy: null)',
  rank: 'rank: 2',
  authority: 'authority: 0.9',
  numbered: 'numbered: R (ou pas de ligne numbered)',
  contact: 'contact: questions.contact (ou pas de ligne contact)',
  people: 'people: [Élisabeth Borne] (ou pas de ligne people)',
  licence: 'licence: Licence Ouverte 2.0',
  provenance: 'provenance: "Page « FAQ » du site numerique.gouv.fr, état du 23 février 2024"',
  translationOf: 'translationOf: fr',
  errata: 'errata: []',
};

/** What each field may hold; a text, where nothing is said. */
export const expectations: Readonly<Record<string, string>> = {
  id: 'des minuscules sans accent, des chiffres et des tirets',
  date: 'une date du calendrier sous la forme année-mois-jour (année-mois ou année si le texte n’en dit pas plus), ou null',
  link: 'une adresse web complète, ou null',
  language: 'fr ou en',
  translationOf: 'fr ou en',
  kind: 'un nom en minuscules sans accent, avec des traits d’union : circulaire, decret, faq, note, presse…',
  status: original.shape.status.options.join(', '),
  rank: 'un nombre entier à partir de 1, du texte qui prévaut (circulaire) au dernier (fournisseur)',
  authority:
    'un nombre de 0 à 1, le poids du texte à réponses voisines : 1 pour la circulaire, 0.3 pour la presse',
  numbered: 'R, pour le texte dont les règles sont numérotées R1, R2…',
  contact: 'le nom du passage qui dit à qui poser une question',
  people: 'une liste de noms de personnes',
  errata: 'une liste d’entrées where, read, kept, source (des textes non vides)',
};
