import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Day, type Result } from '@flipside/kernel';
import type { ChampionProfile, ChampionRefusal } from '@flipside/champions-domain';
import { barrier, CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import { writeChampionWelcome } from './champion-letters.js';
import { closeOpenNomination } from '../nominations/nomination-record.js';
import { programmeToday } from '../programme-today.js';
import { canRunProgramme } from './champion.policy.js';
import { makeChampion } from './make-champion.js';

export interface NameChampionInput extends Partial<ChampionProfile> {
  readonly personId: string;
  readonly startsOn?: Day | null;
}

/** HR names somebody directly. An open nomination of the same person has reached its aim by that. */
@Injectable()
export class NameChampion {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async run(
    viewer: Viewer,
    { personId, startsOn, ...profile }: NameChampionInput,
  ): Promise<Result<{ personId: string }, ChampionRefusal>> {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    return this.db.transaction(async (tx) => {
      const programme = await programmeToday(tx, this.clock);
      const made = await makeChampion(tx, programme, {
        personId,
        startsOn: startsOn ?? null,
        profile,
        by: { way: 'naming', actorId: viewer.personId, now: this.clock.now() },
      });
      if (!made.ok) return made;
      await closeOpenNomination(tx, {
        nomineeId: personId,
        to: 'active',
        way: 'naming',
        actorId: viewer.personId,
        reason: 'Named directly',
        now: this.clock.now(),
      });
      await writeChampionWelcome(tx, made.value, this.config.baseUrl);
      return ok({ personId });
    });
  }
}
