import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { offsetAt } from '@flipside/people-domain';
import { healthy, readConfig, worrying } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { Command } from 'commander';
import { aLocation, aPerson } from '../builders.js';
import { peopleCli } from '../people.cli.js';
import { checkRoster } from './check-roster.js';
import { checkTimeZones, zoneDifferences, type OtherClock } from './check-time-zones.js';
import { reportLines } from './doctor.js';
import { HealthReader } from './health.reader.js';

const now = new Date('2026-11-23T09:00:00Z');
let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

describe('time-zone data', () => {
  it('is compared with the database, and what is reported is a true difference', async () => {
    const { differences, compared } = await zoneDifferences(t.db, now);
    expect(compared).toBeGreaterThanOrEqual(14);
    for (const { zone, from, until, ours, theirs, with: clockwork } of differences) {
      expect([offsetAt(zone, from), offsetAt(zone, until), ours === theirs]).toEqual([
        ours,
        ours,
        false,
      ]);
      if (clockwork === 'runtime') continue;
      const [row] = await t.db.rows<{ minutes: number }>(
        `select (extract(epoch from ($1::timestamptz at time zone $2) - ($1::timestamptz at time zone 'UTC')) / 60)::float8 as minutes`,
        [from, zone],
      );
      expect(row?.minutes).toBe(theirs);
    }
  });

  describe('4. a clock that is wrong', () => {
    /** Agrees with ours but for one zone between two days. */
    const wrongIn =
      (wrong: string, from: string, until: string, offset: number): OtherClock =>
      (zone, at) =>
        zone === wrong && at.toISOString() >= from && at.toISOString() < until
          ? offset
          : offsetAt(zone, at);
    const found = async (clock: OtherClock) =>
      (await zoneDifferences(t.db, now, clock)).differences.filter(
        (each) => each.with === 'runtime',
      );

    it('is found out with zone, days and both offsets, also when it differs for a few days between two middles of months', async () => {
      // Casablanca goes an hour back for Ramadan of 2027; this clock does so a week late.
      expect(offsetAt('Africa/Casablanca', new Date('2027-02-20T12:00:00Z'))).toBe(0);
      const clock = wrongIn('Africa/Casablanca', '2027-02-18', '2027-02-25', 60);
      expect(await found(clock)).toEqual([
        {
          zone: 'Africa/Casablanca',
          with: 'runtime',
          from: new Date('2027-02-18T12:00:00Z'),
          until: new Date('2027-02-24T12:00:00Z'),
          ours: 0,
          theirs: 60,
        },
      ]);
      const { state, finding, advice } = await checkTimeZones(t.db, now, clock);
      expect(state).toBe('warn');
      expect(advice).toContain('Update Flipside, Node.js and PostgreSQL');
      expect(finding).toContain(
        'Africa/Casablanca from 2027-02-18 to 2027-02-24: here UTC+0, in this Node.js UTC+1',
      );
    });

    it('is found out up to its last day within 18 months, and not beyond two years', async () => {
      expect(await found(wrongIn('Europe/Berlin', '2028-05-22', '2028-05-23', 60))).toMatchObject([
        { zone: 'Europe/Berlin', ours: 120, theirs: 60 },
      ]);
      expect(await found(wrongIn('Europe/Berlin', '2028-11-23', '2029-06-01', 0))).toEqual([]);
    });

    it('in a zone of a single traveller is found out too', async () => {
      const clock = wrongIn('Asia/Kathmandu', '2027-01-01', '2027-01-02', 330);
      expect(await found(clock)).toEqual([]);
      const { id } = await aPerson(t.db);
      await t.db.rows(
        `insert into person_travel (id, person_id, zone, from_on, to_on) values ($1, $1, 'Asia/Kathmandu', '2026-12-30', '2027-01-05')`,
        [id],
      );
      expect(await found(clock)).toMatchObject([
        { zone: 'Asia/Kathmandu', ours: 345, theirs: 330 },
      ]);
    });

    it('that agrees on every day is no worry', async () => {
      expect(await found((zone, at) => offsetAt(zone, at))).toEqual([]);
    });
  });

  it('is compared for the zones that locations use, and strange ones are named', async () => {
    await aLocation(t.db, { timeZone: 'Pacific/Chatham' });
    const before = await zoneDifferences(t.db, now);
    await aLocation(t.db, { timeZone: 'Atlantis/Capital' });
    const after = await zoneDifferences(t.db, now);
    expect(before.unknown).toEqual([]);
    expect(after).toMatchObject({ unknown: ['Atlantis/Capital'], compared: before.compared });
    expect(await checkTimeZones(t.db, now)).toMatchObject({
      state: 'warn',
      finding: expect.stringContaining('Atlantis/Capital'),
    });
    await t.db.rows(`delete from location where time_zone = 'Atlantis/Capital'`);
  });
});

