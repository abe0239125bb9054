import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkText,
  findSecret,
  learningRefusals,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { partnerNamed } from '../learned/learning.store.js';
import { keepFindable } from './findable.js';
import type {
  RefineLearningInput,
  RetireLearningInput,
  TryLearningInput,
} from './learning-life.type.js';

interface Shared {
  personId: string;
  isRetired: boolean;
}

/** What becomes of a learning after it was shared. Each is one unit of work. */
@Injectable()
export class ChangeLearningLife {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A colleague says that they tried it. Said again, it is the newer word that counts. */
  try(viewer: Viewer, { id, works }: TryLearningInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const shared = await lockShared(tx, id);
      if (shared.personId === viewer.personId) return refuse(learningRefusals.ownLearning());
      if (shared.isRetired) return refuse(learningRefusals.retired());
      await tx.execute(
        `insert into learning_trial (learning_id, person_id, works, at) values ($1, $2, $3, $4)
         on conflict (learning_id, person_id) do update set works = excluded.works, at = excluded.at`,
        [id, viewer.personId, works, this.clock.now()],
      );
      await keepFindable(tx, id, this.clock.now());
      return ok(id);
    });
  }

  /** Its writer takes it out of sight, or back; who tried it and what it said stays. */
  retire(viewer: Viewer, input: RetireLearningInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const changed = isId(input.id)
        ? await tx.execute(
            `update learning set retired_at = case when $3 then coalesce(retired_at, $4) end, version = version + 1
             where id = $1 and person_id = $2`,
            [input.id, viewer.personId, input.isRetired, this.clock.now()],
          )
        : 0;
      if (changed === 0) throw barrier('NOT_FOUND');
      await keepFindable(tx, input.id, this.clock.now());
      return ok(input.id);
    });
  }

  /** A colleague's own version, shared with everyone, whose origin stays known. */
  refine(viewer: Viewer, input: RefineLearningInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      if (!isId(input.id)) throw barrier('BAD_INPUT', 'The id of a learning is a UUID.');
      const body = checkText('learning', input.body, 'body');
      if (!body.ok) return body;
      const secret = findSecret(body.value);
      if (secret !== null) return refuse(learningRefusals.secretFound(secret, 'body'));
      const named = await partnerNamed(tx, viewer.personId, body.value, null);
      if (named !== null) return refuse(learningRefusals.partnerNamed(named));
      const origin = await lockShared(tx, input.originId);
      if (origin.isRetired) return refuse(learningRefusals.retired());
      await tx.execute(
        `insert into learning (id, person_id, body, stage, audience, created_at, origin_id)
         values ($1, $2, $3, 'tried', 'everyone', $4, $5) on conflict (id) do nothing returning id`,
        [input.id, viewer.personId, body.value, this.clock.now(), input.originId],
      );
      await keepFindable(tx, input.id, this.clock.now());
      return ok(input.id);
    });
  }
}

/** A learning that everybody may read. @throws Barrier NOT_FOUND for every other */
async function lockShared(tx: Tx, id: string): Promise<Shared> {
  const shared = isId(id)
    ? await tx.one<Shared>(
        `select person_id as "personId", retired_at is not null as "isRetired" from learning
         where id = $1 and audience = 'everyone' for update`,
        [id],
      )
    : null;
  if (shared === null) throw barrier('NOT_FOUND');
  return shared;
}
