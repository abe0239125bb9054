import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { recordChampionAct } from '../champions/record-champion-act.js';
import { lockRequest, stepRequest } from './help-record.js';

export interface CloseHelpInput {
  readonly requestId: string;
  /** `done`: it helped. `withdrawn`: not needed any more. */
  readonly as: 'done' | 'withdrawn';
}

/** Whoever asked says that it is done, which confirms an act of the champion, or takes the request back. */
@Injectable()
export class CloseHelp {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    viewer: Viewer,
    { requestId, as }: CloseHelpInput,
  ): Promise<Result<{ requestId: string }, ChampionRefusal>> {
    return this.db.transaction(async (tx) => {
      const request = await lockRequest(tx, requestId);
      if (request?.askerId !== viewer.personId) throw barrier('NOT_FOUND');
      const { state, championId } = request;
      if (state === 'done' || state === 'withdrawn') {
        return refuse(championRefusal('ANSWERED_ALREADY'));
      }
      if (as === 'done' && state !== 'taken') return refuse(championRefusal('NOT_TAKEN_YET'));
      await stepRequest(tx, {
        requestId,
        kind: as,
        state: as,
        championId,
        actorId: viewer.personId,
        why: '',
        note: null,
        now: this.clock.now(),
      });
      if (as === 'done' && championId !== null) {
        const act = { personId: championId, kind: request.kind, key: requestId };
        await recordChampionAct(tx, { ...act, on: request.onDay });
      }
      return ok({ requestId });
    });
  }
}
