import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { overlapMinutes } from '@flipside/people-domain';
import { DEFAULT_RULES, MOST_POINTS } from './round-rules.js';
import { anyInput, champion, executive, input } from './match-cases.builder.js';
import { checkPins } from './pins.js';
import { proposeMatches, type Matching, type MatchingInput } from './match.js';

function propose(given: MatchingInput): Matching {
  const result = proposeMatches(given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const isNear = (index: number, limit: number | null) =>
  index >= 0 && (limit === null || index < limit);

const isLevelKept = ({ rules }: MatchingInput, e: number | null, c: number | null) =>
  rules.minLevelGap === null || e === null || c === null || c >= e + rules.minLevelGap;

/** The hard rules again, written plainly and apart from the code under test. */
function mayBePaired(given: MatchingInput, executiveId: string, championId: string): boolean {
  const e = given.executives.find(({ id }) => id === executiveId);
  const c = given.champions.find(({ id }) => id === championId);
  if (!e || !c) return false;
  const same = (pair: { executiveId: string; championId: string }) =>
    pair.executiveId === executiveId && pair.championId === championId;
  const speakTogether =
    e.languages.length === 0 ||
    c.languages.length === 0 ||
    e.languages.some((language) => c.languages.includes(language));
  const overlap = overlapMinutes(e.hours, e.zone, c.hours, c.zone, '2026-11-16');
  return (
    e.id !== c.id &&
    !e.isOptedOut &&
    !c.isOptedOut &&
    !e.refuses.includes(c.id) &&
    !c.refuses.includes(e.id) &&
    (!given.rules.needsCertification || (c.certifiedUntil ?? '') > given.today) &&
    isLevelKept(given, e.level, c.level) &&
    c.takesPairings &&
    c.livePairings < c.capacity &&
    !isNear(e.managerIds.indexOf(c.id), given.rules.lineAbove) &&
    !isNear(
      c.managerIds.indexOf(e.id),
      e.level === 1 && given.rules.lineExemptLevel === 1 ? 1 : given.rules.lineBelow,
    ) &&
    speakTogether &&
    overlap >= given.rules.minOverlapMinutes &&
    !given.forbidden.some(same) &&
    !given.conflicts.some(same) &&
    !given.ended.some((pair) => same(pair) && pair.endedOn > '2026-05-25')
  );
}

/** The cost of places and points that a set of pairs is worth; what the solver minimises. */
function worth(given: MatchingInput, pairs: readonly { championId: string; points: number }[]) {
  const taken = new Map<string, number>();
  let value = 0;
  for (const { championId, points } of pairs) {
    const place = taken.get(championId) ?? 0;
    taken.set(championId, place + 1);
    value += points - (given.rules.placePoints[place] ?? given.rules.placePoints.at(-1) ?? 0);
  }
  return value;
}

describe('proposed matches', () => {
  it('never break a hard rule [2]', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        for (const { executiveId, championId } of propose(given).proposals) {
          expect(mayBePaired(given, executiveId, championId)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never exceed a champion's capacity", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { proposals } = propose(given);
        for (const { id, capacity, livePairings } of given.champions) {
          const held = proposals.filter(({ championId }) => championId === id).length;
          if (held > 0) expect(held + livePairings).toBeLessThanOrEqual(capacity);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('show every executive exactly once, proposed or left out with a cause', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { proposals, unmatched } = propose(given);
        const shown = [...proposals, ...unmatched].map(({ executiveId }) => executiveId);
        expect(shown.sort()).toEqual(given.executives.map(({ id }) => id).sort());
        for (const { cause, counts } of unmatched) {
          expect(cause.kind).not.toBe('below_worth');
          expect(counts.allowed === 0).toBe(cause.kind !== 'competition');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the same for the same people in any order', () => {
    const shuffled = anyInput.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray([...given.executives], { minLength: given.executives.length }),
        fc.shuffledSubarray([...given.champions], { minLength: given.champions.length }),
      ),
    );
    const pairs = ({ proposals }: Matching) =>
      proposals.map((p) => `${p.executiveId} ${p.championId} ${p.points}`).sort();
    fc.assert(
      fc.property(shuffled, ([given, executives, champions]) => {
        expect(propose(given)).toEqual(propose(given));
        expect(pairs(propose({ ...given, executives, champions }))).toEqual(pairs(propose(given)));
      }),
      { numRuns: 300 },
    );
  });

  it('keep what is pinned and avoid what is forbidden', () => {
    const withPins = anyInput.chain((given) => {
      const possible = given.executives.flatMap(({ id: executiveId }) =>
        given.champions
          .filter(({ id }) => mayBePaired(given, executiveId, id))
          .map(({ id }) => ({ executiveId, championId: id })),
      );
      return fc.subarray(possible).map((pins) => ({ ...given, pins }));
    });
    fc.assert(
      fc.property(withPins, (given) => {
        const firstOfEach = given.pins.filter(
          ({ executiveId }, i) =>
            given.pins.findIndex((pin) => pin.executiveId === executiveId) === i,
        );
        const { standing } = checkPins({ ...given, pins: firstOfEach });
        const { proposals } = propose({ ...given, pins: standing });
        for (const pin of standing) {
          expect(proposals).toContainEqual(expect.objectContaining({ ...pin, isPinned: true }));
        }
        expect(proposals.filter(({ isPinned }) => isPinned)).toHaveLength(standing.length);
      }),
      { numRuns: 200 },
    );
  });

  it('leave nobody out whom another choice could have matched, and lose no points', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const given = { ...any, rules: { ...any.rules, floor: false } };
        const { proposals } = propose(given);
        const best = bestByTrying(given);
        expect(proposals).toHaveLength(best.matched);
        expect(worth(given, proposals)).toBe(best.value);
      }),
      { numRuns: 150 },
    );
  });

  it('count champions per rule so that the counts add up [42]', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { counts } = propose(given);
        const removed = counts.rules.reduce((sum, { inOrder }) => sum + inOrder, 0);
        expect(removed + counts.allowed).toBe(counts.considered);
        expect(counts.considered).toBe(given.executives.length * given.champions.length);
        for (const { alone, inOrder, only } of counts.rules) {
          expect(alone).toBeGreaterThanOrEqual(inOrder);
          expect(inOrder).toBeGreaterThanOrEqual(only);
        }
      }),
    );
  });

  it('have points that re-compute from weight times value, line by line [41]', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        for (const { points, reasons } of propose(given).proposals) {
          for (const line of reasons) {
            expect(line.points).toBe(Math.floor((line.weight * line.value + 5) / 10));
          }
          expect(reasons.reduce((total, line) => total + line.points, 0)).toBe(points);
          expect(points).toBeLessThanOrEqual(MOST_POINTS + 10 * given.rules.wishes);
        }
      }),
    );
  });
});

