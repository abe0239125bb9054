import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkProfile,
  type ChampionProfile,
  type ChampionRefusal,
  championRefusal,
} from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { PROFILE_SECTIONS } from '../network/confirm-sections.js';
import { programmeToday } from '../programme-today.js';
import { defined } from './make-champion.js';

export interface ChangeChampionProfileInput extends Partial<ChampionProfile> {
  /** Version the person looked at. */
  readonly version: number;
}

/**
 * Champions write their own profile, before their first day too; what they leave out stays. Saving
 * confirms the profile as of today.
 */
@Injectable()
export class ChangeChampionProfile {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    viewer: Viewer,
    { version, ...wish }: ChangeChampionProfileInput,
  ): Promise<Result<{ personId: string }, ChampionRefusal>> {
    return this.db.transaction(async (tx) => {
      const stored = await tx.one<ChampionProfile>(
        `select about, skills, problems, tools, capacity, agreed_hours as "agreedHours",
           takes_new_pairings as "takesNewPairings" from champion where person_id = $1`,
        [viewer.personId],
      );
      if (!stored) throw barrier('NOT_FOUND');
      const profile = checkProfile({ ...stored, ...defined(wish) });
      if (!profile.ok) return profile;
      const { today } = await programmeToday(tx, this.clock);
      const { about, skills, problems, tools, capacity, agreedHours, takesNewPairings } =
        profile.value;
      const saved = await tx.execute(
        `update champion set about = $3, skills = $4, problems = $5, tools = $6, capacity = $7,
           agreed_hours = $8, takes_new_pairings = $9, profile_confirmed_on = $10, version = version + 1
         where person_id = $1 and version = $2`,
        [
          viewer.personId,
          version,
          about,
          skills,
          problems,
          tools,
          capacity,
          agreedHours,
          takesNewPairings,
          today,
        ],
      );
      if (saved === 0) return refuse(championRefusal('CHANGED_MEANWHILE'));
      await tx.execute(
        `insert into champion_section (person_id, section, confirmed_on) select $1, s, $3::date from unnest($2::text[]) s
         on conflict (person_id, section) do update set confirmed_on = excluded.confirmed_on`,
        [viewer.personId, PROFILE_SECTIONS, today],
      );
      return ok({ personId: viewer.personId });
    });
  }
}
