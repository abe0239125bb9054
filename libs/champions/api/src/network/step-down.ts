import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Day, type Result } from '@flipside/kernel';
import { type ChampionRefusal, endAsChampion } from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { lockChampion, periodsOf, storePeriods } from '../champions/champion-record.js';
import { closeOpenNomination } from '../nominations/nomination-record.js';
import { programmeToday } from '../programme-today.js';

const OWN_WISH = 'Their own wish.';

/** A champion ends their own role, today or on a later day. Nobody has to agree, and no reason is asked for. */
@Injectable()
export class StepDown {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    { personId }: Viewer,
    { lastDay }: { lastDay?: Day | null },
  ): Promise<Result<{ personId: string }, ChampionRefusal>> {
    return this.db.transaction(async (tx) => {
      if (!(await lockChampion(tx, personId))) throw barrier('NOT_FOUND');
      const { today } = await programmeToday(tx, this.clock);
      const periods = await periodsOf(tx, personId);
      const last = lastDay != null && lastDay > today ? lastDay : today;
      const ended = endAsChampion(periods, { today, lastDay: last });
      if (!ended.ok) return ended;
      const by = {
        way: 'stepping_down',
        actorId: personId,
        reason: OWN_WISH,
        now: this.clock.now(),
      } as const;
      await storePeriods(tx, personId, periods, ended.value, { ...by, today });
      await closeOpenNomination(tx, { nomineeId: personId, to: 'withdrawn', ...by });
      return ok({ personId });
    });
  }
}
