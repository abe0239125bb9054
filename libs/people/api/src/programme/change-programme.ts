import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  peopleRefusal,
  withChange,
  type PeopleRefusal,
  type ProgrammeRules,
} from '@flipside/people-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { ProgrammeReader } from './programme.reader.js';
import { saveProgramme } from './save-programme.js';

/** Changes the rules of the programme, and notes who changed what. */
@Injectable()
export class ChangeProgramme {
  constructor(
    private readonly db: Database,
    private readonly reader: ProgrammeReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `version` is the one the person looked at: a change of somebody else in between is refused. */
  async run(
    viewer: Pick<Viewer, 'personId'>,
    wish: { version: number; rules: Partial<ProgrammeRules> },
  ): Promise<Result<{ changeId: string | null }, PeopleRefusal>> {
    return this.db.transaction(async (tx) => {
      const { version, rules } = await this.reader.current(tx, { isLocked: true });
      if (version !== wish.version) return refuse(peopleRefusal('CHANGED_MEANWHILE'));
      const changed = withChange(rules, wish.rules);
      if (!changed.ok) return changed;
      const changeId = await saveProgramme(tx, {
        actorId: viewer.personId,
        before: rules,
        after: changed.value,
        now: this.clock.now(),
      });
      return ok({ changeId });
    });
  }
}
