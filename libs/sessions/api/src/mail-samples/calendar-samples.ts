import { INVENTED, type MailSample } from '@flipside/platform-api';
import type { CalendarMethod, SessionNews } from '@flipside/sessions-domain';
import { writeCalendarMail, writeDelegateCopy } from '../calendar-mail.js';
import type { Announcement } from '../calendar-outbox.js';
import { sampleMeeting } from './sample-days.js';

const { executive, champion, assistant, thing } = INVENTED;
const by = champion.name;
const at = (now: Date, inDays: number, time?: string) =>
  sampleMeeting(now, executive.zone, inDays, time);

interface Occasion {
  readonly occasion: string;
  readonly method: CalendarMethod;
  /** What is said, in the first week from now. */
  readonly news: (now: Date) => SessionNews;
}

/** One for each kind of news: a new kind does not compile without its sample. */
const OCCASIONS: Readonly<Record<SessionNews['kind'], Occasion>> = {
  series_booked: {
    occasion: 'A series is booked',
    method: 'REQUEST',
    news: (now) => ({
      kind: 'series_booked',
      meetings: [0, 14, 28].map((inDays) => at(now, inDays)),
      everyWeeks: 2,
      exceptions: [],
      by: `${assistant.name} for ${executive.name}`,
    }),
  },
  session_booked: {
    occasion: 'One session is booked',
    method: 'REQUEST',
    news: (now) => ({ kind: 'session_booked', meeting: at(now, 2), by }),
  },
  moved: {
    occasion: 'A session moves',
    method: 'REQUEST',
    news: (now) => ({ kind: 'moved', from: at(now, 0), to: at(now, 1, '14:30'), by }),
  },
  skipped: {
    occasion: 'A session is skipped',
    method: 'CANCEL',
    news: (now) => ({ kind: 'skipped', meeting: at(now, 14), next: at(now, 28), by }),
  },
  cancelled: {
    occasion: 'A session is cancelled',
    method: 'CANCEL',
    news: (now) => ({ kind: 'cancelled', meeting: at(now, 14), next: at(now, 28), by }),
  },
  restored: {
    occasion: 'A session is back on',
    method: 'REQUEST',
    news: (now) => ({ kind: 'restored', meeting: at(now, 14), by }),
  },
  restated: {
    occasion: 'The meeting link changes',
    method: 'REQUEST',
    news: (now) => ({
      kind: 'restated',
      meeting: at(now, 0),
      meetingLink: 'https://meet.your-company.com/ai-coaching',
      isGone: false,
    }),
  },
  counter_declined: {
    occasion: 'A calendar asked for another time',
    method: 'DECLINECOUNTER',
    news: (now) => ({
      kind: 'counter_declined',
      meeting: at(now, 0),
      wanted: at(now, 1, '14:30').startsAt,
      why: `${by} cannot make it.`,
    }),
  },
  address_left: {
    occasion: 'The reader has another address',
    method: 'CANCEL',
    news: (now) => ({ kind: 'address_left', meeting: at(now, 0) }),
  },
  series_ended: {
    occasion: 'The sessions of a pairing end',
    method: 'CANCEL',
    news: (now) => ({
      kind: 'series_ended',
      meeting: at(now, 14),
      why: 'Your pairing has ended.',
    }),
  },
};

/** The same kind of news where nobody had to book: the next weeks of a rhythm that runs. */
const NEXT_WEEKS: Occasion = {
  occasion: 'The next weeks of a series',
  method: 'REQUEST',
  news: (now) => ({
    kind: 'series_booked',
    meetings: [0, 14, 28].map((inDays) => at(now, inDays)),
    everyWeeks: 2,
    goesOn: true,
    exceptions: [],
    by: null,
  }),
};

function announcementOf({ method, news }: Occasion, now: Date): Announcement {
  const isWhole = ['series_booked', 'address_left', 'series_ended'].includes(news(now).kind);
  return {
    seriesId: thing,
    uid: `${thing}@example.com`,
    method,
    zone: executive.zone,
    localStart: at(now, 0).local,
    minutes: 30,
    recurrenceLocal: isWhole ? null : at(now, 0).local,
    rule: null,
    exceptLocal: [],
    meetingLink: null,
    executive,
    champion,
    news: news(now),
    path: `/sessions/${thing}`,
    sessionId: thing,
  };
}

const about = { dedupeKey: thing };
const to = { person: executive, other: champion };

const copyOf = (occasion: Occasion): MailSample => ({
  occasion: `${occasion.occasion}, to the assistant`,
  write: (tx, { now, config }) => {
    const copy = { to, delegate: assistant, about };
    return writeDelegateCopy(tx, config, announcementOf(occasion, now), copy, now);
  },
});

/** Every mail with a calendar part, and the plain copies of assistants. */
export const calendarSamples: readonly MailSample[] = [
  ...[...Object.values(OCCASIONS), NEXT_WEEKS].map((occasion): MailSample => ({
    occasion: occasion.occasion,
    write: (tx, { now, config }) => {
      const attendees = [executive, champion].map((each) => ({ ...each, answer: null }));
      const numbers = { sequence: 0, stampedAt: now, attendees, isPrivate: false };
      const mail = { to, about, ...numbers };
      return writeCalendarMail(tx, config, announcementOf(occasion, now), mail, now);
    },
  })),
  copyOf(OCCASIONS.series_booked),
  copyOf(OCCASIONS.moved),
];
