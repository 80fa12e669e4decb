import { z } from 'zod';
import type { Cache } from '../cache/cache.ts';
import { keptFile } from '../cache/kept-file.ts';
import { day, projectFile } from '../data-file.ts';

export const services = ['IaaS', 'PaaS', 'CaaS', 'SaaS'] as const;
export type Service = (typeof services)[number];

const text = z.string({ error: 'un texte non vide' }).min(1, { error: 'un texte non vide' });
const url = z.url({ protocol: /^https$/, error: 'une adresse en https://' });

const offer = z.strictObject({
  provider: text,
  /** The named service that is, or asks to be, qualified. */
  offer: text,
  services: z.array(z.enum(services)).readonly(),
  status: z.enum(['qualified', 'in_progress', 'historical', 'unknown']),
  qualified_on: day.nullable(),
  expires_on: day.nullable(),
  referential: text.nullable(),
  /** Day at which the row was observed. */
  as_of: day,
  confidence: z.enum(['high', 'medium', 'low']),
  /** Key of `sources`. */
  source: text,
  uses: z
    .array(z.enum(['bureautique']))
    .readonly()
    .default([]),
});

const catalogue = z
  .strictObject({
    /** Day of the edition that the rows come from. */
    date: day,
    edition: text,
    /** Official pages where to check. */
    official: z.strictObject({ qualified: url, in_progress: url }).readonly(),
    sources: z.record(text, text).readonly(),
    offers: z.array(offer.readonly()).min(1, { error: 'au moins une offre' }).readonly(),
  })
  .superRefine(({ sources, offers }, context) => {
    for (const [index, { source }] of offers.entries()) {
      if (Object.hasOwn(sources, source)) continue;
      context.addIssue({
        code: 'custom',
        path: ['offers', index, 'source'],
        input: source,
        message: `l'une des clés de « sources » : ${Object.keys(sources).join(', ')}`,
      });
    }
  })
  .readonly();

/** Offers of cloud services and the standing of their qualification, as observed on a day. */
export type Catalogue = z.infer<typeof catalogue>;
export type Offer = z.infer<typeof offer>;

/**
 * Loads the catalogue of the project, or the one an operator gives instead.
 * @throws DataFileError, in French, when the file is not a catalogue.
 */
export const loadCatalogue = (file?: string, cache?: Cache): Catalogue =>
  keptFile({ name: 'offers', home, schema: catalogue, example }, file, cache);

const home = projectFile('offers.yaml');

const example = `date: 2026-09-15
edition: Catalogue ANSSI, édition du 15/09/2026
official:
  qualified: https://cyber.gouv.fr/…
  in_progress: https://cyber.gouv.fr/…
sources:
  anssi: "Catalogue ANSSI, lu le 16/09/2026"
offers:
  - provider: "Nom du fournisseur"
    offer: "Nom du service qualifié"
    services: [IaaS]
    status: qualified
    qualified_on: 2023-11-30
    expires_on: 2026-11-30
    referential: "3.2"
    as_of: 2026-09-15
    confidence: high
    source: anssi`;
