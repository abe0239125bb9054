import {
  BestCandidates,
  FORBIDDEN_PAIR,
  type CandidateBuffer,
  type CandidateSource,
  type TieBreak,
} from '../solver/candidates.js';
import { bitOf, classesOf, DIMENSIONS, type ChampionClasses } from './champion-classes.js';
import { CRITERION, GOAL_VALUES, topicValue } from './criteria.js';
import { brokenRules, RuleTally, type RuleCounts } from './hard-rules.js';
import {
  prepare,
  type People,
  type Prepared,
  type PreparedChampion,
  type PreparedExecutive,
} from './prepared.js';
import { CRITERIA, MOST_POINTS, type CriterionName } from './round-rules.js';
import { RowView } from './row-view.js';
import { pairPoints, ValueSpread, worthOf, type Neutrals } from './score.js';

const OPTED_OUT = bitOf('opt_out');
const indexOf = (name: CriterionName): number => CRITERIA.indexOf(name);
const TOPICS = indexOf('topics');
const GOAL = indexOf('goal');
/** Criteria that depend on the champion alone. */
const OWN: readonly CriterionName[] = ['load', 'turn'];

/**
 * A round as numbers: which champions each executive may have and how many points each pair has, executive by
 * executive without ever holding all pairs. What it streams is exactly what `brokenRules` and `pairPoints` say about two
 * people; it is only quicker, because few things about champions differ among many of them.
 */
export class Compiled implements CandidateSource {
  readonly rows: number;
  readonly cols: number;
  readonly maxCost: number;
  /** Over all pairs. */
  readonly counts: RuleCounts;
  /** What stands in for missing data: the mean of each criterion over the allowed pairs. */
  readonly neutrals: Neutrals;
  /** Standard deviation of each criterion over the allowed pairs, in tenths of a value of 0–100. */
  readonly deviations: Neutrals;
  /** Executives whom the rules leave without any champion. */
  readonly withoutChampion: readonly number[];

  readonly #classes: ChampionClasses;
  readonly #view: RowView;
  readonly #rowOf: ReadonlyMap<string, number>;
  readonly #colOf: ReadonlyMap<string, number>;
  /** Values of the criteria that depend on the champion alone, and their points in sum; by column. */
  readonly #own: readonly Uint8Array[];
  readonly #ownPoints: Int32Array;
  readonly #classPoints: Int32Array;
  readonly #classMasks: Int32Array;
  readonly #classSizes: Int32Array;
  readonly #keepers = new Map<number, BestCandidates>();

  /** `onRow` hears of every executive looked at; what it throws stops the work. */
  constructor(
    people: People | Prepared,
    private readonly onRow: () => void = () => undefined,
  ) {
    this.prepared = 'facts' in people ? people : prepare(people);
    const { executives, champions, facts } = this.prepared;
    this.rows = executives.length;
    this.cols = champions.length;
    this.maxCost = MOST_POINTS + worthOf(facts.rules.wishes, 100);
    this.#rowOf = new Map(executives.map(({ profile }, row) => [profile.id, row]));
    this.#colOf = new Map(champions.map(({ profile }, col) => [profile.id, col]));
    this.#classes = classesOf(this.prepared);
    this.#view = new RowView(this.prepared, this.#classes);
    this.#classPoints = new Int32Array(this.#classes.count);
    this.#classMasks = new Int32Array(this.#classes.count);
    this.#classSizes = new Int32Array(this.#classes.count);
    const [anybody] = executives;
    this.#own = OWN.map((name) =>
      Uint8Array.from(champions, (champion) =>
        anybody ? (CRITERION[name].value(anybody, champion, facts) ?? 0) : 0,
      ),
    );
    this.#ownPoints = Int32Array.from(champions, (_, col) =>
      OWN.reduce(
        (sum, name, n) => sum + worthOf(facts.rules.weights[name], this.#own[n]?.[col] ?? 0),
        0,
      ),
    );
    const spread = new ValueSpread();
    const tally = new RuleTally();
    const without: number[] = [];
    executives.forEach((executive, row) => {
      onRow();
      if (this.#tally(executive, tally, spread) === 0) without.push(row);
    });
    this.counts = tally.read();
    this.withoutChampion = without;
    this.neutrals = spread.neutrals();
    this.deviations = spread.deviations();
  }

  readonly prepared: Prepared;

