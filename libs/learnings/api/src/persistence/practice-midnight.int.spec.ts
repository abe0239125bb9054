import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, fixedClock } from '@flipside/kernel';
import { readConfig } from '@flipside/platform-api';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { aLearning } from '../builders.js';
import { aPair } from '../pair.builder.js';
import { AskPractices } from './ask-practices.job.js';

/**
 * A practice written down in the last minute of a day and one written in the first minute of the next are asked about on two
 * days, whatever the zone of the person and whatever its clocks do in between. The worker runs every hour, as it does.
 */

/** Both ends of the world, half and quarter hours, and clocks that change within the 90 days, also by half an hour. */
const ZONES = [
  'Pacific/Kiritimati',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'America/St_Johns',
  'America/New_York',
  'Pacific/Pago_Pago',
];
const WRITTEN = { last: '2026-09-03', first: '2026-09-04' };
const AFTER = [30, 60, 90];

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

/** The instant of a wall time, as PostgreSQL knows the zone. */
async function at(wall: string, zone: string): Promise<Date> {
  const row = await test.db.one<{ at: Date }>(`select $1::timestamp at time zone $2 as at`, [
    wall,
    zone,
  ]);
  if (!row) throw new Error('No such time');
  return row.at;
}

describe('midnight between two practices', () => {
  it('is that of whoever is asked, on day 30, 60 and 90, in the morning, in every zone', async () => {
    const written = new Map<string, string>();
    for (const zone of ZONES)
      for (const [day, minute] of [
        [WRITTEN.last, '23:59'],
        [WRITTEN.first, '00:00'],
      ] as const) {
        const { pairingId } = await aPair(test.db);
        const createdAt = await at(`${day} ${minute}`, zone);
        const { id, personId } = await aLearning(test.db, { pairingId, createdAt });
        await test.db.rows(`update person set time_zone = $2 where id = $1`, [personId, zone]);
        written.set(id, `${zone} ${day}`);
      }
    const config = readConfig({ url: 'https://coach.example.com' }, {});
    // Every hour of two days before and after each due day, and some days in between.
    for (const days of [29, 45, ...AFTER, 75])
      for (let hour = -48; hour < 72; hour += 1) {
        const now = new Date(
          Date.parse(`${addDays(WRITTEN.last, days)}T00:10:00Z`) + hour * 3_600_000,
        );
        await new AskPractices(test.db, fixedClock(now), config).handle();
      }
    const asked = await test.db.rows<{ id: string; days: number; on: string; hour: number }>(
      `select c.learning_id as id, c.after_days as days, to_char(c.asked_at at time zone p.time_zone, 'YYYY-MM-DD') as "on",
         extract(hour from c.asked_at at time zone p.time_zone)::int as hour
       from practice_check c join learning l on l.id = c.learning_id join person p on p.id = l.person_id
       order by 1, 2`,
    );
    const due = [...written].flatMap(([id, text]) =>
      AFTER.map((days) => ({ id, text, days, on: addDays(text.slice(-10), days), hour: 9 })),
    );
    expect(asked).toHaveLength(due.length);
    for (const { id, text, days, on, hour } of due) {
      const found = asked.find((each) => each.id === id && each.days === days);
      expect([text, days, found?.on, found?.hour]).toEqual([text, days, on, hour]);
    }
  }, 1_200_000);
});
