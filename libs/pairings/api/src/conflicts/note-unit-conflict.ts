import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { LIVE_STATES, pairingRefusal, type PairingRefusal } from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';

export interface NotedConflict {
  readonly conflictId: string;
  /** Pairings of this person with people of the unit that go on. */
  readonly live: number;
}

/**
 * HR keeps somebody out of a unit. Saying it twice changes the reason only. Pairings that run already go on: whether one
 * of them should end is for people to say.
 */
@Injectable()
export class NoteUnitConflict {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    { personId, unitId, reason }: { personId: string; unitId: string; reason: string | null },
  ): Promise<Result<NotedConflict, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const { today } = await programmeToday(tx, this.clock);
      const person = await tx.one<{ isEmployed: boolean }>(
        `select exists (select from employment e where e.person_id = p.id
           and e.valid_from <= $2 and e.valid_to > $2) as "isEmployed"
         from person p where p.id = $1`,
        [personId, today],
      );
      const unit = await tx.one<{ isEverybody: boolean }>(
        `select o.parent_id is null and 1 = (select count(*) from org_unit_placement r
             where r.parent_id is null and r.valid_from <= $2 and r.valid_to > $2) as "isEverybody"
         from org_unit_placement o where o.org_unit_id = $1 and o.valid_from <= $2 and o.valid_to > $2`,
        [unitId, today],
      );
      if (!person || !unit) throw barrier('NOT_FOUND');
      if (!person.isEmployed) return refuse(pairingRefusal('NOT_EMPLOYED', { field: 'personId' }));
      if (unit.isEverybody) return refuse(pairingRefusal('UNIT_IS_EVERYBODY', { field: 'unitId' }));
      const noted = await tx.one<{ id: string }>(
        `insert into unit_conflict (id, person_id, unit_id, reason, noted_by, noted_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (person_id, unit_id) do update set reason = excluded.reason
         returning id`,
        [newId(), personId, unitId, reason, viewer.personId, this.clock.now()],
      );
      if (!noted) throw new Error('A conflict was neither written nor found');
      return ok({ conflictId: noted.id, live: await liveWith(tx, personId, unitId, today) });
    });
  }
}

async function liveWith(tx: Tx, personId: string, unitId: string, today: string): Promise<number> {
  const row = await tx.one<{ live: number }>(
    `with recursive below as (
       select $2::uuid as id
       union
       select o.org_unit_id from below b join org_unit_placement o
         on o.parent_id = b.id and o.valid_from <= $3 and o.valid_to > $3
     )
     select count(*)::int as live from pairing g
     join employment e on e.valid_from <= $3 and e.valid_to > $3
       and e.person_id = case when g.executive_id = $1 then g.champion_id else g.executive_id end
     join below on below.id = e.org_unit_id
     where g.state = any($4::text[]) and (g.executive_id = $1 or g.champion_id = $1)`,
    [personId, unitId, today, LIVE_STATES],
  );
  return row?.live ?? 0;
}
