import {
  DEFAULT_MAIL_HOURS,
  effectiveHours,
  hoursOfPattern,
  type HoursPattern,
  type MailDelivery,
  type MailHours,
  type PersonHours,
  type WeeklyHours,
} from '@flipside/people-domain';
import type { Tx } from '@flipside/platform-api';
import { worksHereSql, zoneSql } from '../availability/day-sql.js';
import { personHoursSql } from '../availability/person-hours-sql.js';

/** Somebody who can be written to: where and when they work, and what they chose. */
export interface MailReader {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly person: PersonHours;
  readonly hours: MailHours;
  readonly chosen: Readonly<Record<string, MailDelivery>>;
}

interface Row extends Required<PersonHours> {
  id: string;
  name: string;
  email: string;
  hours: WeeklyHours;
  defaults: HoursPattern[];
  mailHours: MailHours | null;
  chosen: Record<string, MailDelivery> | null;
}

/**
 * These people, as far as they have an address and have not left now, with their days from one to another.
 * One statement, whoever they are.
 */
export async function mailReaders(
  sql: Pick<Tx, 'rows'>,
  personIds: readonly string[],
  now: Date,
  from: Date,
  to: Date,
): Promise<ReadonlyMap<string, MailReader>> {
  if (personIds.length === 0) return new Map();
  const rows = await sql.rows<Row>(
    `select p.id, p.name, p.email,
       ${zoneSql('p')} as zone,
       ${personHoursSql('p', '$2::date', '$3::date')},
       (select default_hours from programme) as defaults,
       (select jsonb_build_object('quietFromMinute', h.quiet_from_minute, 'quietToMinute', h.quiet_to_minute, 'digestAtMinute', h.digest_at_minute, 'weekOn', h.week_on)
        from mail_hours h where h.person_id = p.id) as "mailHours",
       (select jsonb_object_agg(c.topic, c.delivery) from mail_choice c where c.person_id = p.id) as chosen
     from person p
     where p.id = any($1) and p.email is not null and ${worksHereSql('p', '$4')}`,
    [[...new Set(personIds)], from, to, now],
  );
  return new Map(
    rows.map(({ id, name, email, defaults, hours, mailHours, chosen, ...person }) => [
      id,
      {
        personId: id,
        name,
        email,
        person: { ...person, hours: effectiveHours(hours, hoursOfPattern(defaults)) },
        hours: mailHours ?? DEFAULT_MAIL_HOURS,
        chosen: chosen ?? {},
      },
    ]),
  );
}
