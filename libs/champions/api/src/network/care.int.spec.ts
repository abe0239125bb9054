import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import { anHrLead, anOrgUnit } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, aNomination } from '../builders.js';
import { ChampionReader } from '../champions/champion.reader.js';
import { recordChampionAct } from '../champions/record-champion-act.js';
import { CareForChampions } from './care-for-champions.job.js';
import { NetworkReader } from './network.reader.js';
import { RenewTerm } from './renew-term.js';
import { StayInTouch } from './stay-in-touch.js';

const config = { baseUrl: 'https://coaching.test' };
const today = '2026-03-10';
let database: TestDatabase;
let hr: Viewer;
let unitId: string;

const viewerOf = (person: { id: string; name: string }, ...roles: Role[]): Viewer => ({
  personId: person.id,
  name: person.name,
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});
/** When the mail of the day comes in London until somebody chooses another hour. */
const at = (day: string, time = '07:30') => fixedClock(new Date(`${day}T${time}:00Z`));
const care = (day: string, time?: string) =>
  new CareForChampions(database.db, at(day, time), config).handle();
const kindsTo = async (id: string) =>
  (
    await database.db.rows<{ kind: string }>(
      `select kind from mail_message where person_id = $1 and kind like 'champion_%' order by position, id`,
      [id],
    )
  ).map(({ kind }) => kind);

beforeAll(async () => {
  database = await testDatabase();
  hr = viewerOf(await anHrLead(database.db), 'HR_LEAD');
  unitId = (await anOrgUnit(database.db)).id;
});
afterAll(() => database.close());

describe('a champion who fell silent', () => {
  const quietSince = async (day: string, wish: Parameters<typeof aChampion>[1] = {}) => {
    const person = { unitId, timeZone: 'Europe/London', ...wish.person };
    const champion = await aChampion(database.db, { ...wish, person });
    await database.db.transaction((tx) =>
      recordChampionAct(tx, { personId: champion.id, kind: 'help', key: day, on: day }),
    );
    return champion;
  };

  it('is written to once before day 60, and again after the next silence', async () => {
    const { id } = await quietSince(addDays(today, -44));
    await care(today);
    expect(await kindsTo(id)).toEqual([]);
    for (const days of [1, 2, 10]) await care(addDays(today, days));
    expect(await kindsTo(id)).toEqual(['champion_quiet']);
    await database.db.transaction((tx) =>
      recordChampionAct(tx, { personId: id, kind: 'help', key: 'again', on: addDays(today, 11) }),
    );
    // Half past seven in London is another hour in summer.
    await care(addDays(today, 30), '06:30');
    expect(await kindsTo(id)).toHaveLength(1);
    await care(addDays(today, 58), '06:30');
    expect(await kindsTo(id)).toEqual(['champion_quiet', 'champion_quiet']);
  });

  it('is left alone at rest, on leave, after day 60, at night and at the weekend', async () => {
    const silent = addDays(today, -50);
    const resting = await quietSince(silent, { rests: { from: silent, to: '2026-05-01' } });
    const onLeave = await quietSince(silent, { person: { status: 'leave' } });
    const late = await quietSince(addDays(today, -60));
    const awake = await quietSince(silent);
    await care(today, '22:00');
    await care('2026-03-14');
    expect(await kindsTo(awake.id)).toEqual([]);
    await care(today);
    expect(await kindsTo(awake.id)).toEqual(['champion_quiet']);
    for (const { id } of [resting, onLeave, late]) expect(await kindsTo(id)).toEqual([]);
  });
});

