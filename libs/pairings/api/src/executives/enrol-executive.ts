import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { pairingRefusal, readGoals, type PairingRefusal } from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, type Tx } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';

/** Marks somebody as an executive by hand; the level rule leaves that decision alone from then on. */
@Injectable()
export class EnrolExecutive {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(input: {
    personId: string;
    goal: string;
    topics: readonly string[];
  }): Promise<Result<{ personId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const { today } = await programmeToday(tx, this.clock);
      const goals = readGoals(input);
      if (!goals.ok) return goals;
      const { personId } = input;
      const person = await tx.one<{ isEmployed: boolean }>(
        `select exists (select from employment e where e.person_id = p.id
           and e.valid_from <= $2 and e.valid_to > $2) as "isEmployed"
         from person p where p.id = $1`,
        [personId, today],
      );
      if (!person) throw barrier('NOT_FOUND');
      if (!person.isEmployed) return refuse(pairingRefusal('NOT_EMPLOYED', { field: 'personId' }));
      const written = await enrol(tx, personId, today, goals.value);
      return written === 0
        ? refuse(pairingRefusal('ALREADY_ENROLLED', { field: 'personId' }))
        : ok({ personId });
    });
  }
}

/** A returning executive keeps earlier goals unless new ones are given. */
const enrol = (
  tx: Tx,
  personId: string,
  today: string,
  { goal, topics }: { goal: string; topics: readonly string[] },
): Promise<number> =>
  tx.execute(
    `insert into executive as x (person_id, source, goal, topics, enrolled_on)
     values ($1, 'hand', $3, $4, $2)
     on conflict (person_id) do update set source = 'hand', enrolled_on = $2, removed_on = null,
       goal = case when $3 = '' then x.goal else $3 end,
       topics = case when cardinality($4::text[]) = 0 then x.topics else $4::text[] end,
       version = x.version + 1
     where x.removed_on is not null
     returning person_id`,
    [personId, today, goal, topics],
  );
