import { addDays, type Clock, type Day } from '@flipside/kernel';
import {
  anchorSince,
  byNeed,
  rhythmOf,
  totalAdherence,
  withheld,
  type PairingRhythm as JudgedRhythm,
  type RhythmSession,
} from '@flipside/insights-domain';
import { CLOCK, Database } from '@flipside/platform-api';
import type { PausedDays, Share } from '@flipside/sessions-domain';
import { Inject, Injectable } from '@nestjs/common';
import { LARGE_UNITS } from './large-units.js';
import { programmeDay } from './programme-day.js';
import { reasonInWords } from './rhythm-words.js';
import type {
  CountedShare,
  PairingRhythm,
  Rhythm,
  RhythmState,
  UnitRhythm,
} from './rhythm.type.js';

interface PairingRow {
  pairingId: string;
  executiveId: string;
  executiveName: string;
  executiveEmail: string | null;
  championId: string;
  championName: string;
  championEmail: string | null;
  cadenceDays: number;
  anchorOn: Day;
  endedOn: Day | null;
  unitId: string | null;
  unitName: string | null;
  pauses: PausedDays[];
  sessions: RhythmSession[];
}

interface Judged {
  name: string;
  row: PairingRow;
  rhythm: JudgedRhythm;
}

const PERIOD_DAYS = 182;
const MOST = 500;
/** One executive in a unit makes any figure personal, so three pairings are the least (metrics G.10). */
const FEWEST_PAIRINGS = 3;

/** $1 today, $2 first day of the period, $3 the programme's zone. One row a pairing, its sessions inside. */
const PAIRINGS = `${LARGE_UNITS}
  select p.id as "pairingId", e.id as "executiveId", e.name as "executiveName", e.email as "executiveEmail",
         c.id as "championId", c.name as "championName", c.email as "championEmail", p.cadence_days as "cadenceDays",
         p.anchor_on as "anchorOn", (p.ended_at at time zone $3)::date as "endedOn", u.id as "unitId", u.name as "unitName",
         coalesce((select jsonb_agg(jsonb_build_object('from', q.valid_from, 'to', q.valid_to))
                   from pairing_pause q where q.pairing_id = p.id), '[]') as pauses,
         coalesce((select jsonb_agg(jsonb_build_object('on', to_char(s.local_start, 'YYYY-MM-DD'), 'status', s.status,
                     'reason', s.status_reason, 'isMoved', s.move_count > 0))
                   from session s where s.pairing_id = p.id and s.starts_at >= $2::date - 14
                     and s.status_reason is distinct from 'undone'), '[]') as sessions
  from pairing p
  join person e on e.id = p.executive_id
  join person c on c.id = p.champion_id
  left join employment m on m.person_id = e.id and m.valid_from <= $1 and m.valid_to > $1
  left join large l on l.org_unit_id = m.org_unit_id
  left join org_unit u on u.id = coalesce(l.large_id, m.org_unit_id)
  where p.anchor_on is not null and p.state in ('accepted', 'active', 'paused', 'completed', 'ended_early')
    and (p.ended_at is null or p.ended_at >= ($2::date)::timestamp at time zone $3)`;

/** The rhythm of every pairing of the last 26 weeks: two statements, whatever their number. */
@Injectable()
export class RhythmReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param states which pairings to list; all when left out. The counts and totals are always of all. */
  async rhythm(states?: readonly RhythmState[] | null): Promise<Rhythm> {
    const { today, zone } = await programmeDay(this.db, this.clock);
    const since = addDays(today, -PERIOD_DAYS);
    const rows = await this.db.rows<PairingRow>(PAIRINGS, [today, since, zone]);
    const judged = rows.map((row) => judge(row, since, today)).sort(byNeed);
    const of = (state: RhythmState): number =>
      judged.filter(({ rhythm }) => rhythm.state === state).length;
    const wanted = states?.length
      ? judged.filter(({ rhythm }) => states.includes(rhythm.state))
      : judged;
    return {
      asOf: today,
      since,
      counts: {
        slipping: of('slipping'),
        new: of('new'),
        paused: of('paused'),
        onRhythm: of('on_rhythm'),
        ended: of('ended'),
      },
      adherence: counted(totalAdherence(judged.map(({ rhythm }) => rhythm))),
      pairings: wanted.slice(0, MOST).map(show),
      byUnit: unitsOf(judged),
    };
  }
}

function judge(row: PairingRow, since: Day, today: Day): Judged {
  const anchorOn = anchorSince(row.anchorOn, row.cadenceDays, since);
  return { name: row.executiveName, row, rhythm: rhythmOf({ ...row, anchorOn }, today) };
}

/** The people whom these rows name, for the trace that a look at them leaves. */
export const namedIn = (rows: readonly PairingRhythm[]): string[] =>
  rows.flatMap(({ executive, champion }) => [executive.id, champion.id]);

const counted = ({ part, whole }: Share): CountedShare => ({ held: part, counted: whole });

function show({ row, rhythm }: Judged): PairingRhythm {
  return {
    pairingId: row.pairingId,
    executive: { id: row.executiveId, name: row.executiveName, email: row.executiveEmail },
    champion: { id: row.championId, name: row.championName, email: row.championEmail },
    state: rhythm.state,
    because: rhythm.because,
    fortnights: rhythm.fortnights.map((each) => ({ ...each, reason: reasonInWords(each.reason) })),
    adherence: counted(rhythm.adherence),
    debtDays: rhythm.debtDays,
    lastHeldOn: rhythm.lastHeldOn,
    nextOn: rhythm.nextOn,
  };
}

/** Figures by large unit, names in order; small ones withheld together with enough others. */
function unitsOf(judged: readonly Judged[]): UnitRhythm[] {
  const groups = new Map<string, Judged[]>();
  for (const each of judged) {
    if (each.row.unitId === null) continue;
    groups.set(each.row.unitId, [...(groups.get(each.row.unitId) ?? []), each]);
  }
  const sizes = [...groups].map(([key, members]) => ({ key, size: members.length }));
  const hidden = withheld(sizes, FEWEST_PAIRINGS);
  return [...groups]
    .map(([unitId, members]) => {
      const isWithheld = hidden.has(unitId);
      const share = totalAdherence(members.map(({ rhythm }) => rhythm));
      return {
        unitId,
        unitName: members[0]?.row.unitName ?? '',
        isWithheld,
        pairings: isWithheld ? null : members.length,
        adherence: isWithheld ? null : counted(share),
      };
    })
    .sort((a, b) => a.unitName.localeCompare(b.unitName, 'en'));
}
