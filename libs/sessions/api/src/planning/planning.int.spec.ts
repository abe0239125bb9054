import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { ActivatePairing } from '@flipside/pairings-api';
import { aPerson } from '@flipside/people-api/builders';
import { localOf } from '@flipside/people-domain';
import { countingStatements, type Viewer } from '@flipside/platform-api';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { aSeries } from '../builders.js';
import {
  MONDAY,
  aBooking,
  aPair,
  config,
  mailsTo,
  sessionsOf,
  viewerOf,
  type Pair,
} from '../spec-setting.builder.js';
import { MakePlan } from './make-plan.job.js';
import { PlanReader, type PlannedFilter, type SeenPlan, type SeenPlanned } from './plan.reader.js';
import { HOLD_SECONDS, PublishPlan, ResumePlans, StopPublishingPlan } from './publish-plan.js';
import { BATCH, BookPlan } from './publish-plan.job.js';
import { DiscardPlan, LockPlanned, PlanAgain, StartPlan } from './start-plan.js';

let test: TestDatabase;
let hr: Viewer;
beforeAll(async () => {
  test = await testDatabase();
  hr = viewerOf(await aPerson(test.db, { name: 'Hannah Roth' }), 'HR_LEAD');
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.rows('delete from quarter_plan');
  await test.db.rows('delete from pairing');
});

const later = (seconds: number, from = MONDAY): Date => new Date(Date.parse(from) + seconds * 1000);
const AFTER_HOLD = later(HOLD_SECONDS);

const make = (planId: string, at: Date | string = MONDAY) =>
  new MakePlan(test.db, fixedClock(at)).handle({ planId });
const book = (planId: string, at: Date | string = AFTER_HOLD) =>
  new BookPlan(test.db, fixedClock(at), config, new ActivatePairing(test.db)).handle({ planId });
const reader = () => new PlanReader(test.db);
const pairingsOf = async (planId: string, filter: PlannedFilter = 'all'): Promise<SeenPlanned[]> =>
  (await reader().pairings(planId, filter, null, { first: 200 })).edges.map(({ node }) => node);

async function started(at: Date | string = MONDAY, startsOn = '2027-01-11'): Promise<string> {
  const result = await new StartPlan(test.db, fixedClock(at)).run(hr.personId, { startsOn });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value.planId;
}

async function aDraft(): Promise<SeenPlan> {
  const planId = await started();
  await make(planId);
  return reader().one(planId);
}

const publish = (plan: SeenPlan, at: Date | string = MONDAY, key = newId()) =>
  new PublishPlan(test.db, fixedClock(at)).run(hr, { planId: plan.id, version: plan.version, key });

async function pairsOf(champions: number, each: number): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let champion = 0; champion < champions; champion++) {
    const first = await aPair(test.db);
    pairs.push(first);
    for (let more = 1; more < each; more++)
      pairs.push(await aPair(test.db, { championId: first.championId }));
  }
  return pairs;
}

const overlaps = () =>
  test.db.rows(
    `select 1 from claim a join claim b on a.person_id = b.person_id and a.id < b.id and a.during && b.during and a.active and b.active`,
  );

/**
 * The caps, counted by the database alone: an executive has one session a day and two a week, a champion
 * two and four, each by the days and weeks of the person's own clock.
 */
const tooFull = () =>
  test.db.rows<{ name: string; per: string; n: number }>(
    `with kept as (
       select c.person_id, w.name, c.person_id = p.executive_id as is_executive,
         lower(c.during) at time zone coalesce(w.time_zone, 'Europe/London') as local
       from claim c join session s on s.id = c.session_id join pairing p on p.id = s.pairing_id
       join person w on w.id = c.person_id)
     select name, 'day' as per, count(*) as n from kept
     group by person_id, name, is_executive, date_trunc('day', local) having count(*) > case when is_executive then 1 else 2 end
     union all
     select name, 'week', count(*) from kept
     group by person_id, name, is_executive, date_trunc('week', local) having count(*) > case when is_executive then 2 else 4 end`,
  );

