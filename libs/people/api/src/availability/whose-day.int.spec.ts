import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, newId } from '@flipside/kernel';
import { readConfig, type Database } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { GrantRole } from '../access/grant-role.js';
import { RoleGrantReader } from '../access/role-grant.reader.js';
import { RolesReader } from '../access/roles.reader.js';
import { SignIn } from '../auth/sign-in.js';
import { grantedRoleSql } from '../auth/role-sql.js';
import { hashOf, newToken } from '../auth/token.js';
import { aPerson } from '../builders.js';
import { checkAsOf } from '../import/as-of.js';
import { mailReaders } from '../mail-choices/mail-readers.js';
import { zoneAt } from '@flipside/people-domain';
import { zoneAtSql } from './day-sql.js';
import { DaysReader } from './days.reader.js';

const config = readConfig({ url: 'https://coach.example.com' }, {});
const DAY = '2027-01-11';
/** The two minutes around the end of 11 January: in UTC the day is another one before it, or after it. */
const MIDNIGHTS = [
  ['Pacific/Auckland', '2027-01-11T10:59:00Z', '2027-01-11T11:01:00Z'],
  ['America/Los_Angeles', '2027-01-12T07:59:00Z', '2027-01-12T08:01:00Z'],
] as const;

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

describe.each(MIDNIGHTS)('the last day at work of somebody in %s', (timeZone, before, after) => {
  const leaver = () => aPerson(t.db, { timeZone, leaveOn: DAY, email: `${newId()}@company.test` });

  it('ends their way in at their own midnight, by cookie and from a mail', async () => {
    const { id } = await leaver();
    const token = newToken();
    await t.db.rows(
      `insert into web_session (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $3::timestamptz + interval '30 days')`,
      [hashOf(token), id, before],
    );
    const seen = async (at: string) => {
      const signIn = new SignIn(t.db, fixedClock(at), config, [grantedRoleSql]);
      return [(await signIn.viewerOf(token))?.personId, (await signIn.viewerById(id))?.personId];
    };
    expect(await seen(before)).toEqual([id, id]);
    expect(await seen(after)).toEqual([undefined, undefined]);
  });

  it('ends their mails then', async () => {
    const { id } = await leaver();
    const isWritten = async (at: string) =>
      (await mailReaders(t.db, [id], new Date(at), new Date(before), new Date(after))).has(id);
    expect([await isWritten(before), await isWritten(after)]).toEqual([true, false]);
  });

  it('ends what roles they can be given and use', async () => {
    const [{ id }, { id: by }] = [await leaver(), await aPerson(t.db)];
    const give = (at: string) =>
      new GrantRole(t.db, fixedClock(at)).run({ personId: by }, { personId: id, role: 'HR_LEAD' });
    const can = async (at: string) =>
      (await new RoleGrantReader(t.db, fixedClock(at)).all()).find((row) => row.personId === id)
        ?.canSignIn;
    expect((await give(before)).ok).toBe(true);
    expect([await can(before), await can(after)]).toEqual([true, false]);
    expect(await give(after)).toMatchObject({ ok: false, refusal: { code: 'NOT_EMPLOYED' } });
  });

  it('is no other day of theirs: a journey and a free day of that day are listed until then', async () => {
    const { id } = await aPerson(t.db, { timeZone });
    await t.db.rows(
      `insert into person_travel (id, person_id, zone, from_on, to_on) values ($1, $2, 'Asia/Tokyo', $3, $4)`,
      [newId(), id, addDays(DAY, -2), addDays(DAY, 1)],
    );
    await t.db.rows(
      `insert into availability_override (id, person_id, on_day, kind, from_minute, to_minute) values ($1, $2, $3, 'closed', 540, 600)`,
      [newId(), id, DAY],
    );
    const listed = async (at: string) => {
      const { travel, overrides } = await new DaysReader(t.db, fixedClock(at)).of(id);
      return [travel.map(({ lastOn }) => lastOn), overrides.map(({ onDay }) => onDay)];
    };
    expect(await listed(before)).toEqual([[DAY], [DAY]]);
    expect(await listed(after)).toEqual([[], []]);
  });
});

describe.each(MIDNIGHTS)('a programme in %s', (timeZone, before, after) => {
  const inZone = (run: (db: Database) => Promise<void>) => async () => {
    await t.db.rows('update programme set default_time_zone = $1', [timeZone]);
    await run(t.db);
    await t.db.rows(`update programme set default_time_zone = 'Europe/London'`);
  };
  const ROLE = `select 'CHAMPION' from person where id = $1 and '2027-01-11'::date = $2`;

  it(
    'gives roles of a day to everybody on its own clock, wherever they live',
    inZone(async (db) => {
      const { id } = await aPerson(db, { timeZone: 'Asia/Kolkata' });
      const roles = async (at: string) => [
        (await new RolesReader(db, fixedClock(at), [ROLE]).of([id])).get(id),
        [...((await new SignIn(db, fixedClock(at), config, [ROLE]).viewerById(id))?.roles ?? [])],
      ];
      expect(await roles(before)).toEqual([['CHAMPION'], ['EMPLOYEE', 'CHAMPION']]);
      expect(await roles(after)).toEqual([undefined, ['EMPLOYEE']]);
    }),
  );

  it(
    'takes rosters up to a year ahead of its own day',
    inZone(async (db) => {
      const check = async (days: number, at: string) =>
        (await checkAsOf(db, addDays(DAY, days), new Date(at))).ok;
      expect([await check(366, before), await check(367, before)]).toEqual([true, false]);
      expect([await check(367, after), await check(368, after)]).toEqual([true, false]);
    }),
  );
});

describe('the clock that somebody follows', () => {
  it('is the same in SQL as in the rules, around the edges of every journey', async () => {
    const { id } = await aPerson(t.db, { timeZone: 'Europe/London' });
    const travel = [
      { zone: 'Pacific/Auckland', fromOn: '2027-01-12', toOn: '2027-01-15' },
      { zone: 'America/Los_Angeles', fromOn: '2027-01-15', toOn: '2027-01-16' },
      { zone: 'Asia/Kathmandu', fromOn: '2027-03-28', toOn: '2027-03-29' },
    ];
    for (const { zone, fromOn, toOn } of travel)
      await t.db.rows(
        'insert into person_travel (id, person_id, zone, from_on, to_on) values ($1, $2, $3, $4, $5)',
        [newId(), id, zone, fromOn, toOn],
      );
    const said = await t.db.rows<{ at: Date; zone: string }>(
      `select at, ${zoneAtSql('p', 'at')} as zone
       from person p, (select generate_series('2027-01-10T00:00Z'::timestamptz, '2027-01-18T00:00Z', interval '15 minutes') as at
         union all select generate_series('2027-03-27T00:00Z'::timestamptz, '2027-03-30T00:00Z', interval '15 minutes')) moments
       where p.id = $1`,
      [id],
    );
    const person = { zone: 'Europe/London', hours: [], travel };
    expect(new Set(said.map(({ zone }) => zone)).size).toBe(4);
    expect(said.map(({ zone }) => zone)).toEqual(said.map(({ at }) => zoneAt(person, at)));
  });
});
