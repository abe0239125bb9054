import { isId, ok, type Clock, type Result } from '@flipside/kernel';
import { checkText, withoutSecret, type LearningRefusal } from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, twoOfUs, Vault, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { requireThisSide } from '../circle.policy.js';
import { circleOfPairing } from '../circle.reader.js';
import type { GiveThanksInput } from './thanks.type.js';

/** An executive thanks their champion, during the pairing or after it. */
@Injectable()
export class GiveThanks {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: GiveThanksInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      if (!isId(input.id)) throw barrier('BAD_INPUT', 'The id of thanks is a UUID.');
      const circle = await circleOfPairing(tx, input.pairingId);
      requireThisSide(viewer, circle, 'executive');
      const body = withoutSecret(checkText('thanks', input.body, 'body'), 'body');
      if (!body.ok) return body;
      const at = `thanks.body:${input.id}`;
      const sealed = await this.vault.seal(tx, twoOfUs(circle), at, body.value);
      await tx.execute(
        `insert into thanks (id, pairing_id, from_person_id, to_person_id, body, at) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do nothing returning id`,
        [input.id, circle.pairingId, viewer.personId, circle.championId, sealed, this.clock.now()],
      );
      return ok(input.id);
    });
  }
}
