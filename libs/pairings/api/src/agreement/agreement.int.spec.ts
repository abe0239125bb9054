import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { Looks } from '@flipside/people-api';
import { aPerson, anHrLead } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aPairing } from '../builders.js';
import { AgreePairing } from '../pairings/agree-pairing.js';
import { EndPairing } from '../pairings/end-pairing.js';
import { Agreements } from './agreements.js';

const NOW = new Date('2026-11-24T15:00:00Z');
const config = { baseUrl: 'https://flipside.example' };

let test: TestDatabase;
let agreements: Agreements;
let looks: Looks;
let hr: Viewer;
let pairingId: string;
let executive: Viewer;
let champion: Viewer;

const viewer = (personId: string, ...roles: Role[]): Viewer => ({
  personId,
  name: 'Somebody',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});

beforeAll(async () => {
  test = await testDatabase();
  const clock = fixedClock(NOW);
  const ending = new EndPairing(test.db, clock, config);
  agreements = new Agreements(test.db, clock, specVault, ending, config);
  looks = new Looks(test.db, clock);
  hr = viewer((await anHrLead(test.db)).id, 'HR_LEAD');
});
afterAll(() => test.close());
beforeEach(async () => {
  const pairing = await aPairing(test.db, { state: 'active', anchorOn: '2026-06-08' });
  pairingId = pairing.id;
  executive = viewer(pairing.executiveId, 'EXECUTIVE');
  champion = viewer(pairing.championId, 'CHAMPION');
});

const wish = (change: object = {}) => ({
  pairingId,
  version: 0,
  goalCategory: 'better_decisions',
  worksOn: 'The monthly comments',
  staysOut: 'Salaries',
  confidentiality: 'two_of_us' as const,
  ...change,
});
const read = (as: Viewer) => agreements.read(as, pairingId);

