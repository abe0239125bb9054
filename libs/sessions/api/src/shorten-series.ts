import type { Tx } from '@flipside/platform-api';
import {
  instantOf,
  type MailMeeting,
  type SessionNews,
  type SessionStatus,
} from '@flipside/sessions-domain';
import { announce, type MailSettings } from './calendar-outbox.js';
import type { PairTimes } from './pair-times.js';
import { restateDates, type StandingDate } from './restate-series.js';

/** A series as calendars know it. */
export interface LiveSeries {
  readonly id: string;
  readonly uid: string;
  readonly zone: string;
  readonly localStart: string;
  readonly intervalWeeks: number;
  readonly occurrenceCount: number;
  readonly minutes: number;
}

interface Dated {
  readonly recurrenceLocal: string;
}

/** Whether a date in this state does not take place. */
export const isOff = (status: SessionStatus): boolean =>
  status === 'skipped' || status === 'cancelled' || status === 'expired';

/**
 * Tells both calendars that a series ends earlier. Nothing of it stays: the whole UID is cancelled.
 * Otherwise the rule is shortened behind the last date that stays. Readers put moved dates that stay back
 * to where the rule has them, so those are said again; moved dates beyond the cut they leave standing, so
 * those are cancelled one by one.
 * @returns the last sequence
 */
export async function announceShortened(
  tx: Tx,
  settings: MailSettings,
  cut: {
    readonly series: LiveSeries;
    /** Dates that stay, in order. */
    readonly kept: readonly StandingDate[];
    /** Dates that were left out already. */
    readonly left: readonly Dated[];
    /** Dates that fall away, in order; at least one. */
    readonly gone: readonly (Dated &
      MailMeeting & { readonly localStart: string; readonly isMoved: boolean })[];
    readonly people: PairTimes;
    /** What both read; or whose old address it is taken from, while the sessions themselves stay. */
    readonly told:
      { readonly why: string; readonly isUndo?: boolean } | { readonly leavesAddressOf: string };
  },
  now: Date,
): Promise<number> {
  const { series, kept, left, gone, people, told } = cut;
  const onlyTo = 'why' in told ? null : told.leavesAddressOf;
  const [first] = gone;
  if (!first) throw new Error(`Nothing falls away from series ${series.id}`);
  const newsOf = (meeting: MailMeeting): SessionNews =>
    'why' in told
      ? { kind: 'series_ended', meeting, why: told.why }
      : { kind: 'address_left', meeting };
  const about = {
    seriesId: series.id,
    uid: series.uid,
    zone: series.zone,
    minutes: series.minutes,
    meetingLink: null,
    executive: people.executive,
    champion: people.champion,
    news: newsOf(first),
    path: '/sessions',
    isUndo: 'why' in told && told.isUndo === true,
    onlyTo,
  };
  const last = kept.at(-1);
  if (!last) {
    return announce(
      tx,
      settings,
      {
        ...about,
        method: 'CANCEL',
        localStart: series.localStart,
        recurrenceLocal: null,
        rule: null,
        exceptLocal: [],
        replacesDates: [...left, ...gone].map((row) => row.recurrenceLocal),
      },
      now,
    );
  }
  const lastStart = instantOf(series.zone, last.recurrenceLocal);
  if (!lastStart) throw new Error(`${last.recurrenceLocal} does not exist in ${series.zone}`);
  let sequence = await announce(
    tx,
    settings,
    {
      ...about,
      method: 'REQUEST',
      // Dates that stay may still be ahead: they keep the way in.
      meetingLink: last.meetingLink,
      localStart: series.localStart,
      recurrenceLocal: null,
      rule: { intervalWeeks: series.intervalWeeks, lastStart },
      exceptLocal: left
        .filter((row) => row.recurrenceLocal < last.recurrenceLocal)
        .map((row) => row.recurrenceLocal),
    },
    now,
  );
  await restateDates(tx, settings, series, kept, people, now, onlyTo);
  for (const row of gone.filter((each) => each.isMoved)) {
    sequence = await announce(
      tx,
      settings,
      {
        ...about,
        method: 'CANCEL',
        localStart: row.localStart,
        recurrenceLocal: row.recurrenceLocal,
        rule: null,
        exceptLocal: [],
        news: onlyTo ? newsOf(row) : { kind: 'cancelled', meeting: row, next: null, by: null },
      },
      now,
    );
  }
  return sequence;
}
