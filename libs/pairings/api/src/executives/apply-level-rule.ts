import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Day, type Result } from '@flipside/kernel';
import {
  applyLevelRule,
  LIVE_STATES,
  type LevelCandidate,
  type PairingRefusal,
} from '@flipside/pairings-domain';
import { CLOCK, Database, type Tx } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';

export interface LevelRuleApplied {
  readonly enrolled: number;
  readonly removed: number;
  /** Below the level now, kept because they are in a pairing. */
  readonly keptInPairing: number;
}

/** Who would be added and taken out if the rule were applied now. */
export interface LevelRulePlan {
  readonly level: number;
  readonly enrol: readonly string[];
  readonly remove: readonly string[];
}

/** Enrols everybody at the programme's level for executives and nearer the head of the company; see `applyLevelRule`. */
@Injectable()
export class ApplyLevelRule {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What `run` would do, before anybody is added: a wrong level adds half the company. */
  async plan(): Promise<Result<LevelRulePlan, PairingRefusal>> {
    const { today, executiveLevel } = await programmeToday(this.db, this.clock);
    return planned(this.db, today, executiveLevel);
  }

  run(): Promise<Result<LevelRuleApplied, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const { today, executiveLevel } = await programmeToday(tx, this.clock);
      const plan = await planned(tx, today, executiveLevel);
      if (!plan.ok) return plan;
      const { enrol, remove } = plan.value;
      await tx.execute(
        `insert into executive as x (person_id, source, enrolled_on)
         select id, 'level', $2 from unnest($1::uuid[]) id
         on conflict (person_id) do update set removed_on = null, enrolled_on = $2, version = x.version + 1`,
        [enrol, today],
      );
      const removed = await tx.execute(
        `update executive x set removed_on = $2, version = version + 1
         where person_id = any($1::uuid[]) and not exists (
           select from pairing where executive_id = x.person_id and state = any($3::text[]))`,
        [remove, today, LIVE_STATES],
      );
      return ok({ enrolled: enrol.length, removed, keptInPairing: remove.length - removed });
    });
  }
}

async function planned(
  db: Pick<Tx, 'rows'>,
  today: Day,
  executiveLevel: number | null,
): Promise<Result<LevelRulePlan, PairingRefusal>> {
  // Only people whom the rule could add or take away: few, even in a large company.
  const people = await db.rows<LevelCandidate>(
    `select p.id as "personId", e.level,
       case when x.person_id is not null
         then jsonb_build_object('source', x.source, 'isRemoved', x.removed_on is not null) end as enrolment
     from person p
     left join employment e on e.person_id = p.id and e.valid_from <= $1 and e.valid_to > $1
     left join executive x on x.person_id = p.id
     where e.level <= $2::int or (x.person_id is not null and x.removed_on is null)
     order by e.level nulls last, p.name, p.id`,
    [today, executiveLevel],
  );
  const outcome = applyLevelRule(people, executiveLevel);
  return outcome.ok ? ok({ level: executiveLevel ?? 0, ...outcome.value }) : outcome;
}
