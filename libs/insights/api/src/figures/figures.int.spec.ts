import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import { aLearning, anOutcome } from '@flipside/learnings-api/builders';
import { aSession } from '@flipside/sessions-api/builders';
import { aPairing } from '@flipside/pairings-api/builders';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import { SetHourlyRates } from '../money/set-hourly-rates.js';
import { anHrLead } from '@flipside/people-api/builders';
import { CloseMonths } from './close-months.job.js';
import { FiguresReader } from './figures.reader.js';

let test: TestDatabase;
const pairings: { id: string; executiveId: string; championId: string }[] = [];
const GOALS: string[] = [];
/** The month before is open for three days yet. */
const DECEMBER_3 = new Date('2026-12-03T12:00:00Z');
const DECEMBER_4 = new Date('2026-12-04T12:00:00Z');
const JANUARY_4 = new Date('2027-01-04T12:00:00Z');

beforeAll(async () => {
  test = await testDatabase();
  const goals = await test.db.rows<{ code: string }>(
    `select code from goal_category order by code`,
  );
  GOALS.push(...goals.map(({ code }) => code));
  for (let n = 0; n < 12; n++) {
    const pairing = await aPairing(test.db, { state: 'active' });
    pairings.push(pairing);
    await test.db.rows(
      `insert into pairing_agreement (pairing_id, goal_category, changed_at) values ($1, $2, $3)`,
      [pairing.id, GOALS[n < 6 ? 0 : 1], DECEMBER_3],
    );
  }
});
afterAll(() => test.close());

const claim = (n: number, change: object = {}) =>
  anOutcome(test.db, { pairingId: pairings[n]?.id ?? '', validFrom: '2026-11-01', ...change });
const close = (at: Date) => new CloseMonths(test.db, fixedClock(at)).handle();
const figure = async (key: string, at = DECEMBER_4) => {
  const { figures } = await new FiguresReader(test.db, fixedClock(at)).report();
  const found = figures.find((each) => each.key === key);
  if (!found) throw new Error(`No figure ${key}`);
  return found;
};
const CLAIMED = 'outcome:manual_effort:claimed';

