import { addDays, weekdayOf, type Day } from '@flipside/kernel';
import { minutesOn, zoneAt, zoneOn, type PersonHours } from './person-hours.js';
import { edgeMs, localOf } from './time-zone.js';

/** How a mail that can wait reaches somebody. */
export const MAIL_DELIVERIES = ['now', 'digest', 'never'] as const;
export type MailDelivery = (typeof MAIL_DELIVERIES)[number];

/** When mails that can wait may come, in minutes from midnight on the reader's own clock. */
export interface MailHours {
  /** Nothing comes from here … */
  readonly quietFromMinute: number;
  /** … until here, over midnight when it is the smaller one; equal means never quiet. */
  readonly quietToMinute: number;
  /** When the one mail of the day comes that collects the others. */
  readonly digestAtMinute: number;
  /** The weekday, from Monday = 1, whose collection tells assistants of the week ahead. */
  readonly weekOn: number;
}

/** Until somebody chooses: quiet from 20:00 to 7:00, the collection at 7:30, the week ahead on Monday. */
export const DEFAULT_MAIL_HOURS: MailHours = {
  quietFromMinute: 20 * 60,
  quietToMinute: 7 * 60,
  digestAtMinute: 7 * 60 + 30,
  weekOn: 1,
};

/** Something that mails tell and that its readers may choose about. */
export interface MailTopic {
  /** Lasting word; choices hold on to it. */
  readonly id: string;
  readonly label: string;
  readonly note: string;
  /** What may be chosen; the collection only where waiting half a day does no harm. */
  readonly allowed: readonly MailDelivery[];
  /** What holds until somebody chooses. */
  readonly standard: MailDelivery;
  /** Roles whose work brings such mails; nobody else is asked. */
  readonly roles: readonly string[];
  /** Where it stands among the others. */
  readonly order: number;
  /** Comes once a week, on a day that its readers choose. */
  readonly isWeekly?: boolean;
  /** Words by which single mails name themselves, where they do not carry their topics. */
  readonly mailKinds?: readonly string[];
}

/** What holds for a topic: what was chosen, as long as it may be. */
export function deliveryOf(
  topic: Pick<MailTopic, 'id' | 'allowed' | 'standard'>,
  chosen: Readonly<Record<string, MailDelivery>>,
): MailDelivery {
  const wish = chosen[topic.id];
  return wish !== undefined && topic.allowed.includes(wish) ? wish : topic.standard;
}

/** How far ahead or back a working day is looked for; whoever is away longer is left alone. */
const LOOK_DAYS = 21;
const MIDNIGHT = 24 * 60;

const worksOn = (person: PersonHours, day: Day): boolean => minutesOn(person, day).length > 0;

const minuteAt = (local: string): number =>
  Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));

const isQuietMinute = ({ quietFromMinute: from, quietToMinute: to }: MailHours, minute: number) =>
  from <= to ? from <= minute && minute < to : minute >= from || minute < to;

/** Whether mails that can wait have to: outside one's mail hours, and on days on which one does not work. */
export function isQuietAt(person: PersonHours, hours: MailHours, at: Date): boolean {
  const local = localOf(at, zoneAt(person, at));
  return !worksOn(person, local.slice(0, 10)) || isQuietMinute(hours, minuteAt(local));
}

/** The stretches of a day in which mails may come. */
function openStretches({ quietFromMinute: from, quietToMinute: to }: MailHours) {
  if (from === to) return [[0, MIDNIGHT] as const];
  if (from > to) return [[to, from] as const];
  return [[0, from] as const, [to, MIDNIGHT] as const].filter(([a, b]) => a < b);
}

/**
 * The first moment from `at` on at which a mail that can wait may come; null when there is none in three
 * weeks. Read on the reader's own clock, wherever they are that day.
 *
 * Example: quiet from 20:00 to 7:00, Saturday 10:00: Monday 7:00.
 */
export function nextMailMoment(person: PersonHours, hours: MailHours, at: Date): Date | null {
  if (!isQuietAt(person, hours, at)) return at;
  const today = localOf(at, zoneAt(person, at)).slice(0, 10);
  for (let days = -1; days <= LOOK_DAYS; days++) {
    const day = addDays(today, days);
    if (!worksOn(person, day)) continue;
    for (const [from] of openStretches(hours)) {
      const moment = new Date(edgeMs(zoneOn(person, day), day, from));
      if (moment > at && !isQuietAt(person, hours, moment)) return moment;
    }
  }
  return null;
}

/** The working day `count` working days before (negative) or after a day; null when there is none near. */
export function workingDayFrom(person: PersonHours, day: Day, count: number): Day | null {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  for (let away = 1; away <= LOOK_DAYS; away++) {
    const found = addDays(day, step * away);
    if (worksOn(person, found) && --left === 0) return found;
  }
  return null;
}

/** The last such weekday (Monday = 1) before a day: one to seven days earlier. */
export const weekdayBefore = (day: Day, weekday: number): Day =>
  addDays(day, -(((weekdayOf(day) - weekday + 6) % 7) + 1));

/** A minute of a day on the reader's own clock. */
export const momentOn = (person: PersonHours, day: Day, minute: number): Date =>
  new Date(edgeMs(zoneOn(person, day), day, minute));

/** The day that it is for a person at a moment. */
export const dayAt = (person: PersonHours, at: Date): Day =>
  localOf(at, zoneAt(person, at)).slice(0, 10);

/**
 * When the day's collection comes that a mail joins: the last one up to its moment, for what has to be
 * read before something begins, or the first one from it on. Null when there is none near.
 */
export function digestMoment(
  person: PersonHours,
  hours: MailHours,
  at: Date,
  side: 'before' | 'after',
): Date | null {
  const step = side === 'before' ? -1 : 1;
  const today = dayAt(person, at);
  for (let away = -1; away <= LOOK_DAYS; away++) {
    const day = addDays(today, step * away);
    if (!worksOn(person, day)) continue;
    const moment = nextMailMoment(person, hours, momentOn(person, day, hours.digestAtMinute));
    if (moment && (side === 'before' ? moment <= at : moment >= at)) return moment;
  }
  return null;
}

/** The choices of hours that make sense: whole half hours of a day. */
export const isMailMinute = (minute: number): boolean =>
  Number.isInteger(minute) && minute >= 0 && minute < MIDNIGHT && minute % 30 === 0;

export const isWeekday = (day: number): boolean => Number.isInteger(day) && day >= 1 && day <= 7;
