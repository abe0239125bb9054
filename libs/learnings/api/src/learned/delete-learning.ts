import { isId } from '@flipside/kernel';
import { barrier, Database, type Viewer } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import { stopFinding } from '../life/findable.js';

/** The writer removes a learning for good, from every place it was shared to. */
@Injectable()
export class DeleteLearning {
  constructor(private readonly db: Database) {}

  async run(viewer: Viewer, id: string): Promise<string> {
    const removed = isId(id)
      ? await this.db.transaction(async (tx) => {
          const own = await tx.one(
            `select 1 from learning where id = $1 and person_id = $2 for update`,
            [id, viewer.personId],
          );
          if (own === null) return 0;
          await stopFinding(tx, id);
          return tx.execute(`delete from learning where id = $1`, [id]);
        })
      : 0;
    if (removed === 0) throw barrier('NOT_FOUND');
    return id;
  }
}
