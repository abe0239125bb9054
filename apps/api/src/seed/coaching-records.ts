/** Writes what `coaching.ts` drew: executives, pairings, sessions, and what happened to each of them. */
import { addDays, FOREVER, type Day } from '@flipside/kernel';
import { timeZoneDataVersion } from '@flipside/people-api';
import type { Tx } from '@flipside/platform-api';
import { workingDay } from './calendar.js';
import {
  CADENCE,
  dayOf,
  ENDED_DAYS,
  MINUTES,
  PAUSED_DAYS,
  type DemoPairing,
  type DemoSession,
  type Story,
} from './coaching.js';
import type { DemoPerson } from './people.js';
import type { Random } from './random.js';
import { insertRows } from './rows.js';
import { themes } from './stories.js';

const ENROLLED_DAYS = 230;

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
        enrolled_on: addDays(today, -ENROLLED_DAYS),
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
  // The champion with two pairings agreed to less than they ask, some weeks ago.
  const [first] = pairings;
  if (first)
    await tx.execute(
      `update champion set agreed_hours = 3, capacity = 2, hours_since = $2 where person_id = $1`,
      [first.champion.id, addDays(today, -20)],
    );
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
  const endedDays = ENDED_DAYS[story];
  const endedOn = endedDays === undefined ? null : addDays(today, -endedDays);
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
  const endedDays = ENDED_DAYS[story];
  return [
    event('proposed', null, proposedOn(accepted, today)),
    event('said_yes', champion.id, workingDay(addDays(accepted, -1), -1)),
    event('accepted', executive.id, accepted),
    event('activated', null, accepted, '10:21'),
    ...(story === 'paused' ? [event('paused', executive.id, addDays(today, -PAUSED_DAYS))] : []),
    ...(endedDays === undefined
      ? []
      : [
          event(
            story,
            story === 'completed' ? executive.id : champion.id,
            addDays(today, -endedDays),
          ),
        ]),
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
  // The executive takes a time on the working day after the pairing was accepted.
  const accepted = acceptedOn(first.planned.slice(0, 10), today);
  const createdAt = `${workingDay(addDays(accepted, 1), 1)}T07:40:00Z`;
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
  const before =
    s.reason === 'pairing_paused'
      ? `${addDays(today, -PAUSED_DAYS)}T10:21:00Z`
      : `${dayBefore}T08:12:00Z`;
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
