import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@flipside/kernel';
import { pairingRefusal, readGoals, type PairingRefusal } from '@flipside/pairings-domain';
import { barrier, Database, type Viewer } from '@flipside/platform-api';
import { canSetGoals } from './executive.policy.js';

/** Says what an executive wants to learn; matching reads it. */
@Injectable()
export class SetExecutiveGoals {
  constructor(private readonly db: Database) {}

  async run(
    viewer: Viewer,
    input: { personId: string; goal: string; topics: readonly string[]; version: number },
  ): Promise<Result<{ personId: string }, PairingRefusal>> {
    const { personId, version } = input;
    if (!canSetGoals(viewer, personId)) throw barrier('NOT_FOUND');
    return this.db.transaction(async (tx) => {
      const goals = readGoals(input);
      if (!goals.ok) return goals;
      const { goal, topics } = goals.value;
      const executive = await tx.one<{ version: number }>(
        `select version from executive where person_id = $1 and removed_on is null for update`,
        [personId],
      );
      if (!executive) return refuse(pairingRefusal('NOT_ENROLLED'));
      if (executive.version !== version) return refuse(pairingRefusal('CHANGED_MEANWHILE'));
      await tx.execute(
        `update executive set goal = $2, topics = $3, version = version + 1 where person_id = $1`,
        [personId, goal, topics],
      );
      return ok({ personId });
    });
  }
}
