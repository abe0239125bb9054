import { addDays } from '@flipside/kernel';
import { INVENTED, type MailSample } from '@flipside/platform-api';
import { DELEGATION_SCOPES, dayInWords } from '@flipside/sessions-domain';
import { askWhenAwayForAll, writeStreakQuestion } from '../ask-rhythm.js';
import { writeStaleCalendar } from '../busy/tell-stale-calendars.job.js';
import { writeDecision } from '../decide-dispute.js';
import { writeDeclineQuestion } from '../decline-mail.js';
import {
  writeDelegateAdded,
  writeDelegateArranged,
  writeDelegateChanged,
  writeDelegationEnded,
} from '../delegation-mail.js';
import { writeWordsAnswer } from '../inbound/answer-words.js';
import { writeUndelivered } from '../inbound/note-undelivered.js';
import { writeWaiting } from '../mail-actions/wait-by-mail.js';
import { tellOfHeldTimes, tellOfLostTimes, type OfferReason } from '../offer-mail.js';
import { writeSessionOptions } from '../options-mail.js';
import { writeClockChange } from '../rederive-times.job.js';
import { sampleMeeting } from './sample-days.js';

const { executive, champion, assistant, lead, thing } = INVENTED;
const people = { executive, champion };
const at = (now: Date, inDays: number, time?: string) =>
  sampleMeeting(now, executive.zone, inDays, time);
const dayOf = (now: Date, inDays: number) => addDays(now.toISOString().slice(0, 10), inDays);

const options = (now: Date) =>
  [
    { start: at(now, 1, '09:00'), reasons: ['In the morning for both of you.'] },
    { start: at(now, 2, '14:30'), reasons: ['The soonest after that.'] },
    { start: at(now, 3, '11:00'), reasons: ['On another day.', 'Not on 28 December: a day off.'] },
  ].map(({ start, reasons }) => ({
    pattern: { localStart: start.local, intervalWeeks: 2, zone: executive.zone, minutes: 30 },
    reasons,
  }));

const offered = (occasion: string, forName: string | null, isFound = true): MailSample => ({
  occasion,
  write: (tx, { now, config }) => {
    const reader = forName ? assistant : executive;
    const offer = { pairingId: thing, executive, champion, reader, forName };
    return writeSessionOptions(
      tx,
      config,
      { ...offer, options: isFound ? options(now) : [], today: dayOf(now, 0) },
      now,
    );
  },
});

const held = (
  occasion: string,
  awaits: 'executive' | 'champion',
  reason: (now: Date) => OfferReason,
  days: readonly number[] = [3],
  note: string | null = null,
): MailSample => ({
  occasion,
  write: (tx, { now, config }) => {
    const times = days.map((inDays) => at(now, inDays, '11:00').startsAt);
    const expiresAt = new Date(now.getTime() + 48 * 3_600_000);
    const about = { sessionIds: times.map(() => thing), minutes: 30, aboutSessionId: thing };
    return tellOfHeldTimes(tx, config, {
      people,
      awaits,
      times,
      ...(note && { notes: [note] }),
      ...about,
      expiresAt,
      reason: reason(now),
      now,
    });
  },
});

/** Times that are offered, held, lost and asked about. */
export const timeSamples: readonly MailSample[] = [
  offered('A pairing begins', null),
  offered('A pairing begins, to the assistant', executive.name),
  offered('No time suits both', null, false),
  {
    occasion: 'This fortnight does not work',
    write: (tx, { now, config }) =>
      writeWaiting(tx, config, {
        pairingId: thing,
        champion,
        executiveName: executive.name,
        again: dayInWords(dayOf(now, 13)),
        today: dayOf(now, 0),
      }),
  },
  held('A session fell through: another time is held', 'executive', (now) => ({
    kind: 'make_up',
    meeting: at(now, 0),
  })),
  held('A calendar declined: another time is held', 'executive', (now) => ({
    kind: 'declined',
    meeting: at(now, 0),
    by: 'champion',
  })),
  held(
    'Other times are proposed',
    'champion',
    (now) => ({
      kind: 'move',
      meeting: at(now, 0),
      byWords: `${assistant.name} for ${executive.name}`,
    }),
    [1, 2, 3],
  ),
  held(
    'A calendar asked for an evening',
    'champion',
    (now) => ({ kind: 'move', meeting: at(now, 0), byWords: executive.name }),
    [1],
    `Outside the working hours of ${champion.name}.`,
  ),
  {
    occasion: 'Nobody answers to other times',
    write: (tx, { config }) =>
      tellOfLostTimes(tx, config, {
        offerId: thing,
        to: executive,
        otherName: champion.name,
        aboutSessionId: thing,
      }),
  },
  {
    occasion: 'A calendar declined: nothing else was found',
    write: (tx, { now, config }) =>
      writeDeclineQuestion(
        tx,
        config,
        people,
        {
          session: { id: thing, ...at(now, 0) },
          side: 'executive',
          reply: { uid: thing, sequence: 0, stampedAt: now },
        },
        now,
      ),
  },
  {
    occasion: 'Two in a row did not fit',
    write: (tx, { now, config }) =>
      writeStreakQuestion(
        tx,
        config,
        people,
        { id: thing, streakSessionId: thing },
        { held: at(now, 3, '11:00'), minutes: 30 },
        now,
      ),
  },
  {
    occasion: 'Away for everything that is planned',
    write: (tx, { now, config }) => {
      const covered = { pairingId: thing, firstSessionId: thing, awayName: champion.name };
      return askWhenAwayForAll(tx, config, covered, people, now);
    },
  },
];

