import { CalendarProblem, guardedFetch } from './guarded-fetch.js';

export interface CalendarAddress {
  readonly url: string;
  readonly allowsPrivate: boolean;
  readonly etag: string | null;
  readonly username?: string;
  readonly password?: string;
}

/** Texts of iCalendar, or that nothing changed since the last look. */
export type FetchedCalendar =
  'unchanged' | { readonly texts: readonly string[]; readonly etag: string | null };

const basicAuth = ({ username, password }: CalendarAddress): Record<string, string> =>
  username
    ? {
        authorization: `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}`,
      }
    : {};

function checkStatus(status: number): void {
  if (status === 401 || status === 403)
    throw new CalendarProblem('The server refuses access. Check address, user name and password.');
  if (status === 404 || status === 410)
    throw new CalendarProblem('There is no calendar at this address any more. Copy it again.');
  if (status < 200 || status >= 300)
    throw new CalendarProblem(`The server answered with ${status}. It is tried again later.`);
}

/** A published calendar file. With the last ETag an unchanged one is not sent again. */
export async function fetchIcs(asked: CalendarAddress): Promise<FetchedCalendar> {
  const answer = await guardedFetch({
    url: asked.url,
    allowsPrivate: asked.allowsPrivate,
    headers: { ...basicAuth(asked), ...(asked.etag && { 'if-none-match': asked.etag }) },
  });
  if (answer.status === 304) return 'unchanged';
  checkStatus(answer.status);
  if (!/^\uFEFF?BEGIN:VCALENDAR/i.test(answer.body.trimStart()))
    throw new CalendarProblem(
      'At this address is no calendar. Copy the address of the published calendar (it often ends in .ics).',
    );
  return { texts: [answer.body], etag: answer.etag };
}

const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const freeBusyQuery = (from: Date, to: Date): string =>
  `<?xml version="1.0" encoding="utf-8"?><C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav"><C:time-range start="${utc(from)}" end="${utc(to)}"/></C:free-busy-query>`;

const eventQuery = (from: Date, to: Date): string =>
  `<?xml version="1.0" encoding="utf-8"?><C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="${utc(from)}" end="${utc(to)}"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`;

/**
 * Busy times of a CalDAV calendar (RFC 4791): its free/busy report, which carries no titles at all; from
 * servers without one the events of the window, whose times alone are then looked at.
 */
export async function fetchCaldav(
  asked: CalendarAddress & { readonly from: Date; readonly to: Date },
): Promise<FetchedCalendar> {
  const report = (body: string) =>
    guardedFetch({
      url: asked.url,
      method: 'REPORT',
      allowsPrivate: asked.allowsPrivate,
      headers: {
        ...basicAuth(asked),
        depth: '1',
        'content-type': 'application/xml; charset=utf-8',
      },
      body,
    });
  const busy = await report(freeBusyQuery(asked.from, asked.to));
  if (busy.status === 200 && busy.body.includes('BEGIN:VFREEBUSY'))
    return { texts: [busy.body], etag: null };
  if (busy.status === 401) checkStatus(busy.status);
  const events = await report(eventQuery(asked.from, asked.to));
  checkStatus(events.status);
  return { texts: calendarDataOf(events.body), etag: null };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const decodeText = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Math.min(Number(decimal), 0x10_ffff));
    if (hex) return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10_ffff));
    return ENTITIES[name as string] ?? whole;
  });

/** The texts inside `calendar-data` elements of a multistatus answer, whatever their prefix. */
export function calendarDataOf(xml: string): string[] {
  const found = xml.matchAll(
    /<(?:[\w-]+:)?calendar-data(?:\s[^>]*)?>([\s\S]*?)<\/(?:[\w-]+:)?calendar-data>/g,
  );
  return [...found].map(([, inner = '']) => {
    const raw = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(inner)?.[1];
    return raw ?? decodeText(inner);
  });
}
