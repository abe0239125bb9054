import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';

/** Everybody may say for themselves that they do not want to be proposed, and take that back. */
@Injectable()
export class SetPairingOptOut {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, { isOptedOut }: { isOptedOut: boolean }): Promise<void> {
    return this.db.transaction(async (tx) => {
      if (isOptedOut) {
        await tx.execute(
          `insert into pairing_opt_out (person_id, since) values ($1, $2) on conflict do nothing`,
          [viewer.personId, this.clock.now()],
        );
      } else {
        await tx.execute(`delete from pairing_opt_out where person_id = $1`, [viewer.personId]);
      }
    });
  }
}
