import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { CancelSession, SkipSession } from './call-off-session.js';
import { MoveSession } from './move-session.js';
import { StopSessions, StopSessionsWhenEnded } from './pairing-life.job.js';
import { RestoreSession } from './restore-session.js';
import { SetMeetingLink } from './set-meeting-link.js';
import {
  MONDAY,
  aBooking,
  aPair,
  config,
  icsValue,
  mailsTo,
  type Pair,
} from './spec-setting.builder.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

/** All that waits has left at this moment. */
const sent = (at: string) =>
  t.db.rows(`update mail_message set state = 'sent', sent_at = $1 where state = 'queued'`, [at]);

/** Mails that wait for somebody, with the moment from which on they may leave. */
const waiting = async (personId: string) => {
  const rows = await t.db.rows<{ ics: string; at: Date; text: string }>(
    `select m.ical as ics, j.run_at as at, m.body_text as text
     from mail_message m join graphile_worker.jobs j on j.key = 'mail:' || m.id
     where m.person_id = $1 and m.state = 'queued' order by m.id`,
    [personId],
  );
  return rows.map(({ ics, at, text }) => ({
    at: at.toISOString(),
    sequence: icsValue(ics, 'SEQUENCE'),
    stamp: icsValue(ics, 'DTSTAMP') ?? '',
    link: /https:\/\/meet\S+/.exec(text)?.[0],
  }));
};

async function invited(): Promise<{ pair: Pair; ids: readonly string[] }> {
  const pair = await aPair(t.db, { championZone: 'Asia/Kolkata' });
  const { sessionIds } = await aBooking(t.db, pair);
  await sent('2027-01-11T08:00:20.000Z');
  return { pair, ids: sessionIds };
}

describe('words that change and no time', () => {
  const say = (pair: Pair, sessionId: string, at: string, room: string) =>
    new SetMeetingLink(t.db, fixedClock(at), config).run(pair.executive, {
      sessionId,
      meetingLink: `https://meet.example.com/${room}`,
    });

  it('are mailed at most once an hour, the latest ones, with the same number and a newer stamp', async () => {
    const { pair, ids } = await invited();
    const sessionId = ids[1] ?? '';
    for (const [minute, room] of [
      ['10', 'a'],
      ['20', 'b'],
      ['59', 'c'],
    ] as const)
      await say(pair, sessionId, `2027-01-11T08:${minute}:00Z`, room);
    const people = [pair.executiveId, pair.championId];
    for (const person of people)
      expect(await waiting(person)).toEqual([
        {
          // The invitation left at 20 seconds past eight.
          at: '2027-01-11T09:00:20.000Z',
          sequence: '0',
          stamp: '20270111T085900Z',
          link: 'https://meet.example.com/c',
        },
      ]);
    await sent('2027-01-11T09:00:20.000Z');
    await say(pair, sessionId, '2027-01-11T09:30:00Z', 'd');
    expect((await waiting(pair.championId)).map(({ at }) => at)).toEqual([
      '2027-01-11T10:00:20.000Z',
    ]);
    await sent('2027-01-11T10:00:20.000Z');
    // Long after the last one there is nothing to wait for but the moment to undo.
    await say(pair, sessionId, '2027-01-11T15:00:00Z', 'e');
    const [last] = await waiting(pair.executiveId);
    expect(last).toMatchObject({ at: '2027-01-11T15:00:20.000Z', sequence: '0' });
    const stamps = (await mailsTo(t.db, pair.executiveId)).map(({ ics }) =>
      icsValue(ics, 'DTSTAMP'),
    );
    expect(stamps).toHaveLength(6);
    expect(stamps).toEqual([...new Set(stamps)].sort());
  });

  it('that are the same as before are not mailed', async () => {
    const { pair, ids } = await invited();
    await say(pair, ids[1] ?? '', '2027-01-11T08:10:00Z', 'a');
    await sent('2027-01-11T09:00:20.000Z');
    await say(pair, ids[1] ?? '', '2027-01-11T12:00:00Z', 'a');
    expect(await waiting(pair.executiveId)).toEqual([]);
  });

  it('show who said yes to the time that stands, and forget a yes to the one before a move', async () => {
    const { pair, ids } = await invited();
    const [, second = ''] = ids;
    const accepts = (sequence: number) =>
      t.db.rows(
        `insert into participation (id, series_id, person_id, recurrence_local, answer, sequence, stamped_at)
         select $1, s.series_id, $2, s.recurrence_local, 'accepted', $3::int, $4 from session s where s.id = $5
         on conflict on constraint uq_participation do update set sequence = excluded.sequence`,
        [newId(), pair.executiveId, sequence, MONDAY, second],
      );
    const answers = async (room: string, at: string) => {
      await say(pair, second, at, room);
      const mails = await mailsTo(t.db, pair.championId);
      const about = mails.filter(({ ics }) => icsValue(ics, 'RECURRENCE-ID') === '20270126T100000');
      const ics = (about.at(-1)?.ics ?? '').replaceAll('\r\n ', '');
      return [...ics.matchAll(/^ATTENDEE.*PARTSTAT=([A-Z-]+)/gm)].map(([, answer]) => answer);
    };
    await accepts(0);
    await new MoveSession(t.db, fixedClock(MONDAY), config).run(pair.executive, {
      sessionId: second,
      startsAt: new Date('2027-01-27T11:00:00Z'),
    });
    await sent('2027-01-11T08:00:40.000Z');
    expect(await answers('a', '2027-01-11T10:00:00Z')).toEqual(['NEEDS-ACTION', 'NEEDS-ACTION']);
    await accepts(1);
    expect(await answers('b', '2027-01-11T12:00:00Z')).toEqual(['ACCEPTED', 'NEEDS-ACTION']);
  });

  it('do not hold a move back', async () => {
    const { pair, ids } = await invited();
    await say(pair, ids[1] ?? '', '2027-01-11T08:10:00Z', 'a');
    const at = fixedClock('2027-01-11T08:11:00Z');
    await new MoveSession(t.db, at, config).run(pair.executive, {
      sessionId: ids[1] ?? '',
      startsAt: new Date('2027-01-27T11:00:00Z'),
    });
    const moved = (await waiting(pair.executiveId)).find(({ sequence }) => sequence === '1');
    expect(moved?.at).toBe('2027-01-11T08:11:20.000Z');
  });
});

