import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import { anHrLead, anOrgUnit, aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, aNomination } from '../builders.js';
import { ChampionReader } from '../champions/champion.reader.js';
import { recordChampionAct } from '../champions/record-champion-act.js';
import { SetRecruitingRules } from '../nominations/set-recruiting-rules.js';
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
/** Nine in the morning in London unless said otherwise. */
const at = (day: string, time = '09:25') => fixedClock(new Date(`${day}T${time}:00Z`));
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
    // Nine in the morning of London is another hour in summer.
    await care(addDays(today, 30), '08:25');
    expect(await kindsTo(id)).toHaveLength(1);
    await care(addDays(today, 58), '08:25');
    expect(await kindsTo(id)).toEqual(['champion_quiet', 'champion_quiet']);
  });

  it('is left alone at rest, on leave, after day 60, at night and at the weekend', async () => {
    const silent = addDays(today, -50);
    const resting = await quietSince(silent, { rests: { from: silent, to: '2026-05-01' } });
    const onLeave = await quietSince(silent, { person: { status: 'leave' } });
    const late = await quietSince(addDays(today, -60));
    const awake = await quietSince(silent);
    await care(today, '22:25');
    await care('2026-03-14');
    expect(await kindsTo(awake.id)).toEqual([]);
    await care(today);
    expect(await kindsTo(awake.id)).toEqual(['champion_quiet']);
    for (const { id } of [resting, onLeave, late]) expect(await kindsTo(id)).toEqual([]);
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

describe('the first steps of a champion', () => {
  it('are there for 30 days with the programme’s own words, and not after a break', async () => {
    const rules = new SetRecruitingRules(database.db);
    await rules.run(hr, { welcome: ' Glad to have you. ' });
    expect(await rules.run(hr, { welcome: 'x'.repeat(1001) })).toMatchObject({ ok: false });
    const fresh = await aChampion(database.db, { since: addDays(today, -29) });
    const older = await aChampion(database.db, { since: addDays(today, -30) });
    const back = await aChampion(database.db, {
      rests: { from: addDays(today, -20), to: addDays(today, -5) },
    });
    const reader = new NetworkReader(database.db, at(today));
    expect(await reader.onboarding(fresh.id)).toEqual({
      welcome: 'Glad to have you.',
      hasProfile: false,
      hasOfficeHour: false,
    });
    await aNomination(database.db, { nomineeId: older.id, stage: 'onboarding' });
    expect(await reader.onboarding(older.id)).not.toBeNull();
    for (const { id } of [back, await aPerson(database.db)])
      expect(await reader.onboarding(id)).toBeNull();
  });
});
