import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkProfile,
  type ChampionProfile,
  type ChampionRefusal,
  championRefusal,
} from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import {
  confirmSections,
  PROFILE_SECTIONS,
  type ProfileSection,
} from '../network/confirm-sections.js';
import { programmeToday } from '../programme-today.js';
import { defined } from './make-champion.js';

export interface ChangeChampionProfileInput extends Partial<ChampionProfile> {
  /** Version the person looked at. */
  readonly version: number;
}

/** What each section of a profile consists of. */
const FIELDS_OF: Record<ProfileSection, readonly (keyof ChampionProfile)[]> = {
  about: ['about'],
  skills: ['skills'],
  problems: ['problems'],
  tools: ['tools'],
  availability: ['capacity', 'agreedHours', 'takesNewPairings'],
};

/**
 * Champions write their own profile, before their first day too; what they leave out stays. Saving confirms the sections
 * that were given, as of today.
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
           agreed_hours = $8, takes_new_pairings = $9, version = version + 1
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
        ],
      );
      if (saved === 0) return refuse(championRefusal('CHANGED_MEANWHILE'));
      // What somebody writes anew is right today; what they did not touch is as old as it was.
      const given = defined(wish);
      await confirmSections(tx, viewer.personId, {
        sections: PROFILE_SECTIONS.filter((section) =>
          FIELDS_OF[section].some((field) => field in given),
        ),
        today,
      });
      return ok({ personId: viewer.personId });
    });
  }
}
