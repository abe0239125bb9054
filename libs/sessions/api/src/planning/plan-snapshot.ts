import { addDays } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import {
  DEFAULT_CAPS,
  QUARTER_DAYS,
  weeksOfCadence,
  type PlanPairing,
  type PlanPerson,
  type Quarter,
} from '@flipside/sessions-domain';
import { pairTimesOf } from '../pair-times.js';
import { localSql } from '../sql.js';
import type { PlanRow } from './plan.store.js';

interface PairingRow {
  id: string;
  executiveId: string;
  championId: string;
  cadenceDays: number;
  minutes: number;
  previous: string | null;
  /** Day of the last session that is booked and still to come. */
  bookedUntil: string | null;
  kept: string | null;
  isLocked: boolean;
  minNoticeHours: number;
}

export interface PlanSnapshot {
  readonly quarter: Quarter;
  readonly alreadyBooked: number;
}

/**
 * First day for a pairing's new rhythm: the quarter's, or so long after its last booked session that the
 * rhythm goes on, up to six days early.
 */
const notBefore = (startsOn: string, bookedUntil: string | null, intervalWeeks: number): string => {
  if (!bookedUntil) return startsOn;
  const next = addDays(bookedUntil, intervalWeeks * 7 - 6);
  return next > startsOn ? next : startsOn;
};

/**
 * Everything a plan follows from, in three statements however large the network: the pairings that take
 * sessions and have none up to the end of the quarter, and what is known of their people's time.
 */
export async function planSnapshot(tx: Tx, plan: PlanRow, now: Date): Promise<PlanSnapshot> {
  const rows = await tx.rows<PairingRow>(
    `select p.id, p.executive_id as "executiveId", p.champion_id as "championId", p.cadence_days as "cadenceDays",
       p.session_minutes as minutes, g.min_notice_hours as "minNoticeHours",
       ${localSql('r.local_start')} as previous, to_char(b.day, 'YYYY-MM-DD') as "bookedUntil",
       ${localSql('d.local_start')} as kept, coalesce(d.is_locked, false) as "isLocked"
     from programme g cross join pairing p
     left join lateral (select local_start from series where pairing_id = p.id and not is_beside
       order by local_start desc limit 1) r on true
     left join lateral (select max(local_start)::date as day from session
       where pairing_id = p.id and status = 'booked' and starts_at > $2) b on true
     left join planned_pairing d on d.plan_id = $1 and d.pairing_id = p.id
     where p.state in ('accepted', 'active') and coalesce(d.state, '') not in ('booked', 'dropped')
     order by p.id`,
    [plan.id, now],
  );
  const end = addDays(plan.startsOn, QUARTER_DAYS);
  const all = rows.map((row): PlanPairing => {
    const intervalWeeks = weeksOfCadence(row.cadenceDays);
    return {
      id: row.id,
      executiveId: row.executiveId,
      championId: row.championId,
      intervalWeeks,
      minutes: row.minutes,
      notBefore: notBefore(plan.startsOn, row.bookedUntil, intervalWeeks),
      previous: row.previous,
      kept: row.kept,
      isLocked: row.isLocked,
    };
  });
  const pairings = all.filter((each) => addDays(each.notBefore, each.intervalWeeks * 7) <= end);
  return {
    quarter: {
      now,
      startsOn: plan.startsOn,
      minNoticeHours: rows[0]?.minNoticeHours ?? 0,
      people: await peopleOf(tx, pairings, now),
      pairings,
    },
    alreadyBooked: all.length - pairings.length,
  };
}

/**
 * Each person once. Whoever learns in one pairing and coaches in another has the room of a learner, and the days
 * off of a champion.
 */
async function peopleOf(
  tx: Tx,
  pairings: readonly PlanPairing[],
  now: Date,
): Promise<PlanPerson[]> {
  const people = new Map<string, PlanPerson>();
  for (const { executive, champion } of await pairTimesOf(tx, pairings, now)) {
    people.set(champion.id, { ...champion, caps: people.get(champion.id)?.caps ?? champion.caps });
    const { away } = people.get(executive.id) ?? executive;
    people.set(executive.id, { ...executive, away, caps: DEFAULT_CAPS.executive });
  }
  return [...people.values()];
}
