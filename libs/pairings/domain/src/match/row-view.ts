import { daysBetween } from '@flipside/kernel';
import { bitOf, DIMENSIONS, Sights, type ChampionClasses, type Sight } from './champion-classes.js';
import { GOAL_VALUES, topicValue } from './criteria.js';
import { isWithin, lineBelowOf } from './hard-rules.js';
import type { Prepared, PreparedExecutive } from './prepared.js';
import { worthOf } from './score.js';

const BIT = {
  same: bitOf('same_person'),
  optOut: bitOf('opt_out'),
  line: bitOf('reporting_line'),
  forbidden: bitOf('forbidden'),
  conflict: bitOf('conflict'),
  ended: bitOf('recently_ended'),
};

/** Words of the goal that count: none, one, and two or more. */
const WORD_STEPS = GOAL_VALUES.length;
const MOST_WORDS = WORD_STEPS - 1;
/** A list that names more than this share of the champions is read faster as one number for each champion. */
const LONG_LIST = 1 / 8;
/** More than all points: no allowed pair costs so much. */
const OUT_OF_REACH = 2 ** 28;

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Who offers something: their places in the order of the classes, or a 1 at each of them when they are many. */
type Offering = { readonly at: Int32Array } | { readonly plane: Uint8Array };

function offeringOf(all: ReadonlyMap<string, number[]>, cols: number): Map<string, Offering> {
  const offering = new Map<string, Offering>();
  for (const [key, list] of all) {
    if (list.length <= cols * LONG_LIST) offering.set(key, { at: Int32Array.from(list) });
    else {
      const plane = new Uint8Array(cols);
      for (const at of list) plane[at] = 1;
      offering.set(key, { plane });
    }
  }
  return offering;
}

/**
 * What one executive at a time sees of all champions: rules and values by dimension, what they share with each, and what
 * concerns single champions. Champions stand in the order of their classes, so that a class is one stretch of each
 * array. One view serves all rows in turn, so that nothing is made anew for each.
 */
export class RowView {
  /** For each dimension, rules broken and values. */
  readonly sights: Sight[];
  /** Rules that each class breaks. */
  readonly classMasks: Int32Array;
  /** Shared topics × `WORD_STEPS` + words of the goal; what that is worth stands in `sharedWorth`. */
  readonly shared: Uint16Array;
  sharedWorth = new Int32Array(WORD_STEPS);
  /** Rules broken by single champions. */
  readonly marks: Int32Array;
  /** Points of each champion alone, of wishes too; −`OUT_OF_REACH` where one of those rules is broken. */
  readonly points: Int32Array;
  /** Champions with marks or wishes, each once: the first `touchedCount` entries. */
  readonly touched: Int32Array;
  touchedCount = 0;

  readonly #isTouched: Uint8Array;
  readonly #sights: readonly Sights[];
  readonly #atOf: ReadonlyMap<string, number>;
  readonly #offering: ReadonlyMap<string, Offering>;
  readonly #offeringWord: ReadonlyMap<string, Offering>;
  readonly #below = new Map<string, (readonly [at: number, steps: number])[]>();
  readonly #wishing = new Map<string, number[]>();
  readonly #refusing = new Map<string, number[]>();

