import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import type { KitStep } from '@flipside/champions-domain';
import { CLOCK, Database } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';

/** First steps of a new champion, and the programme's own words. */
export interface Onboarding {
  readonly welcome: string;
  readonly steps: {
    readonly id: string;
    readonly label: string;
    readonly href: string | null;
    readonly isDone: boolean;
    /** It shows on record by itself, so there is nothing to tick. */
    readonly isFound: boolean;
  }[];
}

export interface Kit {
  readonly version: number;
  readonly steps: (KitStep & { readonly id: string })[];
}

const ONBOARDING_DAYS = 30;

@Injectable()
export class OnboardingReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What a new champion finds: in their first 30 days, before the first one, and while they are onboarding. What they
   * ticked stays theirs when the programme takes the step away.
   */
  async mine(personId: string): Promise<Onboarding | null> {
    const { today } = await programmeToday(this.db, this.clock);
    return this.db.one<Onboarding>(
      `select r.welcome, coalesce((
         select json_agg(json_build_object('id', s.id, 'label', s.label, 'href', replace(s.href, ':me', c.person_id::text),
             'isDone', f.is_found or t.person_id is not null, 'isFound', f.is_found)
           order by s.removed_at is not null, s.position)
         from onboarding_step s
         left join onboarding_tick t on t.step_id = s.id and t.person_id = c.person_id
         cross join lateral (select case s.found_by
           when 'profile' then c.skills <> '{}' or c.problems <> '{}'
           when 'office_hour' then exists (select from office_hour o where o.champion_id = c.person_id)
           else false end as is_found) f
         where s.removed_at is null or t.person_id is not null), '[]') as steps
       from champion c cross join recruiting_rule r
       where c.person_id = $1 and (
         exists (select 1 from nomination n where n.nominee_id = c.person_id and n.stage = 'onboarding')
         or exists (select 1 from champion_period n where n.person_id = c.person_id and n.valid_to > $2
           and n.valid_from > $2::date - ${ONBOARDING_DAYS} and n.state = 'active'
           and not exists (select 1 from champion_period b where b.person_id = c.person_id and b.valid_to = n.valid_from)))`,
      [personId, today],
    );
  }

  /** The steps as the programme writes them. */
  async kit(): Promise<Kit> {
    const row = await this.db.one<Kit>(
      `select r.kit_version as version, coalesce((
         select json_agg(json_build_object('id', s.id, 'label', s.label, 'href', s.href) order by s.position)
         from onboarding_step s where s.removed_at is null), '[]') as steps
       from recruiting_rule r`,
    );
    if (!row) throw new Error('Recruiting has no row of rules');
    return row;
  }
}
