import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangeRecipes } from '@flipside/learnings-api';
import { seedIfEmpty } from '@flipside/app-api';
import { testApp, type TestApp } from './test-app.js';

interface Coverage {
  readonly gapIds: readonly string[];
  readonly headline: { readonly totalSentence: string; readonly state: string };
  readonly nodes: readonly {
    readonly id: string;
    readonly parentId: string | null;
    readonly code: string | null;
    readonly people: number;
    readonly champions: number;
    readonly gap: number;
  }[];
}

/** The day it is for the server of these specs, whenever they run. */
const TODAY = `date '2026-11-23'`;
let app: TestApp;
beforeAll(async () => {
  app = await testApp({ company: 'demo' });
  await app.nest.get(ChangeRecipes, { strict: false }).ensureStarterLibrary();
  await seedIfEmpty(app.nest, () => undefined);
}, 1_200_000);
afterAll(() => app.close());

/** What the HR lead's pages ask for. */
async function asHrLead<T>(query: string): Promise<T> {
  const lead = await app.db.one<{ id: string }>(
    `select person_id as id from demo_person where role_label = 'HR lead'`,
  );
  const { data, errors } = await app.gql(query, {}, { as: lead?.id ?? '' });
  expect(errors).toEqual([]);
  return data as T;
}

/**
 * Columns that no two copies of the company share, by table: what is sealed under a fresh key, identifiers that the
 * product's own commands give (also inside mails and their links), and when the row was written.
 */
const DIFFERENT_IN_EVERY_COPY: Readonly<Record<string, readonly string[]>> = {
  action_link: ['id', 'token_hash', 'subject', 'created_at', 'expires_at'],
  calendar_change: ['changed_at'],
  calendar_feed: ['token_hash'],
  claim: ['id', 'session_id'],
  confidential_message: ['body', 'answer'],
  data_key: ['id', 'wrapped', 'created_at'],
  delegation: ['granted_at'],
  idempotency_key: ['key', 'request_hash', 'response', 'created_at'],
  impact_attribute: ['id'],
  impact_label: ['attribute_id'],
  impact_reading: ['id', 'round_id'],
  import_run: ['id'],
  learning: ['body'],
  location: ['created_at'],
  mail_message: [
    'id',
    'message_id',
    'body_text',
    'body_html',
    'ical',
    'dedupe_key',
    'created_at',
    'position',
  ],
  matching_edit: ['round_id', 'run_id', 'chain'],
  matching_round: ['id'],
  matching_rules: ['round_id'],
  matching_run: ['id', 'round_id'],
  note: ['body'],
  org_unit: ['created_at'],
  outcome: ['workflow', 'source', 'indicator'],
  outcome_posting: ['id'],
  pairing_agreement: ['works_on', 'stays_out'],
  person: ['created_at', 'updated_at'],
  planned_pairing: ['plan_id'],
  proposal: ['id', 'round_id'],
  quarter_plan: ['id'],
  recipe: ['id'],
  recipe_report: ['recipe_id'],
  recipe_version: ['recipe_id'],
  reminder: ['id', 'session_id'],
  role_grant: ['granted_at'],
  series: ['id', 'ical_uid'],
  session: ['id', 'offer_id', 'series_id'],
  session_event: ['id', 'session_id'],
  session_log: ['change_line', 'next_step', 'did_not_work'],
  session_log_entry: ['change_line', 'next_step', 'did_not_work'],
  session_preparation: ['task', 'recipe_id'],
  session_offer: ['id'],
  story: ['result', 'body'],
  strategic_priority: ['created_at'],
  thanks: ['body'],
};

/** Rows and fingerprint of every table of the product, whatever order the rows lie in. */
async function fingerprints({ db }: TestApp): Promise<Record<string, string>> {
  const columns = await db.rows<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' order by table_name, ordinal_position`,
  );
  const prints: Record<string, string> = {};
  for (const table of new Set(columns.map((one) => one.table))) {
    const compared = columns
      .filter((one) => one.table === table)
      .map((one) => one.column)
      .filter((column) => !DIFFERENT_IN_EVERY_COPY[table]?.includes(column));
    const row = await db.one<{ print: string }>(
      `select count(*) || ' rows ' || coalesce(md5(string_agg(row::text, '' order by row::text)), '') as print
       from (select row(${compared.map((column) => `"${column}"`).join()}) as row from "${table}") as rows`,
    );
    prints[table] = row?.print ?? '';
  }
  return prints;
}

const count = async (sql: string): Promise<number> =>
  (await app.db.one<{ n: number }>(`select count(*) as n ${sql}`))?.n ?? -1;

