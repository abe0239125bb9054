import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK, Database, type JobHandler } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { resumePaused } from './pairing.jobs.js';
import { lockPairing } from './pairing.store.js';
import { resume } from './resume-pairing.js';

/** Resumes pairings whose first day back has come, each in its own transaction. */
@Injectable()
export class ResumePaused implements JobHandler<Record<string, never>> {
  readonly job = resumePaused;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    const { today } = await programmeToday(this.db, this.clock);
    const due = await this.db.rows<{ id: string }>(
      `select id from pairing where state = 'paused' and paused_until <= $1 order by id`,
      [today],
    );
    for (const { id } of due) {
      await this.db.transaction(async (tx) => {
        const pairing = await lockPairing(tx, id);
        // Somebody may have resumed, prolonged or ended it since the list was read.
        if (pairing?.state !== 'paused' || !pairing.pausedUntil || pairing.pausedUntil > today)
          return;
        await resume(tx, pairing, { actor: 'system', actorId: null, today, now: this.clock.now() });
      });
    }
  }
}
