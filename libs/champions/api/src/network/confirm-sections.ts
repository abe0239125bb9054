import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Day, type Result } from '@flipside/kernel';
import type { ChampionRefusal } from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';

export const PROFILE_SECTIONS = ['about', 'skills', 'problems', 'tools', 'availability'] as const;
export type ProfileSection = (typeof PROFILE_SECTIONS)[number];

/** "Still right": confirms sections of one's own profile as of today. Repeating it changes nothing. */
@Injectable()
export class ConfirmSections {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    viewer: Viewer,
    { sections }: { sections: readonly ProfileSection[] },
  ): Promise<Result<{ personId: string }, ChampionRefusal>> {
    const { personId } = viewer;
    return this.db.transaction(async (tx) => {
      const { today } = await programmeToday(tx, this.clock);
      const champion = await tx.one('select 1 from champion where person_id = $1', [personId]);
      if (!champion) throw barrier('NOT_FOUND');
      await confirmSections(tx, personId, { sections, today });
      return ok({ personId });
    });
  }
}

/** Confirms sections as of a day; the profile as a whole is as old as the oldest of all five. */
export async function confirmSections(
  tx: Tx,
  personId: string,
  { sections, today }: { sections: readonly ProfileSection[]; today: Day },
): Promise<void> {
  await tx.execute(
    `insert into champion_section (person_id, section, confirmed_on) select $1, s, $3::date from unnest($2::text[]) s
     on conflict (person_id, section) do update set confirmed_on = excluded.confirmed_on`,
    [personId, sections, today],
  );
  await tx.execute(
    `update champion set profile_confirmed_on = (select min(confirmed_on) from champion_section where person_id = $1)
     where person_id = $1
       and (select count(*) from champion_section where person_id = $1) = ${PROFILE_SECTIONS.length}`,
    [personId],
  );
}
