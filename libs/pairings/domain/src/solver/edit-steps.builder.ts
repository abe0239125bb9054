/** Sessions of small cases for specs, and random steps of editing one beside a model of what should come of them. */
import fc from 'fast-check';
import { auditAll } from '../checker/audit.js';
import { matrixSource } from './candidates.js';
import type { Edit } from './decisions.js';
import { solve, type Session, type SolveOptions } from './session.js';
import { problemOf, type SmallCase } from './small-cases.builder.js';

export function sessionOf(c: SmallCase, options: SolveOptions = {}): Session {
  const result = solve(problemOf(c), options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

export const faultsOf = (session: Session) =>
  auditAll(session.facts(), session.certificate()).faults;
export const without = (c: SmallCase, row: number, col: number): SmallCase => ({
  ...c,
  costs: c.costs.map((list, i) => list.map((cost, j) => (i === row && j === col ? null : cost))),
});

/** The model of a session: the case, who is there, and pins. */
export interface Model {
  c: SmallCase;
  present: boolean[];
  pins: Map<number, number>;
  forbidden: Set<string>;
}

export const modelCase = ({ c, forbidden }: Model): SmallCase => ({
  ...c,
  costs: c.costs.map((list, i) =>
    list.map((cost, j) => (forbidden.has(`${i} ${j}`) ? null : cost)),
  ),
});

/** A random step turned into an edit that fits the model, and the model after it; null when it makes no sense. */
export function step(
  model: Model,
  kind: string,
  i: number,
  j: number,
  value: number,
): { edit: Edit; after: Model } | null {
  const { c } = model;
  if (c.costs.length === 0 || c.capacity.length === 0) return null;
  const row = i % c.costs.length;
  const col = j % c.capacity.length;
  const after: Model = {
    c,
    present: [...model.present],
    pins: new Map(model.pins),
    forbidden: new Set(model.forbidden),
  };
  const isHere = model.present[row] === true;
  switch (kind) {
    case 'pin': {
      const places = [...model.pins].filter(([r, each]) => each === col && r !== row).length;
      const isAllowed = (modelCase(model).costs[row]?.[col] ?? null) !== null;
      if (!isHere || !isAllowed || places >= (c.capacity[col] ?? 0)) return null;
      after.pins.set(row, col);
      return { edit: { type: 'pin', row, col }, after };
    }
    case 'unpin': {
      const pinned = model.pins.get(row);
      if (pinned === undefined) return null;
      after.pins.delete(row);
      return { edit: { type: 'unpin', row, col: pinned }, after };
    }
    case 'forbid':
      if (!isHere || model.pins.get(row) === col) return null;
      after.forbidden.add(`${row} ${col}`);
      return { edit: { type: 'forbid', row, col }, after };
    case 'allow':
      if (!isHere) return null;
      after.forbidden.delete(`${row} ${col}`);
      return { edit: { type: 'allow', row, col }, after };
    case 'capacity': {
      const places = value % 4;
      if ([...model.pins.values()].filter((each) => each === col).length > places) return null;
      after.c = { ...c, capacity: c.capacity.map((old, n) => (n === col ? places : old)) };
      return { edit: { type: 'capacity', col, places }, after };
    }
    case 'removeRow':
      if (!isHere) return null;
      after.present[row] = false;
      after.pins.delete(row);
      return { edit: { type: 'removeRow', row }, after };
    case 'addRow':
      if (isHere) return null;
      after.present[row] = true;
      return { edit: { type: 'addRow', row }, after };
    default: {
      if (!isHere) return null;
      const top = Math.max(0, ...c.costs.flat().map((cost) => cost ?? 0));
      const costs = c.costs.map((list, n) =>
        n === row
          ? list.map((cost) => (cost === null ? null : (cost * 7 + value) % (top + 1)))
          : list,
      );
      after.c = { ...c, costs };
      const source = { ...matrixSource(costs, c.capacity.length), maxCost: top };
      return { edit: { type: 'rescoreRow', row, source }, after };
    }
  }
}

export const steps = (maxLength: number) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(
        'pin',
        'unpin',
        'forbid',
        'allow',
        'capacity',
        'removeRow',
        'addRow',
        'rescoreRow',
      ),
      i: fc.nat(20),
      j: fc.nat(20),
      value: fc.nat(10_000),
    }),
    { maxLength },
  );

export function applied(session: Session, edits: Edit | readonly Edit[]): Session {
  const result = session.apply(edits);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
