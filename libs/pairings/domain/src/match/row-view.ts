import { daysBetween } from '@flipside/kernel';
import { bitOf, DIMENSIONS, type ChampionClasses } from './champion-classes.js';
import { CRITERION, GOAL_VALUES, topicValue } from './criteria.js';
import { isWithin, lineBelowOf } from './hard-rules.js';
import type { Prepared, PreparedExecutive } from './prepared.js';
import { worthOf, type Neutrals } from './score.js';

const BIT = {
  same: bitOf('same_person'),
  optOut: bitOf('opt_out'),
  line: bitOf('reporting_line'),
  forbidden: bitOf('forbidden'),
  conflict: bitOf('conflict'),
  ended: bitOf('recently_ended'),
};

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * What one executive at a time sees of all champions: rules and values by dimension, and what concerns single
 * champions. One view serves all rows in turn, so that nothing is made anew for each.
 */
export class RowView {
  /** Rules broken and values (−1 = not known) of each value of each dimension. */
  readonly masks: readonly Int32Array[];
  readonly values: readonly Int16Array[];
  /** Rules broken by single champions, shared topics, shared words of the goal, points of wishes; by column. */
  readonly marks: Int32Array;
  readonly topics: Uint8Array;
  readonly words: Uint8Array;
  readonly bonus: Int32Array;
  /** Columns with anything of their own, each once: the first `touchedCount` entries. */
  readonly touched: Int32Array;
  touchedCount = 0;
  readonly topicWorth = new Int32Array(256);
  readonly wordWorth = new Int32Array(GOAL_VALUES.length);
  executive: PreparedExecutive | null = null;

  readonly #isTouched: Uint8Array;
  readonly #rowIds: ReadonlySet<string>;
  readonly #colOf: ReadonlyMap<string, number>;
  readonly #offering = new Map<string, number[]>();
  readonly #offeringWord = new Map<string, number[]>();
  readonly #below = new Map<string, (readonly [col: number, steps: number])[]>();
  readonly #wishing = new Map<string, number[]>();
  readonly #refusing = new Map<string, number[]>();

  constructor(
    private readonly prepared: Prepared,
    private readonly classes: ChampionClasses,
  ) {
    const { executives, champions } = prepared;
    this.masks = classes.examples.map((all) => new Int32Array(all.length));
    this.values = classes.examples.map((all) => new Int16Array(all.length));
    this.marks = new Int32Array(champions.length);
    this.topics = new Uint8Array(champions.length);
    this.words = new Uint8Array(champions.length);
    this.bonus = new Int32Array(champions.length);
    this.touched = new Int32Array(champions.length);
    this.#isTouched = new Uint8Array(champions.length);
    this.#rowIds = new Set(executives.map(({ profile }) => profile.id));
    this.#colOf = new Map(champions.map(({ profile }, col) => [profile.id, col]));
    champions.forEach((champion, col) => {
      for (const topic of champion.offers) append(this.#offering, topic, col);
      for (const word of champion.offeredWords) append(this.#offeringWord, word, col);
      for (const [id, steps] of champion.managers) {
        if (this.#rowIds.has(id)) append(this.#below, id, [col, steps] as const);
      }
      for (const id of champion.wishes) append(this.#wishing, id, col);
      for (const id of champion.refuses) append(this.#refusing, id, col);
    });
  }

  /** Looks at an executive: rules only, or with everything that points are made of. */
  open(executive: PreparedExecutive, neutrals: Neutrals | null): void {
    this.close();
    this.executive = executive;
    const { facts } = this.prepared;
    DIMENSIONS.forEach(({ criterion, rule }, d) => {
      const [masks, values] = [this.masks[d] as Int32Array, this.values[d] as Int16Array];
      this.classes.examples[d]?.forEach((example, n) => {
        masks[n] = rule?.breaks(executive, example, facts) ? rule.bit : 0;
        values[n] =
          criterion === null ? -1 : (CRITERION[criterion].value(executive, example, facts) ?? -1);
      });
    });
    this.#markRules(executive);
    this.#count(this.#offering, executive.topics.keys(), this.topics);
    this.#count(this.#offeringWord, executive.profile.goalWords, this.words);
    const most = GOAL_VALUES.length - 1;
    for (let n = 0; n < this.touchedCount; n++) {
      const col = this.touched[n] as number;
      if ((this.words[col] as number) > most) this.words[col] = most;
    }
    if (neutrals) this.#openPoints(executive);
  }

  #openPoints(executive: PreparedExecutive): void {
    const { weights, wishes } = this.prepared.facts.rules;
    for (let n = 0; n <= executive.topics.size; n++) {
      this.topicWorth[n] =
        executive.topics.size > 0 ? worthOf(weights.topics, topicValue(n, executive)) : 0;
    }
    const hasGoal = executive.profile.goalWords.length > 0;
    GOAL_VALUES.forEach((value, n) => {
      this.wordWorth[n] = hasGoal ? worthOf(weights.goal, value) : 0;
    });
    const wished = new Map<number, number>();
    const wish = (col: number | undefined) => {
      if (col !== undefined) wished.set(col, (wished.get(col) ?? 0) + 50);
    };
    for (const id of executive.wishes) wish(this.#colOf.get(id));
    for (const col of this.#wishing.get(executive.profile.id) ?? []) wish(col);
    for (const [col, value] of wished) {
      this.bonus[col] = worthOf(wishes, value);
      this.#touch(col);
    }
  }

  close(): void {
    for (let n = 0; n < this.touchedCount; n++) {
      const col = this.touched[n] as number;
      this.#isTouched[col] = 0;
      this.marks[col] = 0;
      this.topics[col] = 0;
      this.words[col] = 0;
      this.bonus[col] = 0;
    }
    this.touchedCount = 0;
    this.executive = null;
  }

  #touch(col: number): void {
    if (this.#isTouched[col] !== 0) return;
    this.#isTouched[col] = 1;
    this.touched[this.touchedCount++] = col;
  }

  #mark(col: number | undefined, bit: number): void {
    if (col === undefined) return;
    this.marks[col] = (this.marks[col] as number) | bit;
    this.#touch(col);
  }

  #markRules(executive: PreparedExecutive): void {
    const { id, level } = executive.profile;
    const { rules, today } = this.prepared.facts;
    const markId = (championId: string, bit: number) =>
      this.#mark(this.#colOf.get(championId), bit);
    markId(id, BIT.same);
    for (const refused of executive.refuses) markId(refused, BIT.optOut);
    for (const col of this.#refusing.get(id) ?? []) this.#mark(col, BIT.optOut);
    for (const championId of executive.forbidden) markId(championId, BIT.forbidden);
    for (const championId of executive.conflicts) markId(championId, BIT.conflict);
    const below = lineBelowOf(level, rules);
    for (const [col, steps] of this.#below.get(id) ?? []) {
      if (isWithin(steps, below)) this.#mark(col, BIT.line);
    }
    for (const [managerId, steps] of executive.managers) {
      if (isWithin(steps, rules.lineAbove)) markId(managerId, BIT.line);
    }
    for (const [championId, endedOn] of executive.endedOn) {
      if (daysBetween(endedOn, today) < rules.restDays) markId(championId, BIT.ended);
    }
  }

  #count(lists: ReadonlyMap<string, number[]>, keys: Iterable<string>, into: Uint8Array): void {
    for (const key of keys) {
      const list = lists.get(key);
      if (!list) continue;
      for (let n = 0; n < list.length; n++) {
        const col = list[n] as number;
        if ((into[col] as number) < 255) into[col] = (into[col] as number) + 1;
        this.#touch(col);
      }
    }
  }
}