describe('closing a month', () => {
  it('publishes nothing before three days of the next month are over', async () => {
    for (let n = 0; n < 6; n++) await claim(n);
    await claim(6, { grade: 'measured', claimedHours: 10 });
    for (let n = 0; n < 5; n++) {
      const [own, next] = [pairings[n], pairings[n + 1]];
      const { id } = await aLearning(test.db, {
        pairingId: own?.id ?? '',
        stage: n < 2 ? 'kept' : 'tried',
        createdAt: new Date('2026-11-10T10:00:00Z'),
      });
      // Tried by two others, and by the champion who was there when it was learned.
      await test.db.rows(
        `insert into learning_trial (learning_id, person_id, works, at) select $1, unnest($2::uuid[]), true, $3`,
        [id, [own?.championId, next?.championId, next?.executiveId], '2026-11-20T09:00:00Z'],
      );
    }
    for (let n = 0; n < 5; n++)
      for (const [startsAt, status] of [
        ['2026-11-10T09:30:00Z', 'held'],
        ['2026-11-24T09:30:00Z', n === 0 ? 'not_held' : 'held'],
        ['2026-12-01T09:30:00Z', 'held'],
      ] as const)
        await aSession(test.db, { pairingId: pairings[n]?.id ?? '', startsAt, status });
    await close(DECEMBER_3);
    expect(await figure(CLAIMED, DECEMBER_3)).toMatchObject({ isWithheld: true, numbers: [] });
  });

  it('publishes what enough pairings stand behind, with n, month and data date, and withholds the rest', async () => {
    await close(DECEMBER_4);
    // Six claims of 7.58 hours each are 45.5 hours a month.
    expect(await figure(CLAIMED)).toMatchObject({
      isWithheld: false,
      n: 6,
      from: '2026-11-01',
      dataOn: '2026-11-30',
      sentence: '6 changes: saves 40 to 50 hours a month; net in the month: saves 40 to 50 hours.',
    });
    expect(await figure('outcome:manual_effort:measured')).toMatchObject({
      isWithheld: true,
      n: null,
      sentence: 'Fewer than 5 pairings. Shown once there are 5.',
    });
    expect((await figure('practices')).sentence).toBe(
      '2 of 5 practices tried are kept, 0 passed on.',
    );
    expect(await figure('ripple')).toMatchObject({
      n: 5,
      sentence: 'What 5 people wrote was tried by others 10 times.',
    });
    expect((await figure('claim_check')).isWithheld).toBe(true);
    expect(await figure('participation')).toMatchObject({
      n: 5,
      sentence: '9 of 10 sessions that were due in 26 weeks took place.',
    });
    // Nine half hours of November for two, and a quarter of an hour around each.
    expect(await figure('time_given')).toMatchObject({
      n: 5,
      sentence:
        '9 sessions took both people 0 to 10 hours together, preparing and logging 0 to 10 more.',
    });
    expect(
      await test.db.rows(
        `select numbers from figure_release where figure = 'time_given' and cut = ''`,
      ),
    ).toEqual([{ numbers: [9, 9, 2.25] }]);
  });

  it('says by goal how many pairings have a change, where enough work towards it and towards the others', async () => {
    const { units, ...goals } = await figure('goals');
    // Seven of the twelve had recorded a change when November was closed.
    expect(goals).toMatchObject({
      n: 12,
      sentence: '7 of 12 pairings have a change in work that holds.',
    });
    expect(units.map(({ unitId, n, sentence }) => [unitId, n, sentence]).sort()).toEqual(
      [
        [GOALS[0], 6, '6 of 6 pairings have a change in work that holds.'],
        [GOALS[1], 6, '1 of 6 pairings have a change in work that holds.'],
      ].sort(),
    );
    expect(units.every(({ unitName }) => unitName !== '')).toBe(true);
  });

  it('is done once, whoever runs it again', async () => {
    const before = await test.db.rows(`select * from outcome_posting order by id`);
    await close(DECEMBER_4);
    expect(await test.db.rows(`select * from outcome_posting order by id`)).toEqual(before);
    expect(before).toHaveLength(7);
  });

  it('never changes what it said: neither by a correction nor by hand', async () => {
    const published = await figure(CLAIMED);
    await test.db.rows(`update outcome set minutes_after = 0 where grade = 'claimed'`);
    expect(await figure(CLAIMED)).toEqual(published);
    await expect(test.db.rows(`update outcome_posting set hours = 0`)).rejects.toThrow(
      'never changed',
    );
    await expect(test.db.rows(`delete from outcome_posting`)).rejects.toThrow('never changed');
    await close(JANUARY_4);
    const lines = await test.db.rows<{ forMonth: string }>(
      `select for_month as "forMonth" from outcome_posting where booked_in = '2026-12-01' and for_month < booked_in`,
    );
    expect(lines).toHaveLength(6);
  });

  it('holds a figure in which one newcomer would stand out and says so', async () => {
    await claim(7, { validFrom: '2027-01-01' });
    await close(new Date('2027-02-04T12:00:00Z'));
    const held = await figure(CLAIMED, new Date('2027-02-04T12:00:00Z'));
    expect(held.from).toBe('2026-12-01');
    expect(held.note).toMatch(/^Fewer than 5 pairings changed since/);
  });

  it('publishes the newest month alone when several are closed at once', async () => {
    const fresh = await testDatabase();
    for (let n = 0; n < 6; n++) {
      const { id } = await aPairing(fresh.db, { state: 'active' });
      const createdAt = new Date(`2026-0${8 + (n % 2)}-10T10:00:00Z`);
      await aLearning(fresh.db, { pairingId: id, createdAt });
    }
    await new CloseMonths(fresh.db, fixedClock(DECEMBER_4)).handle();
    const closed = await fresh.db.rows<{ month: string }>(
      `select month from outcome_month order by month`,
    );
    expect(closed.map(({ month }) => month)).toEqual([
      '2026-08-01',
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
    ]);
    expect(
      await fresh.db.rows(
        `select month, people from figure_release where figure = 'practices' and cut = ''`,
      ),
    ).toEqual([{ month: '2026-11-01', people: 6 }]);
    await fresh.close();
  });

  it('says in money what finance approved from a day on, once, and never what is only claimed', async () => {
    const { id: personId } = await anHrLead(test.db);
    const rates = {
      executive: 150,
      champion: 70,
      staff: 50,
      currency: 'EUR',
      approvedBy: 'Petra Finance',
      holdsFrom: '2026-11-01',
    };
    const set = (change: object = {}) =>
      new SetHourlyRates(test.db, fixedClock(DECEMBER_4)).run(
        { personId },
        { ...rates, ...change },
      );
    const report = () => new FiguresReader(test.db, fixedClock(DECEMBER_4)).report();
    expect((await report()).money).toEqual([]);
    for (let times = 0; times < 2; times++) expect((await set()).ok).toBe(true);
    const earlier = await set({ staff: 60 });
    expect(!earlier.ok && earlier.refusal.code).toBe('RATES_NOT_LATER');
    expect(await test.db.rows(`select staff from hourly_rate`)).toEqual([{ staff: 50 }]);
    const { money, rates: held } = await report();
    expect(held).toEqual(rates);
    // Nine session hours of both and 2.25 around them; the two rates are finance's.
    expect(money[0]).toEqual({
      title: 'Cost of the time that sessions took',
      text: 'EUR 0 to 2,200',
      formula:
        '0 to 10 hours of executives × 150 + 0 to 10 hours of champions, preparing and logging with it, × 70',
      from: '2026-11-01',
      approvedBy: 'Petra Finance',
    });
    expect(money.map(({ title }) => title).join()).not.toContain('claimed');
  });

  it('counts anew each month what HR knows by name: the hours that champions are given', async () => {
    const allowed = (at: Date) => figure('time_allowed', at);
    const before = await allowed(DECEMBER_4);
    expect(before.n).toBe(12);
    expect(before.sentence).toBe('12 champions have 40 to 50 hours a month for the role.');
    await aPairing(test.db, { state: 'active' });
    const MARCH_4 = new Date('2027-03-04T12:00:00Z');
    await close(MARCH_4);
    expect(await allowed(MARCH_4)).toMatchObject({ n: 13, from: '2027-02-01' });
  });

  it('publishes fluency as champions observed it, of the whole company alone', async () => {
    const reader = new FiguresReader(test.db, fixedClock(DECEMBER_4));
    const discernment = async () =>
      (await reader.fluency()).find(({ kind }) => kind === 'discernment');
    const look = (n: number, level: number, rater: 'self' | 'champion', at: string) =>
      test.db.rows(
        `with r as (
           insert into fluency_rating (id, pairing_id, person_id, rater_id, at)
           select gen_random_uuid(), id, executive_id, case when $2 = 'self' then executive_id else champion_id end, $3
           from pairing where id = $1 returning id)
         insert into fluency_level (rating_id, dimension, level) select id, 'discernment', $4 from r`,
        [pairings[n]?.id, rater, at, level],
      );
    for (let n = 0; n < 4; n++) await look(n, n, 'champion', '2027-02-10T09:00:00Z');
    await close(new Date('2027-03-04T12:00:00Z'));
    expect(await discernment()).toBeUndefined();
    await look(4, 4, 'champion', '2027-03-10T09:00:00Z');
    // What somebody thinks of themselves is no observation.
    await look(5, 0, 'self', '2027-03-10T09:00:00Z');
    await close(new Date('2027-04-04T12:00:00Z'));
    const first = { kind: 'discernment', dataOn: '2027-03-31', people: 5, median: 2, count: 3 };
    expect(await discernment()).toEqual(first);
    // A sixth executive would stand out, whether or not others were looked at anew and found the same.
    await look(6, 0, 'champion', '2027-04-10T09:00:00Z');
    for (let n = 0; n < 4; n++) await look(n, n, 'champion', '2027-04-11T09:00:00Z');
    await close(new Date('2027-05-04T12:00:00Z'));
    expect(await discernment()).toEqual(first);
    expect(
      await test.db.rows(
        `select cut from figure_release where figure like 'fluency:%' and cut <> ''`,
      ),
    ).toEqual([]);
    expect(await countStatements(() => reader.fluency())).toBe(1);
  });

  it('answers with four statements', async () => {
    const reader = new FiguresReader(test.db, fixedClock(DECEMBER_4));
    expect(await countStatements(() => reader.report())).toBe(4);
  });
});
