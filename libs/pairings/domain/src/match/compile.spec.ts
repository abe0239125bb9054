import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { candidateBuffer } from '../solver/candidates.js';
import { Compiled } from './compile.js';
import { CRITERION } from './criteria.js';
import { anyInput, champion, executive, input } from './match-cases.builder.js';
import { proposeMatches } from './match.js';
import { CRITERIA, DEFAULT_RULES } from './round-rules.js';
import { reasonsOf } from './score.js';
import { readSnapshot, takeSnapshot } from './snapshot.js';

const tie = (row: number, col: number) => row * 31 + col;

describe('a round as numbers', () => {
  it('streams exactly what rules and criteria say about two people', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const compiled = new Compiled(given);
        const all = new Float64Array(compiled.cols);
        const out = candidateBuffer(compiled.cols + 1);
        for (let row = 0; row < compiled.rows; row++) {
          compiled.costsOf(row, all);
          expect([...all]).toEqual(
            Array.from({ length: compiled.cols }, (_, col) => compiled.cost(row, col)),
          );
          compiled.candidates(row, compiled.cols + 1, tie, out);
          const listed = Array.from({ length: out.length }, (_, n) => [out.cols[n], out.costs[n]]);
          const allowed = [...all].flatMap((cost, col) => (cost < 0 ? [] : [[col, cost]]));
          expect(listed.sort()).toEqual(allowed.sort());
        }
      }),
      { numRuns: 300 },
    );
  });

  it('knows what a champion offers in short words, which no goal can name', () => {
    const given = input({
      executives: [executive({ id: 'helen', topics: [], goalWords: ['writing'] })],
      champions: [champion({ id: 'ana', skills: ['Law'] })],
    });
    const compiled = new Compiled(given);
    const reasons = reasonsOf(
      compiled.executive(0),
      compiled.champion(0),
      compiled.prepared.facts,
      compiled.neutrals,
    );
    expect(reasons.find(({ criterion }) => criterion === 'goal')).toMatchObject({
      value: 0,
      side: 'against',
    });
    expect(compiled.points(0, 0)).toBe(reasons.reduce((sum, { points }) => sum + points, 0));
  });

  it('counts, for missing data and for the spread, the allowed pairs that have the data', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const compiled = new Compiled(given);
        CRITERIA.forEach((name) => {
          const values: number[] = [];
          for (let row = 0; row < compiled.rows; row++) {
            for (let col = 0; col < compiled.cols; col++) {
              if (compiled.broken(row, col) !== 0) continue;
              const { facts } = compiled.prepared;
              const value = CRITERION[name].value(
                compiled.executive(row),
                compiled.champion(col),
                facts,
              );
              if (value !== null) values.push(value);
            }
          }
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          expect(compiled.neutrals[name]).toBe(values.length === 0 ? 50 : Math.round(mean));
          const square =
            values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
          const deviation = values.length === 0 ? 0 : 10 * Math.sqrt(square);
          expect(Math.abs(compiled.deviations[name] - deviation)).toBeLessThanOrEqual(0.51);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('gives every executive counts that add up [42]', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const compiled = new Compiled(given);
        for (let row = 0; row < compiled.rows; row++) {
          const { considered, allowed, rules } = compiled.countsOf(row);
          expect(considered).toBe(given.champions.length);
          expect(allowed + rules.reduce((sum, { inOrder }) => sum + inOrder, 0)).toBe(considered);
        }
      }),
    );
  });

  it('can be made again from what is stored of it, without names and without the words of a goal', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const stored = JSON.parse(JSON.stringify(takeSnapshot(given))) as ReturnType<
          typeof takeSnapshot
        >;
        const again = readSnapshot(stored);
        const sorted = <T extends { id: string }>(all: readonly T[]) =>
          [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
        const people = {
          ...given,
          executives: sorted(given.executives),
          champions: sorted(given.champions),
        };
        const [before, after] = [new Compiled(people), new Compiled(again)];
        const out = [before, after].map((compiled) => {
          const costs = new Float64Array(compiled.cols);
          return Array.from({ length: compiled.rows }, (_, row) => {
            compiled.costsOf(row, costs);
            return [...costs];
          });
        });
        expect(out[1]).toEqual(out[0]);
        expect(takeSnapshot(again)).toEqual(stored);
      }),
      { numRuns: 200 },
    );
    const secret = takeSnapshot(
      input({
        executives: [executive({ id: 'a', goalWords: ['layoffs', 'forecasting'] })],
        champions: [champion({ id: 'b', skills: ['Forecasting'] })],
      }),
    );
    expect(JSON.stringify(secret)).not.toContain('layoffs');
  });
});

describe('what matching must not know', () => {
  it('is refused with the name of the field [51]', () => {
    const given = input({
      executives: [{ ...executive({ id: 'a' }), gender: 'x' } as never],
      champions: [{ ...champion({ id: 'b' }), birthDate: '1990-01-01' } as never],
    });
    expect(proposeMatches(given)).toEqual({
      ok: false,
      refusal: [
        { kind: 'unknown_field', id: 'a', field: 'gender' },
        { kind: 'unknown_field', id: 'b', field: 'birthDate' },
      ],
    });
  });
});

describe('the reporting line', () => {
  const chain = (steps: number) =>
    Array.from({ length: steps }, (_, n) => (n === steps - 1 ? 'ceo' : `m${n}`));
  const company = (rules: Partial<typeof DEFAULT_RULES>) =>
    input({
      executives: [executive({ id: 'ceo', level: 1 })],
      champions: [1, 2, 3, 4].map((steps) =>
        champion({ id: `c${steps}`, managerIds: chain(steps) }),
      ),
      rules: { ...DEFAULT_RULES, ...rules },
    });
  const allowed = (rules: Partial<typeof DEFAULT_RULES>) =>
    new Compiled(company(rules)).counts.allowed;

  it('ends after as many steps as the rules say, so that the head of a company can be matched', () => {
    expect(allowed({})).toBe(1);
    expect(allowed({ lineBelow: null })).toBe(0);
    expect(allowed({ lineBelow: 1 })).toBe(3);
    expect(allowed({ lineBelow: null, lineExemptLevel: 1 })).toBe(3);
  });
});
