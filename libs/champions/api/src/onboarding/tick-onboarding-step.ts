import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Result } from '@flipside/kernel';
import type { ChampionRefusal } from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';

/** A champion ticks one of their first steps, or takes the tick away. Repeating it changes nothing. */
@Injectable()
export class TickOnboardingStep {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    { personId }: Viewer,
    { stepId, isDone }: { stepId: string; isDone: boolean },
  ): Promise<Result<{ personId: string }, ChampionRefusal>> {
    const step = await this.db.one(
      `select from champion c join onboarding_step s on s.id = $2
       left join onboarding_tick t on t.step_id = s.id and t.person_id = c.person_id
       where c.person_id = $1 and (s.removed_at is null or t.person_id is not null)`,
      [personId, stepId],
    );
    if (!step) throw barrier('NOT_FOUND');
    await (isDone
      ? this.db.rows(
          `insert into onboarding_tick (person_id, step_id, ticked_at) values ($1, $2, $3) on conflict do nothing returning 1`,
          [personId, stepId, this.clock.now()],
        )
      : this.db.rows(
          'delete from onboarding_tick where person_id = $1 and step_id = $2 returning 1',
          [personId, stepId],
        ));
    return ok({ personId });
  }
}
