import { describe, expect, it } from '@jest/globals';
import { orgTreeOn } from '@flipside/people-domain';
import fc from 'fast-check';
import { conflictPairs } from './conflicts.js';
import { changeInWords, whyNot } from './explain.js';
import { champion, executive, input } from './match-cases.builder.js';
import { startOf } from './match.js';
import { Run } from './run.js';

const PARENTS: readonly (readonly [string, string | null])[] = [
  ['company', null],
  ['sales', 'company'],
  ['sales-north', 'sales'],
  ['legal', 'company'],
];
const tree = orgTreeOn(
  PARENTS.map(([unitId, parentId]) => ({
    unitId,
    parentId,
    validFrom: '2020-01-01',
    validTo: '9999-12-31',
  })),
  '2026-11-21',
);
const isBelow = (unit: string | null, above: string): boolean =>
  unit !== null && (unit === above || isBelow(tree.parentOf.get(unit) ?? null, above));

const anyUnit = fc.option(fc.constantFrom('company', 'sales', 'sales-north', 'legal', 'gone'));
const anyMembers = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('p1', 'p2', 'p3', 'p4'), unitId: anyUnit }),
  { selector: ({ id }) => id },
);

describe('a conflict of a person and a unit', () => {
  it('keeps the person from everybody in the unit and below it, on whichever side they are', () => {
    fc.assert(
      fc.property(
        anyMembers,
        anyMembers,
        fc.array(
          fc.record({
            personId: fc.constantFrom('p1', 'p2', 'p5'),
            unitId: fc.constantFrom('company', 'sales', 'legal', 'gone'),
          }),
          { maxLength: 3 },
        ),
        (executives, champions, conflicts) => {
          const kept = new Set(
            conflictPairs(conflicts, tree, { executives, champions }).map(
              ({ executiveId, championId }) => `${executiveId} ${championId}`,
            ),
          );
          for (const e of executives) {
            for (const c of champions) {
              const isKept = conflicts.some(
                ({ personId, unitId }) =>
                  (personId === e.id && isBelow(c.unitId, unitId)) ||
                  (personId === c.id && isBelow(e.unitId, unitId)),
              );
              expect(kept.has(`${e.id} ${c.id}`)).toBe(isKept);
            }
          }
        },
      ),
    );
  });

  it('is a rule of its own: counted, named to HR with what would help, and never overruled', () => {
    const given = input({
      executives: [executive({ id: 'helen' })],
      champions: [champion({ id: 'ana' }), champion({ id: 'ben', skills: [] })],
      conflicts: [{ executiveId: 'helen', championId: 'ana' }],
    });
    const solved = Run.of(given, startOf(given));
    if (!solved.ok) throw new Error('The round is not solvable');
    const run = solved.value;
    const row = run.compiled.rowOf('helen') ?? -1;
    expect(run.chosen[row]).toBe(run.compiled.colOf('ben'));
    const count = run.compiled.countsOf(row).rules.find(({ rule }) => rule === 'conflict');
    expect(count).toEqual({ rule: 'conflict', alone: 1, inOrder: 1, only: 1 });
    const why = whyNot(run, 'helen', 'ana');
    expect(why).toMatchObject({
      kind: 'rules',
      sentences: ['One of them is kept out of the other’s unit.'],
    });
    expect(changeInWords(why)).toContain('Name a champion of another unit');
    expect(run.apply([{ type: 'pin', executiveId: 'helen', championId: 'ana' }])).toBeNull();
  });
});
