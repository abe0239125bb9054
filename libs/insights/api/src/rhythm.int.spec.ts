import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { anOrgUnit } from '@flipside/people-api/builders';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import { aRhythm, NOW } from './programme.builder.js';
import { RhythmReader } from './rhythm.reader.js';
import type { Rhythm } from './rhythm.type.js';

let test: TestDatabase;
let reader: RhythmReader;
let all: Rhythm;

beforeAll(async () => {
  test = await testDatabase();
  reader = new RhythmReader(test.db, fixedClock(NOW));
  const company = await anOrgUnit(test.db, { name: 'Meridian' });
  const unit = (name: string, parentId = company.id) => anOrgUnit(test.db, { name, parentId });
  const [finance, operations, sales] = [
    await unit('Finance'),
    await unit('Operations'),
    await unit('Sales'),
  ];
  const treasury = await unit('Treasury', finance.id);
  const held = ['held', 'held', 'held', 'held', 'held', 'held', 'booked'] as const;
  await aRhythm(test.db, { executive: 'Ada On', unitId: treasury.id, fortnights: held });
  await aRhythm(test.db, { executive: 'Bo On', unitId: finance.id, fortnights: held });
  await aRhythm(test.db, {
    executive: 'Cy Slip',
    unitId: finance.id,
    fortnights: ['held', 'held', 'held', 'held', 'skipped', 'not_held'],
  });
  await aRhythm(test.db, {
    executive: 'Di Long',
    unitId: operations.id,
    fortnights: ['held', 'held', null, null, 'booked', 'unconfirmed'],
  });
  await aRhythm(test.db, {
    executive: 'Ed New',
    unitId: operations.id,
    anchorOn: '2026-11-16',
    fortnights: ['held'],
  });
  await aRhythm(test.db, {
    executive: 'Flo Pause',
    unitId: operations.id,
    state: 'paused',
    fortnights: held.slice(0, 2),
  });
  await aRhythm(test.db, {
    executive: 'Gus End',
    unitId: sales.id,
    state: 'completed',
    endedAt: new Date('2026-10-12T12:00:00Z'),
    fortnights: ['held', 'held', 'held'],
  });
  await aRhythm(test.db, {
    executive: 'Hal Gone',
    unitId: sales.id,
    anchorOn: '2025-01-06',
    state: 'ended_early',
    endedAt: new Date('2025-04-01T12:00:00Z'),
    fortnights: ['held'],
  });
  await aRhythm(test.db, {
    executive: 'Ivy Asked',
    unitId: sales.id,
    state: 'declined',
    fortnights: [],
  });
  all = await reader.rhythm();
});
afterAll(() => test.close());

const rowOf = (name: string) => all.pairings.find((row) => row.executive.name === name);
const states = (name: string) => rowOf(name)?.fortnights.map(({ state }) => state);

describe('the rhythm of all pairings', () => {
  it('lists those in need first and what has ended last, and leaves out what ended before the period', () => {
    expect(all.pairings.map((row) => `${row.executive.name}: ${row.state}`)).toEqual([
      'Di Long: slipping',
      'Cy Slip: slipping',
      'Ed New: new',
      'Flo Pause: paused',
      'Ada On: on_rhythm',
      'Bo On: on_rhythm',
      'Gus End: ended',
    ]);
    expect(all.counts).toEqual({ slipping: 2, new: 1, paused: 1, onRhythm: 2, ended: 1 });
  });

  it('draws the last six finished fortnights with the reason that was given', () => {
    expect(states('Ada On')).toEqual(['held', 'held', 'held', 'held', 'held', 'held']);
    expect(states('Cy Slip')).toEqual(['held', 'held', 'held', 'held', 'skipped', 'no_word']);
    expect(rowOf('Cy Slip')?.fortnights[4]?.reason).toBe('holiday');
    expect(states('Di Long')).toEqual([
      'held',
      'held',
      'not_booked',
      'not_booked',
      'no_word',
      'no_word',
    ]);
    expect(states('Ed New')).toEqual([]);
  });

  it('says since when each slips, in days beyond rhythm and grace', () => {
    // Last held on 13 October and on 15 September; 14 days of rhythm and 4 of grace are allowed.
    expect(rowOf('Cy Slip')).toMatchObject({ lastHeldOn: '2026-10-13', debtDays: 24 });
    expect(rowOf('Di Long')).toMatchObject({ lastHeldOn: '2026-09-15', debtDays: 52 });
    expect(rowOf('Ada On')).toMatchObject({ debtDays: 0, nextOn: '2026-11-24' });
  });

  it('adds fortnights over all pairings, those that ended included', () => {
    const sum = all.pairings.reduce((total, { adherence }) => total + adherence.counted, 0);
    expect(all.adherence.counted).toBe(sum);
    expect(rowOf('Gus End')?.adherence).toEqual({ held: 3, counted: 3 });
    expect(rowOf('Cy Slip')?.adherence).toEqual({ held: 4, counted: 6 });
  });

  it('withholds units with fewer than 3 pairings, and one more so that no sum tells', () => {
    expect(
      all.byUnit.map(({ unitName, isWithheld, pairings }) => [unitName, isWithheld, pairings]),
    ).toEqual([
      ['Finance', true, null],
      ['Operations', false, 3],
      ['Sales', true, null],
    ]);
  });

  it('lists only the states asked for and still counts all', async () => {
    const slipping = await reader.rhythm(['slipping']);
    expect(slipping.pairings.map((row) => row.executive.name)).toEqual(['Di Long', 'Cy Slip']);
    expect(slipping.counts).toEqual(all.counts);
  });

  it('needs two statements, whatever the number of pairings', async () => {
    expect(await countStatements(() => reader.rhythm())).toBe(2);
  });
});

describe('a rhythm without any pairing', () => {
  it('is empty and not broken', async () => {
    const empty = await testDatabase();
    const rhythm = await new RhythmReader(empty.db, fixedClock(NOW)).rhythm();
    expect(rhythm).toMatchObject({ pairings: [], byUnit: [], adherence: { held: 0, counted: 0 } });
    await empty.close();
  });
});

describe('the first day of the period', () => {
  it.each(['Pacific/Auckland', 'America/Los_Angeles'])(
    'begins at midnight in the programme’s zone: %s',
    async (zone) => {
      const gus = rowOf('Gus End')?.pairingId ?? '';
      const lists = async (): Promise<boolean> =>
        (await reader.rhythm()).pairings.some(({ pairingId }) => pairingId === gus);
      await test.db.rows('update programme set default_time_zone = $1', [zone]);
      const { since } = await reader.rhythm();
      const ended = (minutes: number) =>
        test.db.rows(
          `update pairing set ended_at = $2::timestamp at time zone $3 + make_interval(mins => $4) where id = $1`,
          [gus, since, zone, minutes],
        );
      try {
        await ended(0);
        expect(await lists()).toBe(true);
        await ended(-1);
        expect(await lists()).toBe(false);
      } finally {
        await test.db.rows(`update programme set default_time_zone = 'UTC'`);
      }
    },
  );
});
