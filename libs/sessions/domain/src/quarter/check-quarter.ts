/**
 * Judges a plan without knowing how it was made: moments, lists and wall clocks instead of bits and
 * tables. It shares no code with the planner but the zone data and the words of the input.
 */
import { addDays, weekdayOf } from '@flipside/kernel';
import { localOf, resolveLocal, zoneAt } from '@flipside/people-domain';
import type { PlanPerson, PlanPairing, Quarter, QuarterPlan } from './quarter.js';

export const PLAN_FAULTS = [
  'counted_wrongly',
  'uneven_rhythm',
  'wrong_instant',
  'too_few_dates',
  'outside_quarter',
  'short_notice',
  'outside_hours',
  'busy_then',
  'overlap',
  'too_many_in_day',
  'too_many_in_week',
  'lock_broken',
] as const;
export type PlanFaultKind = (typeof PLAN_FAULTS)[number];

export interface PlanFault {
  readonly kind: PlanFaultKind;
  readonly pairingId: string;
  readonly personId?: string;
  readonly at?: string;
}

const MINUTE = 60_000;
const GAP = 10 * MINUTE;
const DAYS = 91;

interface Meeting {
  readonly pairingId: string;
  readonly from: number;
  readonly to: number;
  readonly isPlanned: boolean;
}

/** Everything wrong with a plan; an empty list for a plan that can be booked as it is. */
export function checkQuarter(quarter: Quarter, plan: QuarterPlan): PlanFault[] {
  const faults: PlanFault[] = [...countFaults(quarter, plan)];
  const people = new Map(quarter.people.map((person) => [person.id, person]));
  const pairings = new Map(quarter.pairings.map((pairing) => [pairing.id, pairing]));
  const meetings = new Map<string, Meeting[]>();
  for (const person of quarter.people)
    meetings.set(
      person.id,
      // The gap behind a booked session belongs to its claim.
      person.claims.map(({ from, to }) => ({ pairingId: '', from, to, isPlanned: false })),
    );
  for (const { pairingId, pattern } of plan.placed) {
    const pairing = pairings.get(pairingId);
    if (!pairing) continue;
    const both = [pairing.executiveId, pairing.championId].map(
      (id) => people.get(id) as PlanPerson,
    );
    faults.push(...rhythmFaults(quarter, pairing, pattern, (both[0] as PlanPerson).zone));
    for (const { occurrence, block } of pattern.occurrences) {
      if (!occurrence || block) continue;
      const [from, to] = [occurrence.startsAt.getTime(), occurrence.endsAt.getTime()];
      const fault = (kind: PlanFaultKind, personId?: string): void => {
        faults.push({ kind, pairingId, at: occurrence.local, ...(personId && { personId }) });
      };
      if (from < quarter.now.getTime() + quarter.minNoticeHours * 60 * MINUTE)
        fault('short_notice');
      for (const person of both) {
        if (!worksThroughout(person, from, to)) fault('outside_hours', person.id);
        meetings.get(person.id)?.push({ pairingId, from, to: to + GAP, isPlanned: true });
      }
    }
  }
  for (const person of quarter.people)
    faults.push(...agendaFaults(person, meetings.get(person.id) ?? []));
  return faults;
}

/** Every pairing is placed or not, and once. */
function countFaults(quarter: Quarter, plan: QuarterPlan): PlanFault[] {
  const seen = new Map<string, number>();
  for (const { pairingId } of [...plan.placed, ...plan.unplaced])
    seen.set(pairingId, (seen.get(pairingId) ?? 0) + 1);
  const known = new Set(quarter.pairings.map(({ id }) => id));
  return [
    ...quarter.pairings.filter(({ id }) => seen.get(id) !== 1).map(({ id }) => id),
    ...[...seen.keys()].filter((id) => !known.has(id)),
  ].map((pairingId) => ({ kind: 'counted_wrongly', pairingId }));
}

const DAY_OF = 10;

/** Same wall time every so many weeks, within the quarter, at most one date left out and never the first. */
function rhythmFaults(
  { startsOn }: Quarter,
  pairing: PlanPairing,
  pattern: QuarterPlan['placed'][number]['pattern'],
  zone: string,
): PlanFault[] {
  const faults: PlanFault[] = [];
  const fault = (kind: PlanFaultKind, at?: string): void => {
    faults.push({ kind, pairingId: pairing.id, ...(at && { at }) });
  };
  const { occurrences, localStart } = pattern;
  const end = addDays(startsOn, DAYS);
  if (pairing.isLocked && localStart !== pairing.kept) fault('lock_broken', localStart);
  const leftOut = occurrences.filter(({ block }) => block !== null).length;
  if (
    occurrences.length === 0 ||
    occurrences[0]?.block ||
    leftOut > Math.min(1, occurrences.length - 1)
  )
    fault('too_few_dates');
  occurrences.forEach(({ local, occurrence }, index) => {
    const day = addDays(localStart.slice(0, DAY_OF), index * 7 * pairing.intervalWeeks);
    if (local !== `${day}${localStart.slice(DAY_OF)}` || occurrence?.local !== local)
      fault('uneven_rhythm', local);
    if (day < pairing.notBefore || day < startsOn || day >= end) fault('outside_quarter', local);
    const meant = resolveLocal(zone, local);
    const at =
      meant.kind === 'instant' ? meant.instant : meant.kind === 'ambiguous' ? meant.first : null;
    const length = occurrence && occurrence.endsAt.getTime() - occurrence.startsAt.getTime();
    if (
      !at ||
      occurrence?.startsAt.getTime() !== at.getTime() ||
      length !== pairing.minutes * MINUTE
    )
      fault('wrong_instant', local);
  });
  return faults;
}

