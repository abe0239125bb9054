import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareDrafts, linesOf, sumOf, type DraftPair } from './compare.js';
import { changeInWords, explain, quoteInWords, whyNot } from './explain.js';
import { anyInput, champion, executive, input } from './match-cases.builder.js';
import { describe as describeRun, startOf, type MatchingInput } from './match.js';
import { DEFAULT_RULES } from './round-rules.js';
import { Run, type RunEdit } from './run.js';

function solved(given: MatchingInput): Run {
  const run = Run.of(given, startOf(given));
  if (!run.ok) throw new Error(JSON.stringify(run.refusal));
  return run.value;
}

/** What the solver minimises, counted by hand: people first, then costs of pairs and places. */
function objective(
  run: Run,
  chosen: readonly (number | null)[],
): { points: number; unmatched: number } {
  const { compiled } = run;
  const { placePoints } = compiled.prepared.facts.rules;
  const taken = new Map<number, number>();
  let [points, unmatched] = [0, 0];
  chosen.forEach((col, row) => {
    if (run.absent.has(row)) return;
    if (col === null) {
      unmatched += 1;
      return;
    }
    const place = taken.get(col) ?? 0;
    taken.set(col, place + 1);
    points += compiled.maxCost - compiled.points(row, col);
    points += placePoints[place] ?? placePoints.at(-1) ?? 0;
  });
  return { points, unmatched };
}

const withoutFloor = anyInput.map((given) => ({
  ...given,
  rules: { ...given.rules, floor: false },
}));

