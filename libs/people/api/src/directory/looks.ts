import { newId, type Clock } from '@flipside/kernel';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import type { RecordLook } from './person.type.js';

export type Looked = 'pairing' | 'session' | 'person' | 'nomination';

/** Leaves a trace when the programme looks at a personal record, for the person it is about. */
@Injectable()
export class Looks {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Once a day for each viewer, person and kind; looking at one's own record leaves nothing. */
  async note(
    viewer: Pick<Viewer, 'personId'>,
    personIds: readonly string[],
    what: Looked,
  ): Promise<void> {
    if (personIds.includes(viewer.personId)) return;
    const now = this.clock.now();
    await this.db.rows(
      `insert into record_look (id, person_id, viewer_id, what, looked_on, first_at)
       select r.id, r.person_id, $2, $3, ($4::timestamptz at time zone 'UTC')::date, $4
       from jsonb_to_recordset($1::jsonb) as r (id uuid, person_id uuid)
       on conflict (person_id, viewer_id, what, looked_on) do nothing`,
      [
        JSON.stringify(personIds.map((personId) => ({ id: newId(), person_id: personId }))),
        viewer.personId,
        what,
        now,
      ],
    );
  }

  /** Who looked at the viewer's records, newest first, at most 200. */
  atMine(viewer: Viewer): Promise<RecordLook[]> {
    return this.db.rows<RecordLook>(
      `select v.name as "viewerName", l.what, l.first_at as at
       from record_look l join person v on v.id = l.viewer_id
       where l.person_id = $1 order by l.first_at desc, l.id limit 200`,
      [viewer.personId],
    );
  }
}
