import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  askForHours,
  checkProfile,
  type ChampionProfile,
  type ChampionRefusal,
  championRefusal,
  type HoursAgreement,
} from '@flipside/champions-domain';
import { barrier, CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import {
  confirmSections,
  PROFILE_SECTIONS,
  type ProfileSection,
} from '../network/confirm-sections.js';
import { programmeToday } from '../programme-today.js';
import { recordHoursAsked, recordHoursChanged } from './answer-hours.js';
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
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async run(
    viewer: Viewer,
    { version, ...wish }: ChangeChampionProfileInput,
  ): Promise<Result<{ personId: string }, ChampionRefusal>> {
    return this.db.transaction(async (tx) => {
      const found = await tx.one<ChampionProfile & HoursAgreement>(
        `select about, skills, problems, tools, capacity, agreed_hours as "agreedHours",
           takes_new_pairings as "takesNewPairings", agreed_hours as agreed,
           coalesce(approved_hours, agreed_hours) as approved, wanted_hours as wanted
         from champion where person_id = $1`,
        [viewer.personId],
      );
      if (!found) throw barrier('NOT_FOUND');
      const { agreed, approved, wanted, ...stored } = found;
      const profile = checkProfile({ ...stored, ...defined(wish) });
      if (!profile.ok) return profile;
      const before = { agreed, approved, wanted };
      const hours =
        wish.agreedHours == null ? before : askForHours(before, profile.value.agreedHours);
      const { today } = await programmeToday(tx, this.clock);
      const { about, skills, problems, tools, capacity, takesNewPairings } = profile.value;
      const saved = await tx.execute(
        `update champion set about = $3, skills = $4, problems = $5, tools = $6, capacity = $7,
           agreed_hours = $8, takes_new_pairings = $9, approved_hours = $10, wanted_hours = $11,
           hours_since = case when agreed_hours = $8 then hours_since else $12 end,
           version = version + 1
         where person_id = $1 and version = $2`,
        [
          viewer.personId,
          version,
          about,
          skills,
          problems,
          tools,
          capacity,
          hours.agreed,
          takesNewPairings,
          hours.approved,
          hours.wanted,
          today,
        ],
      );
      if (saved === 0) return refuse(championRefusal('CHANGED_MEANWHILE'));
      if (hours.agreed !== agreed)
        await recordHoursChanged(tx, {
          personId: viewer.personId,
          hours: hours.agreed,
          before: agreed,
          today,
          now: this.clock.now(),
        });
      if (hours.wanted !== null && hours.wanted !== wanted) {
        const asked = { viewer, hours: hours.wanted, agreed, today, now: this.clock.now() };
        await recordHoursAsked(tx, asked, this.config.baseUrl);
      }
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
