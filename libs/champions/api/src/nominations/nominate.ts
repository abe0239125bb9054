import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  type ChampionRefusal,
  championRefusal,
  checkReason,
  isChampionFrom,
  type NominationChannel,
  sourceOf,
} from '@flipside/champions-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  constraintOf,
  Database,
  type Config,
  type Viewer,
} from '@flipside/platform-api';
import { lockPerson, periodsOf } from '../champions/champion-record.js';
import { canRunProgramme } from '../champions/champion.policy.js';
import { programmeToday } from '../programme-today.js';
import { writeNominatorReceipt, writeNomineeQuestion } from './nomination-letters.js';
import { noteLinkAnswer } from '../recruiting/answer-call.js';
import { recordEvent } from './nomination-record.js';
import { tellManager } from './superior-letter.js';

export interface NominateInput {
  readonly nomineeId: string;
  readonly reason: string;
  /** How it came in; written in the product if left out. */
  readonly channel?: NominationChannel;
  /** The call for champions that this answers; one that is gone is left out. */
  readonly callId?: string | null;
}

/** Anybody proposes a colleague or themselves. A colleague is asked before anything else happens. */
@Injectable()
export class Nominate {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async run(
    viewer: Viewer,
    { nomineeId, reason: written, channel = 'web', callId }: NominateInput,
  ): Promise<Result<{ nominationId: string }, ChampionRefusal>> {
    const reason = checkReason(written);
    if (!reason.ok) return reason;
    try {
      return await this.db.transaction(async (tx) => {
        const { today } = await programmeToday(tx, this.clock);
        const nominee = await lockPerson(tx, nomineeId, today);
        if (!nominee) throw barrier('NOT_FOUND');
        if (!nominee.isEmployed) return refuse(championRefusal('NOT_EMPLOYED', 'nomineeId'));
        if (isChampionFrom(await periodsOf(tx, nomineeId), today)) {
          return refuse(championRefusal('ALREADY_CHAMPION', 'nomineeId'));
        }
        const now = this.clock.now();
        const nominationId = newId();
        const source = sourceOf({
          nominatorId: viewer.personId,
          nomineeId,
          nomineeManagerId: nominee.managerId,
          isHrLead: canRunProgramme(viewer),
        });
        await tx.execute(
          `insert into nomination (id, nominee_id, nominator_id, source, reason, nominee_answer, channel, stage_since, created_at, call_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $8, (select id from recruiting_call where id = $9))`,
          [
            nominationId,
            nomineeId,
            viewer.personId,
            source,
            reason.value,
            source === 'self' ? 'yes' : 'pending',
            channel,
            now,
            callId ?? null,
          ],
        );
        if (callId != null) await noteLinkAnswer(tx, { callId, personId: viewer.personId });
        await recordEvent(tx, {
          nominationId,
          from: null,
          to: 'nominated',
          actorId: viewer.personId,
          reason: null,
          now,
        });
        if (source !== 'self') {
          const question = {
            nominationId,
            nominee,
            nominatorName: viewer.name,
            reason: reason.value,
          };
          await writeNomineeQuestion(tx, question, this.config.baseUrl);
        } else {
          const told = { nominationId, nomineeId, nominatorId: viewer.personId, now };
          await tellManager(tx, told, this.config.baseUrl);
        }
        if (channel === 'email') {
          const nominator = { id: viewer.personId, name: viewer.name, email: viewer.email };
          const nomineeName = source === 'self' ? null : nominee.name;
          const done = { nominationId, nominator, nomineeName, reason: reason.value };
          await writeNominatorReceipt(tx, done, this.config.baseUrl);
        }
        return ok({ nominationId });
      });
    } catch (error) {
      // One open nomination per person: whoever comes second is told so.
      if (constraintOf(error) !== 'uq_nomination_open') throw error;
      return refuse(championRefusal('ALREADY_NOMINATED', 'nomineeId'));
    }
  }
}
