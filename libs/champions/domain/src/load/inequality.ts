export interface Inequality {
  /** 0: all carry the same; towards 1: one carries all. Null with nobody, or when nothing is asked. */
  readonly gini: number | null;
  /** How many people the top tenth are: at least one. */
  readonly topCount: number;
  /** Share of all minutes that they carry, 0 to 1; null as above. */
  readonly topShare: number | null;
}

/**
 * How unevenly minutes are spread over active champions, those without any included (metrics handbook G.11).
 * Gini = Σ (2i − n − 1)·x_i ÷ (n·Σ x), x ascending, i from 1.
 *
 * Example: 0, 0, 0, 4 hours → (−3·0 − 1·0 + 1·0 + 3·4) ÷ (4·4) = 0.75; the top tenth is one person with all of it.
 */
export function inequalityOf(minutes: readonly number[]): Inequality {
  const n = minutes.length;
  const topCount = Math.ceil(n / 10);
  const sorted = [...minutes].sort((a, b) => a - b);
  const total = sorted.reduce((sum, each) => sum + each, 0);
  if (total === 0) return { gini: null, topCount, topShare: null };
  const weighted = sorted.reduce((sum, each, i) => sum + (2 * (i + 1) - n - 1) * each, 0);
  const top = sorted.slice(n - topCount).reduce((sum, each) => sum + each, 0);
  return { gini: weighted / (n * total), topCount, topShare: top / total };
}

/** "The busiest 10 of 99 champions carry 31 % of all hours." */
export function inequalityInWords(
  { gini, topCount, topShare }: Inequality,
  champions: number,
): string {
  if (gini === null || topShare === null) return 'Nothing is asked of champions now.';
  const who = topCount === 1 ? 'The busiest champion' : `The busiest ${topCount}`;
  const carry = topCount === 1 ? 'carries' : 'carry';
  const spread = gini < 0.3 ? 'evenly' : gini < 0.5 ? 'unevenly' : 'very unevenly';
  return `${who} of ${champions} ${carry} ${Math.round(topShare * 100)} % of all hours: spread ${spread} (Gini ${gini.toFixed(2)}).`;
}
