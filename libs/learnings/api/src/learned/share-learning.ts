import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { findSecret, learningRefusals, type LearningRefusal } from '@flipside/learnings-domain';
import { recipients, tell } from '@flipside/pairings-api';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  Vault,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { consentMail } from '../learning-mails.js';
import {
  LEARNING_CELL,
  openTo,
  OWN_LEARNING,
  partnerNamed,
  whoseYes,
  type OwnLearning,
} from './learning.store.js';
import type { ShareLearningInput } from './learning.type.js';

/**
 * The writer opens one learning to more people, or closes it again. The version makes sure that what is shared is the
 * text that was on screen; no other learning changes its readers. Where a line concerns both, everyone reads it only
 * after the other one agreed to these very words; until then the two of them do.
 */
@Injectable()
export class ShareLearning {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: ShareLearningInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const own = isId(input.id)
        ? await tx.one<OwnLearning>(`${OWN_LEARNING} for update`, [input.id, viewer.personId])
        : null;
      if (own === null) throw barrier('NOT_FOUND');
      if (input.audience === 'two_of_us' && own.pairingId === null) {
        return refuse(learningRefusals.noPairing());
      }
      if (own.version !== input.version) return refuse(learningRefusals.changedMeanwhile());
      if (own.audience === input.audience) return ok(own.id);
      // The text is sealed anew for its new readers; the key of the earlier ones no longer opens it.
      const [body = ''] = await this.vault.open(tx, viewer.personId, [
        { at: `${LEARNING_CELL}:${own.id}`, sealed: own.body },
      ]);
      const secret = input.audience === 'only_me' ? null : findSecret(body);
      if (secret !== null) return refuse(learningRefusals.secretFound(secret, 'audience'));
      const other = input.audience === 'everyone' ? await whoseYes(tx, own, body) : null;
      if (input.audience === 'everyone') {
        const named = await partnerNamed(tx, viewer.personId, body, other?.id ?? null);
        if (named !== null)
          return refuse({ ...learningRefusals.partnerNamed(named), field: 'audience' });
      }
      if (other) {
        await this.#ask(tx, viewer, own, other.id);
        if (own.audience === 'two_of_us') return ok(own.id);
      } else {
        await tx.execute(`delete from learning_consent where learning_id = $1`, [own.id]);
      }
      const audience = other ? 'two_of_us' : input.audience;
      await openTo(tx, this.vault, { ...own, audience }, body, this.clock.now());
      return ok(own.id);
    });
  }

  /** Asked again after a no, it is a new question. The mail says that there is one, not what it is about. */
  async #ask(tx: Tx, viewer: Viewer, own: OwnLearning, otherId: string): Promise<void> {
    const isNew = await tx.execute(
      `insert into learning_consent as k (learning_id, asked_id, asked_at) values ($1, $2, $3)
       on conflict (learning_id) do update set asked_at = excluded.asked_at, agrees = null, answered_at = null
       where k.agrees is not null
       returning learning_id`,
      [own.id, otherId, this.clock.now()],
    );
    if (isNew === 0) return;
    const to = await recipients(tx, [otherId]);
    await tell(tx, to.get(otherId), consentMail({ ...own, name: viewer.name }), this.config);
  }
}
