import { escapeText, toCalendarText } from './content-lines.js';
import { basicUtc } from './vtimezone.js';

/** How much a private calendar tells whoever holds its address. */
export type FeedDetail = 'busy' | 'neutral' | 'full';

export interface FeedEvent {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When the session last changed: the same session gives the same text. */
  readonly changedAt: Date;
  /** A hold that waits for an answer. */
  readonly isHold: boolean;
  readonly executiveName: string;
  readonly championName: string;
  readonly meetingLink: string | null;
  /** Address of its page. */
  readonly href: string;
}

/** Raised when the text of the same sessions would come out differently. */
export const FEED_FORMAT = 2;

function wordsOf(event: FeedEvent, detail: FeedDetail): string[] {
  if (detail === 'busy') return ['SUMMARY:Busy'];
  const what = event.isHold ? 'HOLD: AI coaching' : 'AI coaching';
  if (detail === 'neutral') return [`SUMMARY:${what}`];
  return [
    `SUMMARY:${escapeText(`${what}: ${event.executiveName} / ${event.championName}`)}`,
    ...(event.meetingLink ? [`LOCATION:${escapeText(event.meetingLink)}`] : []),
    `URL:${event.href}`,
  ];
}

const eventLines = (event: FeedEvent, detail: FeedDetail, domain: string): string[] => [
  'BEGIN:VEVENT',
  // Not the invitation's UID: programs would merge the two or hide one.
  `UID:feed-${event.id}@${domain}`,
  `DTSTAMP:${basicUtc(event.changedAt)}`,
  `DTSTART:${basicUtc(event.startsAt)}`,
  `DTEND:${basicUtc(event.endsAt)}`,
  ...wordsOf(event, detail),
  `STATUS:${event.isHold ? 'TENTATIVE' : 'CONFIRMED'}`,
  'TRANSP:OPAQUE',
  // Outlook looks here, not at the status.
  ...(event.isHold ? ['X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE'] : []),
  'END:VEVENT',
];

/**
 * A private calendar as text: single events in UTC, since it is read again and again; no people as
 * attendees, since a feed is no invitation. The same input gives the same octets.
 */
export const feedText = (
  events: readonly FeedEvent[],
  detail: FeedDetail,
  domain: string,
): string =>
  toCalendarText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Flipside//Sessions//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${detail === 'busy' ? 'Busy' : 'AI coaching'}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap((event) => eventLines(event, detail, domain)),
    'END:VCALENDAR',
  ]);
