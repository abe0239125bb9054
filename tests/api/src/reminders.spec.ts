/** Reminders, from the change that plans them to the mail that leaves: the whole server on a clock that stands still. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { newId } from '@flipside/kernel';
import { LogSession } from '@flipside/learnings-api';
import { anExecutive, aPairing } from '@flipside/pairings-api/builders';
import { aPerson } from '@flipside/people-api/builders';
import { SignIn } from '@flipside/people-api';
import type { Viewer } from '@flipside/platform-api';
import {
  BookSeries,
  MoveSession,
  PlanAllReminders,
  SendReminders,
  SkipSession,
} from '@flipside/sessions-api';
import { aDelegation, aSession } from '@flipside/sessions-api/builders';
import { testApp, type TestApp } from './test-app.js';

/** A Monday morning in winter. */
const MONDAY = '2027-01-11T08:00:00Z';
const BASE = 'http://localhost:4173';

let app: TestApp;
let helen: string;
let priya: string;
let pairingId: string;

beforeAll(async () => {
  app = await testApp({ now: MONDAY });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(MONDAY);
  helen = (await anExecutive(app.db, { person: { name: 'Helen Ward', timeZone: 'Europe/London' } }))
    .id;
  priya = (await aPerson(app.db, { name: 'Priya Nair', timeZone: 'Europe/London' })).id;
  await aChampion(app.db, { personId: priya });
  pairingId = (await aPairing(app.db, { executiveId: helen, championId: priya, state: 'active' }))
    .id;
});

const viewer = async (personId: string): Promise<Viewer> => {
  const found = await app.nest.get(SignIn, { strict: false }).viewerById(personId);
  if (!found) throw new Error('Nobody there');
  return found;
};
const send = (at: string): Promise<void> => {
  app.clock.set(at);
  return app.nest.get(SendReminders, { strict: false }).handle();
};
const plan = (): Promise<void> => app.nest.get(PlanAllReminders, { strict: false }).handle();

/** A booked series, as the executive books it; its first session is on the given day. */
async function booked(localStart: string): Promise<string[]> {
  const result = await app.nest
    .get(BookSeries, { strict: false })
    .run(await viewer(helen), { pairingId, localStart, idempotencyKey: newId() });
  if (!result.ok) throw new Error(result.refusal.message);
  return [...result.value.sessionIds];
}

const remindersOf = (
  personId: string,
): Promise<{ kind: string; state: string; dueAt: Date; startsAt: Date }[]> =>
  app.db.rows(
    `select kind, state, due_at as "dueAt", starts_at as "startsAt" from reminder where person_id = $1 order by due_at, kind`,
    [personId],
  );
const mailsTo = (personId: string): Promise<{ subject: string; text: string; state: string }[]> =>
  app.db.rows(
    `select subject, body_text as text, state from mail_message where person_id = $1 and kind = 'reminder' order by id`,
    [personId],
  );
const subjects = async (personId: string): Promise<string[]> =>
  (await mailsTo(personId)).map(({ subject }) => subject);

describe('booking a series', () => {
  it('plans the reminders of its near sessions in the same unit of work', async () => {
    await booked('2027-01-14T10:00');
    const waiting = (await remindersOf(priya)).filter(({ state }) => state === 'waiting');
    expect(waiting.map(({ kind }) => kind)).toEqual([
      'first_meeting',
      'preparation',
      'preparation_missing',
      'log',
      'log_nudge_1',
      'log_nudge_2',
    ]);
    expect((await remindersOf(helen)).map(({ kind }) => kind)).toEqual([
      'still_on',
      'preparation',
      'today',
      'confirm',
    ]);
  });

  it('plans nothing when the hour is taken and nothing is booked', async () => {
    await aSession(app.db, {
      pairingId: (await aPairing(app.db, { championId: priya, state: 'active' })).id,
      startsAt: '2027-01-14T10:00:00Z',
    });
    await expect(booked('2027-01-14T10:00')).rejects.toThrow(/taken/);
    expect(await remindersOf(helen)).toEqual([]);
  });
});