/** Whether every quarter hour of a session is working time on the clock of wherever the person is. */
function worksThroughout(person: PlanPerson, from: number, to: number): boolean {
  for (let at = from; at < to; at += 15 * MINUTE) if (!worksAt(person, at)) return false;
  return true;
}

function worksAt(person: PlanPerson, atMs: number): boolean {
  const instant = new Date(atMs);
  const local = localOf(instant, person.travel?.length ? zoneAt(person, instant) : person.zone);
  const day = local.slice(0, DAY_OF);
  const minute = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
  const holds = (stretch: { fromMinute: number; toMinute: number }): boolean =>
    stretch.fromMinute <= minute && minute < stretch.toMinute;
  if (person.away?.some(({ fromOn, toOn }) => fromOn <= day && day < toOn)) return false;
  const today = person.overrides?.filter(({ onDay }) => onDay === day) ?? [];
  if (today.some((each) => each.kind === 'closed' && holds(each))) return false;
  if (today.some((each) => each.kind === 'open' && holds(each))) return true;
  if (person.holidays?.some(({ onDay, fromMinute }) => onDay === day && fromMinute <= minute))
    return false;
  const weekday = weekdayOn(day);
  return person.hours.some((each) => each.weekday === weekday && holds(each));
}

/** Answers that are asked for again and again: the days of a plan are few. */
function remembered<T>(answer: (day: string) => T): (day: string) => T {
  const known = new Map<string, T>();
  return (day) => {
    let found = known.get(day);
    if (found === undefined) {
      found = answer(day);
      if (known.size > 1000) known.clear();
      known.set(day, found);
    }
    return found;
  };
}

const weekdayOn = remembered(weekdayOf);
const mondayOf = remembered((day) => addDays(day, 1 - weekdayOf(day)));

/** Two meetings at once, or more of them in a day or ISO week than the person has room for. */
function agendaFaults(person: PlanPerson, meetings: readonly Meeting[]): PlanFault[] {
  const faults: PlanFault[] = [];
  const sorted = meetings.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const busy = (person.busy ?? []).toSorted((a, b) => a.from - b.from);
  let [next, busyUntil] = [0, -Infinity];
  let last: Meeting | undefined;
  const [days, weeks] = [new Map<string, Meeting[]>(), new Map<string, Meeting[]>()];
  for (const meeting of sorted) {
    if (last && meeting.from < last.to && (meeting.isPlanned || last.isPlanned))
      faults.push({
        kind: 'overlap',
        pairingId: meeting.pairingId || last.pairingId,
        personId: person.id,
        at: new Date(meeting.from).toISOString(),
      });
    if (!last || meeting.to > last.to) last = meeting;
    if (meeting.isPlanned) {
      for (; (busy[next]?.from ?? Infinity) < meeting.to - GAP; next++)
        busyUntil = Math.max(busyUntil, busy[next]?.to ?? busyUntil);
      if (busyUntil > meeting.from)
        faults.push({
          kind: 'busy_then',
          pairingId: meeting.pairingId,
          personId: person.id,
          at: new Date(meeting.from).toISOString(),
        });
    }
    const instant = new Date(meeting.from);
    const day = localOf(instant, zoneAt(person, instant)).slice(0, DAY_OF);
    const monday = mondayOf(day);
    days.set(day, [...(days.get(day) ?? []), meeting]);
    weeks.set(monday, [...(weeks.get(monday) ?? []), meeting]);
  }
  const full = (by: Map<string, Meeting[]>, most: number, kind: PlanFaultKind): void => {
    for (const [at, those] of by) {
      const planned = those.find(({ isPlanned }) => isPlanned);
      if (planned && those.length > most)
        faults.push({ kind, pairingId: planned.pairingId, personId: person.id, at });
    }
  };
  full(days, person.caps.perDay, 'too_many_in_day');
  full(weeks, person.caps.perWeek, 'too_many_in_week');
  return faults;
}
