import type { AskedBack, DislikedCard } from '../../commands/lacunes/gaps.ts';

export type Chosen = keyof AskedBack['chosen'] | null;

/** Cards from their dislikes by reason, the most disliked first. */
export const dislikedCards = (
  rows: readonly { readonly card: string; readonly reason: string | null; readonly n: number }[],
): readonly DislikedCard[] =>
  [...Map.groupBy(rows, ({ card }) => card)]
    .map(([card, some]) => ({
      card,
      disliked: sum(some),
      reasons: Object.fromEntries(
        [...Map.groupBy(some, ({ reason }) => reason)]
          .flatMap(([reason, same]) => (reason === null ? [] : [[reason, sum(same)] as const]))
          .toSorted(byName),
      ),
    }))
    .toSorted((a, b) => b.disliked - a.disliked || a.card.localeCompare(b.card));

/** How often something was asked back, and what was chosen. */
export const askedBackOf = (
  rows: readonly {
    readonly card: string | null;
    readonly asked: number;
    readonly chosen: Chosen;
    readonly n: number;
  }[],
  limit: number,
): AskedBack => {
  const by = (way: Chosen): number => sum(rows.filter(({ chosen }) => chosen === way));
  const chosen = rows.filter((row) => row.chosen !== null && row.card !== null);
  return {
    asked: sum(rows.filter(({ asked }) => asked === 1)),
    chosen: { number: by('number'), words: by('words'), tap: by('tap') },
    cards: [...Map.groupBy(chosen, ({ card }) => card ?? '')]
      .map(([card, some]) => ({ card, times: sum(some) }))
      .toSorted((a, b) => b.times - a.times || a.card.localeCompare(b.card))
      .slice(0, limit),
  };
};

const sum = (rows: readonly { readonly n: number }[]): number => rows.reduce((total, { n }) => total + n, 0);

const byName = (a: readonly [string, number], b: readonly [string, number]): number =>
  a[0].localeCompare(b[0]);
