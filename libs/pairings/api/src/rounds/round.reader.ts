import { Injectable } from '@nestjs/common';
import {
  checkRules,
  CRITERIA,
  isPublishable,
  readRules,
  type Neutrals,
  type RoundRules,
  type RoundState,
} from '@flipside/pairings-domain';
import { PersonLoader, type PersonType } from '@flipside/people-api';
import { barrier, Database, type RequestContext } from '@flipside/platform-api';
import { MatchingPeopleReader } from './matching-people.reader.js';
import type { RoundSummary } from './matching-round.entity.js';
import { proposalsOf, type ProposalRow } from './round.store.js';
import { ruleCounts } from './rule-counts.js';
import { Matcher } from './matcher.js';
import type { ContinuityPoint, RulesPreview } from './round-history.type.js';
import type { CriterionEffect, RoundCounts, RoundPreview, RoundType } from './round.type.js';
import { proposingOf } from './write-matching.js';

interface StoredRound extends RoundCounts {
  id: string;
  name: string;
  state: RoundState;
  rules: RoundRules;
  leftOutIds: string[];
  summary: Partial<RoundSummary>;
  progress: number;
  failure: string | null;
  createdAt: Date;
  proposedAt: Date | null;
  publishedAt: Date | null;
  publishAt: Date | null;
  heldById: string | null;
  rulesVersion: number;
  version: number;
}

const ROUNDS = `
  select r.id, r.name, r.state, r.rules, r.left_out as "leftOutIds", r.summary, r.progress, r.failure,
    r.created_at as "createdAt", r.proposed_at as "proposedAt", r.published_at as "publishedAt", r.version,
    r.publish_at as "publishAt", r.held_by as "heldById", r.rules_version as "rulesVersion", c.*
  from matching_round r
  cross join lateral (
    select count(*)::int as total,
      count(*) filter (where champion_id is not null and decision <> 'left_open')::int as proposed,
      count(*) filter (where decision <> 'open')::int as decided,
      count(*) filter (where decision in ('accepted', 'pinned'))::int as accepted,
      count(*) filter (where decision = 'left_open')::int as "leftOpen",
      count(*) filter (where decision = 'open' and champion_id is not null and flags <> '{}')::int as flagged,
      count(*) filter (where decision = 'open' and champion_id is not null and flags = '{}')::int as unflagged,
      count(*) filter (where decision = 'open' and champion_id is null)::int as unmatched
    from proposal p where p.round_id = r.id) c`;

/** Rounds that may have been forgotten are few; more than this is never shown at once. */
const MOST_ROUNDS = 200;
/** Above this many pairs the set-up page shows no preview of the rules: it would keep people waiting. */
const PREVIEW_PAIRS = 5_000_000;

@Injectable()
export class RoundReader {
  constructor(
    private readonly db: Database,
    private readonly matching: MatchingPeopleReader,
    private readonly people: PersonLoader,
    private readonly matcher: Matcher,
  ) {}

  /** Rounds, the latest first; discarded ones only when asked for. */
  async all(isWithDiscarded: boolean): Promise<RoundType[]> {
    const rows = await this.db.rows<StoredRound>(
      `${ROUNDS} where $1 or r.state <> 'discarded' order by r.created_at desc, r.id desc limit ${MOST_ROUNDS}`,
      [isWithDiscarded],
    );
    return rows.map(roundType);
  }

  /** @throws Barrier NOT_FOUND */
  async one(roundId: string): Promise<RoundType> {
    const row = await this.db.one<StoredRound>(`${ROUNDS} where r.id = $1`, [roundId]);
    if (!row) throw barrier('NOT_FOUND');
    return roundType(row);
  }

  /** What the rules of a round allow today; null when there are too many pairs to try while waiting. */
  async preview(round: RoundType, context: RequestContext): Promise<RoundPreview | null> {
    const { allRules: rules } = round;
    const people = await this.matching.load({ rules, leftOut: round.leftOutIds });
    const pairs = people.executives.length * people.champions.length;
    if (pairs > PREVIEW_PAIRS) return null;
    const { counts, withoutChampion, places, effects } = await this.matcher.ask({
      kind: 'preview',
      people,
    });
    return {
      executives: people.executives.length,
      champions: people.champions.length,
      places,
      wouldWait: Math.max(0, people.executives.length - places),
      pairs,
      allowedPairs: counts.allowed,
      rules: ruleCounts(counts, rules),
      effects: effectsType(effects),
      withoutChampion: await this.persons(withoutChampion, context),
    };
  }

  /** What other rules would do to the round; null when there are too many pairs to try while waiting. */
  async rulesPreview(roundId: string, change: Partial<RoundRules>): Promise<RulesPreview | null> {
    const round = await this.one(roundId);
    const { allRules: rules } = round;
    const standing = await this.standing(round);
    if (standing.pairs > PREVIEW_PAIRS) return null;
    const { people, start } = standing;
    const next = checkRules({ ...rules, ...change });
    if (!next.ok) throw barrier('BAD_INPUT', next.refusal.message);
    const [before, after] = await this.matcher.ask({
      kind: 'effect',
      people,
      rules: [rules, next.value],
      start,
    });
    return before && after ? { before, after } : null;
  }

  /** How much each size of continuity would keep of what is proposed now. */
  async continuity(round: RoundType): Promise<ContinuityPoint[]> {
    const { people, start, pairs } = await this.standing(round);
    if (start.standing.length === 0 || pairs > PREVIEW_PAIRS) return [];
    const points = await this.matcher.ask({ kind: 'continuity', people, start });
    return points.map((point) => ({ ...point }));
  }

  /** The people of today, and what of the round stands, for trying something out. */
  private async standing(round: RoundType) {
    const { allRules: rules } = round;
    const people = await this.matching.load({ rules, leftOut: round.leftOutIds });
    const { start } = proposingOf(people, await proposalsOf(this.db, round.id), 'undecided');
    return { people, start, pairs: people.executives.length * people.champions.length };
  }

  async persons(ids: readonly string[], context: RequestContext): Promise<PersonType[]> {
    const people = await Promise.all(ids.map((id) => this.people.of(context).load(id)));
    return people.filter((person) => person !== null);
  }

  /** Proposals that publishing would turn into pairings. */
  async publishable(roundId: string): Promise<ProposalRow[]> {
    return (await proposalsOf(this.db, roundId)).filter(isPublishable);
  }
}

const effectsType = (effects: Neutrals): CriterionEffect[] =>
  CRITERIA.map((criterion) => ({ criterion, points: effects[criterion] }));

function roundType(row: StoredRound): RoundType {
  const {
    total,
    proposed,
    decided,
    accepted,
    leftOpen,
    flagged,
    unflagged,
    unmatched,
    summary,
    ...round
  } = row;
  const rules = readRules(row.rules);
  return {
    ...round,
    rules: { ...rules, placePoints: [...rules.placePoints] },
    allRules: rules,
    leftOut: [],
    changed: summary.changed ?? null,
    counts: { total, proposed, decided, accepted, leftOpen, flagged, unflagged, unmatched },
  };
}