describe('the hour of a letter', () => {
  it('is that of each reader: their clock, their mail hour, a day on which they work', async () => {
    const silent = addDays(today, -50);
    const make = async (timeZone: string) => {
      const { id } = await aChampion(database.db, { person: { unitId, timeZone } });
      await database.db.transaction((tx) =>
        recordChampionAct(tx, { personId: id, kind: 'help', key: 'once', on: silent }),
      );
      return id;
    };
    const [tokyo, late, away] = [
      await make('Asia/Tokyo'),
      await make('Europe/London'),
      await make('Europe/London'),
    ];
    await database.db.rows(
      `insert into mail_hours (person_id, quiet_from_minute, quiet_to_minute, digest_at_minute) values ($1, 1200, 420, 960) returning 1`,
      [late],
    );
    await database.db.rows(
      `insert into out_of_office (id, person_id, from_on, to_on) values (gen_random_uuid(), $1, $2, $2::date + 1) returning 1`,
      [away, today],
    );
    const told = async () => {
      const kinds = await Promise.all([tokyo, late, away].map(kindsTo));
      return kinds.map(({ length }) => length);
    };
    const counts: number[][] = [];
    for (const [day, time] of [
      // 7:30 in Tokyo, 7:30 and 16:00 in London, and the day after.
      [addDays(today, -1), '22:30'],
      [today, '07:30'],
      [today, '16:00'],
      [addDays(today, 1), '07:30'],
    ] as const) {
      await care(day, time);
      counts.push(await told());
    }
    expect(counts).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [1, 1, 0],
      [1, 1, 1],
    ]);
  });
});

describe('the end of a term', () => {
  it('is asked about once by mail, and the answer stands on record', async () => {
    const champion = await aChampion(database.db, {
      person: { unitId, timeZone: 'Europe/London' },
      since: addDays(today, -10),
    });
    await database.db.rows(
      'update champion set term_ends_on = $2 where person_id = $1 returning 1',
      [champion.id, addDays(today, 61)],
    );
    await care(today);
    expect(await kindsTo(champion.id)).toEqual([]);
    await care(addDays(today, 1));
    await care(addDays(today, 2));
    expect(await kindsTo(champion.id)).toEqual(['champion_term']);
    const own = viewerOf(champion);
    await new RenewTerm(database.db, at(addDays(today, 2))).run(own);
    const timeline = await new NetworkReader(database.db, at(addDays(today, 2))).timeline(
      hr,
      champion.id,
    );
    expect(timeline[0]).toMatchObject({
      words: expect.stringMatching(/^Goes on until /),
      actorName: champion.name,
    });
  });
});

describe('an interview', () => {
  it('stands on the timeline for the programme team and nobody else', async () => {
    const champion = await aChampion(database.db, { person: { unitId } });
    const nomination = await aNomination(database.db, { nomineeId: champion.id, stage: 'active' });
    await database.db.rows(
      `insert into nomination_interview (nomination_id, interviewer_id, held_on, experience, interests, expertise, outcome)
       values ($1, $2, '2026-03-01', 'a', 'b', 'c', 'go') returning 1`,
      [nomination.id, hr.personId],
    );
    const reader = new NetworkReader(database.db, at(today));
    const entry = { kind: 'interview', words: 'Interview: go ahead', actorName: hr.name };
    expect(await reader.timeline(hr, champion.id)).toContainEqual(expect.objectContaining(entry));
    expect(JSON.stringify(await reader.timeline(viewerOf(champion), champion.id))).not.toContain(
      'nterview',
    );
  });
});

describe('alumni who may be asked', () => {
  it('are as many in the figure as in the list behind it', async () => {
    const gone = await aChampion(database.db, {
      person: { unitId, leaveOn: '2026-02-01' },
      until: '2026-01-01',
    });
    const former = await aChampion(database.db, { person: { unitId }, until: '2026-01-01' });
    const active = await aChampion(database.db, { person: { unitId } });
    for (const each of [gone, former, active])
      await new StayInTouch(database.db).run(viewerOf(each), { stays: true });
    const { alumniInTouch } = await new NetworkReader(database.db, at(today)).health();
    const list = await new ChampionReader(database.db, at(today)).page(hr, {
      filter: { isInTouch: true },
      page: { first: 50 },
    });
    expect(list.edges.map(({ node }) => node.personId)).toEqual([former.id]);
    expect(list.totalCount).toBe(alumniInTouch);
  });
});