describe('the demonstration company', () => {
  it('has 2,235 people who count, on five sites, and 99 active champions', async () => {
    expect(
      await count(
        `from employment where valid_from <= ${TODAY} and valid_to > ${TODAY} and status = 'active' and employment_type = 'employee'`,
      ),
    ).toBe(2235);
    expect(await count(`from location`)).toBe(5);
    expect(
      await count(
        `from champion_period where state = 'active' and valid_from <= ${TODAY} and valid_to > ${TODAY}`,
      ),
    ).toBe(99);
    expect(await count(`from executive`)).toBe(24);
    const zones = await app.db.rows<{ zone: string }>(
      `select distinct time_zone as zone from location order by 1`,
    );
    expect(zones.map(({ zone }) => zone)).toEqual([
      'America/Toronto',
      'Asia/Kolkata',
      'Asia/Tokyo',
      'Europe/Berlin',
      'Europe/London',
    ]);
  });

  it('has a tree of 14 larger units and several tiny ones, and is short behind a good average', async () => {
    const { coverage } = await asHrLead<{ coverage: Coverage }>(`{
      coverage { gapIds headline { totalSentence state } nodes { id parentId code people champions gap } }
    }`);
    const [company] = coverage.nodes.filter(({ parentId }) => parentId === null);
    const below = coverage.nodes.filter(({ parentId }) => parentId === company?.id);
    const larger = below.filter(({ people }) => people >= 40);
    expect(larger).toHaveLength(14);
    const tiny = below.filter((unit) => !larger.includes(unit));
    expect(tiny.map(({ code }) => code).sort()).toEqual(['AUD', 'EXO', 'SUS']);
    expect(Math.max(...tiny.map(({ people }) => people))).toBeLessThan(10);
    expect(coverage.headline).toEqual({
      totalSentence: '99 champions for 2,235 people: 1 per 22.6, target 1 per 25.',
      state: 'COVERED',
    });
    const short = coverage.nodes
      .filter(({ id }) => coverage.gapIds.includes(id))
      .sort((a, b) => b.gap - a.gap);
    expect(short[0]).toMatchObject({ code: 'LOG', people: 104, champions: 0, gap: 5 });
    expect(short.length).toBeGreaterThan(3);
    expect(Math.max(...short.slice(1).map(({ gap }) => gap))).toBeLessThan(4);
  });

  it('has names of many cultures, and every address is one person’s', async () => {
    expect(await count(`from person where name ~ '[^ -~]'`)).toBeGreaterThan(100);
    expect(
      await count(`from (select name from person group by name having count(*) > 3) as many`),
    ).toBe(0);
    expect(
      await count(`from (select email from person group by email having count(*) > 1) as twice`),
    ).toBe(0);
  });

  it('looks back on six months: pairings on rhythm, slipping, paused, new and ended', async () => {
    const { rhythm } = await asHrLead<{ rhythm: { pairings: { state: string }[] } }>(
      '{ rhythm { pairings { state } } }',
    );
    const states = new Set(rhythm.pairings.map(({ state }) => state));
    expect([...states].sort()).toEqual(['ENDED', 'NEW', 'ON_RHYTHM', 'PAUSED', 'SLIPPING']);
    const months = await app.db.rows<{ month: string; held: number; logs: number }>(
      `select to_char(starts_at, 'YYYY-MM') as month, count(*)::int as held, count(l.session_id)::int as logs
       from session s left join session_log l on l.session_id = s.id
       where s.status = 'held' group by 1 order by 1`,
    );
    const six = months.slice(-6);
    expect(six.map(({ month }) => month)).toEqual(
      ['06', '07', '08', '09', '10', '11'].map((month) => `2026-${month}`),
    );
    expect(Math.min(...six.map(({ held }) => held))).toBeGreaterThan(2);
    expect(six.filter(({ held, logs }) => logs < 0.75 * held)).toEqual([]);
    expect(await count(`from session_event where kind = 'moved'`)).toBeGreaterThan(3);
    expect(await count(`from session where status = 'not_held'`)).toBeGreaterThan(3);
    expect(await count(`from outcome`)).toBeGreaterThan(10);
  });

  it('has one champion who is asked for more than the agreed hours', async () => {
    expect(
      await app.db.rows(
        `select c.agreed_hours::float as agreed, (sum(a.minutes) / 60)::float as asked
         from champion c join champion_ask a on a.champion_id = c.person_id and a.kind = 'pairing' and a.to_day > $1::date
         group by c.person_id having sum(a.minutes) > c.agreed_hours * 60`,
        [app.clock.now()],
      ),
    ).toEqual([{ agreed: 3, asked: 4 }]);
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
      'offered',
      'skipped',
      'unconfirmed',
    ]);
  });

  it('has mails in the outbox: three times for whoever just said yes, invitations with their calendar part', async () => {
    expect(await count(`from mail_message where kind = 'session_options'`)).toBeGreaterThan(0);
    expect(
      await count(`from mail_message where ical_method = 'REQUEST' and ical like '%BEGIN:VEVENT%'`),
    ).toBeGreaterThan(3);
  });

  it('lets people answer on working days', async () => {
    expect(
      await count(`from pairing where extract(isodow from proposed_at at time zone 'UTC') > 5
        or extract(isodow from accepted_at at time zone 'UTC') > 5`),
    ).toBe(0);
  });

  it('books nobody on a day off of where they work, and knows the days off of every site', async () => {
    const onDayOff = (status: string): Promise<number> =>
      count(`from session s join pairing p on p.id = s.pairing_id
        where s.status in (${status}) and exists (
          select 1 from employment e join holiday h on h.location_id = e.location_id and h.state = 'approved'
          join location l on l.id = e.location_id
          where e.person_id in (p.executive_id, p.champion_id) and e.valid_to = 'infinity'
            and h.on_day = (s.starts_at at time zone l.time_zone)::date)`);
    expect(await onDayOff(`'booked', 'held', 'not_held', 'unconfirmed'`)).toBe(0);
    expect(await onDayOff(`'skipped'`)).toBeGreaterThan(0);
    const { locations } = await asHrLead<{ locations: { name: string; daysOff: number }[] }>(
      '{ locations { name daysOff } }',
    );
    expect(locations.map(({ daysOff }) => daysOff > 5)).toEqual(locations.map(() => true));
    expect(await count(`from session_event where at > '2026-11-23T09:00:00Z'`)).toBe(0);
  });

  it('pairs nobody with anybody in the same reporting line', async () => {
    const inLine = (below: string, above: string): Promise<number> =>
      count(`from pairing p where exists (
        with recursive above(id) as (select manager_id from employment where person_id = p.${below} and valid_to = 'infinity'
          union select e.manager_id from above a join employment e on e.person_id = a.id and e.valid_to = 'infinity')
        select 1 from above where id = p.${above})`);
    expect(await inLine('champion_id', 'executive_id')).toBe(0);
    expect(await inLine('executive_id', 'champion_id')).toBe(0);
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
    const valid = `from champion_certification where valid_until > ${TODAY} and withdrawn_on is null`;
    const certified = await count(valid);
    expect(certified).toBeGreaterThan(50);
    expect(certified).toBeLessThan(90);
    expect(
      await count(`from champion_certification where withdrawn_on is not null`),
    ).toBeGreaterThan(0);
    expect(await count(`from unit_conflict`)).toBe(3);
    expect(await count(`from pair_exclusion`)).toBe(2);
  });

  it('has the assistant asked about a session whose times only they and the executive answer', async () => {
    const assistant = await app.db.one<{ id: string }>(
      `select person_id as id from demo_person where role_label = 'Assistant'`,
    );
    const { data, errors } = await app.gql(
      `{ lookedAfterPeople { person { name } scopes arrangedBy { name } }
         openOffers { kind isYoursToAnswer onBehalfOf { name } times { time { startsAt } } } pairingsToBook { pairingId } }`,
      {},
      { as: assistant?.id ?? '' },
    );
    expect(errors).toEqual([]);
    const seen = data as {
      lookedAfterPeople: {
        person: { name: string };
        scopes: string[];
        arrangedBy: object | null;
      }[];
      openOffers: { onBehalfOf: { name: string } }[];
      pairingsToBook: object[];
    };
    const mover = seen.lookedAfterPeople.find(({ scopes }) => scopes.join() === 'MOVE');
    expect(seen.openOffers).toEqual([
      {
        kind: 'MOVE',
        isYoursToAnswer: true,
        onBehalfOf: { name: mover?.person.name },
        times: [expect.anything(), expect.anything()],
      },
    ]);
    expect(seen.pairingsToBook).toHaveLength(1);
    expect(seen.lookedAfterPeople.filter(({ arrangedBy }) => arrangedBy)).toHaveLength(1);
  });

  it('is the same company every time it is drawn, in every table, and is loaded only once', async () => {
    const other = await testApp({ company: 'demo' });
    await other.nest.get(ChangeRecipes, { strict: false }).ensureStarterLibrary();
    await seedIfEmpty(other.nest, () => undefined);
    const before = await fingerprints(other);
    // Other specs may have signed somebody in meanwhile, and looked at lists that say so.
    const { web_session, record_look } = before;
    const drawn = { ...(await fingerprints(app)), web_session, record_look };
    expect(before).toEqual(drawn);
    expect(Object.values(before).filter((print) => !print.startsWith('0 ')).length).toBeGreaterThan(
      40,
    );
    expect(await seedIfEmpty(other.nest, () => undefined)).toBe(false);
    expect(await fingerprints(other)).toEqual(before);
    await other.close();
  }, 1_200_000);
});
