import {
  BestCandidates,
  FORBIDDEN_PAIR,
  type CandidateBuffer,
  type CandidateSource,
  type TieBreak,
} from '../solver/candidates.js';
import { classesOf, DIMENSIONS, type ChampionClasses } from './champion-classes.js';
import { brokenRules, RuleTally, type RuleCounts } from './hard-rules.js';
import {
  prepare,
  type People,
  type Prepared,
  type PreparedChampion,
  type PreparedExecutive,
} from './prepared.js';
import { MOST_POINTS } from './round-rules.js';
import { RowView } from './row-view.js';
import { pairPoints, ValueSpread, worthOf, type Neutrals } from './score.js';
import { OWN_CRITERIA, ownPointsOf, OwnValues, Survey } from './survey.js';

/**
 * A round as numbers: which champions each executive may have and how many points each pair has, executive by
 * executive without ever holding all pairs. What it streams is exactly what `brokenRules` and `pairPoints` say about two
 * people; it is only quicker, because few things about champions differ among many of them. Inside, champions stand in
 * the order of their classes (`at`), outside by column.
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
  readonly #survey: Survey;
  readonly #rowOf: ReadonlyMap<string, number>;
  readonly #colOf: ReadonlyMap<string, number>;
  readonly #classPoints: Int32Array;
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
    this.#classPoints = new Int32Array(this.#classes.count);
    const own = OWN_CRITERIA.map((name) => new OwnValues(name, this.prepared, this.#classes));
    this.#view = new RowView(this.prepared, this.#classes, ownPointsOf(own, this.prepared));
    this.#survey = new Survey(this.prepared, this.#classes, this.#view, own);
    const spread = new ValueSpread();
    const tally = new RuleTally();
    const without: number[] = [];
    for (let row = 0; row < this.rows; row++) {
      onRow();
      if (this.#survey.count(row, tally, spread) === 0) without.push(row);
    }
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
    this.onRow();
    this.#openPoints(row);
    const { order, start, count } = this.#classes;
    const { classMasks, shared, sharedWorth, points } = this.#view;
    // Pairs that a rule excludes cost more than this.
    let threshold = this.maxCost;
    for (let n = 0; n < count; n++) {
      if (classMasks[n] !== 0) continue;
      const base = this.maxCost - (this.#classPoints[n] as number);
      const to = start[n + 1] as number;
      for (let at = start[n] as number; at < to; at++) {
        const cost = base - (points[at] as number) - (sharedWorth[shared[at] as number] as number);
        if (cost > threshold) continue;
        const col = order[at] as number;
        best.offer(col, cost, tie(row, col));
        threshold = Math.min(best.threshold, this.maxCost);
      }
    }
    // What was passed over without being offered cost more than the dearest that was kept.
    if (best.isFull) best.leaveOut(best.threshold + 1, 0);
    best.write(out);
  }

  costsOf(row: number, out: Float64Array): void {
    out.fill(FORBIDDEN_PAIR);
    this.#openPoints(row);
    const { order, start, count } = this.#classes;
    const { classMasks, marks, shared, sharedWorth, points } = this.#view;
    for (let n = 0; n < count; n++) {
      if (classMasks[n] !== 0) continue;
      const base = this.maxCost - (this.#classPoints[n] as number);
      for (let at = start[n] as number; at < (start[n + 1] as number); at++) {
        if (marks[at] !== 0) continue;
        out[order[at] as number] =
          base - (points[at] as number) - (sharedWorth[shared[at] as number] as number);
      }
    }
  }

  /** What each rule leaves out for one executive. */
  countsOf(row: number): RuleCounts {
    const tally = new RuleTally();
    this.#survey.count(row, tally, null);
    return tally.read();
  }

  #openPoints(row: number): void {
    const { topics, profile } = this.executive(row);
    const { weights } = this.prepared.facts.rules;
    this.#view.open(row);
    this.#view.openPoints(row);
    const { codes, hasOffers, count } = this.#classes;
    // Where nothing is known on one side, the mean counts.
    const [hasTopics, hasGoal] = [topics.size > 0, profile.goalWords.length > 0];
    const noTopics = worthOf(weights.topics, this.neutrals.topics);
    const noGoal = worthOf(weights.goal, this.neutrals.goal);
    const into = this.#classPoints;
    for (let n = 0; n < count; n++) {
      const ofTopics = hasTopics && hasOffers[n] !== 0 ? 0 : noTopics;
      into[n] = ofTopics + (hasGoal && hasOffers[n] !== 0 ? 0 : noGoal);
    }
    this.#view.sights.forEach((sight, d) => {
      const criterion = DIMENSIONS[d]?.criterion ?? null;
      if (criterion === null) return;
      const code = codes[d] as Int32Array;
      const neutral = this.neutrals[criterion];
      const points = (sight.points ??= Int32Array.from(sight.values, (value) =>
        worthOf(weights[criterion], value < 0 ? neutral : value),
      ));
      for (let n = 0; n < count; n++) {
        into[n] = (into[n] as number) + (points[code[n] as number] as number);
      }
    });
  }
}
