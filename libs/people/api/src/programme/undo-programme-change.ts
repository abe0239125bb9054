import { Inject, Injectable } from '@nestjs/common';
import { isId, ok, type Clock, type Result } from '@flipside/kernel';
import { withoutChange, type PeopleRefusal, type RuleDifference } from '@flipside/people-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { ProgrammeReader } from './programme.reader.js';
import { saveProgramme } from './save-programme.js';

/** Takes one change of the rules back. The undoing is a change of its own in the history. */
@Injectable()
export class UndoProgrammeChange {
  constructor(
    private readonly db: Database,
    private readonly reader: ProgrammeReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    viewer: Pick<Viewer, 'personId'>,
    { changeId }: { changeId: string },
  ): Promise<Result<{ changeId: string | null }, PeopleRefusal>> {
    if (!isId(changeId)) throw barrier('NOT_FOUND');
    return this.db.transaction(async (tx) => {
      const { rules } = await this.reader.current(tx, { isLocked: true });
      const change = await tx.one<RuleDifference>(
        `select before, after from programme_change where id = $1`,
        [changeId],
      );
      if (!change) throw barrier('NOT_FOUND');
      const restored = withoutChange(rules, change);
      if (!restored.ok) return restored;
      const undoId = await saveProgramme(tx, {
        actorId: viewer.personId,
        before: rules,
        after: restored.value,
        now: this.clock.now(),
      });
      return ok({ changeId: undoId });
    });
  }
}
