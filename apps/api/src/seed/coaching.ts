import { addDays, daysBetween, FOREVER, weekdayOf, type Day } from '@flipside/kernel';
import { timeZoneDataVersion } from '@flipside/people-api';
import type { Tx } from '@flipside/platform-api';
import { commonTimes, instantOf, workingDay, type DaysOff } from './calendar.js';
import { sites } from './company.js';
import type { Network } from './network.js';
import type { DemoCompany, DemoPerson } from './people.js';
import type { Random } from './random.js';
import { insertRows } from './rows.js';
import { skipReasons, themes, type Theme } from './stories.js';
import { themeOf } from './theme-of.js';

const MINUTES = 30;
const CADENCE = 14;
const SERIES_LENGTH = 13;
const PAUSED_DAYS = 16;
const BY_HAND = ['ENG-MEC', 'ENG-SWP', 'FIN-ACC', 'SAL-EUR', 'SAL-AME', 'FIN-LEG'];

type Story =
  | 'on_rhythm'
  | 'slipping'
  | 'at_risk'
  | 'paused'
  | 'new'
  | 'proposed'
  | 'accepted'
  | 'completed'
  | 'ended_early';

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

/** What happened at one planned fortnight of the past, by the pairing's story. */
function pastOf(
  random: Random,
  story: Story,
  windowsAgo: number,
): Pick<DemoSession, 'status' | 'reason' | 'absent' | 'moved'> {
  const plain = { reason: null, absent: null, moved: false } as const;
  if (story === 'slipping' && windowsAgo <= 2)
    return { ...plain, status: 'skipped', reason: random.pick(skipReasons) };
  if (story === 'at_risk' && windowsAgo <= 2)
    return { ...plain, status: 'cancelled', reason: 'executive_conflict' };
  if (story === 'paused' && windowsAgo <= 1)
    return { ...plain, status: 'cancelled', reason: 'pairing_paused' };
  const draw = random.next();
  if (draw < 0.08) return { ...plain, status: 'skipped', reason: random.pick(skipReasons) };
  if (draw < 0.11 && windowsAgo > 2) return { ...plain, status: 'not_held', absent: 'executive' };
  if (draw < 0.13 && windowsAgo > 2) return { ...plain, status: 'unconfirmed' };
  return { ...plain, status: 'held', moved: draw < 0.25 };
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
    const windowsAgo = Math.ceil(daysBetween(day, today) / CADENCE);
    if ((story === 'completed' || story === 'ended_early') && !isPast) break;
    const wasYesterday = isPast && daysBetween(day, today) <= 4;
    const isCalledOff = !isPast && story === 'paused';
    const drawn =
      !isPast || wasYesterday
        ? {
            status: isCalledOff ? ('cancelled' as const) : ('booked' as const),
            reason: isCalledOff ? 'pairing_paused' : null,
            absent: null,
            moved: false,
          }
        : pastOf(random, story, windowsAgo);
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
  on_rhythm: [16, 21],
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
  const load = new Map<string, number>();
  const week = new ChampionWeek();
  const pairings: DemoPairing[] = [];
  // The head of the company has everybody in the reporting line: no pairing, which the round explains.
  const [, ...matchable] = executives;
  stories.forEach((story, i) => {
    const executive = matchable[i];
    if (!executive) return;
    const inLine = above(executive, byId);
    // The second pairing goes to the champion of the first, who thereby gives more hours than agreed.
    const wanted =
      i === 1
        ? [pairings[0]?.champion, ...network.champions]
        : random.sample(network.champions, network.champions.length);
    for (const champion of wanted) {
      if (!champion || (i !== 1 && (load.get(champion.id) ?? 0) >= 1)) continue;
      if (above(champion, byId).has(executive.id) || inLine.has(champion.id)) continue;
      const isToday = story === 'new' || story === 'proposed' || story === 'accepted';
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

const dayOf = (at: Date): Day => at.toISOString().slice(0, 10);

/** Writes executives, pairings and their sessions with claims and history. */
export async function writeCoaching(
  tx: Tx,
  executives: readonly DemoPerson[],
  pairings: readonly DemoPairing[],
  random: Random,
  today: Day,
): Promise<void> {
  const workedOn = new Map(pairings.map((p) => [p.executive.id, p.theme]));
  // Those who wait for a champion come with what a review has to look at: no goal yet, a rare topic, few free hours.
  const waiting = executives.filter((p) => !workedOn.has(p.id) && p.level > 1);
  const [silent, newcomer, unusual, earlyBird] = waiting;
  await insertRows(
    tx,
    'executive',
    executives.map((p, i) => {
      const theme = workedOn.get(p.id) ?? themes[(i + 2) % themes.length];
      const isSilent = p === silent || p === newcomer;
      const goal = isSilent
        ? ''
        : p === unusual
          ? 'Read court filings before counsel does'
          : (theme?.goal ?? '');
      const topics = isSilent ? [] : p === unusual ? ['Court filings'] : (theme?.topics ?? []);
      return {
        person_id: p.id,
        source: p.level <= 2 ? 'level' : 'hand',
        goal,
        topics,
        enrolled_on: addDays(today, -200),
      };
    }),
  );
  const fewHours = [earlyBird, newcomer].filter((p) => p !== undefined);
  await insertRows(
    tx,
    'working_hours',
    fewHours.flatMap((p) =>
      [2, 4].map((weekday) => ({
        person_id: p.id,
        weekday,
        from_minute: 9 * 60,
        to_minute: 12 * 60,
      })),
    ),
  );
  await insertRows(
    tx,
    'pairing',
    pairings.map((p) => pairingRow(p, today)),
  );
  await insertRows(
    tx,
    'pairing_event',
    pairings.flatMap((p) => pairingEvents(p, random, today)),
  );
  await insertRows(
    tx,
    'pairing_pause',
    pairings
      .filter((p) => p.story === 'paused')
      .map((p) => ({
        pairing_id: p.id,
        valid_from: addDays(today, -PAUSED_DAYS),
        valid_to: FOREVER,
      })),
  );
  // The champion with two pairings had agreed to less than they ask.
  const [first] = pairings;
  if (first)
    await tx.execute(`update champion set agreed_hours = 1.5, capacity = 2 where person_id = $1`, [
      first.champion.id,
    ]);
  for (const pairing of pairings)
    if (pairing.sessions.length) await writeSessions(tx, pairing, random, today);
}

/** People answer on working days: the last one six days or more before the first session. */
const acceptedOn = (anchor: Day, today: Day): Day =>
  workingDay(addDays(anchor < today ? anchor : today, -6), -1);

/** A pairing is proposed four days before it is accepted, or the day before yesterday while it waits. */
const proposedOn = (accepted: Day | null, today: Day): Day =>
  workingDay(accepted ? addDays(accepted, -4) : addDays(today, -2), -1);

function pairingRow(
  { id, story, executive, champion, theme, sessions }: DemoPairing,
  today: Day,
): Record<string, unknown> {
  const anchor = sessions[0]?.planned.slice(0, 10) ?? null;
  const accepted = anchor
    ? acceptedOn(anchor, today)
    : story === 'accepted'
      ? workingDay(addDays(today, -1), -1)
      : null;
  const isProposed = story === 'proposed';
  const endedOn =
    story === 'completed'
      ? addDays(today, -9)
      : story === 'ended_early'
        ? addDays(today, -24)
        : null;
  const states: Record<Story, string> = {
    on_rhythm: 'active',
    slipping: 'active',
    at_risk: 'active',
    new: 'active',
    paused: 'paused',
    proposed: 'proposed',
    accepted: 'accepted',
    completed: 'completed',
    ended_early: 'ended_early',
  };
  return {
    id,
    executive_id: executive.id,
    champion_id: champion.id,
    state: states[story],
    cadence_days: CADENCE,
    session_minutes: MINUTES,
    goal: theme.goal,
    executive_answer: isProposed ? 'pending' : 'yes',
    champion_answer: 'yes',
    proposed_at: `${proposedOn(accepted, today)}T09:00:00Z`,
    expires_at: isProposed ? `${addDays(today, 12)}T09:00:00Z` : null,
    accepted_at: accepted && `${accepted}T10:20:00Z`,
    anchor_on: anchor,
    paused_from: story === 'paused' ? addDays(today, -PAUSED_DAYS) : null,
    paused_until: null,
    ended_at: endedOn && `${endedOn}T15:00:00Z`,
  };
}

function pairingEvents(
  { id, story, executive, champion, sessions }: DemoPairing,
  random: Random,
  today: Day,
): Record<string, unknown>[] {
  const anchor = sessions[0]?.planned.slice(0, 10);
  const event = (kind: string, actor: string | null, day: Day, time = '10:20') => ({
    id: random.id(),
    pairing_id: id,
    kind,
    actor_id: actor,
    detail: {},
    at: `${day}T${time}:00Z`,
  });
  if (!anchor) {
    const answered = workingDay(addDays(today, -1), -1);
    const isAccepted = story === 'accepted';
    return [
      event('proposed', null, proposedOn(isAccepted ? answered : null, today)),
      event('said_yes', champion.id, answered),
      ...(isAccepted ? [event('accepted', executive.id, answered)] : []),
    ];
  }
  const accepted = acceptedOn(anchor, today);
  return [
    event('proposed', null, proposedOn(accepted, today)),
    event('said_yes', champion.id, workingDay(addDays(accepted, -1), -1)),
    event('accepted', executive.id, accepted),
    event('activated', null, accepted, '10:21'),
    ...(story === 'paused' ? [event('paused', executive.id, addDays(today, -PAUSED_DAYS))] : []),
    ...(story === 'completed' ? [event('completed', executive.id, addDays(today, -9))] : []),
    ...(story === 'ended_early' ? [event('ended_early', champion.id, addDays(today, -24))] : []),
  ];
}

async function writeSessions(
  tx: Tx,
  { id: pairingId, story, executive, champion, zone, sessions }: DemoPairing,
  random: Random,
  today: Day,
): Promise<void> {
  const [first] = sessions;
  if (!first) return;
  const seriesId = random.id();
  const createdAt = new Date(first.startsAt.getTime() - 6 * 86_400_000).toISOString();
  const version = timeZoneDataVersion();
  const isOver = story === 'completed' || story === 'ended_early';
  await insertRows(tx, 'series', [
    {
      id: seriesId,
      pairing_id: pairingId,
      ical_uid: `${random.id()}@norden-werke.example`,
      zone,
      local_start: first.planned,
      interval_weeks: 2,
      occurrence_count: sessions.length,
      duration_min: MINUTES,
      sequence: sessions.filter(
        (s) => s.moved || s.status === 'skipped' || s.status === 'cancelled',
      ).length,
      state: isOver ? 'ended' : 'active',
      created_at: createdAt,
    },
  ]);
  await insertRows(
    tx,
    'session',
    sessions.map((s) => ({
      id: s.id,
      pairing_id: pairingId,
      series_id: seriesId,
      recurrence_local: s.planned,
      local_start: s.local,
      zone,
      duration_min: MINUTES,
      starts_at: s.startsAt,
      ends_at: s.endsAt,
      tzdb_version: version,
      status: s.status,
      status_reason: s.reason,
      absent_side: s.absent,
      move_count: s.moved ? 1 : 0,
      created_at: createdAt,
    })),
  );
  const takes = sessions.filter((s) => s.status !== 'skipped' && s.status !== 'cancelled');
  await insertRows(
    tx,
    'claim',
    takes.flatMap((s) =>
      [executive.id, champion.id].map((personId) => ({
        id: random.id(),
        person_id: personId,
        session_id: s.id,
        kind: 'firm',
        during: `[${s.startsAt.toISOString()},${s.endsAt.toISOString()})`,
        hold_expires_at: null,
      })),
    ),
  );
  await insertRows(
    tx,
    'session_event',
    sessions.flatMap((s) => eventsOf(s, executive, champion, createdAt, random, today)),
  );
}

function eventsOf(
  s: DemoSession,
  executive: DemoPerson,
  champion: DemoPerson,
  createdAt: string,
  random: Random,
  today: Day,
): Record<string, unknown>[] {
  const event = (
    kind: string,
    from: string | null,
    to: string,
    actor: string | null,
    at: string,
    reason: string | null = null,
  ) => ({
    id: random.id(),
    session_id: s.id,
    kind,
    from_status: from,
    to_status: to,
    actor_id: actor,
    reason_code: reason,
    at,
  });
  const dayBefore = addDays(dayOf(s.startsAt), -2);
  const before = `${dayBefore < today ? dayBefore : addDays(today, -PAUSED_DAYS)}T08:12:00Z`;
  const after = new Date(s.endsAt.getTime() + 25 * 60_000).toISOString();
  return [
    event('booked', null, 'booked', executive.id, createdAt),
    ...(s.moved ? [event('moved', 'booked', 'booked', executive.id, before)] : []),
    ...(s.status === 'skipped' || s.status === 'cancelled'
      ? [
          // Days off are known when the series is booked, and nobody has to skip them.
          s.reason === 'holiday' && s.status === 'skipped'
            ? event(s.status, 'booked', s.status, null, createdAt, s.reason)
            : event(s.status, 'booked', s.status, executive.id, before, s.reason),
        ]
      : []),
    ...(s.status === 'held' || s.status === 'not_held'
      ? [event(s.status, 'booked', s.status, champion.id, after)]
      : []),
    ...(s.status === 'unconfirmed'
      ? [
          event(
            'unconfirmed',
            'booked',
            'unconfirmed',
            champion.id,
            new Date(s.endsAt.getTime() + 14 * 86_400_000).toISOString(),
          ),
        ]
      : []),
  ];
}
