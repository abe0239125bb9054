/** Workers that are down, killed in between, or two at once. */
import { describe, expect, it } from '@jest/globals';
import { aPairing } from '@flipside/pairings-api/builders';
import { aSession } from '@flipside/sessions-api/builders';
import { reminderSetting } from './reminders-setting.js';

const t = reminderSetting();

describe('72. a worker that is down for six hours', () => {
  it('what would come too late is closed; the invitation still goes out', async () => {
    t.app.clock.set('2027-01-12T03:40:00Z');
    await t.booked('2027-01-13T10:00');
    const states = async () => {
      const rows = await t.app.db.rows<{ kind: string; state: string }>(
        `select kind, state from mail_message where person_id = any($1) and kind = 'invitation'`,
        [[t.helen, t.priya]],
      );
      return rows.map(({ state }) => state);
    };
    expect(await states()).toEqual(['queued', 'queued']);
    const missing = async () =>
      (await t.remindersOf(t.priya)).find(
        ({ kind, startsAt }) =>
          kind === 'preparation_missing' && startsAt.toISOString() === '2027-01-13T10:00:00.000Z',
      )?.state;
    // Due at 6:00 until 9:30: the worker went down at 3:50 and is back at 9:50.
    expect(await missing()).toBe('waiting');
    await t.send('2027-01-13T09:50:00Z');
    expect(await missing()).toBe('too_late');
    expect((await t.subjects(t.priya)).filter((each) => each.startsWith('Prepare'))).toEqual([]);
    expect(await t.subjects(t.helen)).toEqual(['Today at 10:00: Priya Nair']);
    await t.app.db.rows(
      `update graphile_worker._private_jobs set run_at = now() where key like 'mail:%'`,
    );
    await t.app.drain();
    expect(await states()).toEqual(['kept', 'kept']);
  });
});

describe('a crash', () => {
  it('of the connection between writing the mail and noting it leaves one mail after the next run', async () => {
    await aSession(t.app.db, { pairingId: t.pairingId, startsAt: '2027-01-13T10:00:00Z' });
    await t.plan();
    t.app.clock.set('2027-01-12T10:01:00Z');
    await t.app.db.rows(`
      create function die() returns trigger language plpgsql as $$
      begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
    await t.app.db.rows(
      `create trigger die before update on reminder for each row when (new.state = 'sent') execute function die()`,
    );
    await expect(t.remind()).rejects.toThrow();
    expect(await t.subjects(t.priya)).toEqual([]);
    await t.app.db.rows(`drop trigger die on reminder`);
    await t.app.db.rows(`drop function die`);
    await t.remind();
    await t.remind();
    await t.app.drain();
    expect(await t.mailsTo(t.priya)).toEqual([expect.objectContaining({ state: 'kept' })]);
  });

  it('73. two workers, 1,000 due rows: each sent once', async () => {
    await t.app.db.rows(
      `update reminder set state = 'void', settled_at = now() where state = 'waiting' returning id`,
    );
    const pairs = 25;
    for (let index = 0; index < pairs; index++) {
      const pairing = await aPairing(t.app.db, { state: 'active' });
      for (let n = 0; n < 20; n++)
        await aSession(t.app.db, {
          pairingId: pairing.id,
          startsAt: new Date(Date.UTC(2027, 0, 11, 9, 0) - n * 3_600_000),
          minutes: 30,
        });
    }
    const before = await t.app.db.one<{ n: number }>(
      `select count(*) as n from mail_message where kind = 'reminder'`,
    );
    // Both ask: the champion for a log, the executive whether they met.
    await t.app.db.rows(
      `insert into reminder (id, session_id, person_id, kind, starts_at, due_at, until_at)
       select gen_random_uuid(), s.id, w.id, w.kind, s.starts_at, s.starts_at, s.starts_at + interval '3 days'
       from session s join pairing p on p.id = s.pairing_id
       cross join lateral (values (p.executive_id, 'confirm'), (p.champion_id, 'log')) as w(id, kind)
       where s.status = 'booked' and s.ends_at <= '2027-01-11T09:30Z' and s.starts_at > '2027-01-10T12:00Z'
       on conflict do nothing returning id`,
    );
    const waiting = await t.app.db.one<{ n: number; people: number }>(
      `select count(*) as n, count(distinct person_id) as people from reminder where state = 'waiting'`,
    );
    expect(waiting?.n).toBeGreaterThanOrEqual(1000);
    t.app.clock.set('2027-01-11T09:40:00Z');
    await Promise.all([t.remind(), t.remind()]);
    await t.remind();
    const after = await t.app.db.one<{ n: number }>(
      `select count(*) as n from mail_message where kind = 'reminder'`,
    );
    const sent = await t.app.db.one<{ rows: number; waiting: number }>(
      `select count(*) filter (where state = 'sent' and settled_at = $1) as rows, count(*) filter (where state = 'waiting' and due_at <= $1) as waiting from reminder`,
      ['2027-01-11T09:40:00Z'],
    );
    expect(sent).toEqual({ rows: waiting?.n, waiting: 0 });
    expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(waiting?.people);
    // One mail a person, and in all of them together each of the rows stands once.
    const told = await t.app.db.one<{ rows: number; linked: number }>(
      `select sum(regexp_count(m.body_text, 'Did you meet ')) as rows,
         (select count(*) from reminder r where r.mail_id = any(array_agg(m.id))) as linked
       from mail_message m where m.id in (select mail_id from reminder where state = 'sent' and settled_at = $1)`,
      ['2027-01-11T09:40:00Z'],
    );
    expect(told).toEqual({ rows: waiting?.n, linked: waiting?.n });
  }, 1_200_000);
});
