import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { expandSeries } from '@flipside/sessions-domain';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { SkipSession } from './call-off-session.js';
import { MoveFollowing } from './move-following.js';
import { MoveSession } from './move-session.js';
import { RenewSeries } from './renew-series.js';
import { RestoreSession } from './restore-session.js';
import { SetMeetingLink } from './set-meeting-link.js';
import {
  aBooking,
  aPair,
  config,
  MONDAY,
  mailsTo,
  sendAll,
  sessionsOf,
  type Pair,
  type StoredSession,
} from './spec-setting.builder.js';
import { localSql } from './sql.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const clock = fixedClock(MONDAY);
const OFF = new Set(['skipped', 'cancelled']);

interface SeriesRow {
  id: string;
  uid: string;
  zone: string;
  localStart: string;
  intervalWeeks: number;
  count: number;
  minutes: number;
  sequence: number;
}

const seriesOf = (pair: Pair): Promise<SeriesRow[]> =>
  t.db.rows<SeriesRow>(
    `select id, ical_uid as uid, zone, ${localSql('local_start')} as "localStart", interval_weeks as "intervalWeeks",
       occurrence_count as count, duration_min as minutes, sequence from series where pairing_id = $1 order by local_start`,
    [pair.pairingId],
  );
const datesOf = (seriesId: string) =>
  t.db.rows<{ id: string; status: string; recurrence: string; local: string }>(
    `select id, status, ${localSql('recurrence_local')} as recurrence, ${localSql('local_start')} as local from session where series_id = $1 order by recurrence_local`,
    [seriesId],
  );

/** What a reader of the newest message about a whole series makes of it: rule minus exceptions, as wall times. */
function readerOf(ics: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const event = calendar
    .getAllSubcomponents('vevent')
    .find((each) => !each.hasProperty('recurrence-id'));
  if (!event) throw new Error('No message about the whole series');
  const found: string[] = [];
  const iterator = new ICAL.Event(event).iterator();
  for (let at = iterator.next(); at; at = iterator.next()) found.push(at.toString().slice(0, 16));
  return found;
}

async function newestMaster(pair: Pair, uid: string): Promise<string> {
  const masters = (await mailsTo(t.db, pair.executiveId)).filter(
    ({ ics }) =>
      ics?.replaceAll(/\r\n[ \t]/g, '').includes(`UID:${uid}`) && !ics.includes('RECURRENCE-ID'),
  );
  return masters.at(-1)?.ics ?? '';
}

/** Changing the link says the whole series again. */
const say = (pair: Pair, sessionId: string, at = clock) =>
  new SetMeetingLink(t.db, at, config).run(pair.executive, {
    sessionId,
    meetingLink: `https://meet.example.com/${newId()}`,
  });

describe('22. cancelling a date and changing the text of the series later', () => {
  it('says again that the date is left out', async () => {
    const pair = await aPair(t.db);
    const { sessionIds } = await aBooking(t.db, pair);
    const skip = new SkipSession(t.db, clock, config);
    expect((await skip.run(pair.executive, { sessionId: sessionIds[2] ?? '' })).ok).toBe(true);
    await sendAll(t.db);
    expect((await say(pair, sessionIds[3] ?? '')).ok).toBe(true);
    const [series] = await seriesOf(pair);
    const ics = await newestMaster(pair, series?.uid ?? '');
    expect(ics).toContain('EXDATE;TZID=Europe/London:20270209T100000');
    expect(readerOf(ics)).toEqual([
      '2027-01-12T10:00',
      '2027-01-26T10:00',
      '2027-02-23T10:00',
      '2027-03-09T10:00',
      '2027-03-23T10:00',
    ]);
  });
});