describe('a draft', () => {
  it('gives every pairing a time or a reason, and books nothing', async () => {
    const pairs = await pairsOf(2, 3);
    const plan = await aDraft();
    expect(plan).toMatchObject({
      state: 'review',
      failure: null,
      counts: { total: 6, placed: 6, unplaced: 0, booked: 0, joined: 6, moved: 0 },
    });
    for (const pair of pairs) expect(await sessionsOf(test.db, pair.pairingId)).toEqual([]);
  });

  it('leaves out pairings that are paused or booked to the end, and goes on behind booked sessions', async () => {
    const booked = await aPair(test.db);
    await aBooking(test.db, booked);
    await aPair(test.db, { state: 'paused' });
    const short = await aPair(test.db);
    await aBooking(test.db, short);
    // Its last four sessions were called off: two are left, until 26 January.
    const last = (await sessionsOf(test.db, short.pairingId)).slice(2).map(({ id }) => id);
    await test.db.rows(`update session set status = 'cancelled' where id = any($1)`, [last]);
    await test.db.rows(`delete from claim where session_id = any($1)`, [last]);
    const plan = await aDraft();
    expect(plan.figures.alreadyBooked).toBe(1);
    const [only, ...rest] = await pairingsOf(plan.id);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ pairingId: short.pairingId, state: 'placed', sessionCount: 4 });
    expect(only?.localStart && only.localStart >= '2027-02-03').toBe(true);
  });

  it('is one at a time, and begins within eight weeks', async () => {
    await pairsOf(1, 1);
    await started();
    const start = (startsOn: string) =>
      new StartPlan(test.db, fixedClock(MONDAY)).run(hr.personId, { startsOn });
    expect(await start('2027-01-18')).toMatchObject({ refusal: { code: 'PLAN_OPEN' } });
    for (const day of ['2027-01-10', '2027-03-09', 'soon'])
      expect(await start(day)).toMatchObject({ refusal: { code: 'PLAN_START' } });
  });

  it.each([
    ['Pacific/Auckland', '2027-01-10T10:59:00Z', '2027-01-10T11:01:00Z'],
    ['Pacific/Honolulu', '2027-01-11T09:59:00Z', '2027-01-11T10:01:00Z'],
  ])('begins without a day on the Monday after today, in %s', async (zone, sunday, monday) => {
    await test.db.rows('update programme set default_time_zone = $1', [zone]);
    const begun: string[] = [];
    for (const at of [sunday, monday]) {
      await test.db.rows('delete from quarter_plan');
      const result = await new StartPlan(test.db, fixedClock(at)).run(null, { startsOn: null });
      if (!result.ok) throw new Error(result.refusal.message);
      begun.push((await reader().one(result.value.planId)).startsOn);
    }
    await test.db.rows(`update programme set default_time_zone = 'Europe/London'`);
    expect(begun).toEqual(['2027-01-11', '2027-01-18']);
  });

  it('is made with the same number of statements for a small network and a larger one', async () => {
    const statements = async (pairs: number) => {
      await test.db.rows('delete from quarter_plan');
      await test.db.rows('delete from pairing');
      await pairsOf(pairs, 2);
      const planId = await started();
      return (await countingStatements(() => make(planId))).statements.length;
    };
    const small = await statements(1);
    expect(small).toBeLessThanOrEqual(17);
    expect(await statements(8)).toBe(small);
  });

  it('is read with three statements, however long it is', async () => {
    await pairsOf(4, 3);
    const plan = await aDraft();
    const { statements } = await countingStatements(async () => {
      await reader().latest();
      await reader().pairings(plan.id, 'all', 'priya', { first: 5 });
    });
    expect(statements).toHaveLength(3);
    const page = await reader().pairings(plan.id, 'all', 'ward', { first: 5 });
    expect(page.totalCount).toBe(12);
    const next = await reader().pairings(plan.id, 'all', 'ward', {
      first: 50,
      after: page.pageInfo.endCursor,
    });
    expect(next.edges).toHaveLength(7);
    expect(await pairingsOf(plan.id, 'unplaced')).toEqual([]);
  });

  it('keeps its times when it is made again; a lock holds, and what moved is shown', async () => {
    const pairs = await pairsOf(1, 3);
    const plan = await aDraft();
    const before = await pairingsOf(plan.id);
    const lock = new LockPlanned(test.db);
    const [locked, open] = before as [SeenPlanned, SeenPlanned];
    await lock.run({ planId: plan.id, pairingIds: [locked.pairingId], isLocked: true });
    // Both lose the hour they have: one is locked, one may move.
    const executives = pairs.filter(({ pairingId }) =>
      [locked.pairingId, open.pairingId].includes(pairingId),
    );
    for (const { executiveId } of executives)
      await test.db.rows(
        `insert into out_of_office (id, person_id, from_on, to_on) values (gen_random_uuid(), $1, '2027-01-11', '2027-01-25')`,
        [executiveId],
      );
    const again = new PlanAgain(test.db, fixedClock(MONDAY));
    expect((await again.run({ planId: plan.id, version: plan.version })).ok).toBe(true);
    expect(await again.run({ planId: plan.id, version: plan.version })).toMatchObject({
      refusal: { code: 'PLAN_NOT_IN_REVIEW' },
    });
    await make(plan.id);
    const after = new Map((await pairingsOf(plan.id)).map((each) => [each.pairingId, each]));
    expect(after.get(locked.pairingId)).toMatchObject({
      state: 'unplaced',
      reason: 'lock_does_not_fit',
      localStart: null,
      beforeStart: locked.localStart,
    });
    expect(after.get(open.pairingId)).toMatchObject({ state: 'placed' });
    expect(after.get(open.pairingId)?.localStart).not.toBe(open.localStart);
    expect(after.get(before[2]?.pairingId ?? '')?.localStart).toBe(before[2]?.localStart);
    expect((await reader().one(plan.id)).counts).toMatchObject({ moved: 1, lost: 1, gained: 0 });
    expect(await pairingsOf(plan.id, 'changed')).toHaveLength(2);
  });

  it('is not written when it was discarded while it was made', async () => {
    await pairsOf(1, 1);
    const planId = await started();
    await new DiscardPlan(test.db).run({ planId });
    await make(planId);
    expect(await reader().one(planId)).toMatchObject({ state: 'discarded', counts: { total: 0 } });
    expect(await reader().latest()).toBeNull();
  });
});

