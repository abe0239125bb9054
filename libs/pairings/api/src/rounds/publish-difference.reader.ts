import { Injectable } from '@nestjs/common';
import { LIVE_STATES } from '@flipside/pairings-domain';
import {
  Database,
  decodeCursor,
  pageOf,
  pageSize,
  type Connection,
  type PageArgs,
} from '@flipside/platform-api';

export type PairDifference = 'new' | 'changed' | 'again';

export interface PublishDifference {
  /** Executives who meet a champion for the first time. */
  readonly newPairs: number;
  /** Executives who had another champion before. */
  readonly changedPairs: number;
  /** The same two as the last time. */
  readonly repeatedPairs: number;
  /** Pairings that run today; publishing touches none of them. */
  readonly running: number;
}

export interface PublishablePair {
  readonly proposalId: string;
  readonly executiveId: string;
  readonly championId: string;
  readonly change: PairDifference;
  readonly championBeforeId: string | null;
  readonly endedAt: Date | null;
}

/** Pairs that publishing would propose, with the pairing each executive really had last; declined proposals are none. */
const CHOSEN = `
  with chosen as (
    select id, executive_id, champion_id from proposal
    where round_id = $1 and decision in ('accepted', 'pinned') and champion_id is not null
  ), compared as (
    select c.id, c.executive_id, c.champion_id, b.champion_id as champion_before_id, b.ended_at,
      case when b.champion_id is null then 'new' when b.champion_id = c.champion_id then 'again' else 'changed' end as change
    from chosen c
    left join lateral (
      select g.champion_id, g.ended_at from pairing g
      where g.executive_id = c.executive_id and g.accepted_at is not null
      order by g.proposed_at desc, g.id desc limit 1
    ) b on true
  )`;

const RANK = `case x.change when 'changed' then 0 when 'again' then 1 else 2 end`;

/** What publishing a round changes against the pairings of today. */
@Injectable()
export class PublishDifferenceReader {
  constructor(private readonly db: Database) {}

  async of(roundId: string): Promise<PublishDifference> {
    const row = await this.db.one<PublishDifference>(
      `${CHOSEN}
       select count(*) filter (where change = 'new')::int as "newPairs",
         count(*) filter (where change = 'changed')::int as "changedPairs",
         count(*) filter (where change = 'again')::int as "repeatedPairs",
         (select count(*)::int from pairing where state = any($2::text[])) as running
       from compared`,
      [roundId, LIVE_STATES],
    );
    return row ?? { newPairs: 0, changedPairs: 0, repeatedPairs: 0, running: 0 };
  }

  /** Changed pairs first, then repeated and new ones, by the executive's name. */
  async pairs(roundId: string, page: PageArgs): Promise<Connection<PublishablePair>> {
    const first = pageSize(page);
    const [rank, name, id] = page.after ? decodeCursor(page.after, 3) : [null, null, null];
    const [rows, total] = await Promise.all([
      this.db.rows<PublishablePair & { rank: number; name: string }>(
        `${CHOSEN}
         select x.id as "proposalId", x.executive_id as "executiveId", x.champion_id as "championId", x.change,
           x.champion_before_id as "championBeforeId", x.ended_at as "endedAt", ${RANK} as rank, p.name
         from compared x join person p on p.id = x.executive_id
         where $2::int is null or (${RANK}, p.name, p.id) > ($2::int, $3::text, $4::uuid)
         order by rank, p.name, p.id limit $5`,
        [roundId, rank, name, id, first + 1],
      ),
      this.db.one<{ count: number }>(`${CHOSEN} select count(*)::int as count from compared`, [
        roundId,
      ]),
    ]);
    return pageOf(
      rows,
      first,
      total?.count ?? 0,
      (row) => row,
      (row) => [row.rank, row.name, row.executiveId],
    );
  }
}
