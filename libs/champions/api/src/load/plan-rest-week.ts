import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Day, type Result } from '@flipside/kernel';
import { type ChampionRefusal, withRestWeek } from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';
import { lockChampion } from '../champions/champion-record.js';
import { programmeToday } from '../programme-today.js';

export interface RestWeekInput {
  /** Monday of the week. */
  readonly weekOn: Day;
  /** False takes it back. */
  readonly isRest: boolean;
}

export async function restWeeksOf(tx: Pick<Tx, 'rows'>, personId: string): Promise<Day[]> {
  const rows = await tx.rows<{ weekOn: Day }>(
    'select week_on as "weekOn" from champion_rest_week where person_id = $1 order by week_on',
    [personId],
  );
  return rows.map(({ weekOn }) => weekOn);
}

/** A champion keeps a week free of asks. Nobody has to agree; they keep counting, unlike on a break. */
@Injectable()
export class PlanRestWeek {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    viewer: Viewer,
    { weekOn, isRest }: RestWeekInput,
  ): Promise<Result<{ personId: string }, ChampionRefusal>> {
    const { personId } = viewer;
    return this.db.transaction(async (tx) => {
      if (!(await lockChampion(tx, personId))) throw barrier('NOT_FOUND');
      const { today } = await programmeToday(tx, this.clock);
      const weeks = withRestWeek(await restWeeksOf(tx, personId), { weekOn, isRest, today });
      if (!weeks.ok) return weeks;
      await tx.execute(
        isRest
          ? 'insert into champion_rest_week (person_id, week_on) values ($1, $2) on conflict do nothing'
          : 'delete from champion_rest_week where person_id = $1 and week_on = $2',
        [personId, weekOn],
      );
      return ok({ personId });
    });
  }
}