  constructor(
    private readonly prepared: Prepared,
    private readonly classes: ChampionClasses,
    private readonly ownPoints: Int32Array,
  ) {
    const { executives, champions, facts } = prepared;
    const { order, examples } = classes;
    this.#sights = DIMENSIONS.map(
      (dimension, d) => new Sights(dimension, examples[d] ?? [], executives, facts),
    );
    this.sights = [];
    this.classMasks = new Int32Array(classes.count);
    this.shared = new Uint16Array(champions.length);
    this.marks = new Int32Array(champions.length);
    this.points = ownPoints.slice();
    this.touched = new Int32Array(champions.length);
    this.#isTouched = new Uint8Array(champions.length);
    const rowIds = new Set(executives.map(({ profile }) => profile.id));
    const atOf = new Map<string, number>();
    const topics = new Map<string, number[]>();
    const words = new Map<string, number[]>();
    order.forEach((col, at) => {
      const champion = champions[col];
      if (!champion) return;
      atOf.set(champion.profile.id, at);
      for (const topic of champion.offers) append(topics, topic, at);
      for (const word of champion.offeredWords) append(words, word, at);
      for (const [id, steps] of champion.managers) {
        if (rowIds.has(id)) append(this.#below, id, [at, steps] as const);
      }
      for (const id of champion.wishes) append(this.#wishing, id, at);
      for (const id of champion.refuses) append(this.#refusing, id, at);
    });
    this.#atOf = atOf;
    this.#offering = offeringOf(topics, champions.length);
    this.#offeringWord = offeringOf(words, champions.length);
  }

  /** Looks at an executive. */
  open(row: number): void {
    this.#clear();
    const executive = this.prepared.executives[row] as PreparedExecutive;
    this.#sights.forEach((sights, d) => (this.sights[d] = sights.of(row)));
    this.#readMasks(executive);
    this.#markRules(executive);
    this.#share(executive);
  }

  /** After `open`: what sharing is worth, and points of single champions. */
  openPoints(row: number): void {
    const executive = this.prepared.executives[row] as PreparedExecutive;
    const { weights, wishes } = this.prepared.facts.rules;
    const hasGoal = executive.profile.goalWords.length > 0;
    const { size } = executive.topics;
    for (let topics = 0; topics <= size; topics++) {
      const ofTopics = size > 0 ? worthOf(weights.topics, topicValue(topics, executive)) : 0;
      for (let words = 0; words < WORD_STEPS; words++) {
        const ofWords = hasGoal ? worthOf(weights.goal, GOAL_VALUES[words] ?? 0) : 0;
        this.sharedWorth[topics * WORD_STEPS + words] = ofTopics + ofWords;
      }
    }
    const wished = new Map<number, number>();
    const wish = (at: number | undefined) => {
      if (at !== undefined) wished.set(at, (wished.get(at) ?? 0) + 50);
    };
    for (const id of executive.wishes) wish(this.#atOf.get(id));
    for (const at of this.#wishing.get(executive.profile.id) ?? []) wish(at);
    for (const [at, value] of wished) {
      this.points[at] = (this.points[at] as number) + worthOf(wishes, value);
      this.#touch(at);
    }
    for (let n = 0; n < this.touchedCount; n++) {
      const at = this.touched[n] as number;
      if (this.marks[at] !== 0) this.points[at] = -OUT_OF_REACH;
    }
  }

  #readMasks({ profile }: PreparedExecutive): void {
    const { codes, masks, count } = this.classes;
    const all = profile.isOptedOut ? BIT.optOut : 0;
    const into = this.classMasks;
    for (let n = 0; n < count; n++) into[n] = all | (masks[n] as number);
    this.sights.forEach(({ masks: broken }, d) => {
      if (DIMENSIONS[d]?.rule === null) return;
      const code = codes[d] as Int32Array;
      for (let n = 0; n < count; n++) {
        into[n] = (into[n] as number) | (broken[code[n] as number] as number);
      }
    });
  }

  #clear(): void {
    for (let n = 0; n < this.touchedCount; n++) {
      const at = this.touched[n] as number;
      this.#isTouched[at] = 0;
      this.marks[at] = 0;
      this.points[at] = this.ownPoints[at] as number;
    }
    this.touchedCount = 0;
  }

  #touch(at: number): void {
    if (this.#isTouched[at] !== 0) return;
    this.#isTouched[at] = 1;
    this.touched[this.touchedCount++] = at;
  }

  #mark(at: number | undefined, bit: number): void {
    if (at === undefined) return;
    this.marks[at] = (this.marks[at] as number) | bit;
    this.#touch(at);
  }

  #markRules(executive: PreparedExecutive): void {
    const { id, level } = executive.profile;
    const { rules, today } = this.prepared.facts;
    const markId = (championId: string, bit: number) => this.#mark(this.#atOf.get(championId), bit);
    markId(id, BIT.same);
    for (const refused of executive.refuses) markId(refused, BIT.optOut);
    for (const at of this.#refusing.get(id) ?? []) this.#mark(at, BIT.optOut);
    for (const championId of executive.forbidden) markId(championId, BIT.forbidden);
    for (const championId of executive.conflicts) markId(championId, BIT.conflict);
    const below = lineBelowOf(level, rules);
    for (const [at, steps] of this.#below.get(id) ?? []) {
      if (isWithin(steps, below)) this.#mark(at, BIT.line);
    }
    for (const [managerId, steps] of executive.managers) {
      if (isWithin(steps, rules.lineAbove)) markId(managerId, BIT.line);
    }
    for (const [championId, endedOn] of executive.endedOn) {
      if (daysBetween(endedOn, today) < rules.restDays) markId(championId, BIT.ended);
    }
  }

  #share({ topics, profile }: PreparedExecutive): void {
    const { shared } = this;
    shared.fill(0);
    const codes = (topics.size + 1) * WORD_STEPS;
    if (this.sharedWorth.length < codes) this.sharedWorth = new Int32Array(codes);
    for (const word of profile.goalWords) {
      const offering = this.#offeringWord.get(word);
      if (offering) addWord(shared, offering);
    }
    for (const topic of topics.keys()) {
      const offering = this.#offering.get(topic);
      if (offering) addTopic(shared, offering);
    }
  }
}

function addWord(shared: Uint16Array, offering: Offering): void {
  if ('plane' in offering) {
    const { plane } = offering;
    for (let at = 0; at < shared.length; at++) {
      const words = (shared[at] as number) + (plane[at] as number);
      shared[at] = words > MOST_WORDS ? MOST_WORDS : words;
    }
    return;
  }
  const { at: list } = offering;
  for (let n = 0; n < list.length; n++) {
    const at = list[n] as number;
    const words = shared[at] as number;
    if (words < MOST_WORDS) shared[at] = words + 1;
  }
}

function addTopic(shared: Uint16Array, offering: Offering): void {
  if ('plane' in offering) {
    const { plane } = offering;
    for (let at = 0; at < shared.length; at++) {
      shared[at] = (shared[at] as number) + WORD_STEPS * (plane[at] as number);
    }
    return;
  }
  const { at: list } = offering;
  for (let n = 0; n < list.length; n++) {
    const at = list[n] as number;
    shared[at] = (shared[at] as number) + WORD_STEPS;
  }
}

/** Shared topics and words of the goal of one entry of `shared`. */
export const sharedOf = (code: number): { readonly topics: number; readonly words: number } => ({
  topics: Math.floor(code / WORD_STEPS),
  words: code % WORD_STEPS,
});

/** How many entries of `shared` are possible. */
export const sharedCodes = ({ topics }: PreparedExecutive): number =>
  (topics.size + 1) * WORD_STEPS;
