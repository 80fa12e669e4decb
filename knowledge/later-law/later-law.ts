import { z } from 'zod';
import type { Citation, Lang, Notice } from '../answer/answer.ts';
import { code } from '../answer/text.ts';
import { day, projectFile, readDataFile } from '../data-file.ts';

const text = z.string({ error: 'un texte non vide' }).min(1, { error: 'un texte non vide' });

const address = z.url({ protocol: /^https$/, error: 'une adresse en https://, ou null' });

const laterLaw = z
  .strictObject({
    /** Day at which the list was drawn up. */
    recorded_on: day,
    source: text,
    entries: z
      .array(
        z
          .strictObject({
            title: text,
            /** The same in a few words, for the one line that ends an answer; null when it is not to stand there. */
            short: text.nullable(),
            date: day,
            says: text.nullable(),
            link: address.nullable(),
            /** Whether the text, or its author's own page on it, was read; else others tell it. */
            standing: z.enum(['primary', 'secondary'], { error: 'primary ou secondary' }),
            /** Day on which what is said of it was read. */
            read_on: day,
          })
          .readonly(),
      )
      .readonly(),
    /**
     * Said beside a ceiling of R9 from a day on, and in the place of `notice` where words that set one are quoted; no date
     * is computed from it.
     */
    beside_ceiling: z
      .strictObject({ since: day, words: z.array(text).min(1).readonly(), fr: text, en: text })
      .readonly()
      .nullable(),
    /** Where texts of the corpus may stand now. */
    moved: z.strictObject({ says: text, link: address }).readonly().nullable(),
    /** What the search for a repeal found. */
    repeal: text,
    /** The one line that ends an answer which rests on what these texts may change. */
    notice: z.strictObject({ since: day, fr: text, en: text }).readonly(),
    /** Texts of the corpus that the list may change: whole, or by the references given. */
    concerns: z
      .array(
        z.strictObject({ document: text, anchors: z.array(text).min(1).readonly().optional() }).readonly(),
      )
      .readonly(),
  })
  .readonly();

/** Texts outside the corpus that may change what it says: never quoted, always « hors corpus, à vérifier ». */
export type LaterLaw = z.infer<typeof laterLaw>;

/**
 * Loads the list of later texts.
 * @throws DataFileError, in French, when the file is not such a list.
 */
export const loadLaterLaw = (file: string = projectFile('later-law.yaml')): LaterLaw =>
  readDataFile(file, laterLaw, example);

/**
 * The one line that ends an answer on R9 or on derogations: that of the ceiling where the words quoted set one. Null before
 * the day of the texts that it names. The titles are those of French texts: only the words around them follow `lang`.
 * @param today local date, ISO 8601.
 * @param quoted what a short answer quotes; without it, the command that gives the whole list is named
 */
export const laterLawNotice = (
  law: Pick<LaterLaw, 'notice' | 'beside_ceiling'>,
  today: string,
  lang: Lang = 'fr',
  quoted?: readonly Pick<Citation, 'quote'>[],
): Notice | null => {
  if (law.notice.since > today) return null;
  const setsCeiling = law.beside_ceiling?.words.some((said) =>
    quoted?.some(({ quote }) => quote.includes(said)),
  );
  const beside = setsCeiling === true ? besideCeiling(law, today, lang) : null;
  const more = quoted === undefined ? [' (', code('!source hors-corpus'), ')'] : [];
  return { code: 'hors-corpus', bare: true, text: [beside ?? law.notice[lang], ...more] };
};

/** What is said beside a ceiling of R9 that was computed, in words; null when nothing is. `today` is ISO 8601. */
export const besideCeiling = (
  { beside_ceiling: beside }: Pick<LaterLaw, 'beside_ceiling'>,
  today: string,
  lang: Lang = 'fr',
): string | null => (beside === null || beside.since > today ? null : beside[lang]);

/** Texts of the list that existed on that day; `today` is a local date, ISO 8601. */
export const entriesAt = (law: LaterLaw, today: string): LaterLaw['entries'] =>
  law.entries.filter((entry) => entry.date <= today);

/** True when an answer with these citations touches what the list may change, and must end with the later texts. */
export const concernsLaterLaw = (
  { concerns }: Pick<LaterLaw, 'concerns'>,
  citations: readonly Citation[],
): boolean =>
  citations.some(({ documentId, anchor }) =>
    concerns.some(({ document, anchors }) => document === documentId && (anchors?.includes(anchor) ?? true)),
  );

const example = `recorded_on: 2026-11-22
source: sources publiques secondaires
entries:
  - title: loi n° 2024-449 du 21 mai 2024
    short: loi n° 2024-449
    date: 2024-05-21
    says: ce que l'on en dit
    link: null
    standing: secondary
    read_on: 2026-11-22
notice: { since: 2026-04-14, fr: Hors corpus…, en: Outside the corpus… }
beside_ceiling: null
moved: null
repeal: aucun texte abrogeant la circulaire n'a été trouvé
concerns:
  - document: circulaire-2023
    anchors: [R9]`;
