import { isId, ok, type Clock, type Result } from '@flipside/kernel';
import { checkText, type LearningRefusal } from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, Vault, type Tx, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { requireSide } from '../circle.policy.js';
import { circleOfSession } from '../circle.reader.js';
import { textFor } from './learning.store.js';
import type { AddLearningInput } from './learning.type.js';

/** Somebody writes down what they learned. Only they can read it until they share it. */
@Injectable()
export class AddLearning {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: AddLearningInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      if (!isId(input.id)) throw barrier('BAD_INPUT', 'The id of a learning is a UUID.');
      const body = checkText('learning', input.body, 'body');
      if (!body.ok) return body;
      const pairingId = input.sessionId
        ? await this.#pairingOfSession(tx, viewer, input.sessionId)
        : await pairingOf(tx, viewer);
      const sealed = await textFor(
        tx,
        this.vault,
        { id: input.id, personId: viewer.personId, pairingId, audience: 'only_me' },
        body.value,
      );
      await tx.execute(
        `insert into learning (id, person_id, pairing_id, session_id, body, stage, audience, created_at)
         values ($1, $2, $3, $4, $5, $6, 'only_me', $7) on conflict (id) do nothing returning id`,
        [
          input.id,
          viewer.personId,
          pairingId,
          input.sessionId ?? null,
          sealed,
          input.stage,
          this.clock.now(),
        ],
      );
      return ok(input.id);
    });
  }

  async #pairingOfSession(tx: Tx, viewer: Viewer, sessionId: string): Promise<string> {
    const circle = await circleOfSession(tx, sessionId);
    requireSide(viewer, circle);
    return circle.pairingId;
  }
}

/** The pairing in which the viewer learns now, or null. */
async function pairingOf(tx: Tx, viewer: Viewer): Promise<string | null> {
  const pairing = await tx.one<{ id: string }>(
    `select id from pairing where executive_id = $1 and state in ('accepted', 'active', 'paused')`,
    [viewer.personId],
  );
  return pairing?.id ?? null;
}
