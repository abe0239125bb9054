/** A published sum, as the secrets that went into it: `person fact`. The same fact of the same person is the same secret. */
export type PublishedSum = readonly string[];

/** Ranks are found modulo a prime just under 2^26, so that a product of two remainders is still exact. */
const PRIME = 67_108_859;

function inverse(value: number): number {
  let [power, result, rest] = [value, 1, PRIME - 2];
  while (rest > 0) {
    if (rest % 2 === 1) result = (result * power) % PRIME;
    power = (power * power) % PRIME;
    rest = Math.floor(rest / 2);
  }
  return result;
}

function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  let found = 0;
  for (let column = 0; column < width && found < rows.length; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= found && row[column] !== 0);
    if (pivot === -1) continue;
    const [chosen] = rows.splice(pivot, 1);
    if (!chosen) continue;
    rows.splice(found, 0, chosen);
    const scale = inverse(chosen[column] ?? 1);
    for (const row of rows.slice(found + 1)) {
      const factor = ((row[column] ?? 0) * scale) % PRIME;
      if (factor === 0) continue;
      for (let n = column; n < width; n += 1)
        row[n] = ((row[n] ?? 0) + (PRIME - factor) * (chosen[n] ?? 0)) % PRIME;
    }
    found += 1;
  }
  return found;
}

function* groupsOf(all: readonly string[], most: number): Generator<readonly string[]> {
  const stack: { chosen: string[]; from: number }[] = [{ chosen: [], from: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { chosen, from } = next;
    if (chosen.length > 0) yield chosen;
    if (chosen.length < most)
      for (let at = from; at < all.length; at += 1)
        stack.push({ chosen: [...chosen, all[at] ?? ''], from: at + 1 });
  }
}

/**
 * The attack by subtraction: is there any combination of the published sums in which only the secrets of fewer than `limit`
 * people remain? For a group of people there is one exactly when leaving their columns out lowers the rank.
 * @returns the first such group, or null
 */
export function exposedGroup(
  sums: readonly PublishedSum[],
  limit: number,
): readonly string[] | null {
  const secrets = [...new Set(sums.flat())];
  const owners = secrets.map((secret) => secret.slice(0, secret.indexOf(' ')));
  const rows = sums.map((sum) => {
    const inside = new Set(sum);
    return secrets.map((secret) => Number(inside.has(secret)));
  });
  const all = rank(rows);
  for (const group of groupsOf([...new Set(owners)], limit - 1)) {
    const rest = rows.map((row) => row.filter((_, at) => !group.includes(owners[at] ?? '')));
    if (rank(rest) < all) return group;
  }
  return null;
}