describe('how two people agree to work', () => {
  it('holds when both have said yes to the same words, and asks again when the words change', async () => {
    expect((await agreements.set(champion, wish())).ok).toBe(true);
    expect(await read(champion)).toMatchObject({ viewerConfirmed: true, otherConfirmed: false });
    expect((await agreements.confirm(executive, { pairingId, version: 1 })).ok).toBe(true);
    expect(await read(executive)).toMatchObject({ viewerConfirmed: true, otherConfirmed: true });
    await agreements.set(executive, wish({ version: 1, staysOut: 'Salaries and names' }));
    expect(await read(champion)).toMatchObject({
      viewerConfirmed: false,
      otherConfirmed: true,
      staysOut: 'Salaries and names',
    });
    const late = await agreements.confirm(champion, { pairingId, version: 1 });
    expect(!late.ok && late.refusal.code).toBe('CHANGED_MEANWHILE');
  });

  it('names the rhythm: a yes to it is asked for again when the other one changes it', async () => {
    const waiting = await aPairing(test.db, { state: 'proposed' });
    const [leader, coach] = [viewer(waiting.executiveId), viewer(waiting.championId)];
    await agreements.set(coach, wish({ pairingId: waiting.id }));
    await agreements.confirm(leader, { pairingId: waiting.id, version: 1 });
    const meet = (by: Viewer, cadenceDays: number) =>
      new AgreePairing(test.db, fixedClock(NOW), specVault).run(by, {
        pairingId: waiting.id,
        goal: 'Shorter reports',
        cadenceDays,
        sessionMinutes: 30,
      });
    const both = async () => {
      const { viewerConfirmed, otherConfirmed } = await agreements.read(leader, waiting.id);
      return [viewerConfirmed, otherConfirmed];
    };
    // Other words for what they want to reach ask nobody anew.
    await meet(leader, 14);
    expect(await both()).toEqual([true, true]);
    await meet(leader, 21);
    expect(await both()).toEqual([true, false]);
    // Who has not said yes to the words does not say it by changing the rhythm.
    await meet(coach, 28);
    expect(await both()).toEqual([false, false]);
  });

  it('is read by the two alone, and stands sealed in the database', async () => {
    await agreements.set(champion, wish());
    await expect(read(hr)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(agreements.set(hr, wish({ version: 1 }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const stored = await test.db.rows(
      `select works_on, stays_out from pairing_agreement where pairing_id = $1`,
      [pairingId],
    );
    expect(JSON.stringify(stored)).not.toMatch(/comments|Salaries/);
  });

  it('asks both for a goal before the first session, and stops asking when one chose', async () => {
    const fresh = await aPairing(test.db, { state: 'accepted' });
    const [leader, coach] = [viewer(fresh.executiveId), viewer(fresh.championId)];
    for (const each of [leader, coach]) {
      const [waiting] = await agreements.withoutGoal(each);
      expect(waiting?.agreement).toMatchObject({ pairingId: fresh.id, needsGoal: true });
      expect(waiting?.agreement.offeredGoals.length).toBeGreaterThan(3);
    }
    expect(await agreements.withoutGoal(hr)).toEqual([]);
    await agreements.set(coach, wish({ pairingId: fresh.id }));
    expect(await agreements.withoutGoal(leader)).toEqual([]);
  });

  it('offers the goals that HR words; one that is taken out stays with who chose it', async () => {
    await agreements.set(champion, wish());
    const goals = await agreements.goals();
    const kept = goals.filter(({ code }) => code !== 'better_decisions');
    await agreements.setGoals([
      ...kept,
      { name: 'Fewer complaints', isForDecisions: false, isActive: true },
    ]);
    const shown = await read(champion);
    expect(shown.offeredGoals.map(({ name }) => name)).toContain('Fewer complaints');
    expect(shown.offeredGoals.map(({ code }) => code)).not.toContain('better_decisions');
    expect(shown.goalCategory?.code).toBe('better_decisions');
    await agreements.setGoals(goals);
  });
});

describe('the end of a term', () => {
  const state = async () =>
    (await test.db.one<{ state: string }>(`select state from pairing where id = $1`, [pairingId]))
      ?.state;
  const mailsToHr = () =>
    test.db.rows<{ subject: string; text: string }>(
      `select subject, body_text as text from mail_message where kind = 'rotation' and person_id = $1
       and dedupe_key like '%' || $2 || '%'`,
      [hr.personId, pairingId],
    );

  it('is asked about from four weeks before, and renewed when both wish it, on one timeline', async () => {
    expect(await read(executive)).toMatchObject({
      termNumber: 1,
      termEndsOn: '2026-12-07',
      isTermEnding: true,
    });
    await agreements.wish(executive, { pairingId, wish: 'renew' });
    expect(await read(champion)).toMatchObject({ termNumber: 1, otherWishesToRenew: true });
    await agreements.wish(champion, { pairingId, wish: 'renew' });
    expect(await read(champion)).toMatchObject({ termNumber: 2, isTermEnding: false });
    expect(await state()).toBe('active');
    const kinds = (await agreements.timeline(pairingId)).map(({ kind }) => kind);
    expect(kinds.at(-1)).toBe('renewed');
    expect(await mailsToHr()).toEqual([]);
  });

  it('with a wish for somebody new ends the pairing without saying whose it was, and tells HR to match anew', async () => {
    await agreements.wish(champion, { pairingId, wish: 'rotate' });
    expect(await state()).toBe('completed');
    const [mail, ...more] = await mailsToHr();
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('matched anew');
    const [ended] = (await agreements.timeline(pairingId)).slice(-1);
    expect(ended).toMatchObject({ kind: 'completed', actorName: null });
  });

  it('with one wish to stop is the end, and nobody is asked why', async () => {
    await agreements.wish(executive, { pairingId, wish: 'renew' });
    await agreements.wish(champion, { pairingId, wish: 'close' });
    expect(await state()).toBe('completed');
    expect(await mailsToHr()).toEqual([]);
    const late = await agreements.wish(executive, { pairingId, wish: 'renew' });
    expect(!late.ok && late.refusal.code).toBe('NOT_IN_THIS_STATE');
  });
});

describe('who looked', () => {
  it('is told to the person, once a day, and one’s own look leaves nothing', async () => {
    const about = [executive.personId, champion.personId];
    await looks.note(hr, about, 'pairing');
    await looks.note(hr, about, 'pairing');
    await looks.note(champion, about, 'pairing');
    expect(await looks.atMine(executive)).toHaveLength(1);
    expect((await looks.atMine(executive))[0]).toMatchObject({ what: 'pairing', at: NOW });
    const other = viewer((await aPerson(test.db)).id);
    expect(await looks.atMine(other)).toEqual([]);
  });
});
