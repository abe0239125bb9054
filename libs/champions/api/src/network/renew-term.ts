import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Day, type Result } from '@flipside/kernel';
import {
  type ChampionRefusal,
  championStateOn,
  championRefusal,
  renewedTerm,
} from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { dayInWords } from '../champion-mail.js';
import { periodsOf, recordRoleLine } from '../champions/champion-record.js';
import { programmeToday } from '../programme-today.js';

/** A champion goes on for one more term. Whoever does not answer goes on too, and is asked again. */
@Injectable()
export class RenewTerm {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(viewer: Viewer): Promise<Result<{ personId: string }, ChampionRefusal>> {
    const { personId } = viewer;
    return this.db.transaction(async (tx) => {
      const term = await tx.one<{ endsOn: Day | null; months: number }>(
        `select c.term_ends_on as "endsOn", r.term_months as months from champion c cross join recruiting_rule r
         where c.person_id = $1 for update of c`,
        [personId],
      );
      if (!term) throw barrier('NOT_FOUND');
      const { today } = await programmeToday(tx, this.clock);
      const state = championStateOn(await periodsOf(tx, personId), today);
      if (state === 'alumni') {
        return refuse(championRefusal('NOT_A_CHAMPION'));
      }
      const renewed = renewedTerm(term.endsOn, { today, months: term.months });
      if (!renewed.ok) return renewed;
      await tx.execute(
        'update champion set term_ends_on = $2, version = version + 1 where person_id = $1',
        [personId, renewed.value],
      );
      await recordRoleLine(tx, {
        personId,
        from: state,
        to: state,
        onDay: today,
        actorId: personId,
        reason: `Goes on until ${dayInWords(renewed.value)}`,
        now: this.clock.now(),
      });
      return ok({ personId });
    });
  }
}
