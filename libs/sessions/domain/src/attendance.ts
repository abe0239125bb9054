import type { Share } from './cadence.js';
import { LATE_UNDER_HOURS, type AbsentSide, type SessionStatus } from './session-status.js';

/** One session as attendance counts it. A moved session counts once, at its final time. */
export interface AttendanceSession {
  readonly status: SessionStatus;
  readonly absentSide: AbsentSide | null;
  readonly startsAt: Date;
  /** When it was called off; null when it was not. */
  readonly calledOffAt: Date | null;
  readonly moveCount: number;
}

/** Shares with their parts, so that totals over pairings are sums. Source: metrics G.5. */
export interface Attendance {
  /** Not held, of all that are known to be held or not held. */
  readonly noShow: Share;
  readonly noShowBySide: Readonly<Record<AbsentSide, number>>;
  /** Nobody said what happened, of all whose time has passed. Never guessed from the date. */
  readonly unconfirmed: Share;
  /** False above 15 % unconfirmed: the no-show share then says little. */
  readonly isNoShowReliable: boolean;
  /** Called off less than 24 hours before, of all that came within 24 hours of their start. */
  readonly lateCancellation: Share;
  /** Moves, of all sessions that were scheduled. */
  readonly moves: Share;
}

const HOUR = 3_600_000;
const RELIABLE_UP_TO = 0.15;

/** Attendance of these sessions as it stands `now`. */
export function attendance(sessions: readonly AttendanceSession[], now: Date): Attendance {
  const real = sessions.filter(({ status }) => status !== 'offered' && status !== 'expired');
  const count = (status: SessionStatus): number =>
    real.filter((session) => session.status === status).length;
  const [held, notHeld, unconfirmed] = [count('held'), count('not_held'), count('unconfirmed')];
  const absent = (side: AbsentSide): number =>
    real.filter((each) => each.status === 'not_held' && each.absentSide === side).length;
  const notice = (session: AttendanceSession): number =>
    session.calledOffAt
      ? session.startsAt.getTime() - session.calledOffAt.getTime()
      : Number.NEGATIVE_INFINITY;
  const cameClose = real.filter(
    (each) =>
      notice(each) < LATE_UNDER_HOURS * HOUR &&
      each.startsAt.getTime() - now.getTime() < LATE_UNDER_HOURS * HOUR,
  );
  const known = held + notHeld + unconfirmed;
  return {
    noShow: { part: notHeld, whole: held + notHeld },
    noShowBySide: {
      executive: absent('executive'),
      champion: absent('champion'),
      both: absent('both'),
    },
    unconfirmed: { part: unconfirmed, whole: known },
    isNoShowReliable: known === 0 || unconfirmed / known <= RELIABLE_UP_TO,
    lateCancellation: {
      part: cameClose.filter((each) => each.calledOffAt !== null).length,
      whole: cameClose.length,
    },
    moves: { part: real.reduce((sum, each) => sum + each.moveCount, 0), whole: real.length },
  };
}
