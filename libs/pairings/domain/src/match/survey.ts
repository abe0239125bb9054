import { DIMENSIONS, type ChampionClasses } from './champion-classes.js';
import { CRITERION, GOAL_VALUES, topicValue } from './criteria.js';
import type { RuleTally } from './hard-rules.js';
import type { Prepared, PreparedExecutive } from './prepared.js';
import { CRITERIA, type CriterionName } from './round-rules.js';
import { sharedCodes, sharedOf, type RowView } from './row-view.js';
import { worthOf, type ValueSpread } from './score.js';

const indexOf = (name: CriterionName): number => CRITERIA.indexOf(name);
const TOPICS = indexOf('topics');
const GOAL = indexOf('goal');

/** Criteria that depend on the champion alone. */
export const OWN_CRITERIA: readonly CriterionName[] = ['load', 'turn'];

/** Values of such a criterion: of each champion in the order of the classes, and summed over each class. */
export class OwnValues {
  readonly values: Uint8Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;

  constructor(
    readonly criterion: CriterionName,
    { executives, champions, facts }: Prepared,
    { order, start, count }: ChampionClasses,
  ) {
    const [anybody] = executives;
    this.values = Uint8Array.from(order, (col) => {
      const champion = champions[col];
      return anybody && champion ? (CRITERION[criterion].value(anybody, champion, facts) ?? 0) : 0;
    });
    this.sums = new Float64Array(count);
    this.squares = new Float64Array(count);
    for (let n = 0; n < count; n++) {
      for (const value of this.values.subarray(start[n], start[n + 1])) {
        this.sums[n] = (this.sums[n] as number) + value;
        this.squares[n] = (this.squares[n] as number) + value * value;
      }
    }
  }
}

/** Points of each champion for what depends on them alone. */
export function ownPointsOf(own: readonly OwnValues[], { champions, facts }: Prepared): Int32Array {
  const { weights } = facts.rules;
  return Int32Array.from(champions, (_, at) =>
    own.reduce(
      (sum, { criterion, values }) => sum + worthOf(weights[criterion], values[at] ?? 0),
      0,
    ),
  );
}

/**
 * Counts what the rules take away and what the allowed pairs are like, executive by executive: classes and values at a
 * time, never pair by pair but for what two people share.
 */
export class Survey {
  readonly #sizes: Int32Array;
  /** Room for counts by the values of each dimension. */
  readonly #pairs: readonly Int32Array[];

  constructor(
    private readonly prepared: Prepared,
    private readonly classes: ChampionClasses,
    private readonly view: RowView,
    private readonly own: readonly OwnValues[],
  ) {
    this.#sizes = new Int32Array(classes.count);
    this.#pairs = classes.examples.map((all) => new Int32Array(all.length));
  }

  /** Counts rules, and the values of allowed pairs, for one executive. @returns allowed champions */
  count(row: number, tally: RuleTally, spread: ValueSpread | null): number {
    const { view } = this;
    view.open(row);
    const { start, count } = this.classes;
    const size = this.#sizes;
    const masks = view.classMasks;
    let allowed = 0;
    for (let n = 0; n < count; n++) {
      const mask = masks[n] as number;
      const pairs = (start[n + 1] as number) - (start[n] as number);
      tally.add(mask, pairs);
      size[n] = mask === 0 ? pairs : 0;
      if (mask === 0) allowed += pairs;
    }
    for (let t = 0; t < view.touchedCount; t++) {
      const at = view.touched[t] as number;
      if (view.marks[at] === 0) continue;
      const n = this.#classAt(at);
      const mask = masks[n] as number;
      tally.add(mask, -1);
      tally.add(mask | (view.marks[at] as number), 1);
      if (mask !== 0) continue;
      size[n] = (size[n] as number) - 1;
      allowed -= 1;
    }
    if (spread) this.#spread(row, size, spread);
    return allowed;
  }

  #classAt(at: number): number {
    const { classOf, order } = this.classes;
    return classOf[order[at] as number] as number;
  }

  /** `size`: allowed champions of each class. */
  #spread(row: number, size: Int32Array, spread: ValueSpread): void {
    const { codes, count } = this.classes;
    this.view.sights.forEach(({ values }, d) => {
      const criterion = DIMENSIONS[d]?.criterion ?? null;
      if (criterion === null) return;
      const code = codes[d] as Int32Array;
      const pairs = (this.#pairs[d] as Int32Array).fill(0);
      for (let n = 0; n < count; n++) {
        const value = code[n] as number;
        pairs[value] = (pairs[value] as number) + (size[n] as number);
      }
      values.forEach((value, n) => {
        if (value >= 0) spread.add(indexOf(criterion), value, pairs[n] as number);
      });
    });
    this.#spreadOwn(size, spread);
    this.#spreadShared(row, size, spread);
  }

  #spreadOwn(size: Int32Array, spread: ValueSpread): void {
    const { count } = this.classes;
    const { classMasks, marks, touched, touchedCount } = this.view;
    for (const { criterion, values, sums, squares } of this.own) {
      let [pairs, total, square] = [0, 0, 0];
      for (let n = 0; n < count; n++) {
        if (classMasks[n] !== 0) continue;
        pairs += size[n] as number;
        total += sums[n] as number;
        square += squares[n] as number;
      }
      for (let t = 0; t < touchedCount; t++) {
        const at = touched[t] as number;
        if (marks[at] === 0 || classMasks[this.#classAt(at)] !== 0) continue;
        const value = values[at] as number;
        total -= value;
        square -= value * value;
      }
      spread.addSums(indexOf(criterion), pairs, total, square);
    }
  }

  #spreadShared(row: number, size: Int32Array, spread: ValueSpread): void {
    const executive = this.prepared.executives[row] as PreparedExecutive;
    const { start, count, hasOffers } = this.classes;
    const { classMasks, marks, shared, touched, touchedCount } = this.view;
    const sharing = new Int32Array(sharedCodes(executive));
    let offering = 0;
    for (let n = 0; n < count; n++) {
      if (classMasks[n] !== 0) continue;
      if (hasOffers[n] !== 0) offering += size[n] as number;
      const to = start[n + 1] as number;
      for (let at = start[n] as number; at < to; at++) {
        const code = shared[at] as number;
        sharing[code] = (sharing[code] as number) + 1;
      }
    }
    for (let t = 0; t < touchedCount; t++) {
      const at = touched[t] as number;
      if (marks[at] === 0 || classMasks[this.#classAt(at)] !== 0) continue;
      const code = shared[at] as number;
      sharing[code] = (sharing[code] as number) - 1;
    }
    const sum = (criterion: number, pairs: number, valueOf: (code: number) => number) => {
      let [total, squares] = [0, 0];
      sharing.forEach((many, code) => {
        total += many * valueOf(code);
        squares += many * valueOf(code) ** 2;
      });
      spread.addSums(criterion, pairs, total, squares);
    };
    // Sharing nothing is worth 0, so that those who offer nothing add nothing.
    if (executive.topics.size > 0) {
      sum(TOPICS, offering, (code) => topicValue(sharedOf(code).topics, executive));
    }
    if (executive.profile.goalWords.length > 0) {
      sum(GOAL, offering, (code) => GOAL_VALUES[sharedOf(code).words] ?? 0);
    }
  }
}
