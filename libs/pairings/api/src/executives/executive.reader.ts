import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { LIVE_STATES } from '@flipside/pairings-domain';
import { CLOCK, Database } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import type { ExecutiveType } from './executive.type.js';

const SELECT = `
  select x.person_id as "personId", x.source, x.goal, x.topics, x.enrolled_on as "enrolledOn", x.version,
    exists (select from pairing_opt_out o where o.person_id = x.person_id) as "isOptedOut",
    (select g.id from pairing g where g.executive_id = x.person_id and g.state = any($2::text[])) as "pairingId"
  from executive x join person p on p.id = x.person_id
  where x.enrolled_on <= $1 and (x.removed_on is null or x.removed_on > $1)`;

@Injectable()
export class ExecutiveReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everybody who takes part today, by name. */
  async all(): Promise<ExecutiveType[]> {
    const { today } = await programmeToday(this.db, this.clock);
    return this.db.rows(`${SELECT} order by p.name, p.id`, [today, LIVE_STATES]);
  }

  async one(personId: string): Promise<ExecutiveType | null> {
    const { today } = await programmeToday(this.db, this.clock);
    return this.db.one(`${SELECT} and x.person_id = $3`, [today, LIVE_STATES, personId]);
  }

  async isOptedOut(personId: string): Promise<boolean> {
    const row = await this.db.one(`select from pairing_opt_out where person_id = $1`, [personId]);
    return row !== null;
  }
}
