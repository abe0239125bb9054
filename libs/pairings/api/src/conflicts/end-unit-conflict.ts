import { Injectable } from '@nestjs/common';
import { Database } from '@flipside/platform-api';

/** A conflict is over; ending one that is gone already is fine. */
@Injectable()
export class EndUnitConflict {
  constructor(private readonly db: Database) {}

  async run({ conflictId }: { conflictId: string }): Promise<{ conflictId: string }> {
    await this.db.transaction((tx) =>
      tx.execute(`delete from unit_conflict where id = $1`, [conflictId]),
    );
    return { conflictId };
  }
}
