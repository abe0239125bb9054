import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@flipside/kernel';
import {
  canonicalZone,
  isTimeZone,
  peopleRefusal,
  type PeopleRefusal,
} from '@flipside/people-domain';
import { Database, enqueue, type Viewer } from '@flipside/platform-api';
import { zoneChanged } from './zone-changed.job.js';

/** Sets one's own zone; null goes back to the location's. Booked sessions keep their times. */
@Injectable()
export class SetTimeZone {
  constructor(private readonly db: Database) {}

  async run(
    viewer: Pick<Viewer, 'personId'>,
    { timeZone }: { timeZone: string | null },
  ): Promise<Result<{ personId: string }, PeopleRefusal>> {
    if (timeZone !== null && !isTimeZone(timeZone)) {
      return refuse(peopleRefusal('UNKNOWN_TIME_ZONE', 'timeZone'));
    }
    const { personId } = viewer;
    await this.db.transaction(async (tx) => {
      const changed = await tx.execute(
        `update person set time_zone = $2, updated_at = now(), version = version + 1
         where id = $1 and time_zone is distinct from $2`,
        [personId, timeZone && canonicalZone(timeZone)],
      );
      if (changed > 0)
        await enqueue(tx, zoneChanged, { personId }, { key: `people.zone:${personId}` });
    });
    return ok({ personId: viewer.personId });
  }
}
