import { Inject, Injectable } from '@nestjs/common';
import { dayOfInstant, newId, ok, type Clock, type Result } from '@flipside/kernel';
import {
  type ChampionRefusal,
  checkOfficeHour,
  type OfficeHourWish,
} from '@flipside/champions-domain';
import { CLOCK, Database, idempotent, type Viewer } from '@flipside/platform-api';
import { askChampion } from '../load/ask-champion.js';

export type Offered = Result<{ officeHourId: string }, ChampionRefusal>;

export interface OfferOfficeHourInput extends OfficeHourWish {
  /** Why it may be more than agreed; goes on record. */
  readonly overrideReason?: string | null;
  readonly key: string;
}

/** A champion says when they are there for whoever comes. It counts as asked, whoever comes. */
@Injectable()
export class OfferOfficeHour {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, input: OfferOfficeHourInput): Promise<Offered> {
    const { key, overrideReason, ...wish } = input;
    const { personId: actorId } = viewer;
    const call = { actorId, key, request: ['offerOfficeHour', wish, overrideReason ?? null] };
    return this.db.transaction((tx) =>
      idempotent(tx, call, async (): Promise<Offered> => {
        const now = this.clock.now();
        const checked = checkOfficeHour(wish, now);
        if (!checked.ok) return checked;
        const { topic, place, startsAt, minutes, places } = checked.value;
        const [id, day] = [newId(), dayOfInstant(startsAt, viewer.timeZone)];
        const asked = await askChampion(tx, {
          championId: actorId,
          kind: 'office_hour',
          askId: id,
          day,
          minutes,
          override: overrideReason ? { reason: overrideReason, actorId } : null,
          now,
        });
        if (!asked.ok) return asked;
        await tx.execute(
          `insert into office_hour (id, champion_id, topic, place, starts_at, on_day, minutes, places, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [id, actorId, topic, place, startsAt, day, minutes, places, now],
        );
        return ok({ officeHourId: id });
      }),
    );
  }
}