describe('64. the text part of each mail alone', () => {
  it('tells date, both local times with offsets, and how to change', async () => {
    const { pair, ids } = await invited();
    const [, second = '', third = '', fourth = ''] = ids;
    const at = fixedClock(MONDAY);
    const step = async (work: Promise<{ ok: boolean }>) => {
      expect((await work).ok).toBe(true);
      await sent(at.now().toISOString());
      at.set(new Date(at.now().getTime() + 3 * 3_600_000));
    };
    await step(
      new MoveSession(t.db, at, config).run(pair.executive, {
        sessionId: second,
        startsAt: new Date('2027-01-27T10:00:00Z'),
      }),
    );
    await step(new SkipSession(t.db, at, config).run(pair.champion, { sessionId: third }));
    await step(new RestoreSession(t.db, at, config).run(pair.executive, { sessionId: third }));
    await step(new CancelSession(t.db, at, config).run(pair.executive, { sessionId: fourth }));
    await step(
      new SetMeetingLink(t.db, at, config).run(pair.executive, {
        sessionId: third,
        meetingLink: 'https://meet.example.com/room',
      }),
    );
    await t.db.rows(`update pairing set state = 'ended_early', ended_at = $2 where id = $1`, [
      pair.pairingId,
      at.now(),
    ]);
    await new StopSessionsWhenEnded(new StopSessions(t.db, at, config)).handle({
      pairingId: pair.pairingId,
    });
    const mails = await mailsTo(t.db, pair.executiveId, pair.championId);
    const kinds = new Set(
      mails.map(({ subject }) => /^[^:]+?(?= with|:| session)/.exec(subject)?.[0]),
    );
    expect([...kinds].sort()).toEqual([
      'Back on',
      'Cancelled',
      'Moved',
      'Session',
      'Sessions',
      'Skipped',
    ]);
    const clock = String.raw`\d{1,2}:\d\d–\d{1,2}:\d\d`;
    const own = String.raw`\w{3} \d{1,2} \w{3}, ${clock} \((?:London|Kolkata), UTC[^)]*\)`;
    const other = String.raw`For (?:Helen Ward|Priya Nair): ${clock} \((?:London|Kolkata), UTC[^)]*\)`;
    for (const { subject, text } of mails) {
      expect([subject, text]).toEqual([
        subject,
        expect.stringMatching(new RegExp(`${own}\\. ${other}`)),
      ]);
      expect([subject, text]).toEqual([
        subject,
        expect.stringMatching(
          /(Move or skip it|Open your sessions): https:\/\/coach\.example\.com\//,
        ),
      ]);
    }
  });
});
