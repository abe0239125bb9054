import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  type ChampionRefusal,
  championRefusal,
  checkKit,
  type KitStep,
} from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { canRunProgramme } from '../champions/champion.policy.js';

/** The programme adds, changes, takes away and reorders first steps. Ticks hang on a step, so they go wherever it goes. */
@Injectable()
export class SaveOnboardingKit {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    viewer: Viewer,
    { version, steps }: { version: number; steps: readonly KitStep[] },
  ): Promise<Result<{ version: number }, ChampionRefusal>> {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    const checked = checkKit(steps);
    if (!checked.ok) return checked;
    return this.db.transaction(async (tx) => {
      const touched = await tx.execute(
        'update recruiting_rule set kit_version = kit_version + 1 where kit_version = $1',
        [version],
      );
      if (touched === 0) return refuse(championRefusal('CHANGED_MEANWHILE'));
      const kept = checked.value.map((step, place) => ({
        ...step,
        id: step.id ?? newId(),
        position: place + 1,
      }));
      await tx.execute(
        `update onboarding_step set removed_at = $2 where removed_at is null and id <> all ($1::uuid[])`,
        [kept.map(({ id }) => id), this.clock.now()],
      );
      // A step that leads elsewhere is another one: what used to show that it is done says nothing any more.
      await tx.execute(
        `insert into onboarding_step as s (id, position, label, href)
         select id, position, label, href
         from jsonb_to_recordset($1::jsonb) as t(id uuid, position smallint, label text, href text)
         on conflict (id) do update set position = excluded.position, label = excluded.label, href = excluded.href,
           removed_at = null, found_by = case when s.href is not distinct from excluded.href then s.found_by end`,
        [JSON.stringify(kept)],
      );
      return ok({ version: version + 1 });
    });
  }
}
