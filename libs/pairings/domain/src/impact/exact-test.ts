/** Sums of logarithms: ln n! for n = 0, 1, 2 … as far as was asked. */
const LOG_FACTORIALS = [0];

function logFactorial(n: number): number {
  for (let next = LOG_FACTORIALS.length; next <= n; next++) {
    LOG_FACTORIALS.push((LOG_FACTORIALS[next - 1] ?? 0) + Math.log(next));
  }
  return LOG_FACTORIALS[n] ?? 0;
}

/** Probabilities this close count as equal: they are sums of rounded logarithms. */
const ROUNDING = 1e-7;

/**
 * Fisher's exact test, two-sided: how probable is a table at least as uneven as this one, when its margins are given
 * and nothing but chance decides? Sums the probabilities of all tables that are no more probable than the one seen
 * (R's `fisher.test`, SciPy's `fisher_exact`).
 *
 * @param a, b first group: with and without; @param c, d second group: with and without. Whole, 0 or more.
 * @returns 0 to 1; 1 when a group is empty
 */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  const [first, second, withIt] = [a + b, c + d, a + c];
  const total = first + second;
  if (first === 0 || second === 0) return 1;
  const margins =
    logFactorial(first) +
    logFactorial(second) +
    logFactorial(withIt) +
    logFactorial(total - withIt) -
    logFactorial(total);
  const chance = (n: number): number =>
    Math.exp(
      margins -
        logFactorial(n) -
        logFactorial(first - n) -
        logFactorial(withIt - n) -
        logFactorial(second - withIt + n),
    );
  const seen = chance(a);
  let sum = 0;
  for (let n = Math.max(0, withIt - second); n <= Math.min(first, withIt); n++) {
    const each = chance(n);
    if (each <= seen * (1 + ROUNDING)) sum += each;
  }
  return Math.min(1, sum);
}
