import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import {
  causeInWords,
  changeInWords,
  FLAG_WORDS,
  languageName,
  LIVE_STATES,
  quoteInWords,
  readRules,
  remedyInWords,
  roomFor,
  type Flag,
  type Holding,
  type RoundRules,
  type RunQuote,
} from '@flipside/pairings-domain';
import { effectiveTimeZone } from '@flipside/people-domain';
import { PersonLoader, type PersonType } from '@flipside/people-api';
import {
  barrier,
  CLOCK,
  Database,
  decodeCursor,
  pageOf,
  pageSize,
  type Connection,
  type PageArgs,
  type RequestContext,
} from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { OpenRuns, priceOf } from './open-runs.js';
import type {
  AlternativeType,
  MatchPrice,
  ProposalDetail,
  ProposalSide,
  ProposalType,
  WhyNotType,
} from './proposal.type.js';
import { PROPOSAL_COLUMNS, type ProposalRow } from './round.store.js';
import { ruleCounts } from './rule-counts.js';

/** What a list of proposals shows; the columns that hold a proposal's evidence are wide and stay unread. */
type ListedRow = Omit<ProposalRow, 'reasons' | 'alternatives'>;
const LISTED = `id, round_id as "roundId", executive_id as "executiveId", champion_id as "championId",
  points, flags, cause, decision, version`;

/** Flagged first, then the others, executives without a champion last. */
const RANK = `case when champion_id is null then 2 when flags <> '{}' then 0 else 1 end`;
const SHOWN_ALTERNATIVES = 3;

@Injectable()
export class ProposalReader {
  constructor(
    private readonly db: Database,
    private readonly people: PersonLoader,
    private readonly runs: OpenRuns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Proposals of a round: flagged first, then the weakest; executives without a champion last. Three
   * statements: the page, the count and the people.
   */
  async page(
    roundId: string,
    page: PageArgs,
    context: RequestContext,
  ): Promise<Connection<ProposalType>> {
    const first = pageSize(page);
    const [rank, points, executiveId] = page.after
      ? decodeCursor(page.after, 3)
      : [null, null, null];
    const [rows, total] = await Promise.all([
      this.db.rows<ListedRow & { rank: number }>(
        `select ${LISTED}, ${RANK} as rank from proposal
         where round_id = $1
           and ($2::int is null or (${RANK}, coalesce(points, 0), executive_id) > ($2::int, $3::int, $4::uuid))
         order by rank, coalesce(points, 0), executive_id limit $5`,
        [roundId, rank, points, executiveId, first + 1],
      ),
      this.db.one<{ count: number }>(`select count(*) from proposal where round_id = $1`, [
        roundId,
      ]),
    ]);
    const shown = await Promise.all(
      rows.map(async (row) => ({ row, proposal: await this.proposalType(row, context) })),
    );
    return pageOf(
      shown,
      first,
      total?.count ?? 0,
      ({ proposal }) => proposal,
      ({ row }) => [row.rank, row.points ?? 0, row.executiveId],
    );
  }

  /** In the order of the ids; unknown ones are left out. */
  async several(proposalIds: readonly string[], context: RequestContext): Promise<ProposalType[]> {
    if (proposalIds.length === 0) return [];
    const rows = await this.db.rows<ListedRow>(
      `select ${LISTED} from proposal where id = any($1::uuid[]) order by array_position($1::uuid[], id)`,
      [proposalIds],
    );
    return Promise.all(rows.map((row) => this.proposalType(row, context)));
  }

  /** One proposal with both people side by side and what else could be. @throws Barrier NOT_FOUND */
  async detail(proposalId: string, context: RequestContext): Promise<ProposalDetail> {
    const row = await this.stored(proposalId);
    const explained = await this.runs.explain(this.db, row.roundId, row);
    const offered = explained?.alternatives ?? row.alternatives.map((a) => ({ ...a, price: null }));
    const others = offered.map((a) => a.championId);
    const ids = [row.executiveId, row.championId, ...others].filter((id) => id !== null);
    const [sides, holders, round] = await Promise.all([
      this.sides(ids),
      this.db.rows<Holding>(
        `select id, champion_id as "championId", decision, points from proposal
         where round_id = $1 and champion_id = any($2::uuid[])`,
        [row.roundId, others],
      ),
      this.db.one<{ rules: RoundRules }>(`select rules from matching_round where id = $1`, [
        row.roundId,
      ]),
      // Everybody in one statement; each is taken from the loader below.
      this.people.of(context).loadMany(ids),
    ]);
    const alternatives: AlternativeType[] = [];
    for (const { championId, points, reasons, price } of offered) {
      const side = sides.get(championId);
      const champion = await this.people.of(context).load(championId);
      // Somebody who stopped being a champion since is not offered.
      if (!champion || side?.capacity == null || alternatives.length === SHOWN_ALTERNATIVES)
        continue;
      const places = { id: championId, capacity: side.capacity, livePairings: side.held ?? 0 };
      const room = roomFor(places, holders, row.id).kind;
      alternatives.push({
        champion,
        points,
        reasons: [...reasons],
        room,
        price: price && priceType(price, row.executiveId),
      });
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
      rank: explained?.rank ?? null,
      allowed: explained?.allowed ?? null,
      runnerUp: explained?.runnerUp ? priceType(explained.runnerUp, row.executiveId) : null,
      placeValue: explained?.placeValue ?? null,
      remedy: row.cause ? remedyInWords(row.cause.cause) : null,
      ruleCounts:
        row.cause?.counts && round ? ruleCounts(row.cause.counts, readRules(round.rules)) : [],
    };
  }

  /** Why a champion is not with the executive of a proposal. @throws Barrier NOT_FOUND */
  async whyNot(proposalId: string, championId: string): Promise<WhyNotType> {
    const { roundId, executiveId } = await this.stored(proposalId);
    const why = await this.runs.whyNot(this.db, roundId, { executiveId, championId });
    return {
      kind: why.kind,
      sentences: why.kind === 'rules' ? [...why.sentences] : [],
      points: why.kind === 'price' ? why.points : null,
      pointsInstead: why.kind === 'price' ? why.pointsInstead : null,
      price: why.kind === 'price' ? priceType(why.price, executiveId) : null,
      change: changeInWords(why),
    };
  }

  private async stored(proposalId: string): Promise<ProposalRow> {
    const row = await this.db.one<ProposalRow>(
      `select ${PROPOSAL_COLUMNS} from proposal where id = $1`,
      [proposalId],
    );
    if (!row) throw barrier('NOT_FOUND');
    return row;
  }

  private async proposalType(row: ListedRow, context: RequestContext): Promise<ProposalType> {
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

const priceType = (quote: RunQuote, executiveId: string): MatchPrice => ({
  ...priceOf(quote, [executiveId]),
  sentence: quoteInWords(quote, executiveId),
});

const flagType = (code: Flag) => ({ code, text: FLAG_WORDS[code] });