describe('publishing', () => {
  it('books every time with invitations and history after the hold, and nothing before', async () => {
    const pairs = await pairsOf(2, 3);
    const plan = await aDraft();
    expect((await publish(plan)).ok).toBe(true);
    await book(plan.id, MONDAY);
    expect(await mailsTo(test.db, ...pairs.map(({ executiveId }) => executiveId))).toEqual([]);
    await book(plan.id);
    expect(await reader().one(plan.id)).toMatchObject({
      state: 'published',
      progress: 100,
      counts: { booked: 6, placed: 0 },
    });
    for (const planned of await pairingsOf(plan.id, 'booked')) {
      const sessions = await sessionsOf(test.db, planned.pairingId);
      expect(sessions).toHaveLength(planned.sessionCount);
      expect(sessions[0]?.local).toBe(planned.localStart);
    }
    const [first] = pairs as [Pair];
    const mails = await mailsTo(test.db, first.executiveId);
    expect(mails.map(({ method }) => method)).toEqual(['REQUEST']);
    expect(
      await test.db.rows(`select distinct e.actor_id as "by", p.state from session_event e
        join session s on s.id = e.session_id join pairing p on p.id = s.pairing_id`),
    ).toEqual([{ by: hr.personId, state: 'active' }]);
    expect(await overlaps()).toEqual([]);
    expect(await tooFull()).toEqual([]);
  });

  it('79. no champion and no executive exceeds a daily or weekly cap in a published plan, each on their own clock', async () => {
    const champion = await aPair(test.db, { championZone: 'America/New_York' });
    const zones = ['Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo'];
    for (let index = 0; index < 9; index++)
      await aPair(test.db, {
        championId: champion.championId,
        executiveZone: zones[index % zones.length] ?? 'Europe/London',
      });
    const plan = await aDraft();
    // A champion has four sessions a week, so eight pairings in a fortnight: two are left out.
    expect(plan.counts).toMatchObject({ total: 10, placed: 8, unplaced: 2 });
    await publish(plan);
    await book(plan.id);
    expect((await reader().one(plan.id)).counts.booked).toBe(8);
    expect(await tooFull()).toEqual([]);
    // The count does find what is too much: one more session on an executive's and a champion's day.
    const [full] = await test.db.rows<{ pairing: string; day: Date }>(
      `select p.id as pairing, min(s.starts_at) as day from session s join pairing p on p.id = s.pairing_id group by p.id order by 1 limit 1`,
    );
    const { sessionIds } = await aSeries(test.db, {
      pairingId: full?.pairing ?? '',
      localStart: localOf(new Date((full?.day.getTime() ?? 0) + 3 * 3_600_000), 'Europe/London'),
      count: 1,
    });
    expect(sessionIds).toHaveLength(1);
    expect((await tooFull()).map(({ per }) => per)).toContain('day');
  }, 60_000);

  it('42. twice, by the same press or another, books nothing twice', async () => {
    await pairsOf(1, 3);
    const plan = await aDraft();
    const key = newId();
    const answers = [await publish(plan, MONDAY, key), await publish(plan, MONDAY, key)];
    expect(answers[1]).toEqual(answers[0]);
    expect(await publish(plan)).toMatchObject({ refusal: { code: 'PLAN_NOT_IN_REVIEW' } });
    await Promise.all([book(plan.id), book(plan.id)]);
    await book(plan.id);
    expect(
      await test.db.one(
        'select count(*) as series, count(distinct pairing_id) as pairings from series',
      ),
    ).toEqual({ series: 3, pairings: 3 });
  });

  it('can be stopped within its minute, and goes on where a stopped server left it', async () => {
    const pairs = await pairsOf(1, 2);
    const plan = await aDraft();
    await publish(plan);
    await new StopPublishingPlan(test.db).run({ planId: plan.id });
    await book(plan.id);
    expect((await reader().one(plan.id)).counts.booked).toBe(0);
    const stopped = await reader().one(plan.id);
    expect(stopped.state).toBe('review');
    await publish(stopped);
    // The job is gone with the server; the clock finds the plan silent and begins it again.
    await test.db.rows('delete from graphile_worker._private_jobs');
    const resume = (at: Date) => new ResumePlans(test.db, fixedClock(at)).handle();
    const waiting = () =>
      test.db.rows(
        `select task_identifier as task from graphile_worker.jobs where task_identifier like 'sessions.%-plan'`,
      );
    await resume(later(HOLD_SECONDS + 10));
    expect(await waiting()).toEqual([]);
    await resume(later(HOLD_SECONDS + 200));
    expect(await waiting()).toEqual([{ task: 'sessions.publish-plan' }]);
    await book(plan.id, later(HOLD_SECONDS + 210));
    expect((await reader().one(plan.id)).state).toBe('published');
    expect(await sessionsOf(test.db, pairs[0]?.pairingId ?? '')).not.toEqual([]);
  });

  it('42. loses only the pairing whose time somebody booked by hand, and plans that one again', async () => {
    const pairs = await pairsOf(1, 4);
    const plan = await aDraft();
    const [lost] = (await pairingsOf(plan.id)) as [SeenPlanned];
    // The champion books the same hour with somebody who was not in the plan.
    const byHand = await aPair(test.db, { championId: pairs[0]?.championId ?? '' });
    await aBooking(test.db, byHand, lost.localStart ?? '');
    await publish(plan);
    await book(plan.id);
    expect(await reader().one(plan.id)).toMatchObject({ state: 'planning', counts: { booked: 3 } });
    await make(plan.id);
    const [again, ...others] = await pairingsOf(plan.id, 'placed');
    expect(others).toEqual([]);
    expect(again).toMatchObject({ pairingId: lost.pairingId, beforeStart: lost.localStart });
    expect(again?.localStart).not.toBe(lost.localStart);
    await publish(await reader().one(plan.id));
    await book(plan.id);
    expect(await reader().one(plan.id)).toMatchObject({
      state: 'published',
      counts: { booked: 4 },
    });
    expect(await overlaps()).toEqual([]);
  });

  it('takes back the one pairing that the database refuses, and keeps its batch', async () => {
    const pairs = await pairsOf(1, 3);
    const plan = await aDraft();
    const [clashing] = (await pairingsOf(plan.id)) as [SeenPlanned];
    const executive = pairs.find(({ pairingId }) => pairingId === clashing.pairingId)?.executiveId;
    // As if somebody who takes no locks had been faster: the constraint alone knows of it.
    await test.db.rows(`create function refuse_claim() returns trigger language plpgsql as $$ begin
      if new.person_id = '${executive}' then
        raise exception 'taken' using errcode = '23P01', constraint = 'ex_claim_no_overlap';
      end if;
      return new; end $$`);
    await test.db.rows(
      'create trigger refuse_claim before insert on claim for each row execute function refuse_claim()',
    );
    await publish(plan);
    await book(plan.id);
    await test.db.rows('drop trigger refuse_claim on claim');
    await test.db.rows('drop function refuse_claim');
    expect(await reader().one(plan.id)).toMatchObject({ state: 'planning', counts: { booked: 2 } });
    expect(await sessionsOf(test.db, clashing.pairingId)).toEqual([]);
    expect(await mailsTo(test.db, executive ?? '')).toEqual([]);
  });

  it('drops pairings that ended or were booked meanwhile, and says so', async () => {
    const [ended, booked] = (await pairsOf(2, 1)) as [Pair, Pair];
    const plan = await aDraft();
    await test.db.rows(`update pairing set state = 'paused' where id = $1`, [ended.pairingId]);
    await aBooking(test.db, booked, '2027-01-13T14:00');
    await publish(plan);
    await book(plan.id);
    const reasons = new Map(
      (await pairingsOf(plan.id)).map(({ pairingId, reason }) => [pairingId, reason]),
    );
    expect(reasons.get(ended.pairingId)).toBe('no_sessions_now');
    expect(reasons.get(booked.pairingId)).toBe('no_longer_waiting');
    expect((await reader().one(plan.id)).state).toBe('published');
  });

  it('sends a bounded number of statements for each pairing of a batch', async () => {
    const statements = async (pairs: number) => {
      await test.db.rows('delete from quarter_plan');
      await test.db.rows('delete from pairing');
      await pairsOf(pairs, 1);
      const plan = await aDraft();
      await publish(plan);
      return (await countingStatements(() => book(plan.id))).statements.length;
    };
    const [two, ten] = [await statements(2), await statements(10)];
    expect(10).toBeLessThan(BATCH);
    expect((ten - two) / 8).toBeLessThanOrEqual(26);
  });

  it('refuses a draft without any time, and one that changed since it was shown', async () => {
    const plan = await aDraft();
    expect(await publish(plan)).toMatchObject({ refusal: { code: 'PLAN_NOTHING_TO_PUBLISH' } });
    expect(await publish({ ...plan, version: plan.version - 1 })).toMatchObject({
      refusal: { code: 'PLAN_CHANGED' },
    });
  });
});
