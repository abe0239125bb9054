import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@flipside/kernel';
import { checkWeeklyHours, type PeopleRefusal, type WeeklyHours } from '@flipside/people-domain';
import { Database, type Viewer } from '@flipside/platform-api';

/** Sets one's own week; null goes back to the programme's. Booked sessions stay where they are. */
@Injectable()
export class SetWorkingHours {
  constructor(private readonly db: Database) {}

  async run(
    viewer: Pick<Viewer, 'personId'>,
    { hours }: { hours: WeeklyHours | null },
  ): Promise<Result<{ personId: string }, PeopleRefusal>> {
    const checked = hours === null ? ok<WeeklyHours>([]) : checkWeeklyHours(hours);
    if (!checked.ok) return checked;
    const week = checked.value;
    await this.db.transaction(async (tx) => {
      // Two saves at once go one after the other, so that the week is never a mixture of both.
      await tx.rows(`select 1 from person where id = $1 for update`, [viewer.personId]);
      await tx.execute(`delete from working_hours where person_id = $1`, [viewer.personId]);
      await tx.execute(
        `insert into working_hours (person_id, weekday, from_minute, to_minute)
         select $1, * from unnest($2::smallint[], $3::smallint[], $4::smallint[])`,
        [
          viewer.personId,
          week.map(({ weekday }) => weekday),
          week.map(({ fromMinute }) => fromMinute),
          week.map(({ toMinute }) => toMinute),
        ],
      );
    });
    return ok({ personId: viewer.personId });
  }
}
