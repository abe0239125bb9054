import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Day, type Result } from '@flipside/kernel';
import { type ChampionRefusal, checkReason, endAsChampion } from '@flipside/champions-domain';
import { barrier, CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import { closeOpenNomination } from '../nominations/nomination-record.js';
import { programmeToday } from '../programme-today.js';
import { writeChampionEnd } from './champion-letters.js';
import { lockChampion, periodsOf, storePeriods } from './champion-record.js';
import { canRunProgramme } from './champion.policy.js';

export interface EndChampionInput {
  readonly personId: string;
  /** Last day as a champion; today if left out. */
  readonly lastDay?: Day | null;
  /** For the programme's own record; not sent to anybody. */
  readonly reason: string;
}

/** HR ends the role. The champion is told the day, and the seat is open from the next one. */
@Injectable()
export class EndChampion {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async run(
    viewer: Viewer,
    input: EndChampionInput,
  ): Promise<Result<{ personId: string }, ChampionRefusal>> {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    const reason = checkReason(input.reason);
    if (!reason.ok) return reason;
    const { personId } = input;
    return this.db.transaction(async (tx) => {
      if (!(await lockChampion(tx, personId))) throw barrier('NOT_FOUND');
      const { today } = await programmeToday(tx, this.clock);
      const lastDay = input.lastDay ?? today;
      const periods = await periodsOf(tx, personId);
      const ended = endAsChampion(periods, { today, lastDay });
      if (!ended.ok) return ended;
      const by = {
        way: 'ending',
        actorId: viewer.personId,
        reason: reason.value,
        now: this.clock.now(),
      } as const;
      await storePeriods(tx, personId, periods, ended.value, { ...by, today });
      await closeOpenNomination(tx, { nomineeId: personId, to: 'withdrawn', ...by });
      const person = await tx.one<{ id: string; name: string; email: string | null }>(
        'select id, name, email from person where id = $1',
        [personId],
      );
      if (person) await writeChampionEnd(tx, { person, lastDay }, this.config.baseUrl);
      return ok({ personId });
    });
  }
}
