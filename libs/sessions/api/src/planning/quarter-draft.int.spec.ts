import { describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { countingStatements } from '@flipside/platform-api';
import { MONDAY, aBooking, aPair, sessionsOf } from '../spec-setting.builder.js';
import { planQuarter } from '@flipside/sessions-domain';
import { MakePlan } from './make-plan.job.js';
import { hr, inOneDatabase, plans, test } from './plan-setting.builder.js';
import type { SeenPlanned } from './plan.reader.js';
import { plannedQuarter } from './planner.js';
import { DiscardPlan, LockPlanned, PlanAgain, StartPlan } from './start-plan.js';

inOneDatabase();

describe('a draft', () => {
  it('gives every pairing a time or a reason, and books nothing', async () => {
    const pairs = await plans.pairsOf(2, 3);
    const plan = await plans.aDraft();
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
    const plan = await plans.aDraft();
    expect(plan.figures.alreadyBooked).toBe(1);
    const [only, ...rest] = await plans.pairingsOf(plan.id);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ pairingId: short.pairingId, state: 'placed', sessionCount: 4 });
    expect(only?.localStart && only.localStart >= '2027-02-03').toBe(true);
  });

  it('is one at a time, and begins within eight weeks', async () => {
    await plans.pairsOf(1, 1);
    await plans.started();
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
      begun.push((await plans.reader().one(result.value.planId)).startsOn);
    }
    await test.db.rows(`update programme set default_time_zone = 'Europe/London'`);
    expect(begun).toEqual(['2027-01-11', '2027-01-18']);
  });

  it('is made with the same number of statements for a small network and a larger one', async () => {
    const statements = async (pairs: number) => {
      await test.db.rows('delete from quarter_plan');
      await test.db.rows('delete from pairing');
      await plans.pairsOf(pairs, 2);
      const planId = await plans.started();
      return (await countingStatements(() => plans.make(planId))).statements.length;
    };
    const small = await statements(1);
    expect(small).toBeLessThanOrEqual(17);
    expect(await statements(8)).toBe(small);
  });

  it('is read with three statements, however long it is', async () => {
    await plans.pairsOf(4, 3);
    const plan = await plans.aDraft();
    const { statements } = await countingStatements(async () => {
      await plans.reader().latest();
      await plans.reader().pairings(plan.id, 'all', 'priya', { first: 5 });
    });
    expect(statements).toHaveLength(3);
    const page = await plans.reader().pairings(plan.id, 'all', 'ward', { first: 5 });
    expect(page.totalCount).toBe(12);
    const next = await plans.reader().pairings(plan.id, 'all', 'ward', {
      first: 50,
      after: page.pageInfo.endCursor,
    });
    expect(next.edges).toHaveLength(7);
    expect(await plans.pairingsOf(plan.id, 'unplaced')).toEqual([]);
  });

  it('keeps its times when it is made again; a lock holds, and what moved is shown', async () => {
    const pairs = await plans.pairsOf(1, 3);
    const plan = await plans.aDraft();
    const before = await plans.pairingsOf(plan.id);
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
    await plans.make(plan.id);
    const after = new Map((await plans.pairingsOf(plan.id)).map((each) => [each.pairingId, each]));
    expect(after.get(locked.pairingId)).toMatchObject({
      state: 'unplaced',
      reason: 'lock_does_not_fit',
      localStart: null,
      beforeStart: locked.localStart,
    });
    expect(after.get(open.pairingId)).toMatchObject({ state: 'placed' });
    expect(after.get(open.pairingId)?.localStart).not.toBe(open.localStart);
    expect(after.get(before[2]?.pairingId ?? '')?.localStart).toBe(before[2]?.localStart);
    expect((await plans.reader().one(plan.id)).counts).toMatchObject({
      moved: 1,
      lost: 1,
      gained: 0,
    });
    expect(await plans.pairingsOf(plan.id, 'changed')).toHaveLength(2);
  });

  it('that does not pass its check is thrown away whole, and says so; the next one is shown', async () => {
    const [pair] = await plans.pairsOf(1, 1);
    const planId = await plans.started();
    const make = new MakePlan(test.db, fixedClock(MONDAY));
    // A planner that forgets that the second session begins an hour later.
    make.planner = (quarter, told) =>
      plannedQuarter(quarter, told, (asked) => {
        const plan = planQuarter(asked);
        const placed = plan.placed.map(({ pattern, ...each }) => ({
          ...each,
          pattern: {
            ...pattern,
            occurrences: pattern.occurrences.map((date, index) =>
              index === 1 && date.occurrence
                ? {
                    ...date,
                    occurrence: {
                      ...date.occurrence,
                      startsAt: new Date(date.occurrence.startsAt.getTime() + 3_600_000),
                    },
                  }
                : date,
            ),
          },
        }));
        return { ...plan, placed };
      });
    await make.handle({ planId });
    expect(await plans.reader().one(planId)).toMatchObject({
      state: 'review',
      failure: expect.stringContaining('did not pass its own check and was thrown away'),
      counts: { total: 0 },
    });
    expect(await plans.pairingsOf(planId)).toEqual([]);

    const again = new PlanAgain(test.db, fixedClock(MONDAY));
    const { version } = await plans.reader().one(planId);
    expect((await again.run({ planId, version })).ok).toBe(true);
    await plans.make(planId);
    expect(await plans.reader().one(planId)).toMatchObject({
      failure: null,
      counts: { placed: 1 },
    });
    expect(await plans.pairingsOf(planId)).toMatchObject([{ pairingId: pair?.pairingId }]);
  });

  it('is not written when it was discarded while it was made', async () => {
    await plans.pairsOf(1, 1);
    const planId = await plans.started();
    await new DiscardPlan(test.db).run({ planId });
    await plans.make(planId);
    expect(await plans.reader().one(planId)).toMatchObject({
      state: 'discarded',
      counts: { total: 0 },
    });
    expect(await plans.reader().latest()).toBeNull();
  });
});
