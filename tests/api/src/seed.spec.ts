import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangeRecipes } from '@flipside/learnings-api';
import { seedIfEmpty } from '@flipside/app-api';
import { testApp, type TestApp } from './test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ company: 'demo' });
  await app.nest.get(ChangeRecipes, { strict: false }).ensureStarterLibrary();
  await seedIfEmpty(app.nest, () => undefined);
}, 60_000);
afterAll(() => app.close());

const count = async (sql: string): Promise<number> =>
  (await app.db.one<{ n: number }>(`select count(*) as n ${sql}`))?.n ?? -1;

describe('the demonstration company', () => {
  it('has 2,235 people who count, on five sites, and 99 active champions', async () => {
    expect(
      await count(
        `from employment where valid_from <= current_date and valid_to > current_date and status = 'active' and employment_type = 'employee'`,
      ),
    ).toBe(2235);
    expect(await count(`from location`)).toBe(5);
    expect(
      await count(
        `from champion_period where state = 'active' and valid_from <= current_date and valid_to > current_date`,
      ),
    ).toBe(99);
    expect(await count(`from executive`)).toBe(24);
  });

  it('hides a department of 104 people without a champion', async () => {
    expect(
      await count(
        `from employment e join org_unit u on u.id = e.org_unit_id where u.code = 'LOG' and e.valid_to = 'infinity' and e.status = 'active' and e.employment_type = 'employee'`,
      ),
    ).toBe(104);
    expect(
      await count(
        `from champion_period c join employment e on e.person_id = c.person_id join org_unit u on u.id = e.org_unit_id where u.code = 'LOG'`,
      ),
    ).toBe(0);
  });

  it('holds nominations in every stage and pairings in every state that a page shows', async () => {
    const stages = await app.db.rows<{ stage: string }>(
      `select distinct stage from nomination order by 1`,
    );
    expect(stages.map((r) => r.stage)).toEqual([
      'active',
      'approved',
      'candidate',
      'declined',
      'interviewed',
      'nominated',
      'onboarding',
      'screened',
      'withdrawn',
    ]);
    const states = await app.db.rows<{ state: string }>(
      `select distinct state from pairing order by 1`,
    );
    expect(states.map((r) => r.state)).toEqual([
      'accepted',
      'active',
      'completed',
      'ended_early',
      'paused',
      'proposed',
    ]);
    const sessions = await app.db.rows<{ status: string }>(
      `select distinct status from session order by 1`,
    );
    expect(sessions.map((r) => r.status)).toEqual([
      'booked',
      'cancelled',
      'held',
      'not_held',
      'skipped',
      'unconfirmed',
    ]);
  });

  it('pairs nobody with anybody in the same reporting line', async () => {
    const inLine = await count(`from pairing p where exists (
      with recursive above(id) as (select manager_id from employment where person_id = p.champion_id and valid_to = 'infinity'
        union select e.manager_id from above a join employment e on e.person_id = a.id and e.valid_to = 'infinity')
      select 1 from above where id = p.executive_id)`);
    expect(inLine).toBe(0);
  });

  it('has a round that waits for review, with flagged proposals and somebody unmatched for a reason', async () => {
    expect(await count(`from matching_round where state = 'review'`)).toBe(1);
    expect(
      await count(`from proposal where champion_id is not null and cardinality(flags) > 0`),
    ).toBeGreaterThan(1);
    expect(
      await count(`from proposal where champion_id is null and cause is not null`),
    ).toBeGreaterThan(0);
  });

  it('shows certified champions and those who are not, units somebody is kept out of, and people kept apart', async () => {
    const valid = `from champion_certification where valid_until > current_date and withdrawn_on is null`;
    const certified = await count(valid);
    expect(certified).toBeGreaterThan(50);
    expect(certified).toBeLessThan(90);
    expect(
      await count(`from champion_certification where withdrawn_on is not null`),
    ).toBeGreaterThan(0);
    expect(await count(`from unit_conflict`)).toBe(3);
    expect(await count(`from pair_exclusion`)).toBe(2);
  });

  it('is the same company every time it is drawn, and is loaded only once', async () => {
    const names = await app.db.one<{ digest: string }>(
      `select md5(string_agg(name || email, ',' order by id)) as digest from person`,
    );
    const other = await testApp({ company: 'demo' });
    await seedIfEmpty(other.nest, () => undefined);
    expect(
      await other.db.one(
        `select md5(string_agg(name || email, ',' order by id)) as digest from person`,
      ),
    ).toEqual(names);
    expect(await seedIfEmpty(other.nest, () => undefined)).toBe(false);
    await other.close();
  }, 60_000);
});
