import { z } from 'zod';
import { day } from '../data-file.ts';

const text = z.string({ error: 'un texte non vide' }).trim().min(1, { error: 'un texte non vide' });
const texts = z.array(text, { error: 'une liste de textes' }).readonly();
const passageId = z
  .string({ error: 'un identifiant de passage, par exemple circulaire-2023#R9.derogation' })
  .regex(/^[\w.-]+#.+$/, { error: 'un identifiant de passage, par exemple circulaire-2023#R9.derogation' });
const code = z
  .string({ error: 'un nom en minuscules et traits d’union, par exemple note-2021' })
  .regex(/^[a-z0-9-]+$/, { error: 'un nom en minuscules et traits d’union, par exemple note-2021' });
const pattern = text.transform((source, context) => {
  try {
    return new RegExp(source, 'u');
  } catch {
    context.addIssue({ code: 'custom', message: 'une expression régulière, par exemple \\bnis ?2\\b' });
    return z.NEVER;
  }
});
const REVIEW_HASH = 'la valeur donnée par npm run relecture -- --fiche <id>';
const bothLanguages = z.strictObject({ fr: text, en: text }).readonly();
const quote = z.strictObject({ passage: passageId, quote: text }).readonly();

/** See `knowledge/data/thesaurus.yaml`. */
export const thesaurusSchema = z
  .strictObject({
    rewrites: z.record(text, texts).readonly(),
    ignored: texts,
    weak: texts,
    kept: texts,
    concepts: z.record(text, texts).readonly(),
    texts: z.record(text, texts).readonly().optional(),
    names: texts.optional(),
  })
  .readonly();

/**
 * See `knowledge/data/questions/`: sample questions by passage id, then by the card that answers them (`lecture` = a
 * look-up that the passage alone answers). A plain list belongs to no card yet.
 */
export const sampleQuestionsSchema = z
  .record(
    passageId,
    z.union([texts, z.record(code, texts).readonly()], {
      error: 'une liste de questions, ou des listes par fiche',
    }),
  )
  .readonly();
export type QuestionsFile = z.output<typeof sampleQuestionsSchema>;

/** See `knowledge/data/out-of-scope/`: questions that the corpus does not answer, by theme. */
export const outOfScopeSchema = z.record(code, texts).readonly();

/** See `knowledge/data/out-of-scope/paires.yaml`. */
export const pairsSchema = z
  .array(z.strictObject({ card: code, answered: text, not: text }).readonly())
  .readonly();
export type QuestionPair = z.output<typeof pairsSchema>[number];

/** See `knowledge/data/out-of-scope/details.yaml`; a test reads the examples and counter-examples. */
export const detailsSchema = z
  .array(
    z
      .strictObject({
        code,
        patterns: z.array(pattern).min(1, { error: 'au moins une expression' }).readonly(),
        examples: texts,
        counter: texts,
      })
      .readonly(),
  )
  .readonly();
export type Detail = z.output<typeof detailsSchema>[number];

/** See `knowledge/data/out-of-scope/topics.yaml`. */
export const topicsSchema = z
  .array(
    z
      .strictObject({
        code,
        /** What is missing, said to the reader. */
        label: bothLanguages,
        /** One of them must match the folded question… */
        patterns: z.array(pattern).min(1, { error: 'au moins une expression' }).readonly(),
        /** …and none of these. */
        unless: z.array(pattern).readonly().default([]),
        /** A firm topic refuses by itself; the others are evidence, and the reason that is given. */
        firm: z.boolean().default(false),
        /** Nothing in the texts comes near: no passage is shown. */
        off_topic: z.boolean().default(false),
        /** Passages to show as the nearest, before those of the ranking. */
        passages: z.array(passageId).readonly().default([]),
      })
      .readonly(),
  )
  .readonly();
export type Topic = z.output<typeof topicsSchema>[number];

/** See `knowledge/data/precedences.yaml`. */
export const precedencesSchema = z
  .array(z.strictObject({ passage: passageId, yieldsTo: passageId, on: text }).readonly())
  .readonly();

/** See `knowledge/data/related.yaml`: passages that deal with a rule without naming it. */
export const relatedSchema = z
  .record(
    z.string().regex(/^R\d+$/, { error: 'une règle, par exemple R9' }),
    z.array(passageId, { error: 'une liste d’identifiants de passages' }).readonly(),
  )
  .readonly();
export type Related = z.output<typeof relatedSchema>;

/** See `knowledge/data/notices.yaml`. Every condition given must hold; within one, any of its values is enough. */
export const noticesSchema = z
  .array(
    z
      .strictObject({
        code,
        when: z
          .strictObject({
            documents: texts.optional(),
            passages: z.array(passageId).readonly().optional(),
            /** None of these passages is shown. */
            without: z.array(passageId).readonly().optional(),
            anchors: texts.optional(),
            question: z.array(pattern).readonly().optional(),
            lang: z.enum(['fr', 'en']).optional(),
          })
          .readonly(),
        text: bothLanguages,
        /** What the notice says the texts say; a test finds each quote in its passage. */
        citations: z.array(quote).readonly().default([]),
      })
      .readonly(),
  )
  .readonly();
export type NoticeRule = z.output<typeof noticesSchema>[number];

/** See `knowledge/data/extracts.yaml`: what may be shown alone of a long sentence. */
export const extractsSchema = z
  .array(z.strictObject({ passage: passageId, extract: text, leaves_out: text }).readonly())
  .readonly();
export type PermittedExtract = z.output<typeof extractsSchema>[number];

/** See `knowledge/data/cards/README.md`. */
export const cardsSchema = z
  .array(
    z
      .strictObject({
        id: code,
        lang: z.enum(['fr', 'en']).default('fr'),
        title: text,
        /** Ways to ask for this card. */
        questions: z.array(text).min(1, { error: 'au moins une question' }).readonly(),
        /** Passages that, coming first, confirm a middling similarity to the questions. */
        passages: z.array(passageId).readonly().default([]),
        sentences: z
          .array(
            z
              .strictObject({
                text,
                citations: z.array(quote).min(1, { error: 'au moins une citation' }).readonly(),
              })
              .readonly(),
          )
          .min(1, { error: 'au moins une phrase' })
          .readonly(),
        /** Who read the card against the texts, by function; see knowledge/review/review.ts. */
        reviewed: z
          .strictObject({
            function: text,
            on: day,
            /** Of the sentences and quotations, then of the passages, as they were read. */
            hash: z
              .string({ error: REVIEW_HASH })
              .regex(/^[0-9a-f]{12}-[0-9a-f]{12}$/, { error: REVIEW_HASH }),
          })
          .readonly()
          .optional(),
      })
      .readonly(),
  )
  .readonly();
export type Card = z.output<typeof cardsSchema>[number];
