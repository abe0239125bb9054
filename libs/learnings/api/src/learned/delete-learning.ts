import { isId } from '@flipside/kernel';
import { barrier, Database, type Viewer } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';

/** The writer removes a learning for good, from every place it was shared to. */
@Injectable()
export class DeleteLearning {
  constructor(private readonly db: Database) {}

  async run(viewer: Viewer, id: string): Promise<string> {
    const removed = isId(id)
      ? await this.db.transaction((tx) =>
          tx.execute(`delete from learning where id = $1 and person_id = $2`, [
            id,
            viewer.personId,
          ]),
        )
      : 0;
    if (removed === 0) throw barrier('NOT_FOUND');
    return id;
  }
}
