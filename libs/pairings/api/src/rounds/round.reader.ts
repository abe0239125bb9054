import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import {
  causeInWords,
  FLAG_WORDS,
  isPublishable,
  languageName,
  LIVE_STATES,
  previewRules,
  roomFor,
  rulesInWords,
  type Flag,
  type RoundRules,
  type RoundState,
  type RuleCounts,
} from '@flipside/pairings-domain';
import { effectiveTimeZone } from '@flipside/people-domain';
import { PersonLoader, type PersonType } from '@flipside/people-api';
import { barrier, CLOCK, Database, type RequestContext } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { MatchingPeopleReader } from './matching-people.reader.js';
import type { RoundSummary } from './matching-round.entity.js';
import { PROPOSAL_COLUMNS, proposalsOf, type ProposalRow } from './round.store.js';
import type {
  AlternativeType,
  ProposalDetail,
  ProposalSide,
  ProposalType,
  RuleCountType,
} from './proposal.type.js';
import type { RoundCounts, RoundPreview, RoundType } from './round.type.js';

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
  version: number;
}

const ROUNDS = `
  select r.id, r.name, r.state, r.rules, r.left_out as "leftOutIds", r.summary, r.progress, r.failure,
    r.created_at as "createdAt", r.proposed_at as "proposedAt", r.published_at as "publishedAt", r.version, c.*
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
/** Above this many pairs the set-up page shows no preview of the rules: it would keep the server busy. */
const PREVIEW_PAIRS = 200_000;
const SHOWN_ALTERNATIVES = 3;

@Injectable()
export class RoundReader {
  constructor(
    private readonly db: Database,
    private readonly matching: MatchingPeopleReader,
    private readonly people: PersonLoader,
    @Inject(CLOCK) private readonly clock: Clock,
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

  /** Flagged first, then the weakest; executives without a champion last. */
  async proposals(roundId: string, context: RequestContext): Promise<ProposalType[]> {
    const rows = await proposalsOf(this.db, roundId);
    const rank = (row: ProposalRow) => (row.championId === null ? 2 : row.flags.length > 0 ? 0 : 1);
    rows.sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.points ?? 0) - (b.points ?? 0) ||
        (a.executiveId < b.executiveId ? -1 : 1),
    );
    return Promise.all(rows.map((row) => this.proposalType(row, context)));
  }

  /** @throws Barrier NOT_FOUND */
  async proposal(proposalId: string, context: RequestContext): Promise<ProposalType> {
    return this.proposalType(await this.stored(proposalId), context);
  }

  /** One proposal with both people side by side and what else could be. @throws Barrier NOT_FOUND */
  async detail(proposalId: string, context: RequestContext): Promise<ProposalDetail> {
    const row = await this.stored(proposalId);
    const all = await proposalsOf(this.db, row.roundId);
    const ids = [row.executiveId, row.championId, ...row.alternatives.map((a) => a.championId)];
    const sides = await this.sides(ids.filter((id) => id !== null));
    const round = await this.one(row.roundId);
    const alternatives: AlternativeType[] = [];
    for (const { championId, points, reasons } of row.alternatives) {
      const side = sides.get(championId);
      const champion = await this.people.of(context).load(championId);
      // Somebody who stopped being a champion since is not offered.
      if (!champion || side?.capacity == null || alternatives.length === SHOWN_ALTERNATIVES)
        continue;
      const places = { id: championId, capacity: side.capacity, livePairings: side.held ?? 0 };
      const room = roomFor(places, all, row.id).kind;
      alternatives.push({ champion, points, reasons, room });
    }
    return {
      proposal: await this.proposalType(row, context),
      executive: await this.side('executive', sides, row.executiveId, context),
      champion:
        row.championId === null
          ? null
          : await this.side('champion', sides, row.championId, context),
      reasons: row.reasons,
      alternatives,
      ruleCounts: row.cause?.counts ? ruleCounts(row.cause.counts, round.rules as RoundRules) : [],
    };
  }

  /** What the rules of a round allow today; null when there are too many pairs to try while waiting. */
  async preview(round: RoundType, context: RequestContext): Promise<RoundPreview | null> {
    const rules = round.rules as RoundRules;
    const people = await this.matching.load({ rules, leftOut: round.leftOutIds });
    const pairs = people.executives.length * people.champions.length;
    if (pairs > PREVIEW_PAIRS) return null;
    const { counts, withoutChampion, places } = previewRules(people);
    return {
      executives: people.executives.length,
      champions: people.champions.length,
      places,
      wouldWait: Math.max(0, people.executives.length - places),
      pairs,
      allowedPairs: counts.allowed,
      rules: ruleCounts(counts, rules),
      withoutChampion: await this.persons(withoutChampion, context),
    };
  }

  async persons(ids: readonly string[], context: RequestContext): Promise<PersonType[]> {
    const people = await Promise.all(ids.map((id) => this.people.of(context).load(id)));
    return people.filter((person) => person !== null);
  }

  /** Proposals that publishing would turn into pairings. */
  async publishable(roundId: string): Promise<ProposalRow[]> {
    return (await proposalsOf(this.db, roundId)).filter(isPublishable);
  }

  private async stored(proposalId: string): Promise<ProposalRow> {
    const row = await this.db.one<ProposalRow>(
      `select ${PROPOSAL_COLUMNS} from proposal where id = $1`,
      [proposalId],
    );
    if (!row) throw barrier('NOT_FOUND');
    return row;
  }

  private async proposalType(row: ProposalRow, context: RequestContext): Promise<ProposalType> {
    const { id, roundId, points, decision, version, championId, cause } = row;
    // Asked for together, so that one statement answers for all proposals.
    const [executive, champion] = await Promise.all([
      this.person(row.executiveId, context),
      championId === null ? null : this.person(championId, context),
    ]);
    return {
      id,
      roundId,
      points,
      decision,
      version,
      executive,
      champion,
      flags: row.flags.map(flagType),
      cause: cause ? causeInWords(cause.cause) : null,
    };
  }

  private async person(id: string, context: RequestContext): Promise<PersonType> {
    const person = await this.people.of(context).load(id);
    if (!person) throw new Error(`Person ${id} of a proposal is missing`);
    return person;
  }

  private async side(
    as: 'executive' | 'champion',
    sides: ReadonlyMap<string, Side>,
    id: string,
    context: RequestContext,
  ): Promise<ProposalSide> {
    const side = sides.get(id);
    const isChampion = as === 'champion';
    return {
      person: await this.person(id, context),
      topics: (isChampion ? side?.offered : side?.wanted) ?? [],
      goal: isChampion ? '' : (side?.goal ?? ''),
      languages: (side?.languages ?? []).map(languageName),
      timeZone: effectiveTimeZone({
        person: side?.ownZone ?? null,
        location: side?.siteZone ?? null,
        programme: side?.usualZone ?? 'UTC',
      }),
      held: isChampion ? (side?.held ?? null) : null,
      capacity: isChampion ? (side?.capacity ?? null) : null,
    };
  }

  private async sides(ids: readonly string[]): Promise<ReadonlyMap<string, Side>> {
    const { today } = await programmeToday(this.db, this.clock);
    const rows = await this.db.rows<Side & { id: string }>(
      `select p.id, p.languages, p.time_zone as "ownZone", l.time_zone as "siteZone",
         (select default_time_zone from programme) as "usualZone",
         coalesce(x.topics, '{}') as wanted, coalesce(c.skills || c.problems, '{}') as offered,
         coalesce(x.goal, '') as goal, c.capacity,
         case when c.person_id is not null then (select count(*)::int from pairing g
           where g.champion_id = p.id and g.state = any($3::text[])) end as held
       from person p
       left join executive x on x.person_id = p.id and x.removed_on is null
       left join champion c on c.person_id = p.id
       left join employment e on e.person_id = p.id and e.valid_from <= $2 and e.valid_to > $2
       left join location l on l.id = e.location_id
       where p.id = any($1::uuid[])`,
      [ids, today, LIVE_STATES],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

interface Side {
  languages: string[];
  ownZone: string | null;
  siteZone: string | null;
  usualZone: string;
  wanted: string[];
  offered: string[];
  goal: string;
  capacity: number | null;
  held: number | null;
}

const flagType = (code: Flag) => ({ code, text: FLAG_WORDS[code] });

function ruleCounts({ rules: counts }: RuleCounts, rules: RoundRules): RuleCountType[] {
  const sentences = new Map(rulesInWords(rules).map(({ rule, sentence }) => [rule, sentence]));
  return counts.map(({ rule, alone, inOrder }) => ({
    rule,
    alone,
    inOrder,
    sentence: sentences.get(rule) ?? '',
  }));
}

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
  return {
    ...round,
    leftOut: [],
    changed: summary.changed ?? null,
    counts: { total, proposed, decided, accepted, leftOpen, flagged, unflagged, unmatched },
  };
}
