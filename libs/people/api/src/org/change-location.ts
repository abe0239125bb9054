import { Injectable } from '@nestjs/common';
import { isId, ok, refuse, type Result } from '@flipside/kernel';
import {
  canonicalZone,
  isTimeZone,
  peopleRefusal,
  type PeopleRefusal,
} from '@flipside/people-domain';
import { barrier, Database } from '@flipside/platform-api';
import type { LocationType } from './location.type.js';

const LONGEST_NAME = 60;

/** Corrects what the roster could not know about a location. Sessions already booked keep their times. */
@Injectable()
export class ChangeLocation {
  constructor(private readonly db: Database) {}

  async run(wish: {
    locationId: string;
    name?: string | null;
    timeZone?: string | null;
  }): Promise<Result<{ location: LocationType; timeZoneBefore: string }, PeopleRefusal>> {
    const name = wish.name?.trim();
    if (name !== undefined && (name === '' || name.length > LONGEST_NAME)) {
      return refuse(peopleRefusal('NAME_OUT_OF_RANGE', 'name'));
    }
    if (wish.timeZone && !isTimeZone(wish.timeZone)) {
      return refuse(peopleRefusal('UNKNOWN_TIME_ZONE', 'timeZone'));
    }
    if (!isId(wish.locationId)) throw barrier('NOT_FOUND');
    return this.db.transaction(async (tx) => {
      const before = await tx.one<{ timeZone: string }>(
        `select time_zone as "timeZone" from location where id = $1 for update`,
        [wish.locationId],
      );
      if (!before) throw barrier('NOT_FOUND');
      const location = await tx.one<LocationType>(
        `update location set name = coalesce($2, name), time_zone = coalesce($3, time_zone) where id = $1
         returning id, code, name, country, time_zone as "timeZone"`,
        [wish.locationId, name ?? null, wish.timeZone ? canonicalZone(wish.timeZone) : null],
      );
      if (!location) throw barrier('NOT_FOUND');
      return ok({ location, timeZoneBefore: before.timeZone });
    });
  }
}
