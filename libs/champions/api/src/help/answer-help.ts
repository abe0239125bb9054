import { Inject, Injectable } from '@nestjs/common';
import { addDays, ok, refuse, weekdayOf, type Clock, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '@flipside/champions-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { askChampion } from '../load/ask-champion.js';
import { lockChampion } from '../champions/champion-record.js';
import { programmeToday } from '../programme-today.js';
import { helpPeople, writeHelpTaken } from './help-letters.js';
import { lockRequest, noteStep, stepRequest } from './help-record.js';
import { routeRequest } from './route-request.js';

export interface AnswerHelpInput {
  readonly requestId: string;
  readonly answer: 'take' | 'pass';
  /** With a pass: keep this many weeks free from now on, 0 to 4. */
  readonly pauseWeeks: number;
}

const MOST_PAUSE_WEEKS = 4;

/** The champion asked takes a request or passes it on, which goes to the next; "pause me" adds rest weeks. */
@Injectable()
export class AnswerHelp {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async run(
    viewer: Viewer,
    { requestId, answer, pauseWeeks }: AnswerHelpInput,
  ): Promise<Result<{ requestId: string }, ChampionRefusal>> {
    return this.db.transaction(async (tx) => {
      // Whoever counts load holds the champion before the request; passing on counts nothing of one's own.
      if (answer === 'take') await lockChampion(tx, viewer.personId);
      const request = await lockRequest(tx, requestId);
      if (request?.championId !== viewer.personId) throw barrier('NOT_FOUND');
      if (request.state !== 'asked') return refuse(championRefusal('ANSWERED_ALREADY'));
      const now = this.clock.now();
      const { baseUrl } = this.config;
      const championId = viewer.personId;
      const step = { requestId, championId, actorId: championId, note: null, now };
      if (answer === 'take') {
        // What the programme asked beyond agreed time is on record already.
        const isOverridden = await tx.one(
          'select 1 from capacity_override where ask_id = $1 and champion_id = $2',
          [requestId, championId],
        );
        const { kind, onDay: day, minutes } = request;
        const wanted = { championId, kind, askId: requestId, day, minutes, override: null, now };
        const room = isOverridden ? ok(null) : await askChampion(tx, wanted);
        if (!room.ok) return room;
        await stepRequest(tx, { ...step, kind: 'taken', state: 'taken', why: '' });
        const { champion, asker } = await helpPeople(tx, { ...request, championId });
        if (champion && asker) await writeHelpTaken(tx, { request, champion, asker }, baseUrl);
        return ok({ requestId });
      }
      if (!Number.isInteger(pauseWeeks) || pauseWeeks < 0 || pauseWeeks > MOST_PAUSE_WEEKS) {
        return refuse(championRefusal('REST_WEEK_OUT_OF_RANGE', 'pauseWeeks'));
      }
      await noteStep(tx, { ...step, kind: 'passed' });
      await tx.execute(`update help_request set champion_id = null, state = 'open' where id = $1`, [
        requestId,
      ]);
      await this.pause(tx, championId, pauseWeeks);
      await routeRequest(tx, { ...request, championId: null, state: 'open' }, { now, baseUrl });
      return ok({ requestId });
    });
  }

  private async pause(tx: Tx, championId: string, weeks: number): Promise<void> {
    const { today } = await programmeToday(tx, this.clock);
    const monday = addDays(today, 1 - weekdayOf(today));
    await tx.execute(
      `insert into champion_rest_week (person_id, week_on)
       select $1, $2::date + 7 * n from generate_series(0, $3::int - 1) n on conflict do nothing`,
      [championId, monday, weeks],
    );
  }
}
