import { Inject, Injectable } from '@nestjs/common';
import { dayOfInstant, type Clock, type Day } from '@flipside/kernel';
import { zoneSql } from '@flipside/people-api';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { cadenceDebt, debtInWords, type PausedDays } from '@flipside/sessions-domain';

interface RhythmRow {
  readonly pairingId: string;
  readonly championId: string;
  readonly championName: string;
  readonly anchorOn: Day;
  readonly cadenceDays: number;
  readonly zone: string;
  readonly pauses: readonly PausedDays[];
  readonly heldOn: readonly Day[];
  readonly hasNext: boolean;
}

/** How the rhythm of one of the viewer's own pairings stands. */
export interface OwnRhythmRow {
  readonly pairingId: string;
  readonly champion: { readonly id: string; readonly name: string };
  readonly debtDays: number;
  readonly lastHeldOn: Day | null;
  readonly inWords: string | null;
}

/** The rhythm as the executive sees it: their own, and nobody else's. */
@Injectable()
export class OwnRhythmReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Active pairings in which the viewer is the executive. One statement. */
  async of(viewer: Viewer): Promise<OwnRhythmRow[]> {
    const now = this.clock.now();
    const rows = await this.db.rows<RhythmRow>(
      `select p.id as "pairingId", c.id as "championId", c.name as "championName", p.anchor_on as "anchorOn",
         p.cadence_days as "cadenceDays", ${zoneSql('e')} as zone,
         coalesce((select jsonb_agg(jsonb_build_object('from', q.valid_from, 'to', q.valid_to))
           from pairing_pause q where q.pairing_id = p.id), '[]') as pauses,
         coalesce((select jsonb_agg(to_char(s.local_start, 'YYYY-MM-DD')) from session s
           where s.pairing_id = p.id and s.status = 'held'), '[]') as "heldOn",
         exists (select 1 from session s where s.pairing_id = p.id and s.status = 'booked' and s.starts_at > $2) as "hasNext"
       from pairing p join person e on e.id = p.executive_id join person c on c.id = p.champion_id
       where p.executive_id = $1 and p.state = 'active' and p.anchor_on is not null
       order by p.anchor_on, p.id`,
      [viewer.personId, now],
    );
    return rows.map((row) => {
      const today = dayOfInstant(now, row.zone);
      const debtDays = cadenceDebt({ ...row, endedOn: null }, today);
      const lastHeldOn = [...row.heldOn].sort().at(-1) ?? null;
      return {
        pairingId: row.pairingId,
        champion: { id: row.championId, name: row.championName },
        debtDays,
        lastHeldOn,
        inWords: debtInWords({ ...row, debtDays, lastHeldOn, today }),
      };
    });
  }
}
