import { addDays, daysBetween, weekdayOf, type Day } from '@flipside/kernel';
import { commonTimes, instantOf, workingDay, type DaysOff } from './calendar.js';
import { sites } from './company.js';
import type { Network } from './network.js';
import type { DemoCompany, DemoPerson } from './people.js';
import type { Random } from './random.js';
import { skipReasons, type Theme } from './stories.js';
import { themeOf } from './theme-of.js';

export const MINUTES = 30;
export const CADENCE = 14;
const SERIES_LENGTH = 13;
export const PAUSED_DAYS = 16;
const BY_HAND = ['ENG-MEC', 'ENG-SWP', 'FIN-ACC', 'SAL-EUR', 'SAL-AME', 'FIN-LEG'];

export type Story =
  | 'on_rhythm'
  | 'slipping'
  | 'at_risk'
  | 'paused'
  | 'new'
  | 'proposed'
  | 'accepted'
  | 'completed'
  | 'ended_early';

/** Whoever has coached for months has been a champion for longer than that. */
const LONG_CHAMPION_DAYS = 215;

/** Days since a pairing ended, by how it did. */
export const ENDED_DAYS: Partial<Record<Story, number>> = { completed: 9, ended_early: 24 };

/** What becomes of the executives' pairings; those left over wait in the matching round. */
const stories: readonly Story[] = [
  'on_rhythm',
  'on_rhythm',
  'on_rhythm',
  'on_rhythm',
  'slipping',
  'on_rhythm',
  'paused',
  'on_rhythm',
  'at_risk',
  'slipping',
  'on_rhythm',
  'new',
  'completed',
  'slipping',
  'proposed',
  'on_rhythm',
  'paused',
  'ended_early',
  'accepted',
];

export interface DemoPairing {
  readonly id: string;
  readonly story: Story;
  readonly executive: DemoPerson;
  readonly champion: DemoPerson;
  readonly theme: Theme;
  readonly zone: string;
  readonly sessions: readonly DemoSession[];
}

export interface DemoSession {
  readonly id: string;
  readonly status: 'booked' | 'held' | 'not_held' | 'unconfirmed' | 'skipped' | 'cancelled';
  readonly reason: string | null;
  readonly absent: 'executive' | null;
  readonly moved: boolean;
  readonly planned: string;
  readonly local: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export function drawExecutives({ people }: DemoCompany): DemoPerson[] {
  const heads = people.filter((p) => p.isHead);
  return [...heads.filter((p) => p.level <= 2), ...heads.filter((p) => BY_HAND.includes(p.unit))];
}

const zoneOf = (person: DemoPerson): string => sites[person.site].timeZone;

/** Everybody above a person. */
function above(person: DemoPerson, byId: ReadonlyMap<string, DemoPerson>): Set<string> {
  const ids = new Set<string>();
  for (
    let boss = person.managerId;
    boss && !ids.has(boss);
    boss = byId.get(boss)?.managerId ?? null
  )
    ids.add(boss);
  return ids;
}

interface Weekly {
  readonly day: Day;
  readonly time: string;
}

/** Keeps a champion's fortnights apart: no two pairings on the same weekday. */
class ChampionWeek {
  readonly #taken = new Map<string, Set<number>>();