type Act = { act: 'move' | 'skip' | 'restore' | 'following'; at: number; hours: number };
const anyActs = fc.array(
  fc.record({
    act: fc.constantFrom<Act['act']>('move', 'skip', 'restore', 'following'),
    at: fc.integer({ min: 0, max: 5 }),
    hours: fc.integer({ min: -2, max: 5 }),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Does one thing to one of the pairing's sessions; what is refused changes nothing. */
async function perform(pair: Pair, { act, at, hours }: Act): Promise<void> {
  const sessions = await sessionsOf(t.db, pair.pairingId);
  const session = sessions[at % sessions.length];
  if (!session) return;
  const startsAt = new Date(session.startsAt.getTime() + (24 + hours) * 3_600_000);
  const sessionId = session.id;
  if (act === 'move')
    await new MoveSession(t.db, clock, config).run(pair.executive, { sessionId, startsAt });
  if (act === 'skip') await new SkipSession(t.db, clock, config).run(pair.executive, { sessionId });
  if (act === 'restore')
    await new RestoreSession(t.db, clock, config).run(pair.executive, { sessionId });
  if (act === 'following')
    await new MoveFollowing(t.db, clock, config).run(pair.executive, {
      sessionId,
      startsAt,
      keepsMoved: true,
      idempotencyKey: newId(),
    });
}

/** Every date stands in exactly one series, every date of a rule is one session, and calendars read the same. */
async function expectInStep(pair: Pair): Promise<void> {
  const all: StoredSession[] = await sessionsOf(t.db, pair.pairingId);
  const series = await seriesOf(pair);
  const dates = await Promise.all(series.map(({ id }) => datesOf(id)));
  const byStatus = new Map<string, number>();
  for (const { status } of all) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  const sum = [...byStatus.values()].reduce((total, count) => total + count, 0);
  expect(sum).toBe(dates.flat().length);
  for (const [index, row] of series.entries()) {
    const own = dates[index] ?? [];
    const expanded = expandSeries({ ...row, count: own.length });
    if (!expanded.ok) throw new Error('The rule meets a clock change');
    expect(own.map(({ recurrence }) => recurrence)).toEqual(
      expanded.value.map(({ local }) => local),
    );
    const kept = own.filter(({ status }) => !OFF.has(status));
    const [first] = kept;
    if (!first) continue;
    await sendAll(t.db);
    if (!(await say(pair, first.id)).ok) continue;
    // A series of one date is a plain event: it stands where the date was moved to.
    expect(readerOf(await newestMaster(pair, row.uid))).toEqual(
      kept.map(({ recurrence, local }) => (row.count === 1 ? local : recurrence)),
    );
  }
}

describe('28. the sum of sessions per status equals the rows', () => {
  it('and the rule less its exceptions equals the dates that are not called off, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(anyActs, async (acts) => {
        const pair = await aPair(t.db);
        await aBooking(t.db, pair);
        for (const act of acts) await perform(pair, act);
        await expectInStep(pair);
      }),
      {
        numRuns: 12,
        // A moved date that a split leaves alone in its series.
        examples: [
          [
            [
              { act: 'move', at: 0, hours: 0 },
              { act: 'following', at: 1, hours: 0 },
            ],
          ],
        ],
      },
    );
  }, 1_200_000);
});

describe('30. two series of one pairing', () => {
  it('never overlap in dates after renewal', async () => {
    await fc.assert(
      fc.asyncProperty(anyActs, fc.integer({ min: 30, max: 120 }), async (acts, days) => {
        const pair = await aPair(t.db);
        await aBooking(t.db, pair);
        for (const act of acts) await perform(pair, act);
        const later = fixedClock(new Date(new Date(MONDAY).getTime() + days * 86_400_000));
        const renew = new RenewSeries(t.db, later, config);
        await renew.run(pair.pairingId);
        await renew.run(pair.pairingId);
        const spans = (await Promise.all((await seriesOf(pair)).map(({ id }) => datesOf(id))))
          .map((dates) => dates.map(({ recurrence }) => recurrence))
          .filter((dates) => dates.length > 0);
        for (const [index, dates] of spans.slice(1).entries())
          expect((spans[index]?.at(-1) ?? '') < (dates[0] ?? '')).toBe(true);
      }),
      {
        numRuns: 8,
        // The last date alone gets another usual hour: the rhythm goes on from there.
        examples: [
          [
            [
              { act: 'skip', at: 3, hours: 0 },
              { act: 'following', at: 5, hours: 0 },
            ],
            30,
          ],
        ],
      },
    );
  }, 1_200_000);
});
