import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkText,
  findSecret,
  learningRefusals,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, Vault, type Tx, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { keepFindable } from '../life/findable.js';
import {
  OWN_LEARNING,
  textFor,
  partnerNamed,
  whoseYes,
  type OwnLearning,
} from './learning.store.js';
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
      const refusal = input.body == null ? null : await refusalOf(tx, own, body.value);
      if (refusal) return refuse(refusal);
      const text = input.body == null ? own.body : await textFor(tx, this.vault, own, body.value);
      const changed = await tx.execute(
        `update learning set body = $3, stage = $4, version = version + 1 where id = $1 and version = $2`,
        [input.id, input.version, text, input.stage ?? own.stage],
      );
      if (changed === 0) return refuse(learningRefusals.changedMeanwhile());
      // A question about other words than these is no longer a question.
      if (input.body != null)
        await tx.execute(`delete from learning_consent where learning_id = $1`, [own.id]);
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

/** Others read no secret, and everyone no words that concern both and were agreed to by one. */
async function refusalOf(tx: Tx, own: OwnLearning, body: string): Promise<LearningRefusal | null> {
  const secret = own.audience === 'only_me' ? null : findSecret(body);
  if (secret !== null) return learningRefusals.secretFound(secret, 'body');
  if (own.audience !== 'everyone' || body === own.body) return null;
  const other = await whoseYes(tx, own, body);
  if (other) return learningRefusals.yesNeeded(other.name);
  const named = await partnerNamed(tx, own.personId, body, null);
  return named === null ? null : learningRefusals.partnerNamed(named);
}
