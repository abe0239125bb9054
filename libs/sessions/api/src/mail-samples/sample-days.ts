import { instantOf, wallTimeOf } from '@flipside/sessions-domain';

const DAY_MS = 86_400_000;

export interface SampleMeeting {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** '2027-01-19T10:00' in the zone that was asked for. */
  readonly local: string;
}

/** Half an hour on a working day to come: so many days from the Monday after now, on that zone's own calendar. */
export function sampleMeeting(
  now: Date,
  zone: string,
  inDays: number,
  time = '10:00',
): SampleMeeting {
  const today = new Date(`${wallTimeOf(now, zone).day}T00:00:00Z`);
  const toMonday = 8 - (today.getUTCDay() || 7);
  const day = new Date(today.getTime() + (toMonday + inDays) * DAY_MS).toISOString().slice(0, 10);
  const local = `${day}T${time}`;
  const startsAt = instantOf(zone, local);
  if (!startsAt) throw new RangeError(`No clock in ${zone} shows ${local}`);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 30 * 60_000), local };
}
