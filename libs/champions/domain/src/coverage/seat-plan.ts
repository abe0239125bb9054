/** What a child of a unit brings to the plan: `weight` = H ÷ r as two whole numbers. */
export interface SeatClaim {
  readonly id: string;
  readonly code: string;
  readonly people: number;
  /** People per champion aimed at. */
  readonly targetRatio: number;
}

/**
 * Splits the seats a parent needs among its children by largest remainder on H ÷ r, scaled to the seats there are:
 * whole parts first, the rest to the largest remainders, ties by code. Four teams of 26 (r = 25) under a parent that
 * needs 5 weigh 1.04 each: one each, the fifth to the first by code. Adds up to `seats` whenever anybody works there.
 * Remainders are compared as whole numbers, so equal ones are ties and not rounding noise.
 */
export function splitSeats(seats: number, claims: readonly SeatClaim[]): Map<string, number> {
  const common = claims.reduce((product, { targetRatio }) => lcm(product, BigInt(targetRatio)), 1n);
  const weights = claims.map(
    ({ people, targetRatio }) => (BigInt(people) * common) / BigInt(targetRatio),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return new Map(claims.map(({ id }) => [id, 0]));
  const shares = claims.map((claim, i) => {
    const scaled = BigInt(seats) * (weights[i] ?? 0n);
    return { ...claim, whole: Number(scaled / total), rest: scaled % total };
  });
  let left = seats - shares.reduce((sum, { whole }) => sum + whole, 0);
  const byRemainder = [...shares].sort((a, b) =>
    a.rest === b.rest ? (a.code < b.code ? -1 : 1) : a.rest > b.rest ? -1 : 1,
  );
  const plan = new Map(shares.map(({ id, whole }) => [id, whole]));
  for (const { id } of byRemainder) {
    if (left === 0) break;
    plan.set(id, (plan.get(id) ?? 0) + 1);
    left -= 1;
  }
  return plan;
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** First day of the calendar quarter of a day: '2026-11-21' → '2026-10-01'. */
export function quarterOf(day: string): string {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
}
