const MOST_TRIES = 6;

/**
 * The best of some tries, of which there are no more than it takes to keep the limit: a machine that stalls spoils one
 * of them, a page that is slow is slow in all.
 */
export async function atBest(limit: number, measure: () => Promise<number>): Promise<number> {
  let best = Infinity;
  for (let n = 0; n < MOST_TRIES && best > limit; n++) best = Math.min(best, await measure());
  return best;
}