  rowOf(executiveId: string): number | undefined {
    return this.#rowOf.get(executiveId);
  }

  colOf(championId: string): number | undefined {
    return this.#colOf.get(championId);
  }

  executive(row: number): PreparedExecutive {
    return this.prepared.executives[row] as PreparedExecutive;
  }

  champion(col: number): PreparedChampion {
    return this.prepared.champions[col] as PreparedChampion;
  }

  /** Rules that forbid a pair, one bit each. */
  broken(row: number, col: number): number {
    return brokenRules(this.executive(row), this.champion(col), this.prepared.facts);
  }

  points(row: number, col: number): number {
    return pairPoints(this.executive(row), this.champion(col), this.prepared.facts, this.neutrals);
  }

  cost(row: number, col: number): number {
    return this.broken(row, col) === 0 ? this.maxCost - this.points(row, col) : FORBIDDEN_PAIR;
  }

  candidates(row: number, k: number, tie: TieBreak, out: CandidateBuffer): void {
    let best = this.#keepers.get(k);
    if (!best) this.#keepers.set(k, (best = new BestCandidates(k)));
    best.clear();
    let threshold = Infinity;
    let left = Infinity;
    this.onRow();
    this.#openPoints(row);
    const { order, start, count } = this.#classes;
    const { marks, topics, words, bonus, topicWorth, wordWorth } = this.#view;
    const own = this.#ownPoints;
    for (let n = 0; n < count; n++) {
      if (this.#classMasks[n] !== 0) continue;
      const base = this.maxCost - (this.#classPoints[n] as number);
      const to = start[n + 1] as number;
      for (let at = start[n] as number; at < to; at++) {
        const col = order[at] as number;
        if (marks[col] !== 0) continue;
        const cost =
          base -
          (own[col] as number) -
          (bonus[col] as number) -
          (topicWorth[topics[col] as number] as number) -
          (wordWorth[words[col] as number] as number);
        if (cost > threshold) {
          if (cost < left) left = cost;
          continue;
        }
        best.offer(col, cost, tie(row, col));
        threshold = best.threshold;
      }
    }
    this.#view.close();
    if (left < Infinity) best.leaveOut(left, 0);
    best.write(out);
  }

  costsOf(row: number, out: Float64Array): void {
    out.fill(FORBIDDEN_PAIR);
    this.#openPoints(row);
    const { marks, topics, words, bonus, topicWorth, wordWorth } = this.#view;
    for (let col = 0; col < this.cols; col++) {
      const n = this.#classes.classOf[col] as number;
      if (this.#classMasks[n] !== 0 || marks[col] !== 0) continue;
      out[col] =
        this.maxCost -
        (this.#classPoints[n] as number) -
        (this.#ownPoints[col] as number) -
        (bonus[col] as number) -
        (topicWorth[topics[col] as number] as number) -
        (wordWorth[words[col] as number] as number);
    }
    this.#view.close();
  }

  /** What each rule leaves out for one executive. */
  countsOf(row: number): RuleCounts {
    const tally = new RuleTally();
    this.#tally(this.executive(row), tally, null);
    return tally.read();
  }

  #readMasks(executive: PreparedExecutive): void {
    const { codes, masks, count } = this.#classes;
    const all = executive.profile.isOptedOut ? OPTED_OUT : 0;
    for (let n = 0; n < count; n++) this.#classMasks[n] = all | (masks[n] as number);
    const into = this.#classMasks;
    DIMENSIONS.forEach(({ rule }, d) => {
      if (rule === null) return;
      const [code, broken] = [codes[d] as Int32Array, this.#view.masks[d] as Int32Array];
      for (let n = 0; n < count; n++) {
        into[n] = (into[n] as number) | (broken[code[n] as number] as number);
      }
    });
  }

  #openPoints(row: number): void {
    const executive = this.executive(row);
    const { weights } = this.prepared.facts.rules;
    this.#view.open(executive, this.neutrals);
    this.#readMasks(executive);
    const { codes, hasOffers, count } = this.#classes;
    // Where nothing is known on one side, the mean counts; a table entry for "nothing shared" is then taken off again.
    const unknown = (name: 'topics' | 'goal', isKnown: boolean, worth: Int32Array) => {
      const neutral = worthOf(weights[name], this.neutrals[name]);
      return { offered: isKnown ? 0 : neutral, notOffered: neutral - (worth[0] as number) };
    };
    const topics = unknown('topics', executive.topics.size > 0, this.#view.topicWorth);
    const goal = unknown('goal', executive.profile.goalWords.length > 0, this.#view.wordWorth);
    const into = this.#classPoints;
    for (let n = 0; n < count; n++) {
      into[n] = hasOffers[n] ? topics.offered + goal.offered : topics.notOffered + goal.notOffered;
    }
    DIMENSIONS.forEach(({ criterion }, d) => {
      if (criterion === null) return;
      const [code, values] = [codes[d] as Int32Array, this.#view.values[d] as Int16Array];
      const points = Int32Array.from(values, (value) =>
        worthOf(weights[criterion], value < 0 ? this.neutrals[criterion] : value),
      );
      for (let n = 0; n < count; n++) {
        into[n] = (into[n] as number) + (points[code[n] as number] as number);
      }
    });
  }

  /** Counts rules, and the values of allowed pairs, for one executive. @returns allowed champions */
  #tally(executive: PreparedExecutive, tally: RuleTally, spread: ValueSpread | null): number {
    const view = this.#view;
    view.open(executive, null);
    this.#readMasks(executive);
    const { start, count, classOf } = this.#classes;
    const size = this.#classSizes;
    const masks = this.#classMasks;
    let allowed = 0;
    for (let n = 0; n < count; n++) {
      const mask = masks[n] as number;
      const pairs = (start[n + 1] as number) - (start[n] as number);
      tally.add(mask, pairs);
      size[n] = mask === 0 ? pairs : 0;
      if (mask === 0) allowed += pairs;
    }
    for (let t = 0; t < view.touchedCount; t++) {
      const col = view.touched[t] as number;
      if (view.marks[col] === 0) continue;
      const n = classOf[col] as number;
      const mask = masks[n] as number;
      tally.add(mask, -1);
      tally.add(mask | (view.marks[col] as number), 1);
      if (mask !== 0) continue;
      size[n] = (size[n] as number) - 1;
      allowed -= 1;
    }
    if (spread) this.#spread(executive, size, spread);
    view.close();
    return allowed;
  }

  /** `size`: allowed champions of each class. */
  #spread(executive: PreparedExecutive, size: Int32Array, spread: ValueSpread): void {
    const view = this.#view;
    const { codes, hasOffers, count, order, start, classOf } = this.#classes;
    DIMENSIONS.forEach(({ criterion }, d) => {
      if (criterion === null) return;
      const [code, values] = [codes[d] as Int32Array, view.values[d] as Int16Array];
      const pairs = new Int32Array(values.length);
      for (let n = 0; n < count; n++) {
        const value = code[n] as number;
        pairs[value] = (pairs[value] as number) + (size[n] as number);
      }
      values.forEach((value, n) => {
        if (value >= 0) spread.add(indexOf(criterion), value, pairs[n] as number);
      });
    });
    let offering = 0;
    OWN.forEach((name, k) => {
      const own = this.#own[k] as Uint8Array;
      let [pairs, total, squares] = [0, 0, 0];
      for (let n = 0; n < count; n++) {
        if (size[n] === 0) continue;
        if (k === 0 && hasOffers[n]) offering += size[n] as number;
        for (let at = start[n] as number; at < (start[n + 1] as number); at++) {
          const col = order[at] as number;
          if (view.marks[col] !== 0) continue;
          const value = own[col] as number;
          pairs += 1;
          total += value;
          squares += value * value;
        }
      }
      spread.addSums(indexOf(name), pairs, total, squares);
    });
    const hasTopics = executive.topics.size > 0;
    const hasGoal = executive.profile.goalWords.length > 0;
    if (hasTopics) spread.add(TOPICS, 0, offering);
    if (hasGoal) spread.add(GOAL, 0, offering);
    for (let t = 0; t < view.touchedCount; t++) {
      const col = view.touched[t] as number;
      if (view.marks[col] !== 0 || this.#classMasks[classOf[col] as number] !== 0) continue;
      // So far these counted as sharing nothing.
      const topics = topicValue(view.topics[col] as number, executive);
      const goal = GOAL_VALUES[view.words[col] as number] ?? 0;
      if (hasTopics && topics > 0) spread.addSums(TOPICS, 0, topics, topics * topics);
      if (hasGoal && goal > 0) spread.addSums(GOAL, 0, goal, goal * goal);
    }
  }
}