describe('a session that moves', () => {
  it('71. from Thursday to Tuesday sends exactly one agenda reminder, 24 h before Tuesday', async () => {
    const [first = ''] = await booked('2027-01-14T10:00');
    const moved = await app.nest
      .get(MoveSession, { strict: false })
      .run(await viewer(helen), { sessionId: first, startsAt: new Date('2027-01-19T10:00:00Z') });
    expect(moved.ok).toBe(true);
    app.clock.set('2027-01-12T09:00:00Z');
    await plan();
    for (const at of [
      '2027-01-13T10:01:00Z',
      '2027-01-14T07:31:00Z',
      '2027-01-18T09:59:00Z',
      '2027-01-18T10:00:00Z',
      '2027-01-18T10:01:00Z',
      '2027-01-18T11:00:00Z',
    ])
      await send(at);
    const [mail, ...more] = (await mailsTo(priya)).filter(({ subject }) =>
      subject.startsWith('Prepare'),
    );
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Prepare your session with Helen Ward: Tue 19 Jan, 10:00');
    const sent = (await remindersOf(priya)).find(
      ({ kind, state }) => kind === 'preparation' && state === 'sent',
    );
    expect(sent?.dueAt.toISOString()).toBe('2027-01-18T10:00:00.000Z');
  });

  it('and moves back is not reminded twice of the same start', async () => {
    const { id } = await aSession(app.db, { pairingId, startsAt: '2027-01-13T10:00:00Z' });
    await plan();
    await send('2027-01-12T10:00:00Z');
    await app.drain();
    const move = app.nest.get(MoveSession, { strict: false });
    for (const startsAt of ['2027-01-15T10:00:00Z', '2027-01-13T10:00:00Z']) {
      const result = await move.run(await viewer(helen), {
        sessionId: id,
        startsAt: new Date(startsAt),
      });
      expect(result.ok).toBe(true);
      await app.drain();
    }
    for (const at of ['2027-01-12T11:00:00Z', '2027-01-12T12:00:00Z']) await send(at);
    expect((await subjects(priya)).filter((each) => each.startsWith('Prepare'))).toHaveLength(1);
  });
});

describe('a session that is called off', () => {
  it('74. between planning and sending is not reminded of', async () => {
    const [first = ''] = await booked('2027-01-12T10:00');
    await app.nest
      .get(SkipSession, { strict: false })
      .run(await viewer(helen), { sessionId: first });
    expect(
      (await remindersOf(priya)).filter(({ state }) => state === 'waiting').map(({ kind }) => kind),
    ).toEqual([]);
    // Even when the row had not been taken back: what is due is looked at again.
    const { id } = await aSession(app.db, { pairingId, startsAt: '2027-01-13T15:00:00Z' });
    await plan();
    await app.db.rows(`update session set status = 'cancelled' where id = $1 returning id`, [id]);
    await send('2027-01-12T15:01:00Z');
    expect(await subjects(priya)).toEqual([]);
    expect(await remindersOf(priya)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'preparation', state: 'void' })]),
    );
  });

  it('takes a reminder back that still waits for the mail server, and keeps what else it told', async () => {
    const other = await aPairing(app.db, { championId: priya, state: 'active' });
    const first = await aSession(app.db, { pairingId, startsAt: '2027-01-13T10:00:00Z' });
    await aSession(app.db, { pairingId: other.id, startsAt: '2027-01-13T10:45:00Z' });
    await plan();
    await send('2027-01-12T10:46:00Z');
    expect(await subjects(priya)).toEqual([
      'Prepare your session with Helen Ward: Wed 13 Jan, 10:00 – and 1 more',
    ]);
    await app.nest
      .get(SkipSession, { strict: false })
      .run(await viewer(helen), { sessionId: first.id });
    await send('2027-01-12T10:47:00Z');
    const mails = await mailsTo(priya);
    expect(mails.map(({ state }) => state)).toEqual(['dropped', 'queued']);
    expect(mails[1]?.subject).toMatch(/^Prepare your session with .+: Wed 13 Jan, 10:45$/);
    expect(mails[1]?.text).not.toContain('Helen Ward');
  });
});

