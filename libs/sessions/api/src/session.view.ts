import { zoneAt } from '@flipside/people-domain';
import {
  placeOf,
  offsetInWords,
  clockInWords,
  dayInWords,
  wallTimeOf,
  canMoveNow,
  changeStatus,
  looksTheSame,
  type DelegationScope,
  type SessionAct,
} from '@flipside/sessions-domain';
import { takesSessions } from './pairing-facts.js';
import type { SeenSession, SessionRow } from './session.reader.js';
import { canRecord, mayDo } from './session.policy.js';
import type { OtherClock, SessionType, WallSpan } from './session.type.js';

/**
 * A stretch of time as the clock in `zone` shows it.
 * @param home where the reader is when not travelling, for the reader's own clock
 */
export function wallSpan(startsAt: Date, endsAt: Date, zone: string, home = zone): WallSpan {
  const [start, end] = [wallTimeOf(startsAt, zone), wallTimeOf(endsAt, zone)];
  return {
    zone,
    place: placeOf(zone),
    elsewhere: zone === home ? null : placeOf(zone),
    offsetMinutes: start.offsetMinutes,
    offset: offsetInWords(start.offsetMinutes),
    day: start.day,
    dayInWords: dayInWords(start.day),
    startTime: start.time,
    endTime: end.time,
    timeInWords: `${clockInWords(start.time)}–${clockInWords(end.time)}`,
  };
}

/** The clocks of `people` that show something else than the reader's. */
export function otherClocks(
  startsAt: Date,
  endsAt: Date,
  viewerZone: string,
  people: readonly { id: string; name: string; zone: string }[],
  viewerId: string,
): OtherClock[] {
  const own = wallTimeOf(startsAt, viewerZone);
  return people
    .filter((person) => person.id !== viewerId)
    .filter((person) => !looksTheSame(own, wallTimeOf(startsAt, person.zone)))
    .map(({ name, zone }) => ({ name, time: wallSpan(startsAt, endsAt, zone) }));
}

const STATUS_WORDS: Readonly<Record<SessionRow['status'], string>> = {
  offered: 'Offered',
  booked: 'Booked',
  held: 'Held',
  not_held: 'Not held',
  unconfirmed: 'Unconfirmed',
  skipped: 'Skipped',
  cancelled: 'Cancelled',
  expired: 'Expired',
};

const REASON_WORDS: Readonly<Record<string, (row: SessionRow) => string>> = {
  executive_away: (row) => `${row.executiveName} is away.`,
  champion_away: (row) => `${row.championName} is away.`,
  holiday: () => 'A public holiday.',
  other_work: () => 'Other work comes first.',
  nothing_new: () => 'Nothing to talk about this time.',
  not_free: () => 'This date did not suit both when the series was booked.',
  pairing_paused: () => 'The pairing is paused.',
  pairing_ended: () => 'The pairing has ended.',
  person_left: () => 'One of the two is no longer with the company.',
};

type NoticedSession = Pick<
  SessionRow,
  'status' | 'endsAt' | 'attention' | 'executiveName' | 'championName'
>;

const ATTENTION_WORDS: Readonly<Record<string, (row: NoticedSession) => string>> = {
  calendar_conflict: () => 'A connected calendar shows something else at this time.',
  conflict_after_tz_change: () =>
    'Clock rules have changed, and this time no longer suits both of you.',
  declined_by_executive: (row) => `${row.executiveName} declined it in their calendar.`,
  declined_by_champion: (row) => `${row.championName} declined it in their calendar.`,
  mail_bounced: () => 'An invitation to it could not be delivered.',
};

/** What was noticed about a session that is still ahead. */
export function attentionInWords(row: NoticedSession, now: Date): string[] {
  if (row.status !== 'booked' || row.endsAt <= now) return [];
  return row.attention.flatMap((what) => ATTENTION_WORDS[what]?.(row) ?? []);
}

function statusInWords(row: SessionRow, now: Date): string {
  const isWaiting = row.status === 'booked' && row.endsAt <= now;
  if (isWaiting) return 'No word yet';
  return row.status === 'booked' && row.moveCount > 0 ? 'Booked, moved' : STATUS_WORDS[row.status];
}

/** A session as its reader may see it: words and links only for the two people. */
export function sessionView(
  seen: SeenSession,
  viewer: { personId: string; timeZone: string },
  now: Date,
): SessionType {
  const { row, sight, standing, travel } = seen;
  const people = [
    { id: row.executiveId, name: row.executiveName, zone: row.executiveZone },
    { id: row.championId, name: row.championName, zone: row.championZone },
  ];
  const can = (act: SessionAct, scope: DelegationScope): boolean =>
    standing !== null && mayDo(standing, scope) && changeStatus(row, act, standing.side, now).ok;
  const principal = people.find((person) => person.id === standing?.onBehalfOf);
  const ownZone = zoneAt({ zone: viewer.timeZone, travel }, row.startsAt);
  const seesAll = sight === 'everything';
  return {
    id: row.id,
    pairingId: row.pairingId,
    seriesId: row.seriesId,
    status: row.status,
    statusInWords: statusInWords(row, now),
    reasonInWords: REASON_WORDS[row.statusReason ?? '']?.(row) ?? null,
    absentSide: row.absentSide,
    isDisputed: row.isDisputed,
    attentionInWords: standing ? attentionInWords(row, now) : [],
    isMoved: row.moveCount > 0,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    minutes: row.minutes,
    hasEnded: row.endsAt <= now,
    yourTime: wallSpan(row.startsAt, row.endsAt, ownZone, viewer.timeZone),
    otherTimes: otherClocks(row.startsAt, row.endsAt, ownZone, people, viewer.personId),
    executive: { id: row.executiveId, name: row.executiveName },
    champion: { id: row.championId, name: row.championName },
    viewerSide: standing && !standing.onBehalfOf ? standing.side : null,
    onBehalfOf: principal ? { id: principal.id, name: principal.name } : null,
    meetingLink: seesAll ? row.meetingLink : null,
    agenda: seesAll ? row.agenda : null,
    version: row.version,
    viewerCanMove:
      standing !== null && mayDo(standing, 'move') && canMoveNow(row, standing.side, now),
    viewerCanPropose: can('move', 'move'),
    viewerCanSkip: can('skip', 'cancel'),
    viewerCanCancel: can('cancel', 'cancel'),
    viewerCanRestore:
      can('restore', 'cancel') && row.seriesState === 'active' && takesSessions(row.pairingState),
    viewerCanRecord:
      canRecord(standing) &&
      (['record_held', 'record_not_held'] as const).some(
        (act) => changeStatus(row, act, standing.side, now).ok,
      ),
  };
}