  take(championId: string, weekday: number): boolean {
    const days = this.#taken.get(championId) ?? new Set<number>();
    if (days.has(weekday)) return false;
    this.#taken.set(championId, days.add(weekday));
    return true;
  }
}

/** First day and time of a pairing's fortnights, so that its past begins `weeks` ago; null when the clocks never meet. */
function rhythmOf(
  random: Random,
  week: ChampionWeek,
  executive: DemoPerson,
  champion: DemoPerson,
  first: Day,
  daysOff?: DaysOff,
): Weekly | null {
  for (let shift = 0; shift < 5; shift++) {
    const day = workingDay(addDays(first, shift), 1, daysOff);
    const times = commonTimes(day, zoneOf(executive), zoneOf(champion), MINUTES).filter((time) =>
      // A time that works today must work after the next clock change too.
      commonTimes(addDays(day, 182), zoneOf(executive), zoneOf(champion), MINUTES).includes(time),
    );
    if (times.length && week.take(champion.id, weekdayOf(day)))
      return { day, time: random.pick(times) };
  }
  return null;
}

/** Do the hours of two people meet on a day, and half a year later? */
const meet = (day: Day, one: DemoPerson, other: DemoPerson): boolean =>
  [day, addDays(day, 182)].every(
    (on) => commonTimes(on, zoneOf(one), zoneOf(other), MINUTES).length > 0,
  );

/** What happened at one planned fortnight of the past, by the pairing's story. */
function pastOf(
  random: Random,
  story: Story,
  daysAgo: number,
): Pick<DemoSession, 'status' | 'reason' | 'absent' | 'moved'> {
  const plain = { reason: null, absent: null, moved: false } as const;
  const windowsAgo = Math.ceil(daysAgo / CADENCE);
  if (story === 'slipping' && windowsAgo <= 2)
    return { ...plain, status: 'skipped', reason: random.pick(skipReasons) };
  if (story === 'at_risk' && windowsAgo <= 2)
    return { ...plain, status: 'cancelled', reason: 'executive_conflict' };
  if (story === 'paused' && daysAgo <= PAUSED_DAYS)
    return { ...plain, status: 'cancelled', reason: 'pairing_paused' };
  const draw = random.next();
  if (draw < 0.08) return { ...plain, status: 'skipped', reason: random.pick(skipReasons) };
  if (draw < 0.13 && windowsAgo > 2) return { ...plain, status: 'not_held', absent: 'executive' };
  if (draw < 0.15 && windowsAgo > 2) return { ...plain, status: 'unconfirmed' };
  // Moved by a day or over a weekend, the last one before a pause would lie in it.
  const isLastBeforePause = story === 'paused' && windowsAgo <= 2;
  return { ...plain, status: 'held', moved: draw < 0.27 && !isLastBeforePause };
}

function sessionsOf(
  random: Random,
  story: Story,
  start: Weekly,
  zone: string,
  today: Day,
  now: Date,
  { daysOff, isOff }: { daysOff: DaysOff; isOff: (day: Day) => boolean },
): DemoSession[] {
  const sessions: DemoSession[] = [];
  for (let k = 0; k < SERIES_LENGTH; k++) {
    const day = addDays(start.day, k * CADENCE);
    const planned = `${day}T${start.time}`;
    const plannedAt = instantOf(zone, planned);
    const isPast = plannedAt.getTime() + MINUTES * 60_000 < now.getTime();
    // Nobody books beyond the end: the last one is some days before it, also when it is moved.
    const endedDays = ENDED_DAYS[story];
    if (endedDays !== undefined && day >= addDays(today, -endedDays - 5)) break;
    // Nobody has logged the last days yet; in a pause there is nothing to log.
    const wasYesterday = isPast && daysBetween(day, today) <= 4 && story !== 'paused';
    const isCalledOff = !isPast && story === 'paused';
    const drawn =
      !isPast || wasYesterday
        ? {
            status: isCalledOff ? ('cancelled' as const) : ('booked' as const),
            reason: isCalledOff ? 'pairing_paused' : null,
            absent: null,
            moved: false,
          }
        : pastOf(random, story, daysBetween(day, today));
    const outcome =
      isOff(day) && drawn.status !== 'cancelled'
        ? { status: 'skipped' as const, reason: 'holiday', absent: null, moved: false }
        : drawn;
    const local = outcome.moved
      ? `${workingDay(addDays(day, 1), 1, daysOff)}T${start.time}`
      : planned;
    const startsAt = instantOf(zone, local);
    sessions.push({
      id: random.id(),
      planned,
      local,
      startsAt,
      endsAt: new Date(startsAt.getTime() + MINUTES * 60_000),
      ...outcome,
    });
  }
  return sessions;
}

/** Weeks since the first session, by story. */
const weeksBack: Record<Story, readonly [number, number]> = {
  on_rhythm: [16, 20],
  slipping: [14, 20],
  at_risk: [12, 18],
  paused: [14, 20],
  new: [0, 0],
  proposed: [0, 0],
  accepted: [0, 0],
  completed: [24, 25],
  ended_early: [18, 22],
};

/** Pairs executives with champions who could be proposed to them, and lets six months pass. */
export function drawPairings(
  random: Random,
  company: DemoCompany,
  network: Network,
  executives: readonly DemoPerson[],
  today: Day,
  now: Date,
  daysOff: DaysOff,
): DemoPairing[] {
  const byId = new Map(company.people.map((p) => [p.id, p]));
  const isInLine = (one: DemoPerson, other: DemoPerson): boolean =>
    above(one, byId).has(other.id) || above(other, byId).has(one.id);
  const load = new Map<string, number>();
  const week = new ChampionWeek();
  const pairings: DemoPairing[] = [];
  // The head of the company has everybody in the reporting line: no pairing, which the round explains.
  const [, ...matchable] = executives;
  stories.forEach((story, i) => {
    const executive = matchable[i];
    if (!executive) return;
    // The second pairing goes to the champion of the first, who thereby gives more hours than agreed.
    const alsoFor = i === 0 ? matchable[1] : undefined;
    const wanted =
      i === 1
        ? [pairings[0]?.champion, ...network.champions]
        : random.sample(network.champions, network.champions.length);
    for (const champion of wanted) {
      if (!champion || (i !== 1 && (load.get(champion.id) ?? 0) >= 1)) continue;
      if (isInLine(champion, executive)) continue;
      if (alsoFor && (isInLine(champion, alsoFor) || !meet(today, champion, alsoFor))) continue;
      const isToday = story === 'new' || story === 'proposed' || story === 'accepted';
      const joined = network.joinedOn.get(champion.id) ?? today;
      if (!isToday && joined > addDays(today, -LONG_CHAMPION_DAYS)) continue;
      const first = isToday ? addDays(today, 4) : fortnightsAgo(random, story, i, today, daysOff);
      // A series that begins now begins on a day on which both work; one of the past may have met a day off since.
      const start = rhythmOf(
        random,
        week,
        executive,
        champion,
        first,
        isToday ? daysOff : undefined,
      );
      if (!start) continue;
      load.set(champion.id, (load.get(champion.id) ?? 0) + 1);
      const zone = zoneOf(executive);
      pairings.push({
        id: random.id(),
        story,
        executive,
        champion,
        theme: themeOf(executive, company, i),
        zone,
        sessions:
          story === 'proposed' || story === 'accepted'
            ? []
            : sessionsOf(random, story, start, zone, today, now, {
                daysOff,
                isOff: (day) => daysOff[executive.site].has(day) || daysOff[champion.site].has(day),
              }),
      });
      return;
    }
  });
  return pairings;
}

/** The first pairing met on the last working day and waits for its log; the third meets on the next one. */
function fortnightsAgo(random: Random, story: Story, i: number, today: Day, daysOff: DaysOff): Day {
  const fortnights = Math.round(random.between(...weeksBack[story]) / 2);
  if (i === 0) return addDays(workingDay(addDays(today, -1), -1, daysOff), -fortnights * CADENCE);
  if (i === 2) return addDays(workingDay(addDays(today, 1), 1, daysOff), -fortnights * CADENCE);
  return addDays(today, -fortnights * CADENCE - random.between(5, 9));
}

export const dayOf = (at: Date): Day => at.toISOString().slice(0, 10);
