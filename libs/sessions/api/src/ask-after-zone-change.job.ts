import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { zoneChanged, zoneSql } from '@flipside/people-api';
import { CLOCK, Database, type JobHandler } from '@flipside/platform-api';
import { askOnce } from './ask-rhythm.js';

interface Asked {
  pairingId: string;
  nextId: string;
}

/**
 * An executive works in another zone from now on: what is booked keeps its time, and the home page asks whether
 * the rhythm should have another hour. Not asked when the zone is that of the series again. Safe to run twice.
 */
@Injectable()
export class AskAfterZoneChange implements JobHandler<{ personId: string }> {
  readonly job = zoneChanged;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ personId }: { personId: string }): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const asked = await tx.rows<Asked>(
        `select distinct on (p.id) p.id as "pairingId", s.id as "nextId"
         from pairing p join person e on e.id = p.executive_id join session s on s.pairing_id = p.id
         join series r on r.id = s.series_id
         where p.executive_id = $1 and p.state = 'active' and s.status = 'booked' and s.starts_at > $2
           and r.state = 'active' and r.occurrence_count > 1 and r.zone <> ${zoneSql('e')}
           and not exists (select 1 from rhythm_question q where q.pairing_id = p.id and q.cause = 'zone' and q.answer is null)
         order by p.id, s.starts_at`,
        [personId, now],
      );
      for (const { pairingId, nextId } of asked)
        await askOnce(tx, { pairingId, streakSessionId: nextId, cause: 'zone' }, now);
    });
  }
}
