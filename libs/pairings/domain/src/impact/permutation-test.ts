/** Whole numbers that look like chance and are the same for the same seed (mulberry32). */
function chanceOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Shuffles drawn; the smallest probability that can be found is 1 in 1,000. */
const SHUFFLES = 999;

export interface CountedGroup {
  readonly people: number;
  readonly matched: number;
}

/**
 * Could the differences between all groups together be chance? The matched places are dealt out among the people
 * again and again, and the share of deals is counted that are at least as uneven as the one seen; the one seen counts
 * as a deal. Unevenness is Σ matched² ÷ people, which orders deals as the χ² of the table does. The same seed gives the
 * same answer.
 *
 * @returns 0.001 to 1; null when there are fewer than two groups with people
 */
export function permutationTest(groups: readonly CountedGroup[], seed: number): number | null {
  const filled = groups.filter(({ people }) => people > 0);
  if (filled.length < 2) return null;
  const unevenness = (matched: readonly number[]): number =>
    filled.reduce((sum, { people }, g) => sum + (matched[g] ?? 0) ** 2 / people, 0);
  const seen = unevenness(filled.map(({ matched }) => matched));
  const groupOf = filled.flatMap(({ people }, g) => new Array<number>(people).fill(g));
  const places = filled.reduce((sum, { matched }) => sum + matched, 0);
  const chance = chanceOf(seed);
  let asUneven = 1;
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle++) {
    const matched = new Array<number>(filled.length).fill(0);
    for (let place = 0; place < places; place++) {
      const drawn = place + chance(groupOf.length - place);
      const group = groupOf[drawn] ?? 0;
      groupOf[drawn] = groupOf[place] ?? 0;
      groupOf[place] = group;
      matched[group] = (matched[group] ?? 0) + 1;
    }
    // Sums of the same fractions in the same order: equal deals differ by rounding at most.
    if (unevenness(matched) >= seen - 1e-9) asUneven += 1;
  }
  return asUneven / (SHUFFLES + 1);
}
