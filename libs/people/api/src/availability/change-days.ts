import { Injectable } from '@nestjs/common';
import { addDays, daysBetween, newId, ok, refuse, type Day, type Result } from '@flipside/kernel';
import {
  canonicalZone,
  isTimeZone,
  peopleRefusal,
  type DayOverride,
  type PeopleRefusal,
} from '@flipside/people-domain';
import { Database, enqueue, sqlStateOf, type Tx, type Viewer } from '@flipside/platform-api';
import { awayChanged } from './away-changed.job.js';

type Who = Pick<Viewer, 'personId'>;
type Kept = Result<{ personId: string }, PeopleRefusal>;

/** Days in the interface include both ends; stored periods are half-open. */
export interface DaySpan {
  readonly firstOn: Day;
  readonly lastOn: Day;
}

const LONGEST_DAYS = 366;

const checkSpan = ({ firstOn, lastOn }: DaySpan): PeopleRefusal | null => {
  if (lastOn < firstOn) return peopleRefusal('DAYS_BACKWARDS', 'lastOn');
  return daysBetween(firstOn, lastOn) >= LONGEST_DAYS
    ? peopleRefusal('DAYS_TOO_LONG', 'lastOn')
    : null;
};

/** Days that overlap others of the same person are refused by the table itself. */
async function orOverlap(
  work: () => Promise<void>,
  personId: string,
  field: string,
): Promise<Kept> {
  try {
    await work();
    return ok({ personId });
  } catch (error) {
    if (sqlStateOf(error) === '23P01') return refuse(peopleRefusal('DAYS_OVERLAP', field));
    throw error;
  }
}

const tellOfAway = (tx: Tx, personId: string): Promise<void> =>
  enqueue(tx, awayChanged, { personId }, { key: `people.away:${personId}` });

/** Notes a journey: on these days the person's hours are those of the other zone. Sessions keep their anchor. */
@Injectable()
export class AddTravel {
  constructor(private readonly db: Database) {}

  async run(viewer: Who, travel: DaySpan & { zone: string }): Promise<Kept> {
    if (!isTimeZone(travel.zone)) return refuse(peopleRefusal('UNKNOWN_TIME_ZONE', 'zone'));
    const wrong = checkSpan(travel);
    if (wrong) return refuse(wrong);
    return orOverlap(
      () =>
        this.db.transaction(async (tx) => {
          await tx.execute(
            'insert into person_travel (id, person_id, zone, from_on, to_on) values ($1, $2, $3, $4, $5)',
            [
              newId(),
              viewer.personId,
              canonicalZone(travel.zone),
              travel.firstOn,
              addDays(travel.lastOn, 1),
            ],
          );
        }),
      viewer.personId,
      'firstOn',
    );
  }
}

/** Notes whole days out of office. Booked sessions on them are looked after by a job. */
@Injectable()
export class AddAway {
  constructor(private readonly db: Database) {}

  async run(viewer: Who, away: DaySpan): Promise<Kept> {
    const wrong = checkSpan(away);
    if (wrong) return refuse(wrong);
    return orOverlap(
      () =>
        this.db.transaction(async (tx) => {
          await tx.execute(
            'insert into out_of_office (id, person_id, from_on, to_on) values ($1, $2, $3, $4)',
            [newId(), viewer.personId, away.firstOn, addDays(away.lastOn, 1)],
          );
          await tellOfAway(tx, viewer.personId);
        }),
      viewer.personId,
      'firstOn',
    );
  }
}

/** Opens or closes some hours of one day, whatever the week says. */
@Injectable()
export class AddOverride {
  constructor(private readonly db: Database) {}

  async run(viewer: Who, { onDay, kind, fromMinute, toMinute }: DayOverride): Promise<Kept> {
    const isSound =
      Number.isInteger(fromMinute) &&
      Number.isInteger(toMinute) &&
      fromMinute >= 0 &&
      fromMinute < toMinute &&
      toMinute <= 1440;
    if (!isSound) return refuse(peopleRefusal('INTERVAL_BACKWARDS', 'toMinute'));
    return orOverlap(
      () =>
        this.db.transaction(async (tx) => {
          await tx.execute(
            `insert into availability_override (id, person_id, on_day, kind, from_minute, to_minute)
             values ($1, $2, $3, $4, $5, $6)`,
            [newId(), viewer.personId, onDay, kind, fromMinute, toMinute],
          );
        }),
      viewer.personId,
      'onDay',
    );
  }
}

const TABLES = {
  travel: 'person_travel',
  away: 'out_of_office',
  override: 'availability_override',
} as const;
export type DaysKind = keyof typeof TABLES;

/** Takes a journey, an absence or a single day back. What is gone already stays gone. */
@Injectable()
export class RemoveDays {
  constructor(private readonly db: Database) {}

  async run(viewer: Who, { id, kind }: { id: string; kind: DaysKind }): Promise<Kept> {
    await this.db.transaction((tx) =>
      tx.execute(`delete from ${TABLES[kind]} where id = $1 and person_id = $2`, [
        id,
        viewer.personId,
      ]),
    );
    return ok({ personId: viewer.personId });
  }
}
