import { describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { localOf } from '@flipside/people-domain';
import { countingStatements } from '@flipside/platform-api';
import { aSeries } from '../builders.js';
import {
  MONDAY,
  aBooking,
  aPair,
  mailsTo,
  sessionsOf,
  type Pair,
} from '../spec-setting.builder.js';
import { hr, inOneDatabase, later, plans, test } from './plan-setting.builder.js';
import type { SeenPlanned } from './plan.reader.js';
import { HOLD_SECONDS, ResumePlans, StopPublishingPlan } from './publish-plan.js';
import { BATCH } from './publish-plan.job.js';

inOneDatabase();

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

describe('publishing', () => {
  it('books every time with invitations and history after the hold, and nothing before', async () => {
    const pairs = await plans.pairsOf(2, 3);
    const plan = await plans.aDraft();
    expect((await plans.publish(plan)).ok).toBe(true);
    await plans.book(plan.id, MONDAY);
    expect(await mailsTo(test.db, ...pairs.map(({ executiveId }) => executiveId))).toEqual([]);
    await plans.book(plan.id);
    expect(await plans.reader().one(plan.id)).toMatchObject({
      state: 'published',
      progress: 100,
      counts: { booked: 6, placed: 0 },
    });
    for (const planned of await plans.pairingsOf(plan.id, 'booked')) {
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
    const plan = await plans.aDraft();
    // A champion has four sessions a week, so eight pairings in a fortnight: two are left out.
    expect(plan.counts).toMatchObject({ total: 10, placed: 8, unplaced: 2 });
    await plans.publish(plan);
    await plans.book(plan.id);
    expect((await plans.reader().one(plan.id)).counts.booked).toBe(8);
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
  }, 240_000);

  it('42. twice, by the same press or another, books nothing twice', async () => {
    await plans.pairsOf(1, 3);
    const plan = await plans.aDraft();
    const key = newId();
    const answers = [
      await plans.publish(plan, MONDAY, key),
      await plans.publish(plan, MONDAY, key),
    ];
    expect(answers[1]).toEqual(answers[0]);
    expect(await plans.publish(plan)).toMatchObject({ refusal: { code: 'PLAN_NOT_IN_REVIEW' } });
    await Promise.all([plans.book(plan.id), plans.book(plan.id)]);
    await plans.book(plan.id);
    expect(
      await test.db.one(
        'select count(*) as series, count(distinct pairing_id) as pairings from series',
      ),
    ).toEqual({ series: 3, pairings: 3 });
  });

  it('can be stopped within its minute, and goes on where a stopped server left it', async () => {
    const pairs = await plans.pairsOf(1, 2);
    const plan = await plans.aDraft();
    await plans.publish(plan);
    await new StopPublishingPlan(test.db).run({ planId: plan.id });
    await plans.book(plan.id);
    expect((await plans.reader().one(plan.id)).counts.booked).toBe(0);
    const stopped = await plans.reader().one(plan.id);
    expect(stopped.state).toBe('review');
    await plans.publish(stopped);
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
    await plans.book(plan.id, later(HOLD_SECONDS + 210));
    expect((await plans.reader().one(plan.id)).state).toBe('published');
    expect(await sessionsOf(test.db, pairs[0]?.pairingId ?? '')).not.toEqual([]);
  });

  it('42. loses only the pairing whose time somebody booked by hand, and plans that one again', async () => {
    const pairs = await plans.pairsOf(1, 4);
    const plan = await plans.aDraft();
    const [lost] = (await plans.pairingsOf(plan.id)) as [SeenPlanned];
    // The champion books the same hour with somebody who was not in the plan.
    const byHand = await aPair(test.db, { championId: pairs[0]?.championId ?? '' });
    await aBooking(test.db, byHand, lost.localStart ?? '');
    await plans.publish(plan);
    await plans.book(plan.id);
    expect(await plans.reader().one(plan.id)).toMatchObject({
      state: 'planning',
      counts: { booked: 3 },
    });
    await plans.make(plan.id);
    const [again, ...others] = await plans.pairingsOf(plan.id, 'placed');
    expect(others).toEqual([]);
    expect(again).toMatchObject({ pairingId: lost.pairingId, beforeStart: lost.localStart });
    expect(again?.localStart).not.toBe(lost.localStart);
    await plans.publish(await plans.reader().one(plan.id));
    await plans.book(plan.id);
    expect(await plans.reader().one(plan.id)).toMatchObject({
      state: 'published',
      counts: { booked: 4 },
    });
    expect(await overlaps()).toEqual([]);
  });

  it('takes back the one pairing that the database refuses, and keeps its batch', async () => {
    const pairs = await plans.pairsOf(1, 3);
    const plan = await plans.aDraft();
    const [clashing] = (await plans.pairingsOf(plan.id)) as [SeenPlanned];
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
    await plans.publish(plan);
    await plans.book(plan.id);
    await test.db.rows('drop trigger refuse_claim on claim');
    await test.db.rows('drop function refuse_claim');
    expect(await plans.reader().one(plan.id)).toMatchObject({
      state: 'planning',
      counts: { booked: 2 },
    });
    expect(await sessionsOf(test.db, clashing.pairingId)).toEqual([]);
    expect(await mailsTo(test.db, executive ?? '')).toEqual([]);
  });

  it('drops pairings that ended or were booked meanwhile, and says so', async () => {
    const [ended, booked] = (await plans.pairsOf(2, 1)) as [Pair, Pair];
    const plan = await plans.aDraft();
    await test.db.rows(`update pairing set state = 'paused' where id = $1`, [ended.pairingId]);
    await aBooking(test.db, booked, '2027-01-13T14:00');
    await plans.publish(plan);
    await plans.book(plan.id);
    const reasons = new Map(
      (await plans.pairingsOf(plan.id)).map(({ pairingId, reason }) => [pairingId, reason]),
    );
    expect(reasons.get(ended.pairingId)).toBe('no_sessions_now');
    expect(reasons.get(booked.pairingId)).toBe('no_longer_waiting');
    expect((await plans.reader().one(plan.id)).state).toBe('published');
  });

  it('sends a bounded number of statements for each pairing of a batch', async () => {
    const statements = async (pairs: number) => {
      await test.db.rows('delete from quarter_plan');
      await test.db.rows('delete from pairing');
      await plans.pairsOf(pairs, 1);
      const plan = await plans.aDraft();
      await plans.publish(plan);
      return (await countingStatements(() => plans.book(plan.id))).statements.length;
    };
    const [two, ten] = [await statements(2), await statements(10)];
    expect(10).toBeLessThan(BATCH);
    expect((ten - two) / 8).toBeLessThanOrEqual(26);
  });

  it('refuses a draft without any time, and one that changed since it was shown', async () => {
    const plan = await plans.aDraft();
    expect(await plans.publish(plan)).toMatchObject({
      refusal: { code: 'PLAN_NOTHING_TO_PUBLISH' },
    });
    expect(await plans.publish({ ...plan, version: plan.version - 1 })).toMatchObject({
      refusal: { code: 'PLAN_CHANGED' },
    });
  });
});
