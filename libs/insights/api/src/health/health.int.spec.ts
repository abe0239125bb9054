import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { Looks } from '@flipside/people-api';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import { aSessionAnswer, aSessionLog } from '@flipside/learnings-api/builders';
import { aRhythm, NOW } from '../programme.builder.js';
import { FindHealth } from './find-health.job.js';
import { HealthResolver } from './health.resolver.js';

let test: TestDatabase;
let hr: string;
beforeAll(async () => {
  test = await testDatabase();
  hr = (await anHrLead(test.db)).id;
});
afterAll(() => test.close());

const find = (at = NOW) => new FindHealth(test.db, fixedClock(at)).handle();
const health = () =>
  new HealthResolver(test.db, new Looks(test.db, fixedClock(NOW))).pairingHealth({ personId: hr });
const byName = async () => {
  const { pairings } = await health();
  return new Map(pairings.map((each) => [each.executiveName, each]));
};

describe('the health of pairings', () => {
  it('is found by rules first and a score second, those that need a look first', async () => {
    await aRhythm(test.db, {
      executive: 'Good',
      fortnights: ['held', 'held', 'held', 'held', 'held', 'held'],
    });
    await aRhythm(test.db, {
      executive: 'Empty',
      fortnights: ['held', 'held', 'held', 'held', null, null],
    });
    await aRhythm(test.db, {
      executive: 'Called off',
      reason: 'executive_away',
      fortnights: ['held', 'held', 'held', 'held', 'skipped', 'skipped'],
    });
    await aRhythm(test.db, { executive: 'New', anchorOn: '2026-11-16', fortnights: [null] });
    await aRhythm(test.db, {
      executive: 'Over',
      state: 'completed',
      endedAt: new Date('2026-11-01T10:00:00Z'),
      fortnights: ['held'],
    });
    await find();
    const found = await byName();
    expect(found.get('Good')).toMatchObject({
      state: 'on_rhythm',
      reasons: ['They meet in their rhythm.', 'All of their last 4 sessions took place.'],
    });
    expect(found.get('Empty')).toMatchObject({
      state: 'at_risk',
      reasons: ['No session in the last two fortnights.'],
    });
    expect(found.get('Called off')?.reasons[0]).toBe(
      'The executive called off the last two sessions.',
    );
    expect(found.get('New')?.state).toBe('too_new');
    expect(found.has('Over')).toBe(false);
    expect([...found.keys()].at(-1)).toBe('Good');
  });

  it('remembers since when, over any number of nights', async () => {
    await find(new Date('2026-11-25T03:30:00Z'));
    expect((await byName()).get('Empty')?.sinceOn).toBe('2026-11-24');
  });

  it('stays what it was the night before while the score is within five points of the border', async () => {
    // Ten days beyond the rhythm and three of the last four: (35 · 0.64 + 20 · 0.75) ÷ 55 is 68, below 70.
    const { pairingId } = await aRhythm(test.db, {
      executive: 'Near',
      fortnights: ['held', 'held', 'held', 'held', 'held', 'not_held'],
    });
    await find();
    expect((await byName()).get('Near')?.state).toBe('slipping');
    await test.db.rows(`update pairing_health set state = 'on_rhythm' where pairing_id = $1`, [
      pairingId,
    ]);
    await find();
    expect((await byName()).get('Near')?.state).toBe('on_rhythm');
  });

  it('counts what the two answered once both have done so twice, in as many pairings as the limit', async () => {
    // Ten days beyond the rhythm: 68 without answers, slipping; with answers (35 · 0.64 + 15 + 20) ÷ 75 is 77.
    const wish = { fortnights: ['held', 'held', 'held', 'held', 'held', 'not_held'] as const };
    const names = ['Asked 1', 'Asked 2', 'Asked 3'];
    const sessions: string[][] = [];
    for (const executive of names) {
      const { pairingId } = await aRhythm(test.db, { executive, ...wish });
      const rows = await test.db.rows<{ id: string }>(
        `select id from session where pairing_id = $1 order by starts_at`,
        [pairingId],
      );
      sessions.push(rows.map(({ id }) => id));
    }
    const states = async () => {
      await find();
      const found = await byName();
      return names.map((name) => found.get(name)?.state);
    };
    const answer = async (by: 'executive' | 'champion', at: number, of: readonly string[][]) => {
      for (const ids of of)
        await aSessionAnswer(test.db, { sessionId: ids[at] ?? '', by, usefulness: 'very' });
    };
    await test.db.rows(`update programme set small_group_limit = 3`);
    await answer('executive', 3, sessions);
    await answer('executive', 4, sessions);
    await answer('champion', 3, sessions);
    await answer('champion', 4, sessions.slice(0, 2));
    expect(await states()).toEqual(['slipping', 'slipping', 'slipping']);
    // Said of a session that was not held: it counts for nothing.
    await answer('champion', 5, sessions.slice(2));
    expect(await states()).toEqual(['slipping', 'slipping', 'slipping']);
    await answer('champion', 4, sessions.slice(2));
    expect(await states()).toEqual(['on_rhythm', 'on_rhythm', 'on_rhythm']);
    const { pairings } = await health();
    const reasons = pairings.flatMap((each) => each.reasons).join(' ');
    expect(reasons).not.toMatch(/useful|answer/i);
    await test.db.rows(`update programme set small_group_limit = 5`);
  });

  it('is at risk when one of the two says that they do not fit, without who, until they say otherwise', async () => {
    const { pairingId } = await aRhythm(test.db, {
      executive: 'Misfit',
      fortnights: ['held', 'held', 'held', 'held', 'held', 'held'],
    });
    const [first, second] = await test.db.rows<{ id: string }>(
      `select id from session where pairing_id = $1 order by starts_at`,
      [pairingId],
    );
    const said = { by: 'champion', usefulness: 'little' } as const;
    await aSessionAnswer(test.db, { ...said, sessionId: first?.id ?? '', isGoodFit: false });
    await find();
    expect((await byName()).get('Misfit')).toMatchObject({
      state: 'at_risk',
      reasons: ['One of the two said that they are not a good fit.'],
    });
    await aSessionAnswer(test.db, { ...said, sessionId: second?.id ?? '', isGoodFit: true });
    await find();
    expect((await byName()).get('Misfit')?.state).toBe('on_rhythm');
  });

  it('counts next steps of the last 45 days that a log speaks of', async () => {
    const { pairingId } = await aRhythm(test.db, {
      executive: 'Steps',
      fortnights: ['held', 'held', 'held', 'held', 'held', 'not_held'],
    });
    const sessions = await test.db.rows<{ id: string }>(
      `select id from session where pairing_id = $1 and status = 'held' order by starts_at desc`,
      [pairingId],
    );
    // 28 October, 14 October (41 days ago); 30 September is 55 days ago.
    for (const [at, lastStepDone] of [false, true, true, null].entries())
      await aSessionLog(test.db, { sessionId: sessions[at]?.id ?? '', lastStepDone });
    await find();
    const found = await test.db.one<{ score: number }>(
      `select score from pairing_health where pairing_id = $1`,
      [pairingId],
    );
    // Rhythm 0.64 · 35, reliability 15, momentum 0.5 · 15 of 70.
    expect(found?.score).toBe(64);
    expect((await byName()).get('Steps')?.reasons).toContain(
      '1 of the 2 next steps they agreed on is done.',
    );
  });

  it('is found for a day of the past from what was known then', async () => {
    const { pairingId } = await aRhythm(test.db, {
      executive: 'Before',
      reason: 'executive_away',
      fortnights: ['held', 'held', 'held', 'held', 'skipped', 'skipped'],
    });
    await test.db.rows(
      `insert into session_event (id, session_id, kind, from_status, to_status, at)
       select gen_random_uuid(), id, 'skipped', 'booked', 'skipped', starts_at - interval '2 days' from session
       where pairing_id = $1 and status = 'skipped'`,
      [pairingId],
    );
    const at = async (day: string) => {
      await new FindHealth(test.db, fixedClock(NOW)).at(new Date(`${day}T03:30:00Z`));
      const row = await test.db.one<{ state: string; since: string }>(
        `select state, since_on as since from pairing_health where pairing_id = $1`,
        [pairingId],
      );
      return row && `${row.state} since ${row.since}`;
    };
    await test.db.rows(`update pairing set accepted_at = '2026-08-27T09:00:00Z' where id = $1`, [
      pairingId,
    ]);
    expect(await at('2026-08-25')).toBe(null);
    expect(await at('2026-09-01')).toBe('too_new since 2026-09-01');
    expect(await at('2026-10-20')).toBe('on_rhythm since 2026-10-20');
    // The first skip is known from 25 October, the second from 8 November.
    expect(await at('2026-10-26')).toBe('on_rhythm since 2026-10-20');
    expect(await at('2026-11-09')).toBe('at_risk since 2026-11-09');
    expect(await at('2026-11-24')).toBe('at_risk since 2026-11-09');
  });

  it('is shown to the two people as HR reads it, letter by letter, and to nobody else', async () => {
    const { pairingId, executiveId } = await aRhythm(test.db, {
      executive: 'Shown',
      fortnights: ['held', 'held', 'held', 'held', 'held', 'not_held'],
    });
    await find();
    const resolver = new HealthResolver(test.db, new Looks(test.db, fixedClock(NOW)));
    const seen = (await byName()).get('Shown');
    expect(seen?.reasons).toHaveLength(2);
    expect(await resolver.healthAsHrSees({ personId: executiveId }, pairingId)).toEqual(seen);
    for (const personId of [hr, (await aPerson(test.db)).id])
      await expect(resolver.healthAsHrSees({ personId }, pairingId)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });

  it('is answered with one statement, and one for the trace that it leaves', async () => {
    expect(await countStatements(health)).toBe(2);
  });
});