describe('after a session', () => {
  it('asks both, nudges the champion twice at most, and then leaves it', async () => {
    await aSession(app.db, { pairingId, startsAt: '2027-01-11T10:00:00Z' });
    await plan();
    for (const at of [
      '2027-01-11T10:36:00Z',
      '2027-01-12T10:31:00Z',
      '2027-01-14T10:31:00Z',
      '2027-01-18T10:31:00Z',
      '2027-01-25T10:31:00Z',
    ])
      await send(at);
    expect((await subjects(priya)).slice(-3)).toEqual([
      'Did you meet Helen Ward?',
      'Your session with Helen Ward is not logged yet',
      'Your session with Helen Ward is not logged yet',
    ]);
    expect((await subjects(helen)).filter((each) => each.startsWith('Did you'))).toEqual([
      'Did you meet Priya Nair?',
    ]);
  });

  it('75. a log written at +23 h: no nudge', async () => {
    const { id } = await aSession(app.db, { pairingId, startsAt: '2027-01-11T10:00:00Z' });
    await plan();
    await send('2027-01-11T10:36:00Z');
    app.clock.set('2027-01-12T09:30:00Z');
    const logged = await app.nest.get(LogSession, { strict: false }).run(await viewer(priya), {
      sessionId: id,
      met: true,
      topics: [],
      behaviours: [],
      changeLine: '',
      nextStep: '',
      didNotWork: '',
      submissionKey: newId(),
    });
    expect(logged.ok).toBe(true);
    for (const at of ['2027-01-12T10:31:00Z', '2027-01-14T10:31:00Z']) await send(at);
    expect(await subjects(priya)).toEqual(['Did you meet Helen Ward?']);
  });

  it('the executive confirms from the mail in two taps', async () => {
    await aSession(app.db, { pairingId, startsAt: '2027-01-11T10:00:00Z' });
    await plan();
    await send('2027-01-11T10:36:00Z');
    const [mail] = await mailsTo(helen);
    const link = /\/a\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
    const page = await app.inject({ method: 'GET', url: link });
    expect(page.body).toContain('Did you meet Priya Nair?');
    const done = await app.inject({
      method: 'POST',
      url: link,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: BASE,
        host: 'localhost:4173',
      },
      payload: new URLSearchParams({ choice: 'met', key: randomUUID() }).toString(),
    });
    expect(done.body).toContain('Thank you');
    const state = await app.db.one(`select status from session where pairing_id = $1`, [pairingId]);
    expect(state).toEqual({ status: 'held' });
  });
});

