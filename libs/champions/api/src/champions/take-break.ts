import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Day, type Result } from '@flipside/kernel';
import { type ChampionRefusal, takeBreak } from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { lockChampion, periodsOf, storePeriods } from './champion-record.js';

/** A champion rests from today until a day of their choice. Nobody has to agree. */
@Injectable()
export class TakeBreak {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    viewer: Viewer,
    { until }: { until: Day },
  ): Promise<Result<{ personId: string }, ChampionRefusal>> {
    return this.db.transaction(async (tx) => {
      if (!(await lockChampion(tx, viewer.personId))) throw barrier('NOT_FOUND');
      const { today } = await programmeToday(tx, this.clock);
      const periods = await periodsOf(tx, viewer.personId);
      const rested = takeBreak(periods, { today, until });
      if (!rested.ok) return rested;
      await storePeriods(tx, viewer.personId, periods, rested.value, {
        way: 'break',
        actorId: viewer.personId,
        today,
        now: this.clock.now(),
      });
      return ok({ personId: viewer.personId });
    });
  }
}