describe('the roster', () => {
  it('is a warning until it was imported, and when that is long ago', async () => {
    expect(await checkRoster(t.db, now)).toMatchObject({
      state: 'warn',
      finding: 'No roster was imported yet.',
      advice: expect.stringContaining('npm run flipside -- import FILE'),
    });
    const importedOn = (day: string) =>
      t.db.rows('update programme set last_import_at = $1', [`${day}T08:00:00Z`]);
    await importedOn('2026-11-23');
    expect(await checkRoster(t.db, now)).toMatchObject({
      state: 'ok',
      finding: 'Last imported today.',
    });
    await importedOn('2026-10-01');
    expect(await checkRoster(t.db, now)).toMatchObject({
      state: 'warn',
      finding: expect.stringContaining('53 days ago'),
    });
  });
});

describe('doctor', () => {
  const run = async (open: () => Promise<INestApplicationContext>, ...args: string[]) => {
    const lines: string[] = [];
    const { log } = console;
    const before = process.exitCode;
    console.log = (line: string) => lines.push(line);
    try {
      const program = new Command().exitOverride();
      peopleCli(program, open);
      await program.parseAsync(['doctor', ...args], { from: 'user' });
      return { out: lines.join('\n'), exitCode: process.exitCode };
    } finally {
      console.log = log;
      process.exitCode = before;
    }
  };
  const appOn = (database: TestDatabase) => () => {
    const config = readConfig({}, { DATABASE_URL: database.url });
    const reader = new HealthReader(database.db, config, fixedClock(now));
    return Promise.resolve({ get: () => reader } as unknown as INestApplicationContext);
  };

  it('prints every check, what to do, and succeeds with warnings', async () => {
    const { out, exitCode } = await run(appOn(t));
    expect(out).toMatch(/^(ok {4}|warn {2})Time-zone data/m);
    // Whatever differs here is named, with its days and both offsets.
    const { differences } = await zoneDifferences(t.db, now);
    for (const { zone, from } of differences.slice(0, 1))
      expect(out).toContain(`${zone} from ${from.toISOString().slice(0, 10)}`);
    expect(out).toMatch(/^ok {4}Database {13}PostgreSQL/m);
    expect(out).toMatch(/^warn {2}Mail server/m);
    expect(out).toContain('→ Set SMTP_URL');
    expect(exitCode).not.toBe(1);
  });

  it('fails with one line when the database does not answer', async () => {
    const { out, exitCode } = await run(() => Promise.reject(new Error('connect ECONNREFUSED')));
    expect(out).toMatch(
      /^FAIL {2}Database {13}The database does not answer: connect ECONNREFUSED/m,
    );
    expect(exitCode).toBe(1);
  });

  it('leaves the database’s other checks out when it has gone', async () => {
    const gone = await testDatabase();
    await gone.close();
    const { out, exitCode } = await run(appOn(gone), '--json');
    const report = JSON.parse(out) as { state: string; checks: { id: string }[] };
    expect(report).toMatchObject({ state: 'fail', checks: [{ id: 'database' }, { id: 'mail' }] });
    expect(exitCode).toBe(1);
  });

  it('puts advice under the finding it belongs to', () => {
    expect(reportLines([healthy('a', 'A', 'Fine.'), worrying('b', 'B', 'Odd.', 'Look.')])).toEqual([
      'ok    A                    Fine.',
      'warn  B                    Odd.',
      '                           → Look.',
    ]);
  });
});
