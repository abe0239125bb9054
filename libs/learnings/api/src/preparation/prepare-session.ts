import {
  checkMirrorResult,
  checkPreparation,
  learningRefusals,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  barrier,
  CLOCK,
  Database,
  onlyMe,
  twoOfUs,
  Vault,
  type Viewer,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { requireSide, requireThisSide } from '../circle.policy.js';
import { circleOfPairing, circleOfSession } from '../circle.reader.js';
import type {
  KeepMirrorResultInput,
  PrepareSessionInput,
  SkipStarterPathInput,
} from './preparation.type.js';

/** Writes of a preparation, by either of the two people. */
@Injectable()
export class PrepareSession {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: PrepareSessionInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const circle = await circleOfSession(tx, input.sessionId);
      requireSide(viewer, circle);
      const checked = checkPreparation(input);
      if (!checked.ok) return checked;
      if (input.recipeId && !isId(input.recipeId)) throw barrier('NOT_FOUND');
      const { sessionId } = circle;
      const now = this.clock.now();
      const sealed = await this.vault.seal(
        tx,
        twoOfUs(circle),
        `task.body:${sessionId}`,
        checked.value.task,
      );
      const written = await tx.execute(
        `insert into session_preparation as p (session_id, task, decides_there, data_class, rule_accepted_at, recipe_id,
           changed_by, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (session_id) do update set task = excluded.task, decides_there = excluded.decides_there,
           data_class = excluded.data_class, rule_accepted_at = excluded.rule_accepted_at, recipe_id = excluded.recipe_id,
           changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = p.version + 1
         where p.version = $9
         returning session_id`,
        [
          sessionId,
          sealed,
          checked.value.decidesThere,
          checked.value.dataClass,
          checked.value.acceptsRule ? now : null,
          input.recipeId ?? null,
          viewer.personId,
          now,
          input.version,
        ],
      );
      return written === 1 ? ok(sessionId) : refuse(learningRefusals.changedMeanwhile());
    });
  }

  /** The executive writes down what they saw in a mirror. It is theirs alone, whoever runs the programme. */
  keepMirror(
    viewer: Viewer,
    input: KeepMirrorResultInput,
  ): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const circle = await circleOfSession(tx, input.sessionId);
      requireThisSide(viewer, circle, 'executive');
      const body = checkMirrorResult(input.body);
      if (!body.ok) return body;
      const owner = onlyMe(viewer.personId);
      const sealed = await this.vault.seal(
        tx,
        owner,
        `mirror.body:${circle.sessionId}`,
        body.value,
      );
      if (sealed === '') {
        await tx.execute(`delete from mirror_result where session_id = $1`, [circle.sessionId]);
        return ok(circle.sessionId);
      }
      await tx.execute(
        `insert into mirror_result (session_id, person_id, body, at) values ($1, $2, $3, $4)
         on conflict (session_id) do update set body = excluded.body, at = excluded.at`,
        [circle.sessionId, viewer.personId, sealed, this.clock.now()],
      );
      return ok(circle.sessionId);
    });
  }

  async skipPath(viewer: Viewer, { pairingId, skips }: SkipStarterPathInput): Promise<void> {
    await this.db.transaction(async (tx) => {
      requireSide(viewer, await circleOfPairing(tx, pairingId));
      await (skips
        ? tx.execute(
            `insert into starter_path_skip (pairing_id, at) values ($1, $2) on conflict do nothing`,
            [pairingId, this.clock.now()],
          )
        : tx.execute(`delete from starter_path_skip where pairing_id = $1`, [pairingId]));
    });
  }
}
