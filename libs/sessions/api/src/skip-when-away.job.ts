import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { awayChanged } from '@flipside/people-api';
import { isAway, localOf, zoneAt } from '@flipside/people-domain';
import { CLOCK, CONFIG, Database, type Config, type JobHandler } from '@flipside/platform-api';
import { dayOf } from '@flipside/sessions-domain';
import { skipCovered } from './skip-covered.js';

/**
 * Looks after booked sessions of somebody who is out of office: a covered one is skipped, and another
 * time in its fortnight is looked for; when all that is planned is covered, a pause is offered instead.
 * Safe to run twice.
 */
@Injectable()
export class SkipWhenAway implements JobHandler<{ personId: string }> {
  readonly job = awayChanged;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  handle({ personId }: { personId: string }): Promise<void> {
    return skipCovered(
      this.db,
      this.config,
      {
        personId,
        reason: (side) => `${side}_away`,
        // A week that a champion keeps free leaves standing what is booked in it.
        covers: (person, { startsAt }) =>
          isAway(
            { ...person, away: person.away?.filter(({ isRest }) => !isRest) ?? [] },
            dayOf(localOf(startsAt, zoneAt(person, startsAt))),
          ),
        offersPause: true,
      },
      this.clock.now(),
    );
  }
}
