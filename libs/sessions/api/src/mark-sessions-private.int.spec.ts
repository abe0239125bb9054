import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { MarkSessionsPrivate } from './mark-sessions-private.js';
import {
  aBooking,
  aPair,
  config,
  icsValue,
  MONDAY,
  mailsTo,
  sendAll,
} from './spec-setting.builder.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const mark = () => new MarkSessionsPrivate(t.db, fixedClock(MONDAY), config);

/** What waits for both, by the class that calendars read. */
const classes = async (...ids: string[]): Promise<(string | undefined)[]> =>
  (await mailsTo(t.db, ...ids))
    .filter(({ state }) => state === 'queued')
    .map(({ ics }) => icsValue(ics, 'CLASS'));

describe('marking sessions as private', () => {
  it('tells both calendars of what is booked, the same number, and every later message says it too', async () => {
    const pair = await aPair(t.db);
    await aBooking(t.db, pair);
    expect(await classes(pair.executiveId)).toEqual([undefined]);
    await sendAll(t.db);
    await mark().run(pair.executive, true);
    await mark().run(pair.executive, true);
    expect(await classes(pair.executiveId, pair.championId)).toEqual(['PRIVATE', 'PRIVATE']);
    const [mail] = (await mailsTo(t.db, pair.championId)).filter(({ state }) => state === 'queued');
    expect(icsValue(mail?.ics, 'SEQUENCE')).toBe('0');
    expect(await mark().isPrivate(pair.executive)).toBe(true);
    expect(await mark().isPrivate(pair.champion)).toBe(false);

    await sendAll(t.db);
    await mark().run(pair.executive, false);
    expect(await classes(pair.executiveId)).toEqual([undefined]);
  });
});
