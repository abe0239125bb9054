import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal, checkReason } from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { lockChampion } from '../champions/champion-record.js';
import { canRunProgramme } from '../champions/champion.policy.js';
import { programmeToday } from '../programme-today.js';
import { overAgreedOf } from './over-agreed.reader.js';

/**
 * More is asked of a champion than they agreed to, and nobody said why: sessions that were booked before their hours were
 * counted, or fewer hours agreed since. HR puts the reason on record for each ask beyond; nothing of it is called off.
 */
@Injectable()
export class RecordOverAgreed {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    viewer: Viewer,
    { personId, reason: given }: { personId: string; reason: string },
  ): Promise<Result<{ personId: string }, ChampionRefusal>> {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    return this.db.transaction(async (tx) => {
      if (!(await lockChampion(tx, personId))) throw barrier('NOT_FOUND');
      const reason = checkReason(given);
      if (!reason.ok) return reason;
      const { today } = await programmeToday(tx, this.clock);
      const [over] = await overAgreedOf(tx, [personId], today);
      if (!over || over.open.length === 0) return refuse(championRefusal('NOT_OVER'));
      for (const { kind, askId, minutes } of over.open) {
        await tx.execute(
          `insert into capacity_override (id, champion_id, kind, ask_id, minutes_over, reason, actor_id, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            newId(),
            personId,
            kind,
            askId,
            Math.min(minutes, over.minutesOver),
            reason.value,
            viewer.personId,
            this.clock.now(),
          ],
        );
      }
      return ok({ personId });
    });
  }
}
