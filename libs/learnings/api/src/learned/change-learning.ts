import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { checkText, learningRefusals, type LearningRefusal } from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, Vault, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { keepFindable } from '../life/findable.js';
import { OWN_LEARNING, textFor, type OwnLearning } from './learning.store.js';
import type { ChangeLearningInput } from './learning.type.js';

/** The writer says how far a learning has gone, or says it better; what was shared keeps its earlier texts. */
@Injectable()
export class ChangeLearning {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: ChangeLearningInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const own = isId(input.id)
        ? await tx.one<OwnLearning>(`${OWN_LEARNING} for update`, [input.id, viewer.personId])
        : null;
      if (own === null) throw barrier('NOT_FOUND');
      const body = checkText('learning', input.body ?? 'as it was', 'body');
      if (!body.ok) return body;
      const text = input.body == null ? own.body : await textFor(tx, this.vault, own, body.value);
      const changed = await tx.execute(
        `update learning set body = $3, stage = $4, version = version + 1 where id = $1 and version = $2`,
        [input.id, input.version, text, input.stage ?? own.stage],
      );
      if (changed === 0) return refuse(learningRefusals.changedMeanwhile());
      if (own.audience === 'everyone' && text !== own.body) {
        await tx.execute(
          `insert into learning_version (learning_id, version, body, until_at) values ($1, $2, $3, $4)`,
          [input.id, input.version, own.body, this.clock.now()],
        );
        await keepFindable(tx, input.id, this.clock.now());
      }
      return ok(input.id);
    });
  }
}
