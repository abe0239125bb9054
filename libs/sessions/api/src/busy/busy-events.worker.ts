/**
 * Reads the events of a foreign calendar in a thread of its own, with a limit on time and memory set by
 * whoever starts it: a hostile rule may run for ever. Nothing but times leaves this file.
 *
 * Imports only packages, so that it runs as it stands.
 */
import { parentPort, workerData } from 'node:worker_threads';
import ICAL from 'ical.js';

export interface BusyEventsInput {
  readonly text: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** Events with these identities are our own sessions. */
  readonly ownUids: readonly string[];
  readonly isAllDayBusy: boolean;
}

/** One end of an event: a wall time with its zone's name, or an instant. */
export interface FoundTime {
  /** 'YYYY-MM-DDTHH:MM'. */
  readonly local: string;
  readonly isUtc: boolean;
  readonly tzid: string | null;
  /** What the file's own VTIMEZONE makes of it; null when it has none. */
  readonly embeddedMs: number | null;
}

export interface FoundBusy {
  readonly start: FoundTime;
  readonly minutes: number;
}

const MOST_EVENTS = 20_000;
const MOST_OCCURRENCES = 5_000;

/** The zone as the file names it; the parser itself only knows those whose rules are in the file. */
const tzidOf = (event: ICAL.Event): string | null =>
  event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid') || null;

function timeOf(time: ICAL.Time, tzid: string | null): FoundTime {
  const isUtc = time.zone?.tzid === 'UTC' || time.zone?.tzid === 'Z';
  const hasOwnRules = Boolean((time.zone as { component?: unknown } | null)?.component);
  const text = time.toString();
  return {
    local: time.isDate ? `${text.slice(0, 10)}T00:00` : text.slice(0, 16),
    isUtc,
    tzid: isUtc ? null : tzid,
    embeddedMs: hasOwnRules ? time.toUnixTime() * 1000 : null,
  };
}

/** Free, cancelled, and all-day events that are not meant to block take nobody's time. */
function isBusy(event: ICAL.Event, input: BusyEventsInput): boolean {
  const text = (name: string): string =>
    String(event.component.getFirstPropertyValue(name) ?? '').toUpperCase();
  if (text('transp') === 'TRANSPARENT' || text('status') === 'CANCELLED') return false;
  if (['FREE', 'WORKINGELSEWHERE'].includes(text('x-microsoft-cdo-busystatus'))) return false;
  return !event.startDate?.isDate || input.isAllDayBusy || text('transp') === 'OPAQUE';
}

/** A day on both sides, since zones are settled later. */
const MARGIN = 86_400_000;

function read(input: BusyEventsInput): FoundBusy[] {
  const root = new ICAL.Component(ICAL.parse(input.text) as unknown as object[]);
  for (const zone of root.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const own = new Set(input.ownUids);
  const found: FoundBusy[] = [];
  const add = (start: ICAL.Time, end: ICAL.Time, tzid: string | null): void => {
    const minutes = Math.round(end.subtractDate(start).toSeconds() / 60);
    if (minutes > 0) found.push({ start: timeOf(start, tzid), minutes });
  };
  const exceptions = new Map<string, ICAL.Component[]>();
  const masters: ICAL.Event[] = [];
  for (const component of root.getAllSubcomponents('vevent').slice(0, MOST_EVENTS)) {
    const uid = String(component.getFirstPropertyValue('uid') ?? '');
    if (own.has(uid)) continue;
    if (component.hasProperty('recurrence-id'))
      exceptions.set(uid, [...(exceptions.get(uid) ?? []), component]);
    else masters.push(new ICAL.Event(component));
  }
  for (const event of masters) {
    if (!event.startDate) continue;
    for (const exception of exceptions.get(event.uid) ?? []) event.relateException(exception);
    if (!event.isRecurring()) {
      const at = event.startDate.toUnixTime() * 1000;
      if (
        isBusy(event, input) &&
        at < input.toMs + MARGIN &&
        event.endDate.toUnixTime() * 1000 > input.fromMs - MARGIN
      )
        add(event.startDate, event.endDate, tzidOf(event));
      continue;
    }
    const iterator = event.iterator();
    for (let count = 0; count < MOST_OCCURRENCES; count++) {
      const next = iterator.next() as ICAL.Time | null;
      if (!next || next.toUnixTime() * 1000 > input.toMs + MARGIN) break;
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      if (endDate.toUnixTime() * 1000 > input.fromMs - MARGIN && isBusy(item, input))
        add(startDate, endDate, tzidOf(item));
    }
  }
  // An answer to a free/busy question lists stretches and no events.
  for (const component of root.getAllSubcomponents('vfreebusy')) {
    for (const property of component.getAllProperties('freebusy')) {
      if (String(property.getParameter('fbtype') ?? 'BUSY').toUpperCase() === 'FREE') continue;
      for (const period of property.getValues() as unknown as ICAL.Period[])
        add(period.start as ICAL.Time, period.getEnd(), null);
    }
  }
  return found;
}

parentPort?.postMessage(read(workerData as BusyEventsInput));
