/** A private calendar of two hundred sessions, as the readers of others understand it. */
import { describe, expect, it } from '@jest/globals';
import { feedText, type FeedDetail, type FeedEvent } from '@flipside/sessions-domain';
import ICAL from 'ical.js';
import { listedByKhal } from './khal.js';
import { askLibical } from './libical.js';
import { askPython } from './python.js';

const READER = `
import json, sys
import icalendar
calendar = icalendar.Calendar.from_ical(json.load(sys.stdin))
json.dump([int(event['DTSTART'].dt.timestamp()) for event in calendar.walk('VEVENT')], sys.stdout)
`;

const first = Date.parse('2026-10-01T07:30:00Z');
const events: FeedEvent[] = Array.from({ length: 200 }, (_, index) => {
  const startsAt = new Date(first + index * 37 * 3_600_000);
  return {
    id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 30 * 60_000),
    changedAt: new Date(first),
    isHold: index % 7 === 0,
    executiveName: index % 3 ? 'Zoë, “Z” Ward; née Ó Briain' : 'ليلى 🌿 Haddad',
    championName: 'Priya Nair-Longername of the Department of Unusually Long Names',
    meetingLink: index % 2 ? 'https://meet.example.com/a,b;c' : null,
    href: `https://coach.example.com/sessions/${index}`,
  };
});
const starts = events.map(({ startsAt }) => startsAt.getTime() / 1000);
const texts = (['busy', 'neutral', 'full'] as const satisfies readonly FeedDetail[]).map((detail) =>
  feedText(events, detail, 'coach.example.com'),
);

describe('70. a feed with 200 events', () => {
  it('has the same starts for ical.js', () => {
    for (const text of texts) {
      const found = new ICAL.Component(ICAL.parse(text))
        .getAllSubcomponents('vevent')
        .map((event) => new ICAL.Event(event).startDate.toUnixTime());
      expect(found).toEqual(starts);
    }
  });

  it('has the same starts for libical', () => {
    for (const answer of askLibical(texts)) expect(answer.starts).toEqual(starts);
  });

  it('has the same starts for python-icalendar', () => {
    for (const text of texts)
      expect(askPython<number[]>(READER, ['icalendar'], text)).toEqual(starts);
  });

  it('has the same starts and titles for khal, which lists it as a person sees it', () => {
    const titles = events.map(
      ({ isHold, executiveName, championName }) =>
        `${isHold ? 'HOLD: ' : ''}AI coaching: ${executiveName} / ${championName}`,
    );
    const shown = texts.map((text) => listedByKhal(text, '2026-10-01', 400));
    for (const list of shown)
      expect(list.map(({ start }) => Date.parse(`${start}Z`) / 1000)).toEqual(starts);
    expect(shown[2]?.map(({ title }) => title)).toEqual(titles);
  }, 120_000);
});
