/** The question whether a session is still on. */
import { describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import { aDelegation, aSession } from '@flipside/sessions-api/builders';
import { MONDAY, reminderSetting } from './reminders-setting.js';

const t = reminderSetting();

describe('the question whether a session is still on', () => {
  const DOUBT = 'Does Thu 14 Jan, 10:00 still suit?';
  const asked = async (personId: string) =>
    (await t.subjects(personId)).filter((each) => each.startsWith('Does '));
  /** The sessions before, a fortnight apart, and the one on Thursday 14 January. */
  async function coming(...before: ('held' | 'not_held' | 'skipped' | 'cancelled')[]) {
    for (const [index, status] of before.entries()) {
      const day = new Date(Date.UTC(2026, 11, 31 - 14 * index, 10));
      await aSession(t.app.db, {
        pairingId: t.pairingId,
        startsAt: day,
        status,
        ...(status === 'not_held' && { absentSide: 'executive' as const }),
      });
    }
    const session = await aSession(t.app.db, {
      pairingId: t.pairingId,
      startsAt: '2027-01-14T10:00:00Z',
    });
    await t.plan();
    return session;
  }
  const answer = (seriesId: string, answer: string, recurrence: string | null, sequence = 0) =>
    t.app.db.rows(
      `insert into participation (id, series_id, person_id, recurrence_local, answer, sequence, stamped_at)
       values ($1, $2, $3, $4::timestamp, $5, $6, $7)`,
      [newId(), seriesId, t.helen, recurrence, answer, sequence, MONDAY],
    );

  it.each([[['skipped', 'not_held']], [['cancelled', 'cancelled', 'held']]] as const)(
    'is put once, to executive and assistant, 48 hours before, after %j',
    async (before) => {
      const kim = (await aPerson(t.app.db, { name: 'Kim Lee', timeZone: 'Europe/London' })).id;
      await aDelegation(t.app.db, { principalId: t.helen, delegateId: kim });
      await coming(...before);
      await t.send('2027-01-12T09:59:00Z');
      expect(await asked(t.helen)).toEqual([]);
      for (const at of ['2027-01-12T10:01:00Z', '2027-01-12T11:00:00Z', '2027-01-13T09:00:00Z'])
        await t.send(at);
      for (const reader of [t.helen, kim]) expect(await asked(reader)).toEqual([DOUBT]);
      expect(await asked(t.priya)).toEqual([]);
      const [mail] = (await t.mailsTo(t.helen)).filter(({ subject }) => subject === DOUBT);
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
    await t.send('2027-01-12T10:01:00Z');
    expect(await asked(t.helen)).toEqual([]);
  });

  it.each([
    ['this date', '2027-01-14T10:00', 'accepted'],
    ['the whole series', null, 'accepted'],
    ['this date, perhaps', '2027-01-14T10:00', 'tentative'],
  ])('is not put when the executive’s calendar accepted %s', async (_, recurrence, word) => {
    const { seriesId } = await coming('skipped', 'not_held');
    await answer(seriesId, word, recurrence);
    await t.send('2027-01-12T10:01:00Z');
    expect(await asked(t.helen)).toEqual([]);
  });

  it('is put when what was accepted is a time that it no longer has', async () => {
    const { id, seriesId } = await coming('skipped', 'not_held');
    await answer(seriesId, 'accepted', null);
    await t.app.db.rows('update session set sequence = 1 where id = $1', [id]);
    await t.send('2027-01-12T10:01:00Z');
    expect(await asked(t.helen)).toEqual([DOUBT]);
  });

  it('is not put late: a day before, its time is over', async () => {
    await coming('skipped', 'not_held');
    await t.send('2027-01-13T10:01:00Z');
    expect(await asked(t.helen)).toEqual([]);
    const row = (await t.remindersOf(t.helen)).find(({ kind }) => kind === 'still_on');
    expect(row?.state).toBe('too_late');
  });
});