describe('the price of a decision', () => {
  it('is the difference of the best results, and its moves made by hand lead there within all places', () => {
    fc.assert(
      fc.property(withoutFloor, fc.nat(), fc.nat(), (given, a, b) => {
        const run = solved(given);
        const { executives, champions } = run.compiled.prepared;
        if (executives.length === 0 || champions.length === 0) return;
        const executiveId = run.compiled.executive(a % executives.length).profile.id;
        const championId = run.compiled.champion(b % champions.length).profile.id;
        for (const type of ['pin', 'forbid'] as const) {
          const edit: RunEdit[] = [{ type, executiveId, championId }];
          const quote = run.quote(edit);
          const after = run.apply(edit);
          if (!quote || !after) {
            expect(quote).toBeNull();
            continue;
          }
          const moved = [...run.chosen];
          for (const { executiveId: id, from, to } of quote.moves) {
            const row = run.compiled.rowOf(id) as number;
            const champion = moved[row] ?? null;
            expect(champion === null ? null : run.compiled.champion(champion).profile.id).toBe(
              from,
            );
            moved[row] = to === null ? null : (run.compiled.colOf(to) as number);
          }
          const [before, now] = [objective(run, run.chosen), objective(run, moved)];
          expect({ points: quote.points, unmatched: quote.unmatched }).toEqual({
            points: now.points - before.points,
            unmatched: now.unmatched - before.unmatched,
          });
          for (const [col, { profile }] of champions.entries()) {
            const held = moved.filter((each) => each === col).length;
            expect(held).toBeLessThanOrEqual(Math.max(0, profile.capacity - profile.livePairings));
          }
          expect(run.chosen).toEqual(solved(given).chosen);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('an explanation', () => {
  it('adds up, ranks by points, and prices what it offers exactly', () => {
    fc.assert(
      fc.property(withoutFloor, (given) => {
        const run = solved(given);
        for (const { executiveId, championId, points } of describeRun(run).proposals) {
          const told = explain(run, executiveId, championId);
          if (!told) throw new Error('Nothing is explained');
          expect(sumOf(told.reasons.map((reason) => reason.points))).toBe(points);
          const row = run.compiled.rowOf(executiveId) as number;
          const better = run.compiled.prepared.champions.filter(
            (_, col) =>
              run.compiled.broken(row, col) === 0 && run.compiled.points(row, col) > points,
          );
          expect(told.rank).toBe(better.length + 1);
          for (const other of told.alternatives) {
            expect(sumOf(other.reasons.map((reason) => reason.points))).toBe(other.points);
            const edit: RunEdit[] = [{ type: 'pin', executiveId, championId: other.championId }];
            expect(other.price).toEqual(run.quote(edit));
          }
          expect(told.runnerUp?.points ?? 0).toBeGreaterThanOrEqual(
            told.runnerUp && told.runnerUp.unmatched > 0 ? -Infinity : 0,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('reads as a sentence', () => {
    const moves = ['a', 'b'].map((executiveId) => ({ executiveId, from: 'x', to: 'y' }));
    expect(quoteInWords({ points: 238, unmatched: 0, moves }, 'a')).toBe(
      'costs the round 2.4 points; moves one other pairing',
    );
    expect(quoteInWords({ points: 0, unmatched: 0, moves: [] }, 'a')).toBe(
      'costs nothing; moves nobody else',
    );
    expect(quoteInWords({ points: -100, unmatched: 1, moves: [] }, 'a')).toContain(
      'leaves one more person without a champion',
    );
  });
});

describe('why not this person', () => {
  const given = input({
    executives: [executive({ id: 'helen', refuses: ['jun'] })],
    champions: [
      champion({ id: 'priya' }),
      champion({ id: 'jun' }),
      champion({ id: 'omar', isOptedOut: true }),
      champion({ id: 'lea', takesPairings: false }),
      champion({ id: 'pia', refuses: ['helen'] }),
      champion({ id: 'kim', languages: ['ja'] }),
      champion({ id: 'sam', skills: ['Law'] }),
    ],
    rules: { ...DEFAULT_RULES, minLevelGap: null },
  });
  const run = solved(given);

  it('never tells what somebody chose for themselves [54]', () => {
    for (const id of ['jun', 'omar', 'lea', 'pia']) {
      expect(whyNot(run, 'helen', id)).toMatchObject({
        kind: 'rules',
        rules: ['available'],
        sentences: ['Not available.'],
      });
    }
  });

  it('names the rule or the price, and what would have to change', () => {
    expect(whyNot(run, 'helen', 'kim')).toMatchObject({ kind: 'rules', rules: ['language'] });
    expect(whyNot(run, 'helen', 'priya')).toEqual({ kind: 'chosen' });
    expect(whyNot(run, 'helen', 'nobody')).toEqual({ kind: 'unknown' });
    const why = whyNot(run, 'helen', 'sam');
    expect(why).toMatchObject({ kind: 'price', price: { points: 3400, unmatched: 0 } });
    expect(changeInWords(why)).toContain('more than 34.0 points more');
  });
});

describe('two drafts side by side', () => {
  const anyDraft = anyInput.map((given): DraftPair[] =>
    describeRun(solved(given)).proposals.map(({ executiveId, championId, reasons }) => ({
      executiveId,
      championId,
      points: linesOf(reasons),
    })),
  );

  it('differ the other way round when they change places, line by line', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (a, b) => {
        const [there, back] = [compareDrafts(a, b), compareDrafts(b, a)];
        expect(back.points).toBe(there.points === 0 ? 0 : -there.points);
        expect([back.same, back.changed, back.added, back.gone]).toEqual([
          there.same,
          there.changed,
          there.gone,
          there.added,
        ]);
        there.byLine.forEach(({ points }, n) => {
          expect((back.byLine[n]?.points ?? 0) + points).toBe(0);
        });
        expect(sumOf(there.byLine.map(({ points }) => points))).toBe(there.points);
        const total = (draft: DraftPair[]) => sumOf(draft.map(({ points }) => sumOf(points)));
        expect(there.points).toBe(total(b) - total(a));
        expect(sumOf(there.pairs.map(({ points }) => points))).toBe(there.points);
      }),
      { numRuns: 100 },
    );
  });

  it('are the same with themselves', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        expect(compareDrafts(draft, draft)).toMatchObject({
          changed: 0,
          added: 0,
          gone: 0,
          points: 0,
        });
      }),
    );
  });
});

describe('a wish', () => {
  it('tips the scales between equals, half for one and fully for both, and no more than three count', () => {
    const names = ['a', 'b', 'c', 'd'];
    const wishing = (wishes: string[], back: string[] = []) =>
      describeRun(
        solved(
          input({
            executives: [executive({ id: 'helen', wishes })],
            champions: names.map((id) =>
              champion({ id, wishes: back.includes(id) ? ['helen'] : [] }),
            ),
          }),
        ),
      ).proposals[0];
    expect(wishing(['d'])).toMatchObject({ championId: 'd' });
    expect(wishing(['d'])?.reasons.at(-1)).toMatchObject({ criterion: 'wishes', points: 400 });
    expect(wishing(['c', 'd'], ['d'])).toMatchObject({ championId: 'd' });
    expect(wishing(['d'], ['d'])?.reasons.at(-1)).toMatchObject({ points: 800 });
    const fourth = wishing(['x', 'y', 'z', 'd']);
    expect(fourth?.reasons.some(({ criterion }) => criterion === 'wishes')).toBe(false);
  });
});
