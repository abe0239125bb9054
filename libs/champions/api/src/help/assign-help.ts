import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '@flipside/champions-domain';
import { barrier, CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import { canRunProgramme } from '../champions/champion.policy.js';
import { lockChampion } from '../champions/champion-record.js';
import { askChampion } from '../load/ask-champion.js';
import { helpPeople, writeHelpQuestion } from './help-letters.js';
import { lockRequest, stepRequest } from './help-record.js';

export interface AssignHelpInput {
  readonly requestId: string;
  readonly championId: string;
  /** Why it may be more than the champion agreed to; goes on record. */
  readonly overrideReason?: string | null;
}

/** The programme asks a certain champion. Beyond agreed time only with a reason, which stays on record; never in rest. */
@Injectable()
export class AssignHelp {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async run(
    viewer: Viewer,
    { requestId, championId, overrideReason }: AssignHelpInput,
  ): Promise<Result<{ requestId: string }, ChampionRefusal>> {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    return this.db.transaction(async (tx) => {
      // The champion before the request, as everybody does who counts load.
      await lockChampion(tx, championId);
      const request = await lockRequest(tx, requestId);
      if (!request) throw barrier('NOT_FOUND');
      if (request.state !== 'open') return refuse(championRefusal('ANSWERED_ALREADY'));
      const now = this.clock.now();
      const asked = await askChampion(tx, {
        championId,
        kind: request.kind,
        askId: requestId,
        day: request.onDay,
        minutes: request.minutes,
        override: overrideReason ? { reason: overrideReason, actorId: viewer.personId } : null,
        now,
      });
      if (!asked.ok) return asked;
      const why = 'The programme team thought of you.';
      await stepRequest(tx, {
        requestId,
        kind: 'assigned',
        state: 'asked',
        championId,
        actorId: viewer.personId,
        why,
        note: overrideReason ?? null,
        now,
      });
      const { champion, asker } = await helpPeople(tx, { ...request, championId });
      if (champion && asker)
        await writeHelpQuestion(tx, { request, champion, asker, why }, this.config.baseUrl);
      return ok({ requestId });
    });
  }
}
