import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Result } from '@flipside/kernel';
import { type ChampionRefusal, endBreak } from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { lockChampion, periodsOf, storePeriods } from './champion-record.js';

/** A champion is back from today. */
@Injectable()
export class EndBreak {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(viewer: Viewer): Promise<Result<{ personId: string }, ChampionRefusal>> {
    return this.db.transaction(async (tx) => {
      if (!(await lockChampion(tx, viewer.personId))) throw barrier('NOT_FOUND');
      const { today } = await programmeToday(tx, this.clock);
      const periods = await periodsOf(tx, viewer.personId);
      const back = endBreak(periods, today);
      if (!back.ok) return back;
      await storePeriods(tx, viewer.personId, periods, back.value, {
        way: 'return',
        actorId: viewer.personId,
        today,
        now: this.clock.now(),
      });
      return ok({ personId: viewer.personId });
    });
  }
}
