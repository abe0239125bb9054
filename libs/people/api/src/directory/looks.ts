import { newId, type Clock } from '@flipside/kernel';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { ownDaySql } from '../availability/day-sql.js';
import { Inject, Injectable } from '@nestjs/common';
import type { RecordLook } from './person.type.js';

export type Looked = 'pairing' | 'session' | 'person' | 'nomination';
/** Lists that say of each person by name what colleagues may not know. */
export type LookedList = 'pairing_list' | 'people_list';

/** Leaves a trace when the programme looks at a personal record, for the person it is about. */
@Injectable()
export class Looks {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Once a day of the person looked at for each viewer, person and kind; looking at one's own record leaves nothing. */
  async note(
    viewer: Pick<Viewer, 'personId'>,
    personIds: readonly string[],
    what: Looked,
  ): Promise<void> {
    if (personIds.includes(viewer.personId)) return;
    await this.#write(viewer, personIds, what, (day) => day, 'do nothing');
  }

  /**
   * Everybody named in a list, once a month for each viewer, person and kind, with the last day: the programme works with its
   * lists daily, and a line for each day would hide who opened a record. One statement, whatever their number.
   */
  async noteList(
    viewer: Pick<Viewer, 'personId'>,
    personIds: readonly string[],
    what: LookedList,
  ): Promise<void> {
    const others = [...new Set(personIds)].filter((id) => id !== viewer.personId);
    if (others.length === 0) return;
    await this.#write(
      viewer,
      others,
      what,
      (day) => `date_trunc('month', ${day})::date`,
      `do update
      set first_at = excluded.first_at where record_look.first_at < date_trunc('day', excluded.first_at)`,
    );
  }

  /** @param on which day, in SQL, a look belongs to; a second one of that day meets `conflict` */
  async #write(
    viewer: Pick<Viewer, 'personId'>,
    personIds: readonly string[],
    what: Looked | LookedList,
    on: (day: string) => string,
    conflict: string,
  ): Promise<void> {
    await this.db.rows(
      `insert into record_look (id, person_id, viewer_id, what, looked_on, first_at)
       select r.id, r.person_id, $2, $3, ${on(ownDaySql('p', '$4'))}, $4
       from jsonb_to_recordset($1::jsonb) as r (id uuid, person_id uuid) join person p on p.id = r.person_id
       on conflict (person_id, viewer_id, what, looked_on) ${conflict}`,
      [
        JSON.stringify(personIds.map((personId) => ({ id: newId(), person_id: personId }))),
        viewer.personId,
        what,
        this.clock.now(),
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
