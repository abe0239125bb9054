import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { instantOf } from '@flipside/sessions-domain';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { CONFLICT_AFTER_CLOCK_CHANGE, RederiveTimes } from './rederive-times.job.js';
import {
  MONDAY,
  aBooking,
  aPair,
  claimsOf,
  config,
  mailsTo,
  sendAll,
  sessionsOf,
} from './spec-setting.builder.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const HOUR = 3_600_000;

/** A release in which the clocks of Vancouver are one hour later than ours from February on. */
function newerRelease(): RederiveTimes {
  const job = new RederiveTimes(t.db, fixedClock(MONDAY), config);
  job.version = () => '2099z';
  job.resolve = (zone, local) => {
    const found = instantOf(zone, local);
    const isAffected = zone === 'America/Vancouver' && local > '2027-02-01';
    return found && new Date(found.getTime() + (isAffected ? HOUR : 0));
  };
  return job;
}

const attentionOf = async (pairingId: string) =>
  (
    await t.db.rows<{ attention: string[]; version: string }>(
      'select attention, tzdb_version as version from session where pairing_id = $1 order by starts_at',
      [pairingId],
    )
  ).map(({ attention }) => attention);

describe('newer time-zone data', () => {
  it('5. re-derives future sessions: wall times unchanged, starts_at changed where needed, no mail unless a person’s own shown time changed', async () => {
    const pair = await aPair(t.db, {
      executiveZone: 'America/Vancouver',
      championZone: 'Europe/London',
    });
    await aBooking(t.db, pair, '2027-01-13T09:00');
    await sendAll(t.db);
    const before = await sessionsOf(t.db, pair.pairingId);
    await newerRelease().handle();
    const after = await sessionsOf(t.db, pair.pairingId);
    expect(after.map(({ local }) => local)).toEqual(before.map(({ local }) => local));
    const shifts = after.map(
      (row, index) => row.startsAt.getTime() - (before[index]?.startsAt.getTime() ?? 0),
    );
    expect(shifts).toEqual([0, 0, HOUR, HOUR, HOUR, HOUR]);
    const claims = await claimsOf(t.db, pair.championId);
    expect(claims.map(({ from }) => from.getTime())).toEqual(
      after.map(({ startsAt }) => startsAt.getTime()),
    );
    expect(await attentionOf(pair.pairingId)).toEqual([[], [], [], [], [], []]);
    const told = (await mailsTo(t.db, pair.executiveId, pair.championId)).filter(({ key }) =>
      key.startsWith('clock-rule'),
    );
    expect(told.map(({ to }) => to)).toEqual([
      'Priya Nair',
      'Priya Nair',
      'Priya Nair',
      'Priya Nair',
    ]);
    expect(told[0]?.text).toContain('for you it is now Wed 10 Feb, 17:00–17:30 (London, UTC).');
    await newerRelease().handle();
    expect(await mailsTo(t.db, pair.championId)).toHaveLength(5);
  });

  it('flags what overlaps now, and moves nothing for anybody', async () => {
    const west = await aPair(t.db, {
      executiveZone: 'America/Vancouver',
      championZone: 'Europe/London',
      state: 'active',
    });
    await aBooking(t.db, west, '2027-01-14T09:00');
    const home = await aPair(t.db, { championId: west.championId });
    // 17:00 in London: an hour after the session with Vancouver, until the clocks there change.
    const hours = [1, 2, 3, 4, 5].map(
      (day) =>
        `('${west.championId}', ${day}, 540, 1140), ('${home.executiveId}', ${day}, 540, 1140)`,
    );
    await t.db.rows(
      `insert into working_hours (person_id, weekday, from_minute, to_minute) values ${hours.join(', ')}`,
    );
    await aBooking(t.db, home, '2027-01-14T17:00');
    const before = await sessionsOf(t.db, home.pairingId);
    await newerRelease().handle();
    expect((await attentionOf(west.pairingId)).slice(2)).toEqual(
      Array.from({ length: 4 }, () => [CONFLICT_AFTER_CLOCK_CHANGE]),
    );
    expect(await sessionsOf(t.db, home.pairingId)).toEqual(before);
    expect(
      (await sessionsOf(t.db, west.pairingId)).every(({ status }) => status === 'booked'),
    ).toBe(true);
  });
});
