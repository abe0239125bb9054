import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { fixedClock, specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { fourWeekMinutes } from '@flipside/pairings-domain';
import { aPairing, anExecutive, type BuiltPairing } from '../builders.js';
import { AcceptPairing } from './accept-pairing.js';
import { ActivatePairing } from './activate-pairing.js';
import { AgreePairing } from './agree-pairing.js';
import { DeclinePairing } from './decline-pairing.js';
import { EndPairing } from './end-pairing.js';
import { ExpireProposals } from './expire-proposals.job.js';
import { PausePairing } from './pause-pairing.js';
import { ResumePaused } from './resume-paused.job.js';
import { ResumePairing } from './resume-pairing.js';

const clock = fixedClock('2026-11-05T10:00:00Z');
const config = { baseUrl: 'https://coaching.test' };
let database: TestDatabase;
let hr: Viewer;
let stranger: Viewer;

const viewer = (personId: string, ...roles: Role[]): Viewer => ({
  personId,
  name: 'Somebody',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});
const executiveOf = ({ executiveId }: BuiltPairing) => viewer(executiveId, 'EXECUTIVE');
const championOf = ({ championId }: BuiltPairing) => viewer(championId, 'CHAMPION');

beforeAll(async () => {
  database = await testDatabase();
  hr = viewer((await anHrLead(database.db)).id, 'HR_LEAD');
  stranger = viewer((await aPerson(database.db)).id, 'EXECUTIVE', 'CHAMPION');
});
afterAll(() => database.close());
beforeEach(() => clock.set('2026-11-05T10:00:00Z'));

const stored = (id: string) =>
  database.db.one<Record<string, unknown>>(
    `select state, executive_answer, champion_answer, accepted_at, anchor_on, paused_from, paused_until, ended_at,
       goal, cadence_days from pairing where id = $1`,
    [id],
  );
const jobs = async (pairingId: string): Promise<string[]> => {
  const rows = await database.db.rows<{ name: string }>(
    `select t.identifier as name from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     where j.payload ->> 'pairingId' = $1 order by j.id`,
    [pairingId],
  );
  return rows.map(({ name }) => name);
};
const events = async (pairingId: string): Promise<string[]> => {
  const rows = await database.db.rows<{ kind: string }>(
    'select kind from pairing_event where pairing_id = $1 order by at, id',
    [pairingId],
  );
  return rows.map(({ kind }) => kind);
};
const subjects = async (personId: string): Promise<string[]> => {
  const rows = await database.db.rows<{ subject: string }>(
    'select subject from mail_message where person_id = $1',
    [personId],
  );
  return rows.map(({ subject }) => subject);
};
const pauses = (pairingId: string) =>
  database.db.rows(
    'select valid_from as "from", valid_to as "to" from pairing_pause where pairing_id = $1 order by 1',
    [pairingId],
  );

describe('accepting', () => {
  const accept = () => new AcceptPairing(database.db, clock, config);

  it('waits for the other side after the first yes and tells sessions after the second', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    const input = { pairingId: pairing.id };
    expect(await accept().run(championOf(pairing), input)).toEqual({ ok: true, value: input });
    expect(await stored(pairing.id)).toMatchObject({ state: 'proposed', champion_answer: 'yes' });
    expect(await jobs(pairing.id)).toEqual([]);

    expect(await accept().run(executiveOf(pairing), input)).toEqual({ ok: true, value: input });
    expect(await stored(pairing.id)).toMatchObject({ state: 'accepted', accepted_at: clock.now() });
    expect(await jobs(pairing.id)).toEqual(['pairings.accepted']);
    expect(await events(pairing.id)).toEqual(['said_yes', 'accepted']);
    for (const id of [pairing.championId, pairing.executiveId]) {
      expect(await subjects(id)).toEqual([expect.stringMatching(/^You and .+ are paired$/)]);
    }
  });

  it('does nothing the second time the same side presses', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed', championAnswer: 'yes' });
    for (let press = 0; press < 3; press++) {
      expect((await accept().run(executiveOf(pairing), { pairingId: pairing.id })).ok).toBe(true);
    }
    expect(await jobs(pairing.id)).toEqual(['pairings.accepted']);
    expect(await events(pairing.id)).toEqual(['accepted']);
  });

  it('is refused after the time to answer is over, and after a no', async () => {
    const late = await aPairing(database.db, { state: 'proposed', expiresAt: clock.now() });
    expect(await accept().run(executiveOf(late), { pairingId: late.id })).toMatchObject({
      refusal: { code: 'EXPIRED' },
    });
    const declined = await aPairing(database.db, { state: 'declined' });
    expect(await accept().run(championOf(declined), { pairingId: declined.id })).toMatchObject({
      refusal: { code: 'ALREADY_OVER' },
    });
  });

  it('is refused when the champion agreed to fewer hours meanwhile', async () => {
    const champion = await aChampion(database.db, { capacity: 5, agreedHours: 3 });
    await aPairing(database.db, { championId: champion.id, state: 'active' });
    const second = await aPairing(database.db, {
      championId: champion.id,
      state: 'proposed',
      championAnswer: 'yes',
    });
    const say = () => accept().run(executiveOf(second), { pairingId: second.id });
    expect(await say()).toMatchObject({ refusal: { code: 'CHAMPION_FULL' } });
    await database.db.rows('update champion set agreed_hours = 4 where person_id = $1', [
      champion.id,
    ]);
    expect(await say()).toMatchObject({ ok: true });
  });

  it('asks in the view of all asks what the rule says', async () => {
    for (const rhythm of [
      { cadenceDays: 14, sessionMinutes: 30 },
      { cadenceDays: 11, sessionMinutes: 45 },
    ]) {
      const pairing = await aPairing(database.db, { state: 'active', ...rhythm });
      const ask = await database.db.one('select minutes from champion_ask where ask_id = $1', [
        pairing.id,
      ]);
      expect(ask).toEqual({ minutes: fourWeekMinutes(rhythm) });
    }
  });

  it('is refused when the champion agreed on fewer places meanwhile', async () => {
    const champion = await aChampion(database.db, { capacity: 1 });
    await aPairing(database.db, { championId: champion.id, state: 'active' });
    const second = await aPairing(database.db, {
      championId: champion.id,
      state: 'proposed',
      championAnswer: 'yes',
    });
    expect(await accept().run(executiveOf(second), { pairingId: second.id })).toMatchObject({
      refusal: { code: 'CHAMPION_FULL' },
    });
    expect(await stored(second.id)).toMatchObject({ state: 'proposed' });
  });

  it('never lets racing answers exceed the places of a champion', async () => {
    const champion = await aChampion(database.db, { capacity: 2 });
    const pairings = await Promise.all(
      Array.from({ length: 6 }, () =>
        aPairing(database.db, {
          championId: champion.id,
          state: 'proposed',
          championAnswer: 'yes',
        }),
      ),
    );
    const answers = await Promise.all(
      pairings.map((pairing) => accept().run(executiveOf(pairing), { pairingId: pairing.id })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    const accepted = await database.db.rows(
      `select from pairing where champion_id = $1 and state = 'accepted'`,
      [champion.id],
    );
    expect(accepted).toHaveLength(2);
  });

  it('does not exist for anybody but the two, not even for HR leads', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    for (const somebody of [stranger, hr]) {
      await expect(accept().run(somebody, { pairingId: pairing.id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    await expect(
      accept().run(stranger, { pairingId: '0192f0c0-0000-7000-8000-000000000000' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('declining', () => {
  const decline = () => new DeclinePairing(database.db, clock, config);

  it('ends it without a reason, and the other side reads one neutral sentence', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed', executiveAnswer: 'yes' });
    const input = { pairingId: pairing.id };
    expect(await decline().run(championOf(pairing), input)).toEqual({ ok: true, value: input });
    expect(await stored(pairing.id)).toMatchObject({
      state: 'declined',
      champion_answer: 'no',
      ended_at: clock.now(),
    });
    expect(await subjects(pairing.executiveId)).toEqual([
      'The programme is changing some pairings',
    ]);
    expect(await subjects(pairing.championId)).toEqual([]);
  });

  it('is refused once it runs', async () => {
    const pairing = await aPairing(database.db, { state: 'active' });
    expect(await decline().run(championOf(pairing), { pairingId: pairing.id })).toMatchObject({
      refusal: { code: 'NOT_IN_THIS_STATE' },
    });
    await expect(decline().run(hr, { pairingId: pairing.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the first booked session', () => {
  const activate = () => new ActivatePairing(database.db);

  it('makes an accepted pairing active and anchors its rhythm, once', async () => {
    const pairing = await aPairing(database.db, { state: 'accepted' });
    const activation = { pairingId: pairing.id, anchorOn: '2026-11-10', now: clock.now() };
    expect((await activate().run(activation)).ok).toBe(true);
    expect((await activate().run({ ...activation, anchorOn: '2026-12-01' })).ok).toBe(true);
    expect(await stored(pairing.id)).toMatchObject({ state: 'active', anchor_on: '2026-11-10' });
    expect(await events(pairing.id)).toEqual(['activated']);
  });

  it('does not revive a pairing that has ended', async () => {
    const pairing = await aPairing(database.db, { state: 'ended_early' });
    const activation = { pairingId: pairing.id, anchorOn: '2026-11-10', now: clock.now() };
    expect(await activate().run(activation)).toMatchObject({ refusal: { code: 'ALREADY_OVER' } });
  });
});

describe('a pause', () => {
  const pause = () => new PausePairing(database.db, clock);
  const resume = () => new ResumePairing(database.db, clock);

  it('can be made by either side and by HR, and tells sessions', async () => {
    for (const who of ['executive', 'champion', 'hr'] as const) {
      const pairing = await aPairing(database.db, { state: 'active' });
      const by = { executive: executiveOf(pairing), champion: championOf(pairing), hr }[who];
      const input = { pairingId: pairing.id, until: '2026-11-20' };
      expect((await pause().run(by, input)).ok).toBe(true);
      expect(await stored(pairing.id)).toMatchObject({
        state: 'paused',
        paused_from: '2026-11-05',
        paused_until: '2026-11-20',
      });
      expect(await pauses(pairing.id)).toEqual([{ from: '2026-11-05', to: '2026-11-20' }]);
      expect(await jobs(pairing.id)).toEqual(['pairings.paused']);
    }
  });

  it('is cut on the day somebody resumes, and leaves no trace on its own day', async () => {
    const pairing = await aPairing(database.db, { state: 'active' });
    const side = championOf(pairing);
    await pause().run(side, { pairingId: pairing.id, until: null });
    clock.set('2026-11-09T10:00:00Z');
    expect((await resume().run(executiveOf(pairing), { pairingId: pairing.id })).ok).toBe(true);
    expect(await pauses(pairing.id)).toEqual([{ from: '2026-11-05', to: '2026-11-09' }]);
    await pause().run(side, { pairingId: pairing.id, until: null });
    await resume().run(side, { pairingId: pairing.id });
    expect(await pauses(pairing.id)).toEqual([{ from: '2026-11-05', to: '2026-11-09' }]);
    expect(await stored(pairing.id)).toMatchObject({
      state: 'active',
      paused_from: null,
      paused_until: null,
    });
    expect(await jobs(pairing.id)).toEqual([
      'pairings.paused',
      'pairings.resumed',
      'pairings.paused',
      'pairings.resumed',
    ]);
  });

  it('ends by itself on the first day back, in the zone of the programme', async () => {
    const pairing = await aPairing(database.db, { state: 'active' });
    const open = await aPairing(database.db, { state: 'paused', pausedUntil: null });
    await pause().run(hr, { pairingId: pairing.id, until: '2026-11-20' });
    const timer = new ResumePaused(database.db, clock);
    clock.set('2026-11-19T23:59:00Z');
    await timer.handle();
    expect(await stored(pairing.id)).toMatchObject({ state: 'paused' });
    clock.set('2026-11-20T00:00:00Z');
    await timer.handle();
    await timer.handle();
    expect(await stored(pairing.id)).toMatchObject({ state: 'active' });
    expect(await stored(open.id)).toMatchObject({ state: 'paused' });
    expect(await events(pairing.id)).toEqual(['paused', 'resumed']);
  });

  it('is refused for the past, twice, and to strangers', async () => {
    const pairing = await aPairing(database.db, { state: 'active' });
    const input = { pairingId: pairing.id, until: '2026-11-05' };
    expect(await pause().run(hr, input)).toMatchObject({ refusal: { code: 'DAY_IN_THE_PAST' } });
    await pause().run(hr, { ...input, until: null });
    expect(await pause().run(hr, { ...input, until: null })).toMatchObject({
      refusal: { code: 'NOT_IN_THIS_STATE' },
    });
    await expect(pause().run(stranger, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(resume().run(stranger, { pairingId: pairing.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const active = await aPairing(database.db, { state: 'active' });
    expect(await resume().run(hr, { pairingId: active.id })).toMatchObject({
      refusal: { code: 'NOT_IN_THIS_STATE' },
    });
  });
});

describe('the end', () => {
  const end = () => new EndPairing(database.db, clock, config);

  it('is quiet: no reason, one neutral sentence to the other side, sessions are told', async () => {
    const pairing = await aPairing(database.db, { state: 'paused', pausedUntil: '2026-12-24' });
    const input = { pairingId: pairing.id, isCompleted: false };
    expect((await end().run(executiveOf(pairing), input)).ok).toBe(true);
    expect(await stored(pairing.id)).toMatchObject({
      state: 'ended_early',
      ended_at: clock.now(),
      paused_until: null,
    });
    expect(await subjects(pairing.championId)).toEqual(['The programme is changing some pairings']);
    expect(await subjects(pairing.executiveId)).toEqual([]);
    expect(await jobs(pairing.id)).toEqual(['pairings.ended']);
  });

  it('can be the planned one', async () => {
    const pairing = await aPairing(database.db, { state: 'active' });
    const input = { pairingId: pairing.id, isCompleted: true };
    expect((await end().run(hr, input)).ok).toBe(true);
    expect(await stored(pairing.id)).toMatchObject({ state: 'completed' });
    expect(await subjects(pairing.championId)).toEqual(['Your pairing is completed']);
    expect(await subjects(pairing.executiveId)).toEqual(['Your pairing is completed']);
  });

  it('takes a proposal back when HR asks, and not when a side does, who can decline', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    const input = { pairingId: pairing.id, isCompleted: false };
    expect(await end().run(championOf(pairing), input)).toMatchObject({
      refusal: { code: 'NOT_IN_THIS_STATE' },
    });
    expect((await end().run(hr, input)).ok).toBe(true);
    expect(await stored(pairing.id)).toMatchObject({ state: 'expired' });
    expect(await events(pairing.id)).toEqual(['withdrawn']);
  });

  it('happens once, and not through strangers', async () => {
    const pairing = await aPairing(database.db, { state: 'ended_early' });
    const input = { pairingId: pairing.id, isCompleted: false };
    expect(await end().run(hr, input)).toMatchObject({ refusal: { code: 'ALREADY_OVER' } });
    await expect(end().run(stranger, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the time to answer', () => {
  it('runs out for proposals only, frees the place, and tells those who had said yes', async () => {
    const waiting = await aPairing(database.db, { state: 'proposed', championAnswer: 'yes' });
    const running = await aPairing(database.db, { state: 'accepted' });
    const timer = new ExpireProposals(database.db, clock, config);
    clock.set('2026-11-16T08:59:59Z');
    await timer.handle();
    expect(await stored(waiting.id)).toMatchObject({ state: 'proposed' });
    clock.set('2026-11-16T09:00:00Z');
    await timer.handle();
    await timer.handle();
    expect(await stored(waiting.id)).toMatchObject({ state: 'expired' });
    expect(await stored(running.id)).toMatchObject({ state: 'accepted' });
    expect(await events(waiting.id)).toEqual(['expired']);
    expect(await subjects(waiting.championId)).toHaveLength(1);
    expect(await subjects(waiting.executiveId)).toEqual([]);
  });
});

describe('the agreement', () => {
  const agree = () => new AgreePairing(database.db, clock, specVault);
  const wish = { goal: ' Ask better questions ', cadenceDays: 21, sessionMinutes: 45 };

  it('is set by either of the two', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    expect((await agree().run(championOf(pairing), { pairingId: pairing.id, ...wish })).ok).toBe(
      true,
    );
    const { goal, cadence_days } = (await stored(pairing.id)) as Record<string, unknown>;
    expect(cadence_days).toBe(21);
    expect(goal).not.toContain('better');
    const cell = { at: `pairing.goal:${pairing.id}`, sealed: String(goal) };
    expect(await specVault.open(database.db, pairing.executiveId, [cell])).toEqual([
      'Ask better questions',
    ]);
  });

  it('keeps the rhythm that one has said yes to for them to change; the other asks them', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed', executiveAnswer: 'yes' });
    const asked = { pairingId: pairing.id, ...wish };
    expect(await agree().run(championOf(pairing), asked)).toMatchObject({
      refusal: { code: 'RHYTHM_SAID_YES_TO', field: 'cadenceDays' },
    });
    expect((await agree().run(executiveOf(pairing), asked)).ok).toBe(true);
    expect(await stored(pairing.id)).toMatchObject({ cadence_days: 21 });
  });

  it('keeps words out of the history that HR could read', async () => {
    const pairing = await aPairing(database.db, { state: 'proposed' });
    await agree().run(executiveOf(pairing), { pairingId: pairing.id, ...wish });
    const [event] = await database.db.rows<{ detail: object }>(
      'select detail from pairing_event where pairing_id = $1',
      [pairing.id],
    );
    expect(event?.detail).toEqual({ cadenceDays: 21, sessionMinutes: 45 });
  });

  it('keeps to the hours that the champion agreed to', async () => {
    const champion = await aChampion(database.db, { capacity: 3, agreedHours: 4 });
    await aPairing(database.db, { championId: champion.id, state: 'active' });
    const pairing = await aPairing(database.db, { championId: champion.id, state: 'proposed' });
    const weekly = { pairingId: pairing.id, goal: '', cadenceDays: 7, sessionMinutes: 30 };
    expect(await agree().run(championOf(pairing), weekly)).toMatchObject({
      refusal: { code: 'RHYTHM_BEYOND_HOURS', field: 'cadenceDays' },
    });
    const longer = { ...weekly, cadenceDays: 42, sessionMinutes: 60 };
    expect((await agree().run(championOf(pairing), longer)).ok).toBe(true);
  });

  it('is refused when sessions are planned in another rhythm, and to HR', async () => {
    const pairing = await aPairing(database.db, { state: 'active' });
    const input = { pairingId: pairing.id, ...wish };
    expect(await agree().run(championOf(pairing), input)).toMatchObject({
      refusal: { code: 'RHYTHM_FIXED' },
    });
    await expect(agree().run(hr, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an executive', () => {
  it('has at most one pairing that is proposed or running, whatever path makes it', async () => {
    const executive = await anExecutive(database.db);
    await aPairing(database.db, { executiveId: executive.id, state: 'paused' });
    await expect(
      aPairing(database.db, { executiveId: executive.id, state: 'proposed' }),
    ).rejects.toThrow('uq_pairing_live_executive');
  });
});