const terms = (now: Date) => ({
  scopes: DELEGATION_SCOPES,
  from: dayOf(now, 0),
  until: dayOf(now, 90),
});

/** Who looks after whose sessions. */
export const delegateSamples: readonly MailSample[] = [
  {
    occasion: 'An assistant is added',
    write: (tx, { now, config }) =>
      writeDelegateAdded(tx, config, {
        delegate: assistant,
        principal: executive,
        arrangedBy: null,
        terms: terms(now),
        today: dayOf(now, 0),
        now,
      }),
  },
  {
    occasion: 'HR sets up an assistant',
    write: (tx, { now, config }) =>
      writeDelegateArranged(tx, config, {
        delegationId: thing,
        principal: executive,
        delegateName: assistant.name,
        by: lead.name,
        terms: terms(now),
        today: dayOf(now, 0),
        now,
      }),
  },
  {
    occasion: 'What an assistant may do changes',
    write: (tx, { now, config }) =>
      writeDelegateChanged(tx, config, {
        delegationId: thing,
        delegate: assistant,
        principalName: executive.name,
        terms: { ...terms(now), scopes: ['move'] },
        today: dayOf(now, 0),
        now,
      }),
  },
  ...(['principal', 'delegate'] as const).map((to): MailSample => ({
    occasion: to === 'delegate' ? 'A delegation ends, to the assistant' : 'A delegation ends',
    write: (tx, { now, config }) =>
      writeDelegationEnded(tx, config, to, {
        principal: executive,
        delegate: assistant,
        by: null,
        now,
      }),
  })),
];

/** What somebody should know about calendars, clocks and addresses. */
export const noticeSamples: readonly MailSample[] = [
  {
    occasion: 'A calendar cannot be read',
    write: (tx, { now, config }) =>
      writeStaleCalendar(
        tx,
        config,
        {
          ...executive,
          personId: executive.id,
          id: thing,
          address: 'https://calendar.example.com/helen.ics',
          problem: 'The server asks for a password.',
          since: new Date(now.getTime() - 2 * 86_400_000),
        },
        now,
      ),
  },
  {
    occasion: 'The rules of a clock change',
    write: (tx, { now, config }) => {
      const { startsAt, endsAt } = at(now, 0, '16:00');
      const before = new Date(startsAt.getTime() + 3_600_000);
      const session = {
        id: thing,
        zone: 'America/Vancouver',
        startsAt: before,
        endsAt: new Date(endsAt.getTime() + 3_600_000),
      };
      return writeClockChange(tx, config, { session, person: executive, startsAt, endsAt });
    },
  },
  {
    occasion: 'A mail comes back',
    write: (tx, { config }) =>
      writeUndelivered(tx, config, lead, {
        id: thing,
        toName: champion.name,
        toEmail: champion.email,
      }),
  },
  {
    occasion: 'Somebody answers in words',
    write: (tx, { now, config }) => {
      const { startsAt: nextStart, endsAt: nextEnd } = at(now, 0);
      return writeWordsAnswer(tx, config, { ...executive, nextId: thing, nextStart, nextEnd }, now);
    },
  },
  {
    occasion: 'HR decides what stands',
    write: (tx, { now, config }) =>
      writeDecision(tx, config, {
        session: { id: thing, version: 2, ...at(now, -14) },
        person: executive,
        by: lead.name,
        tookPlace: true,
      }),
  },
];
