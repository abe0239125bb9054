import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSafeTogether, membersOf, releaseOf, type Part, type Released } from './release.js';
import { exposedGroup } from './subtraction-attack.js';

const part = (who: string, unit = 'north'): Part => ({ who, unit, numbers: [1], facts: ['h:1'] });
const people = (count: number, unit: string, from = 0): Part[] =>
  Array.from({ length: count }, (_, n) => part(`${unit}${from + n}`, unit));

/** Everything that was published is attacked: each release publishes one sum of every kind of number. */
function exposed(sums: readonly Released[], limit: number): readonly string[] | null {
  const kinds = [
    ...new Set(
      sums.flatMap(({ members }) => members.map((member) => member.split(/[ :]/)[1] ?? '')),
    ),
  ];
  return exposedGroup(
    sums.flatMap(({ members }) =>
      kinds.map((kind) => members.filter((member) => member.includes(` ${kind}:`))),
    ),
    limit,
  );
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
function publishAll(
  units: readonly string[],
  all: readonly (readonly Omit<Part, 'unit'>[])[],
  limitOf: (month: number) => number = () => LIMIT,
) {
  const released: Released[] = [];
  for (const [at, each] of all.entries()) {
    const parts = each.map((one) => ({ ...one, unit: units[Number(one.who.slice(1))] ?? '' }));
    const release = releaseOf(parts, released, limitOf(at));
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
        expect(exposed(released, LIMIT)).toBeNull();
      }),
      { numRuns: 400 },
    );
    console.log(`${attacked} companies attacked, ${published} published sums, 0 groups exposed`);
    expect(published).toBeGreaterThan(300);
  }, 1_200_000);

  it('keeps the promise of each limit when the limit is changed', () => {
    fc.assert(
      fc.property(
        months,
        fc.array(fc.constantFrom(3, 4), { minLength: 5 }),
        ([units, all], limits) => {
          const released = publishAll(units, all, (at) => limits[at] ?? LIMIT);
          expect(exposed(released, 3)).toBeNull();
          expect(
            exposed(
              released.filter(({ limit }) => limit >= 4),
              4,
            ),
          ).toBeNull();
        },
      ),
      { numRuns: 100 },
    );
  }, 1_200_000);

  it('publishes again after the limit was raised', () => {
    const first = releaseOf(people(3, 'north'), [], 3);
    const before = first.state === 'published' ? first.cuts : [];
    const raised = releaseOf(people(9, 'north'), before, 5);
    expect(raised.state).toBe('published');
    const after = raised.state === 'published' ? [...before, ...raised.cuts] : before;
    expect(releaseOf(people(10, 'north'), after, 5).state).toBe('held');
  });

  it('is attacked in earnest: without the rule the same attack finds people', () => {
    const company = {
      cut: '',
      members: [...people(4, 'north'), part('x', 'south')].flatMap(membersOf),
      limit: LIMIT,
    };
    const north = { cut: 'north', members: people(4, 'north').flatMap(membersOf), limit: LIMIT };
    expect(exposed([company, north], LIMIT)).toEqual(['x']);
    expect(isSafeTogether([company, north], LIMIT)).toBe(false);
    const october = { cut: '', members: people(4, 'north').flatMap(membersOf), limit: LIMIT };
    const november = { cut: '', members: people(5, 'north').flatMap(membersOf), limit: LIMIT };
    expect(exposed([october, november], LIMIT)).toEqual(['north4']);
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

  it('lets the earlier figure stand when one more leaves than may: that it vanished would tell of them', () => {
    const first = releaseOf(people(3, 'north'), [], LIMIT);
    const before = first.state === 'published' ? first.cuts : [];
    expect(releaseOf(people(2, 'north'), before, LIMIT)).toEqual({ state: 'held' });
  });

  it('holds a month in which one newcomer would stand out, and moves on with three', () => {
    const first = releaseOf(people(4, 'north'), [], LIMIT);
    const before = first.state === 'published' ? first.cuts : [];
    expect(releaseOf(people(5, 'north'), before, LIMIT).state).toBe('held');
    expect(releaseOf(people(7, 'north'), before, LIMIT).state).toBe('published');
    expect(releaseOf(people(4, 'north'), before, LIMIT).state).toBe('published');
  });
});
