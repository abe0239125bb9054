import { Injectable } from '@nestjs/common';
import {
  compareDrafts,
  readRules,
  type DraftPair,
  type RoundRules,
} from '@flipside/pairings-domain';
import { PersonLoader, type PersonType } from '@flipside/people-api';
import { barrier, Database, type RequestContext } from '@flipside/platform-api';
import type { EditPrice } from './matching-edit.entity.js';
import type { RunPair, RunSummary } from './matching-run.entity.js';
import type {
  DraftDifferenceType,
  MatchingRunType,
  RoundStepType,
  RulesVersionType,
} from './round-history.type.js';

/** What each kind of step says about itself. */
const STEP: Readonly<Record<string, string>> = {
  propose: 'Proposed matches',
  propose_again: 'Proposed the rest again',
  accept: 'Accepted',
  accept_unflagged: 'Accepted all without flags',
  pin: 'Kept fixed',
  leave_open: 'Left open',
  reopen: 'Opened again',
  reopen_several: 'Took acceptances back',
  forbid: 'Not these two',
  swap: 'Swapped in',
  allow: 'Allowed again',
  rules: 'Changed the rules',
  hold: 'Asked to publish',
  stop: 'Stopped publishing',
  send_now: 'Sent at once',
  not_published: 'Could not be published',
  publish: 'Published',
};

/** Steps shown; older ones stay stored. */
const MOST_STEPS = 200;

interface StoredRun extends RunSummary {
  id: string;
  roundId: string;
  number: number;
  madeAt: Date;
  madeBy: string | null;
  rulesVersion: number;
  inputDigest: string;
}

const RUNS = `select id, round_id as "roundId", number, made_at as "madeAt", made_by as "madeBy",
  rules_version as "rulesVersion", input_digest as "inputDigest", (summary->>'matched')::int as matched,
  (summary->>'totalPoints')::int as "totalPoints", (summary->>'worstPoints')::int as "worstPoints"
  from matching_run`;

/** What a round went through: its computations, decisions and rules, and two computations side by side. */
@Injectable()
export class RoundHistoryReader {
  constructor(
    private readonly db: Database,
    private readonly people: PersonLoader,
  ) {}

  async steps(
    roundId: string,
    context: RequestContext,
    most = MOST_STEPS,
  ): Promise<RoundStepType[]> {
    const rows = await this.db.rows<{
      seq: number;
      kind: string;
      actorId: string | null;
      at: Date;
      executiveId: string | null;
      championId: string | null;
      reason: string | null;
      price: EditPrice | null;
    }>(
      `select seq, kind, actor_id as "actorId", at, executive_id as "executiveId", champion_id as "championId", reason,
         price from matching_edit where round_id = $1 order by seq desc limit $2`,
      [roundId, most],
    );
    return Promise.all(
      rows.map(async ({ seq, kind, at, reason, price, ...ids }) => {
        const [actor, executive, champion] = await Promise.all([
          this.person(ids.actorId, context),
          this.person(ids.executiveId, context),
          this.person(ids.championId, context),
        ]);
        const sentence = STEP[kind] ?? kind;
        return {
          seq,
          sentence,
          actor,
          at,
          executive,
          champion,
          reason,
          pricePoints: price?.points ?? null,
        };
      }),
    );
  }

  async rules(roundId: string, context: RequestContext): Promise<RulesVersionType[]> {
    const rows = await this.db.rows<{
      version: number;
      rules: RoundRules;
      changedBy: string | null;
      changedAt: Date;
    }>(
      `select version, rules, changed_by as "changedBy", changed_at as "changedAt" from matching_rules
       where round_id = $1 order by version desc`,
      [roundId],
    );
    return Promise.all(
      rows.map(async ({ version, rules, changedBy, changedAt }) => {
        const read = readRules(rules);
        return {
          version,
          rules: { ...read, placePoints: [...read.placePoints] },
          changedAt,
          changedBy: await this.person(changedBy, context),
        };
      }),
    );
  }

  async runs(roundId: string, context: RequestContext): Promise<MatchingRunType[]> {
    const rows = await this.db.rows<StoredRun>(`${RUNS} where round_id = $1 order by number desc`, [
      roundId,
    ]);
    return Promise.all(rows.map((row) => this.runType(row, context)));
  }

  /** Two computations of one round. @throws Barrier NOT_FOUND */
  async compare(
    beforeId: string,
    afterId: string,
    context: RequestContext,
  ): Promise<DraftDifferenceType> {
    const rows = await this.db.rows<StoredRun & { pairs: RunPair[] }>(
      `${RUNS.replace(' from matching_run', ', pairs from matching_run')} where id = any($1::uuid[])`,
      [[beforeId, afterId]],
    );
    const [before, after] = [beforeId, afterId].map((id) => rows.find((row) => row.id === id));
    if (!before || !after || before.roundId !== after.roundId) throw barrier('NOT_FOUND');
    const { byLine, pairs, same, changed, added, gone, points } = compareDrafts(
      draftOf(before.pairs),
      draftOf(after.pairs),
    );
    const different = pairs
      .filter(({ kind }) => kind !== 'same')
      .sort((a, b) => a.points - b.points);
    return {
      before: await this.runType(before, context),
      after: await this.runType(after, context),
      same,
      changed,
      added,
      gone,
      points,
      byCriterion: byLine.map((each) => ({ criterion: each.line, points: each.points })),
      pairs: await Promise.all(
        different.map(async (pair) => {
          const [executive, first, second] = await Promise.all([
            this.person(pair.executiveId, context),
            this.person(pair.before, context),
            this.person(pair.after, context),
          ]);
          if (!executive) throw barrier('NOT_FOUND');
          return { executive, before: first, after: second, kind: pair.kind, points: pair.points };
        }),
      ),
    };
  }

  async person(id: string | null, context: RequestContext): Promise<PersonType | null> {
    return id === null ? null : this.people.of(context).load(id);
  }

  private async runType(
    {
      id,
      number,
      madeAt,
      madeBy,
      rulesVersion,
      matched,
      totalPoints,
      worstPoints,
      inputDigest,
    }: StoredRun,
    context: RequestContext,
  ): Promise<MatchingRunType> {
    return {
      id,
      number,
      madeAt,
      madeBy: await this.person(madeBy, context),
      rulesVersion,
      matched,
      totalPoints,
      worstPoints,
      inputDigest,
    };
  }
}

const draftOf = (pairs: readonly RunPair[]): DraftPair[] =>
  pairs.map(([executiveId, championId, points]) => ({ executiveId, championId, points }));