/** Tries every assignment; the oracle for small cases. */
function bestByTrying(given: MatchingInput): { matched: number; value: number } {
  const pointsOf = new Map<string, number>();
  const { proposals, unmatched } = propose(given);
  for (const row of [...proposals, ...unmatched]) {
    if ('points' in row) pointsOf.set(`${row.executiveId} ${row.championId}`, row.points);
    for (const { championId, points } of row.alternatives) {
      pointsOf.set(`${row.executiveId} ${championId}`, points);
    }
  }
  let best = { matched: -1, value: 0 };
  const visit = (index: number, pairs: { championId: string; points: number }[]): void => {
    const next = given.executives[index];
    if (!next) {
      const found = { matched: pairs.length, value: worth(given, pairs) };
      const isBetter =
        found.matched > best.matched ||
        (found.matched === best.matched && found.value > best.value);
      if (isBetter) best = found;
      return;
    }
    visit(index + 1, pairs);
    for (const { id, capacity, livePairings } of given.champions) {
      const points = pointsOf.get(`${next.id} ${id}`);
      const held = pairs.filter(({ championId }) => championId === id).length;
      if (points === undefined || held + livePairings >= capacity) continue;
      visit(index + 1, [...pairs, { championId: id, points }]);
    }
  };
  visit(0, []);
  return best;
}

describe('a proposal', () => {
  it('goes to the champion who helps with the topics wanted', () => {
    const { proposals } = propose(
      input({
        executives: [executive({ id: 'helen', topics: ['Forecasting', 'E-mail tone'] })],
        champions: [
          champion({ id: 'jun', skills: ['Translation'] }),
          champion({ id: 'priya', skills: ['forecasting '], problems: ['E-mail tone'] }),
        ],
      }),
    );
    expect(proposals[0]?.championId).toBe('priya');
    expect(proposals[0]?.reasons[0]).toEqual({
      criterion: 'topics',
      weight: 340,
      value: 100,
      points: 3400,
      side: 'for',
      text: 'Helps with 2 of 2 topics: Forecasting and E-mail tone.',
    });
    expect(proposals[0]?.alternatives.map(({ championId }) => championId)).toEqual(['jun']);
  });

  it('goes, among equals, to the champion who had no turn, and says that it counts', () => {
    for (const rested of ['ana', 'ben']) {
      const { proposals } = propose(
        input({
          executives: [executive({ id: 'helen' })],
          champions: ['ana', 'ben'].map((id) => champion({ id, hadTurn: id !== rested })),
        }),
      );
      expect(proposals[0]?.championId).toBe(rested);
      expect(proposals[0]?.reasons).toContainEqual({
        criterion: 'turn',
        weight: 30,
        value: 100,
        points: 300,
        side: 'for',
        text: 'Had no pairing last cycle.',
      });
    }
  });

  it('says so when data is missing, and counts the middle value instead', () => {
    const { proposals } = propose(
      input({
        executives: [executive({ id: 'helen', topics: [], languages: [] })],
        champions: [champion({ id: 'priya' })],
      }),
    );
    expect(proposals[0]?.reasons[0]).toMatchObject({
      side: 'unknown',
      value: 50,
      text: 'Topics are not known yet. Counted as average (50 of 100).',
    });
    expect(proposals[0]?.flags).toContain('missing_data');
  });

  it('is flagged when the champion would be at the limit', () => {
    const { proposals } = propose(
      input({
        executives: [executive({ id: 'helen' })],
        champions: [champion({ id: 'priya', capacity: 2, livePairings: 1 })],
      }),
    );
    expect(proposals[0]?.flags).toContain('at_limit');
  });

  it('spreads people over champions who fit equally well', () => {
    const { proposals } = propose(
      input({
        executives: ['a', 'b', 'c'].map((id) => executive({ id })),
        champions: ['x', 'y', 'z'].map((id) => champion({ id, capacity: 3 })),
      }),
    );
    expect(new Set(proposals.map(({ championId }) => championId)).size).toBe(3);
  });
});

