import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { pairingRefusal, type PairingRefusal } from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { noteReading } from './impact.store.js';

/** Deletes an attribute with all its labels, also those by which rounds were looked at. */
@Injectable()
export class RemoveAttribute {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, attributeId: string): Promise<Result<{ name: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const gone = await tx.one<{ name: string }>(
        `delete from impact_attribute where id = $1 returning name`,
        [attributeId],
      );
      if (!gone) throw barrier('NOT_FOUND');
      await tx.execute(`update impact_round_groups set labels = null where name = $1`, [gone.name]);
      const what = `Deleted groups: ${gone.name}`;
      await noteReading(tx, viewer, { roundId: null, what, at: this.clock.now() });
      return ok(gone);
    });
  }
}

const LEAST_PEOPLE = 3;
const MOST_PEOPLE = 100;

/** Sets how few people a figure may speak of. */
@Injectable()
export class SetSmallestGroup {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, people: number): Promise<Result<{ people: number }, PairingRefusal>> {
    if (!Number.isInteger(people) || people < LEAST_PEOPLE || people > MOST_PEOPLE) {
      const field = 'smallestGroup';
      return Promise.resolve(refuse(pairingRefusal('GROUP_SIZE_OUT_OF_RANGE', { field })));
    }
    return this.db.transaction(async (tx) => {
      await tx.execute(`update impact_setting set smallest_group = $1`, [people]);
      const what = `Set the smallest group to ${people}`;
      await noteReading(tx, viewer, { roundId: null, what, at: this.clock.now() });
      return ok({ people });
    });
  }
}
