import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, type Clock, type Result } from '@flipside/kernel';
import { type ChampionRefusal, checkHelpWish, type HelpWish } from '@flipside/champions-domain';
import {
  CLOCK,
  CONFIG,
  Database,
  idempotent,
  type Config,
  type Viewer,
} from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { routeRequest } from './route-request.js';

export type Asked = Result<{ requestId: string }, ChampionRefusal>;

/** Anybody asks; the request goes to the least-loaded champion who fits. */
@Injectable()
export class AskForHelp {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  run(viewer: Viewer, { key, ...wish }: HelpWish & { key: string }): Promise<Asked> {
    const { personId: actorId } = viewer;
    return this.db.transaction((tx) =>
      idempotent(tx, { actorId, key, request: ['askForHelp', wish] }, async (): Promise<Asked> => {
        const { today } = await programmeToday(tx, this.clock);
        const checked = checkHelpWish(wish, today);
        if (!checked.ok) return checked;
        const { kind, topic, text, minutes, onDay } = checked.value;
        const [id, now] = [newId(), this.clock.now()];
        await tx.execute(
          `insert into help_request (id, asker_id, kind, topic, text, minutes, on_day, state, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, 'open', $8)`,
          [id, actorId, kind, topic, text, minutes, onDay, now],
        );
        const request = {
          ...checked.value,
          id,
          askerId: actorId,
          championId: null,
          state: 'open',
        } as const;
        await routeRequest(tx, request, { now, baseUrl: this.config.baseUrl });
        return ok({ requestId: id });
      }),
    );
  }
}