describe('an executive without a proposal', () => {
  it('names the rule that leaves nobody, with its count', () => {
    const { unmatched } = propose(
      input({
        executives: [executive({ id: 'helen' })],
        champions: ['x', 'y', 'z'].map((id) =>
          champion({ id, managerIds: id === 'z' ? [] : ['helen'], takesPairings: id !== 'z' }),
        ),
      }),
    );
    expect(unmatched[0]?.cause).toEqual({
      kind: 'rules',
      rule: 'reporting_line',
      removed: 2,
      considered: 3,
    });
  });

  it('is told apart when others got the only champions', () => {
    const { unmatched } = propose(
      input({
        executives: ['a', 'b'].map((id) => executive({ id })),
        champions: [champion({ id: 'x', capacity: 1 })],
      }),
    );
    expect(unmatched[0]?.cause).toEqual({ kind: 'competition', executives: 2, champions: 1 });
  });

  it('is left open rather than matched below what is worth it', () => {
    const { unmatched } = propose({
      ...input({
        executives: [executive({ id: 'a', topics: ['Law'] })],
        champions: [champion({ id: 'x' })],
      }),
      rules: { ...DEFAULT_RULES, worthFrom: 9_000 },
    });
    expect(unmatched[0]?.cause).toEqual({ kind: 'below_worth', allowed: 1 });
  });
});

describe('input that cannot be honoured', () => {
  const people = input({
    executives: [executive({ id: 'a' }), executive({ id: 'b' })],
    champions: [
      champion({ id: 'x', capacity: 1 }),
      champion({ id: 'boss-of-y', capacity: 1, managerIds: ['a'] }),
    ],
  });

  it('is refused with the ids and rules concerned', () => {
    const pins = [
      { executiveId: 'a', championId: 'boss-of-y' },
      { executiveId: 'b', championId: 'nobody' },
    ];
    expect(proposeMatches({ ...people, pins })).toEqual({
      ok: false,
      refusal: [
        {
          kind: 'pin_breaks_rule',
          executiveId: 'a',
          championId: 'boss-of-y',
          rules: ['reporting_line'],
        },
        { kind: 'unknown_pin', executiveId: 'b', championId: 'nobody' },
      ],
    });
  });

  it('includes more pins than places and people named twice', () => {
    const pins = ['a', 'b'].map((executiveId) => ({ executiveId, championId: 'x' }));
    const result = proposeMatches({
      ...people,
      champions: [...people.champions, champion({ id: 'x' })],
      pins,
    });
    expect(result.ok ? [] : result.refusal.map(({ kind }) => kind)).toContain('duplicate_id');
    expect(checkPins({ ...people, pins }).broken).toEqual([{ executiveId: 'b', championId: 'x' }]);
  });
});

describe('the size of a programme', () => {
  it('answers for 300 executives and 4,000 champions within a few seconds', () => {
    const zones = ['Europe/London', 'America/New_York', 'Asia/Tokyo', 'Asia/Kolkata'];
    const topics = ['Forecasting', 'Writing', 'Law', 'Hiring', 'Sales', 'Data', 'Plans', 'Risk'];
    const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
    const { proposals, unmatched } = propose(
      input({
        executives: Array.from({ length: 300 }, (_, i) =>
          executive({
            id: `e${i}`,
            zone: pick(zones, i * 7),
            functionId: `f${i % 9}`,
            topics: [pick(topics, i), pick(topics, i * 3 + 1)],
          }),
        ),
        champions: Array.from({ length: 4000 }, (_, i) =>
          champion({
            id: `c${i}`,
            zone: pick(zones, i),
            functionId: `f${i % 11}`,
            skills: [pick(topics, i * 5), pick(topics, i * 11 + 2)],
          }),
        ),
      }),
    );
    expect(proposals.length + unmatched.length).toBe(300);
    expect(unmatched).toEqual([]);
  });
});
