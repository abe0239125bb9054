import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  type ChampionRefusal,
  championRefusal,
  ENOUGH_SIGNALS,
  isChampionFrom,
  signalsInWords,
} from '@flipside/champions-domain';
import { barrier, CLOCK, constraintOf, Database, type Viewer } from '@flipside/platform-api';
import { canRunProgramme } from '../champions/champion.policy.js';
import { lockPerson, periodsOf } from '../champions/champion-record.js';
import { programmeToday } from '../programme-today.js';
import { recordEvent } from './nomination-record.js';

export interface Suggestion {
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string | null;
  readonly why: string;
}

/**
 * People whose own doings speak for them: learnings shared with everyone and visits to office hours of half a year.
 * Nobody who is or was a champion, is nominated, or was within a year. Nothing is sent to anybody.
 */
const SUGGESTED = `
  with signals as (
    select person_id, count(*) filter (where kind = 'shared_learning')::int as shared,
      count(*) filter (where kind = 'office_hour')::int as visits
    from candidate_signal where at >= $1::date - 182 group by person_id having count(*) >= $2
  )
  select p.id as "personId", p.name, p.title, u.name as "unitName", s.shared, s.visits
  from signals s join person p on p.id = s.person_id
  join employment e on e.person_id = p.id and e.valid_from <= $1 and e.valid_to > $1 and e.status = 'active'
  left join org_unit u on u.id = e.org_unit_id
  where not exists (select 1 from champion c where c.person_id = p.id)
    and not exists (select 1 from nomination n where n.nominee_id = p.id and (n.closed_at is null or n.closed_at > $1::date - 365))`;

/** Suggestions of candidates, and taking one into the pipeline, where they are asked by hand. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** At most twenty, the strongest first: two statements. */
  async list(): Promise<Suggestion[]> {
    const { today } = await programmeToday(this.db, this.clock);
    const rows = await this.db.rows<SuggestedRow>(
      `${SUGGESTED} order by s.shared + s.visits desc, p.name, p.id limit 20`,
      [today, ENOUGH_SIGNALS],
    );
    return rows.map(({ shared, visits, ...person }) => ({
      ...person,
      why: signalsInWords({ sharedLearnings: shared, officeHours: visits }),
    }));
  }

  /** Makes a candidate with the reason. The person hears nothing until the programme asks. */
  async take(
    viewer: Viewer,
    { personId }: { personId: string },
  ): Promise<Result<{ nominationId: string }, ChampionRefusal>> {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    try {
      return await this.db.transaction(async (tx) => {
        const { today } = await programmeToday(tx, this.clock);
        const person = await lockPerson(tx, personId, today);
        const found = await tx.one<SuggestedRow>(`${SUGGESTED} and p.id = $3`, [
          today,
          1,
          personId,
        ]);
        if (!person) throw barrier('NOT_FOUND');
        if (isChampionFrom(await periodsOf(tx, personId), today)) {
          return refuse(championRefusal('ALREADY_CHAMPION', 'personId'));
        }
        if (!found) return refuse(championRefusal('NO_LONGER_SUGGESTED', 'personId'));
        const [nominationId, now] = [newId(), this.clock.now()];
        const why = signalsInWords({ sharedLearnings: found.shared, officeHours: found.visits });
        await tx.execute(
          `insert into nomination (id, nominee_id, nominator_id, source, reason, stage, stage_since, created_at)
           values ($1, $2, $3, 'hr', $4, 'candidate', $5, $5)`,
          [nominationId, personId, viewer.personId, why, now],
        );
        const step = { nominationId, from: null, to: 'candidate' as const, reason: why, now };
        await recordEvent(tx, { ...step, actorId: viewer.personId });
        return ok({ nominationId });
      });
    } catch (error) {
      if (constraintOf(error) !== 'uq_nomination_open') throw error;
      return refuse(championRefusal('ALREADY_NOMINATED', 'personId'));
    }
  }
}

interface SuggestedRow extends Omit<Suggestion, 'why'> {
  readonly shared: number;
  readonly visits: number;
}