describe('whom a reminder reaches', () => {
  it('the assistant too in the morning, and nobody at night', async () => {
    const kim = (await aPerson(app.db, { name: 'Kim Lee', timeZone: 'America/New_York' })).id;
    await aDelegation(app.db, { principalId: helen, delegateId: kim });
    await aSession(app.db, { pairingId, startsAt: '2027-01-12T15:00:00Z' });
    await plan();
    await send('2027-01-12T07:31:00Z');
    expect(await subjects(kim)).toEqual([]);
    await send('2027-01-12T12:31:00Z');
    expect(await subjects(kim)).toEqual(['Today at 10:00: Helen Ward and Priya Nair']);
    const [own, ...more] = await mailsTo(helen);
    expect(more).toEqual([]);
    expect(own?.text).toContain('Today at 15:00: Priya Nair');
  });

  it('in one mail for what comes within half an hour', async () => {
    const other = await aPairing(app.db, { championId: priya, state: 'active' });
    await aSession(app.db, { pairingId, startsAt: '2027-01-11T10:00:00Z' });
    await aSession(app.db, { pairingId: other.id, startsAt: '2027-01-11T10:40:00Z' });
    await plan();
    for (const minute of ['10:36', '11:16', '11:20', '11:45', '11:46'])
      await send(`2027-01-11T${minute}:00Z`);
    const asked = (await remindersOf(priya)).filter(
      ({ kind, state }) => kind === 'log' && state === 'sent',
    );
    expect(asked).toHaveLength(2);
    const times = await app.db.rows<{ at: Date }>(
      `select distinct settled_at as at from reminder where person_id = $1 and state = 'sent' order by 1`,
      [priya],
    );
    times.slice(1).forEach(({ at }, index) => {
      expect(at.getTime() - (times[index]?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(1_800_000);
    });
  });

  it('not at all once its time is over: a day without a worker brings nothing stale', async () => {
    await aSession(app.db, { pairingId, startsAt: '2027-01-12T10:00:00Z' });
    await plan();
    await send('2027-01-12T11:00:00Z');
    const late = (await remindersOf(priya)).filter(({ state }) => state === 'too_late');
    expect(late.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['preparation', 'preparation_missing']),
    );
    expect((await subjects(priya)).filter((each) => each.startsWith('Prepare'))).toEqual([]);
  });
});

describe('the question whether a session is still on', () => {
  const DOUBT = 'Does Thu 14 Jan, 10:00 still suit?';
  const asked = async (personId: string) =>
    (await subjects(personId)).filter((each) => each.startsWith('Does '));
  /** The sessions before, a fortnight apart, and the one on Thursday 14 January. */
  async function coming(...before: ('held' | 'not_held' | 'skipped' | 'cancelled')[]) {
    for (const [index, status] of before.entries()) {
      const day = new Date(Date.UTC(2026, 11, 31 - 14 * index, 10));
      await aSession(app.db, {
        pairingId,
        startsAt: day,
        status,
        ...(status === 'not_held' && { absentSide: 'executive' as const }),
      });
    }
    const session = await aSession(app.db, { pairingId, startsAt: '2027-01-14T10:00:00Z' });
    await plan();
    return session;
  }
  const answer = (seriesId: string, answer: string, recurrence: string | null, sequence = 0) =>
    app.db.rows(
      `insert into participation (id, series_id, person_id, recurrence_local, answer, sequence, stamped_at)
       values ($1, $2, $3, $4::timestamp, $5, $6, $7)`,
      [newId(), seriesId, helen, recurrence, answer, sequence, MONDAY],
    );

  it.each([[['skipped', 'not_held']], [['cancelled', 'cancelled', 'held']]] as const)(
    'is put once, to executive and assistant, 48 hours before, after %j',
    async (before) => {
      const kim = (await aPerson(app.db, { name: 'Kim Lee', timeZone: 'Europe/London' })).id;
      await aDelegation(app.db, { principalId: helen, delegateId: kim });
      await coming(...before);
      await send('2027-01-12T09:59:00Z');
      expect(await asked(helen)).toEqual([]);
      for (const at of ['2027-01-12T10:01:00Z', '2027-01-12T11:00:00Z', '2027-01-13T09:00:00Z'])
        await send(at);
      for (const reader of [helen, kim]) expect(await asked(reader)).toEqual([DOUBT]);
      expect(await asked(priya)).toEqual([]);
      const [mail] = (await mailsTo(helen)).filter(({ subject }) => subject === DOUBT);
      expect(mail?.text).toContain('Thu 14 Jan, 10:00–10:30 (London, UTC).');
      expect(mail?.text).toMatch(/Move or skip it: http\S+\/a\/[\w-]{43}/);
    },
  );

  it.each([
    ['one of the last two took place', ['held', 'skipped']],
    ['the older of the last two took place', ['skipped', 'held']],
    ['only one session was before it', ['skipped']],
    ['it is the first one', []],
  ] as const)('is not put when %s', async (_, before) => {
    await coming(...before);
    await send('2027-01-12T10:01:00Z');
    expect(await asked(helen)).toEqual([]);
  });

  it.each([
    ['this date', '2027-01-14T10:00', 'accepted'],
    ['the whole series', null, 'accepted'],
    ['this date, perhaps', '2027-01-14T10:00', 'tentative'],
  ])('is not put when the executive’s calendar accepted %s', async (_, recurrence, word) => {
    const { seriesId } = await coming('skipped', 'not_held');
    await answer(seriesId, word, recurrence);
    await send('2027-01-12T10:01:00Z');
    expect(await asked(helen)).toEqual([]);
  });

  it('is put when what was accepted is a time that it no longer has', async () => {
    const { id, seriesId } = await coming('skipped', 'not_held');
    await answer(seriesId, 'accepted', null);
    await app.db.rows('update session set sequence = 1 where id = $1', [id]);
    await send('2027-01-12T10:01:00Z');
    expect(await asked(helen)).toEqual([DOUBT]);
  });

  it('is not put late: a day before, its time is over', async () => {
    await coming('skipped', 'not_held');
    await send('2027-01-13T10:01:00Z');
    expect(await asked(helen)).toEqual([]);
    const row = (await remindersOf(helen)).find(({ kind }) => kind === 'still_on');
    expect(row?.state).toBe('too_late');
  });
});

describe('72. a worker that is down for six hours', () => {
  it('what would come too late is closed; the invitation still goes out', async () => {
    app.clock.set('2027-01-12T03:40:00Z');
    await booked('2027-01-13T10:00');
    const states = async () => {
      const rows = await app.db.rows<{ kind: string; state: string }>(
        `select kind, state from mail_message where person_id = any($1) and kind = 'invitation'`,
        [[helen, priya]],
      );
      return rows.map(({ state }) => state);
    };
    expect(await states()).toEqual(['queued', 'queued']);
    const missing = async () =>
      (await remindersOf(priya)).find(
        ({ kind, startsAt }) =>
          kind === 'preparation_missing' && startsAt.toISOString() === '2027-01-13T10:00:00.000Z',
      )?.state;
    // Due at 6:00 until 9:30: the worker went down at 3:50 and is back at 9:50.
    expect(await missing()).toBe('waiting');
    await send('2027-01-13T09:50:00Z');
    expect(await missing()).toBe('too_late');
    expect((await subjects(priya)).filter((each) => each.startsWith('Prepare'))).toEqual([]);
    expect(await subjects(helen)).toEqual(['Today at 10:00: Priya Nair']);
    await app.db.rows(
      `update graphile_worker._private_jobs set run_at = now() where key like 'mail:%'`,
    );
    await app.drain();
    expect(await states()).toEqual(['kept', 'kept']);
  });
});

describe('a crash', () => {
  const remind = () => app.nest.get(SendReminders, { strict: false }).handle();

  it('of the connection between writing the mail and noting it leaves one mail after the next run', async () => {
    await aSession(app.db, { pairingId, startsAt: '2027-01-13T10:00:00Z' });
    await plan();
    app.clock.set('2027-01-12T10:01:00Z');
    await app.db.rows(`
      create function die() returns trigger language plpgsql as $$
      begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
    await app.db.rows(
      `create trigger die before update on reminder for each row when (new.state = 'sent') execute function die()`,
    );
    await expect(remind()).rejects.toThrow();
    expect(await subjects(priya)).toEqual([]);
    await app.db.rows(`drop trigger die on reminder`);
    await app.db.rows(`drop function die`);
    await remind();
    await remind();
    await app.drain();
    expect(await mailsTo(priya)).toEqual([expect.objectContaining({ state: 'kept' })]);
  });

  it('73. two workers, 1,000 due rows: each sent once', async () => {
    await app.db.rows(
      `update reminder set state = 'void', settled_at = now() where state = 'waiting' returning id`,
    );
    const pairs = 25;
    for (let index = 0; index < pairs; index++) {
      const pairing = await aPairing(app.db, { state: 'active' });
      for (let n = 0; n < 20; n++)
        await aSession(app.db, {
          pairingId: pairing.id,
          startsAt: new Date(Date.UTC(2027, 0, 11, 9, 0) - n * 3_600_000),
          minutes: 30,
        });
    }
    const before = await app.db.one<{ n: number }>(
      `select count(*) as n from mail_message where kind = 'reminder'`,
    );
    // Both ask: the champion for a log, the executive whether they met.
    await app.db.rows(
      `insert into reminder (id, session_id, person_id, kind, starts_at, due_at, until_at)
       select gen_random_uuid(), s.id, w.id, w.kind, s.starts_at, s.starts_at, s.starts_at + interval '3 days'
       from session s join pairing p on p.id = s.pairing_id
       cross join lateral (values (p.executive_id, 'confirm'), (p.champion_id, 'log')) as w(id, kind)
       where s.status = 'booked' and s.ends_at <= '2027-01-11T09:30Z' and s.starts_at > '2027-01-10T12:00Z'
       on conflict do nothing returning id`,
    );
    const waiting = await app.db.one<{ n: number; people: number }>(
      `select count(*) as n, count(distinct person_id) as people from reminder where state = 'waiting'`,
    );
    expect(waiting?.n).toBeGreaterThanOrEqual(1000);
    app.clock.set('2027-01-11T09:40:00Z');
    await Promise.all([remind(), remind()]);
    await remind();
    const after = await app.db.one<{ n: number }>(
      `select count(*) as n from mail_message where kind = 'reminder'`,
    );
    const sent = await app.db.one<{ rows: number; waiting: number }>(
      `select count(*) filter (where state = 'sent' and settled_at = $1) as rows, count(*) filter (where state = 'waiting' and due_at <= $1) as waiting from reminder`,
      ['2027-01-11T09:40:00Z'],
    );
    expect(sent).toEqual({ rows: waiting?.n, waiting: 0 });
    expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(waiting?.people);
  }, 120_000);
});
