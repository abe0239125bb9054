/** Reminders, from the change that plans them to the mail that leaves. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { LogSession } from '@flipside/learnings-api';
import { aPairing } from '@flipside/pairings-api/builders';
import { aPerson } from '@flipside/people-api/builders';
import { MoveSession, SkipSession } from '@flipside/sessions-api';
import { aDelegation, aSession } from '@flipside/sessions-api/builders';
import { reminderSetting } from './reminders-setting.js';

const t = reminderSetting();
const BASE = 'http://localhost:4173';

describe('booking a series', () => {
  it('plans the reminders of its near sessions in the same unit of work', async () => {
    await t.booked('2027-01-14T10:00');
    const waiting = (await t.remindersOf(t.priya)).filter(({ state }) => state === 'waiting');
    expect(waiting.map(({ kind }) => kind)).toEqual([
      'first_meeting',
      'preparation',
      'preparation_missing',
      'log',
      'log_nudge_1',
      'log_nudge_2',
    ]);
    expect((await t.remindersOf(t.helen)).map(({ kind }) => kind)).toEqual([
      'still_on',
      'preparation',
      'today',
      'confirm',
    ]);
  });

  it('plans nothing when the hour is taken and nothing is booked', async () => {
    await aSession(t.app.db, {
      pairingId: (await aPairing(t.app.db, { championId: t.priya, state: 'active' })).id,
      startsAt: '2027-01-14T10:00:00Z',
    });
    await expect(t.booked('2027-01-14T10:00')).rejects.toThrow(/taken/);
    expect(await t.remindersOf(t.helen)).toEqual([]);
  });
});

describe('a session that moves', () => {
  it('71. from Thursday to Tuesday sends exactly one agenda reminder, 24 h before Tuesday', async () => {
    const [first = ''] = await t.booked('2027-01-14T10:00');
    const moved = await t.app.nest
      .get(MoveSession, { strict: false })
      .run(await t.viewer(t.helen), {
        sessionId: first,
        startsAt: new Date('2027-01-19T10:00:00Z'),
      });
    expect(moved.ok).toBe(true);
    t.app.clock.set('2027-01-12T09:00:00Z');
    await t.plan();
    for (const at of [
      '2027-01-13T10:01:00Z',
      '2027-01-14T07:31:00Z',
      '2027-01-18T09:59:00Z',
      '2027-01-18T10:00:00Z',
      '2027-01-18T10:01:00Z',
      '2027-01-18T11:00:00Z',
    ])
      await t.send(at);
    const [mail, ...more] = (await t.mailsTo(t.priya)).filter(({ subject }) =>
      subject.startsWith('Prepare'),
    );
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Prepare your session with Helen Ward: Tue 19 Jan, 10:00');
    const sent = (await t.remindersOf(t.priya)).find(
      ({ kind, state }) => kind === 'preparation' && state === 'sent',
    );
    expect(sent?.dueAt.toISOString()).toBe('2027-01-18T10:00:00.000Z');
  });

  it('and moves back is not reminded twice of the same start', async () => {
    const { id } = await aSession(t.app.db, {
      pairingId: t.pairingId,
      startsAt: '2027-01-13T10:00:00Z',
    });
    await t.plan();
    await t.send('2027-01-12T10:00:00Z');
    await t.app.drain();
    const move = t.app.nest.get(MoveSession, { strict: false });
    for (const startsAt of ['2027-01-15T10:00:00Z', '2027-01-13T10:00:00Z']) {
      const result = await move.run(await t.viewer(t.helen), {
        sessionId: id,
        startsAt: new Date(startsAt),
      });
      expect(result.ok).toBe(true);
      await t.app.drain();
    }
    for (const at of ['2027-01-12T11:00:00Z', '2027-01-12T12:00:00Z']) await t.send(at);
    expect((await t.subjects(t.priya)).filter((each) => each.startsWith('Prepare'))).toHaveLength(
      1,
    );
  });
});

describe('a session that is called off', () => {
  it('74. between planning and sending is not reminded of', async () => {
    const [first = ''] = await t.booked('2027-01-12T10:00');
    await t.app.nest
      .get(SkipSession, { strict: false })
      .run(await t.viewer(t.helen), { sessionId: first });
    expect(
      (await t.remindersOf(t.priya))
        .filter(({ state }) => state === 'waiting')
        .map(({ kind }) => kind),
    ).toEqual([]);
    // Even when the row had not been taken back: what is due is looked at again.
    const { id } = await aSession(t.app.db, {
      pairingId: t.pairingId,
      startsAt: '2027-01-13T15:00:00Z',
    });
    await t.plan();
    await t.app.db.rows(`update session set status = 'cancelled' where id = $1 returning id`, [id]);
    await t.send('2027-01-12T15:01:00Z');
    expect(await t.subjects(t.priya)).toEqual([]);
    expect(await t.remindersOf(t.priya)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'preparation', state: 'void' })]),
    );
  });

  it('takes a reminder back that still waits for the mail server, and keeps what else it told', async () => {
    const other = await aPairing(t.app.db, { championId: t.priya, state: 'active' });
    const first = await aSession(t.app.db, {
      pairingId: t.pairingId,
      startsAt: '2027-01-13T10:00:00Z',
    });
    await aSession(t.app.db, { pairingId: other.id, startsAt: '2027-01-13T10:45:00Z' });
    await t.plan();
    await t.send('2027-01-12T10:46:00Z');
    expect(await t.subjects(t.priya)).toEqual([
      'Prepare your session with Helen Ward: Wed 13 Jan, 10:00 – and 1 more',
    ]);
    await t.app.nest
      .get(SkipSession, { strict: false })
      .run(await t.viewer(t.helen), { sessionId: first.id });
    await t.send('2027-01-12T10:47:00Z');
    const mails = await t.mailsTo(t.priya);
    expect(mails.map(({ state }) => state)).toEqual(['dropped', 'queued']);
    expect(mails[1]?.subject).toMatch(/^Prepare your session with .+: Wed 13 Jan, 10:45$/);
    expect(mails[1]?.text).not.toContain('Helen Ward');
  });
});

describe('after a session', () => {
  it('asks both, nudges the champion twice at most, and then leaves it', async () => {
    await aSession(t.app.db, { pairingId: t.pairingId, startsAt: '2027-01-11T10:00:00Z' });
    await t.plan();
    for (const at of [
      '2027-01-11T10:36:00Z',
      '2027-01-12T10:31:00Z',
      '2027-01-14T10:31:00Z',
      '2027-01-18T10:31:00Z',
      '2027-01-25T10:31:00Z',
    ])
      await t.send(at);
    expect((await t.subjects(t.priya)).slice(-3)).toEqual([
      'Did you meet Helen Ward?',
      'Your session with Helen Ward is not logged yet',
      'Your session with Helen Ward is not logged yet',
    ]);
    expect((await t.subjects(t.helen)).filter((each) => each.startsWith('Did you'))).toEqual([
      'Did you meet Priya Nair?',
    ]);
  });

  it('75. a log written at +23 h: no nudge', async () => {
    const { id } = await aSession(t.app.db, {
      pairingId: t.pairingId,
      startsAt: '2027-01-11T10:00:00Z',
    });
    await t.plan();
    await t.send('2027-01-11T10:36:00Z');
    t.app.clock.set('2027-01-12T09:30:00Z');
    const logged = await t.app.nest
      .get(LogSession, { strict: false })
      .run(await t.viewer(t.priya), {
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
    for (const at of ['2027-01-12T10:31:00Z', '2027-01-14T10:31:00Z']) await t.send(at);
    expect(await t.subjects(t.priya)).toEqual(['Did you meet Helen Ward?']);
  });

  it('the executive confirms from the mail in two taps', async () => {
    await aSession(t.app.db, { pairingId: t.pairingId, startsAt: '2027-01-11T10:00:00Z' });
    await t.plan();
    await t.send('2027-01-11T10:36:00Z');
    const [mail] = await t.mailsTo(t.helen);
    const link = /\/a\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
    const page = await t.app.inject({ method: 'GET', url: link });
    expect(page.body).toContain('Did you meet Priya Nair?');
    const done = await t.app.inject({
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
    const state = await t.app.db.one(`select status from session where pairing_id = $1`, [
      t.pairingId,
    ]);
    expect(state).toEqual({ status: 'held' });
  });
});

describe('whom a reminder reaches', () => {
  it('the assistant too in the morning, and nobody at night', async () => {
    const kim = (await aPerson(t.app.db, { name: 'Kim Lee', timeZone: 'America/New_York' })).id;
    await aDelegation(t.app.db, { principalId: t.helen, delegateId: kim });
    await aSession(t.app.db, { pairingId: t.pairingId, startsAt: '2027-01-12T15:00:00Z' });
    await t.plan();
    await t.send('2027-01-11T12:31:00Z');
    const week = 'The week ahead: Tue 12 Jan, 10:00, Helen Ward and Priya Nair';
    expect(await t.subjects(kim)).toEqual([week]);
    await t.send('2027-01-12T07:31:00Z');
    expect(await t.subjects(kim)).toEqual([week]);
    await t.send('2027-01-12T12:31:00Z');
    expect(await t.subjects(kim)).toEqual([week, 'Today at 10:00: Helen Ward and Priya Nair']);
    const [own, ...more] = await t.mailsTo(t.helen);
    expect(more).toEqual([]);
    expect(own?.text).toContain('Today at 15:00: Priya Nair');
  });

  it('in one mail for what comes within half an hour', async () => {
    const other = await aPairing(t.app.db, { championId: t.priya, state: 'active' });
    await aSession(t.app.db, { pairingId: t.pairingId, startsAt: '2027-01-11T10:00:00Z' });
    await aSession(t.app.db, { pairingId: other.id, startsAt: '2027-01-11T10:40:00Z' });
    await t.plan();
    for (const minute of ['10:36', '11:16', '11:20', '11:45', '11:46'])
      await t.send(`2027-01-11T${minute}:00Z`);
    const asked = (await t.remindersOf(t.priya)).filter(
      ({ kind, state }) => kind === 'log' && state === 'sent',
    );
    expect(asked).toHaveLength(2);
    const times = await t.app.db.rows<{ at: Date }>(
      `select distinct settled_at as at from reminder where person_id = $1 and state = 'sent' order by 1`,
      [t.priya],
    );
    times.slice(1).forEach(({ at }, index) => {
      expect(at.getTime() - (times[index]?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(1_800_000);
    });
  });

  it('not at all once its time is over: a day without a worker brings nothing stale', async () => {
    await aSession(t.app.db, { pairingId: t.pairingId, startsAt: '2027-01-12T10:00:00Z' });
    await t.plan();
    await t.send('2027-01-12T11:00:00Z');
    const late = (await t.remindersOf(t.priya)).filter(({ state }) => state === 'too_late');
    expect(late.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['preparation', 'preparation_missing']),
    );
    expect((await t.subjects(t.priya)).filter((each) => each.startsWith('Prepare'))).toEqual([]);
  });
});
