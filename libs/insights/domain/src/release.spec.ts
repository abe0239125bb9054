import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSafeTogether, membersOf, releaseOf, type Part, type Released } from './release.js';

const part = (who: string, unit = 'north'): Part => ({ who, unit, numbers: [1], facts: ['h:1'] });
const people = (count: number, unit: string, from = 0): Part[] =>
  Array.from({ length: count }, (_, n) => part(`${unit}${from + n}`, unit));

/** Rank of a matrix over the rationals, by whole-number elimination. */
function rank(rows: readonly (readonly number[])[]): number {
  const matrix = rows.map((row) => row.map(BigInt));
  let found = 0;
  const width = matrix[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const pivot = matrix.findIndex((row, at) => at >= found && row[column] !== 0n);
    if (pivot === -1) continue;
    const [chosen] = matrix.splice(pivot, 1);
    if (!chosen) continue;
    matrix.splice(found, 0, chosen);
    for (let at = found + 1; at < matrix.length; at += 1) {
      const row = matrix[at];
      const factor = row?.[column] ?? 0n;
      if (!row || factor === 0n) continue;
      const lead = chosen[column] ?? 1n;
      matrix[at] = row.map((value, n) => value * lead - (chosen[n] ?? 0n) * factor);
    }
    found += 1;
  }
  return found;
}

function* groupsOf(all: readonly string[], most: number): Generator<string[]> {
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
 * The attack itself: is there any combination of the published sums in which only the numbers of fewer than `limit`
 * people remain? For a group of people there is one exactly when leaving their columns out lowers the rank.
 */
function exposedGroup(sums: readonly Released[], limit: number): string[] | null {
  const members = [...new Set(sums.flatMap((sum) => sum.members))];
  const owner = (member: string): string => member.split(' ')[0] ?? '';
  // Each release publishes one sum of every kind of number.
  const kinds = [...new Set(members.map((member) => member.split(/[ :]/)[1] ?? ''))];
  const rows = sums.flatMap((sum) =>
    kinds.map((kind) =>
      members.map((member) => Number(member.includes(` ${kind}:`) && sum.members.includes(member))),
    ),
  );
  const all = rank(rows);
  const everybody = [...new Set(members.map(owner))];
  for (const group of groupsOf(everybody, limit - 1)) {
    const rest = rows.map((row) =>
      row.filter((_, at) => !group.includes(owner(members[at] ?? ''))),
    );
    if (rank(rest) < all) return group;
  }
  return null;
}

const LIMIT = 3;
const month = fc.uniqueArray(
  fc.record({
    who: fc.integer({ min: 1, max: 11 }).map((n) => `p${n}`),
    numbers: fc.constant([1]),
    facts: fc
      .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 }))
      .map(([hours, share]) => [`h:${hours}`, `n:${hours}-${share}`]),
  }),
  { selector: ({ who }) => who, maxLength: 11 },
);
/** Everybody stays in one unit; whether they have a number in a month, and which, is open. */
const months = fc.tuple(
  fc.array(fc.constantFrom('north', 'south', 'east', ''), { minLength: 12, maxLength: 12 }),
  fc.array(month, { minLength: 1, maxLength: 5 }),
);

/** Publishes month after month; gives all that was ever published. */
function publishAll(units: readonly string[], all: readonly (readonly Omit<Part, 'unit'>[])[]) {
  const released: Released[] = [];
  for (const each of all) {
    const parts = each.map((one) => ({ ...one, unit: units[Number(one.who.slice(1))] ?? '' }));
    const release = releaseOf(parts, released, LIMIT);
    if (release.state === 'published') released.push(...release.cuts);
  }
  return released;
}

describe('publishing figures', () => {
  it('exposes no group under the limit to any combination of everything ever published', () => {
    let published = 0;
    let attacked = 0;
    fc.assert(
      fc.property(months, ([units, all]) => {
        const released = publishAll(units, all);
        published += released.length;
        attacked += 1;
        expect(exposedGroup(released, LIMIT)).toBeNull();
      }),
      { numRuns: 400 },
    );
    console.log(`${attacked} companies attacked, ${published} published sums, 0 groups exposed`);
    expect(published).toBeGreaterThan(300);
  }, 120_000);

  it('is attacked in earnest: without the rule the same attack finds people', () => {
    const company = {
      cut: '',
      members: [...people(4, 'north'), part('x', 'south')].flatMap(membersOf),
    };
    const north = { cut: 'north', members: people(4, 'north').flatMap(membersOf) };
    expect(exposedGroup([company, north], LIMIT)).toEqual(['x']);
    expect(isSafeTogether([company, north], LIMIT)).toBe(false);
    const october = { cut: '', members: people(4, 'north').flatMap(membersOf) };
    const november = { cut: '', members: people(5, 'north').flatMap(membersOf) };
    expect(exposedGroup([october, november], LIMIT)).toEqual(['north4']);
    expect(isSafeTogether([october, november], LIMIT)).toBe(false);
  });

  it('shows units that are large enough, and hides a neighbour with one that is not', () => {
    const parts = [...people(4, 'north'), ...people(3, 'south'), ...people(1, 'east')];
    const release = releaseOf(parts, [], LIMIT);
    expect(release.state === 'published' && release.cuts.map(({ cut }) => cut)).toEqual([
      '',
      'north',
    ]);
  });

  it('says that it is too few', () => {
    expect(releaseOf(people(2, 'north'), [], LIMIT)).toEqual({ state: 'too_few' });
  });

  it('holds a month in which one newcomer would stand out, and moves on with three', () => {
    const first = releaseOf(people(4, 'north'), [], LIMIT);
    const before = first.state === 'published' ? first.cuts : [];
    expect(releaseOf(people(5, 'north'), before, LIMIT).state).toBe('held');
    expect(releaseOf(people(7, 'north'), before, LIMIT).state).toBe('published');
    expect(releaseOf(people(4, 'north'), before, LIMIT).state).toBe('published');
  });
});
