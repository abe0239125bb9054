import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aLocation, anHrLead, anOrgUnit, aPerson, manyPeople } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, manyChampions, aNomination } from '../builders.js';
import { championRoleSql } from '../champion-role-sql.js';
import { ChangeChampionProfile } from './change-champion-profile.js';
import { ChampionReader } from './champion.reader.js';
import { EndBreak } from './end-break.js';
import { EndChampion } from './end-champion.js';
import { NameChampion } from './name-champion.js';
import { TakeBreak } from './take-break.js';

const today = '2026-03-10';
const clock = fixedClock(new Date(`${today}T12:00:00Z`));
const config = { baseUrl: 'https://coaching.test' };
const everything = { first: 50 };
let database: TestDatabase;
let hr: Viewer;
let naming: NameChampion;
let reader: ChampionReader;

const viewerOf = (
  person: { id: string; name: string; email?: string | null },
  ...roles: Role[]
): Viewer => ({
  personId: person.id,
  name: person.name,
  email: person.email ?? null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});

beforeAll(async () => {
  database = await testDatabase();
  hr = viewerOf(await anHrLead(database.db), 'HR_LEAD');
  naming = new NameChampion(database.db, clock, config);
  reader = new ChampionReader(database.db, clock);
});
afterAll(() => database.close());

const periods = (id: string) =>
  database.db.rows<{ state: string; from: string; to: string; reason: string | null }>(
    `select state, valid_from as "from", valid_to as "to", reason from champion_period where person_id = $1 order by valid_from`,
    [id],
  );
const mails = (id: string) =>
  database.db.rows<{ kind: string; subject: string; body_text: string }>(
    'select kind, subject, body_text from mail_message where person_id = $1 order by created_at, kind',
    [id],
  );
const rolesOf = (id: string, day = today) => database.db.rows(championRoleSql, [id, day]);

describe('naming a champion', () => {
  it('opens a period, stores the offer with the programme’s usual terms, and writes to the person', async () => {
    const person = await aPerson(database.db, { name: 'Ana Sousa' });
    const input = { personId: person.id, startsOn: '2026-04-01', skills: [' SQL ', 'sql'] };
    expect(await naming.run(hr, input)).toEqual({ ok: true, value: { personId: person.id } });
    expect(await periods(person.id)).toMatchObject([
      { state: 'active', from: '2026-04-01', to: 'infinity' },
    ]);
    expect(await reader.champion(hr, person.id)).toMatchObject({
      state: 'approved',
      startsOn: '2026-04-01',
      skills: ['SQL'],
      capacity: 2,
      agreedHours: 4,
    });
    const [mail] = await mails(person.id);
    expect(mail).toMatchObject({
      kind: 'champion_start',
      subject: 'You are a champion from Wed, 1 April 2026',
    });
    expect(mail?.body_text).toContain(`https://coaching.test/champions/${person.id}`);
  });

  it('closes an open nomination of the same person as fulfilled', async () => {
    const { id, nomineeId } = await aNomination(database.db);
    await naming.run(hr, { personId: nomineeId });
    const row = await database.db.one('select stage, closed_at from nomination where id = $1', [
      id,
    ]);
    expect(row).toMatchObject({ stage: 'active', closed_at: clock.now() });
  });

  it('takes a former champion back with what stood in the profile', async () => {
    const former = await aChampion(database.db, {
      until: '2025-01-01',
      skills: ['Forecasting'],
      capacity: 3,
    });
    await naming.run(hr, { personId: former.id, capacity: 1 });
    expect(await reader.champion(hr, former.id)).toMatchObject({
      state: 'active',
      skills: ['Forecasting'],
      capacity: 1,
    });
    expect(await periods(former.id)).toHaveLength(2);
  });

  it('refuses who is a champion already, also when two HR leads press at once', async () => {
    const person = await aPerson(database.db);
    const answers = await Promise.all([1, 2].map(() => naming.run(hr, { personId: person.id })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'ALREADY_CHAMPION', field: 'personId' },
    });
    expect(await mails(person.id)).toHaveLength(1);
  });

  it('refuses who has left, and a first day before the hire date', async () => {
    const gone = await aPerson(database.db, { leaveOn: '2026-02-01' });
    expect(await naming.run(hr, { personId: gone.id })).toMatchObject({
      refusal: { code: 'NOT_EMPLOYED' },
    });
    const fresh = await aPerson(database.db, { hireOn: '2026-03-01' });
    expect(await naming.run(hr, { personId: fresh.id, startsOn: '2026-02-01' })).toMatchObject({
      refusal: { code: 'START_OUT_OF_RANGE', field: 'startsOn' },
    });
    expect(
      await database.db.rows('select 1 from champion where person_id = any ($1)', [
        [gone.id, fresh.id],
      ]),
    ).toEqual([]);
  });

  it('refuses terms out of range and stores nothing', async () => {
    const person = await aPerson(database.db);
    expect(await naming.run(hr, { personId: person.id, capacity: 21 })).toMatchObject({
      refusal: { code: 'CAPACITY_OUT_OF_RANGE', field: 'capacity' },
    });
    expect(await periods(person.id)).toEqual([]);
  });

  it('is for the programme’s owner, and needs a person', async () => {
    const person = await aPerson(database.db);
    await expect(naming.run(viewerOf(person), { personId: person.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      naming.run(hr, { personId: hr.personId.replace(/^./, 'f') }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('one’s own profile', () => {
  const changing = () => new ChangeChampionProfile(database.db, clock, config);

  it('changes what is given, keeps the rest, and confirms what it touches as of today', async () => {
    const champion = await aChampion(database.db, { skills: ['SQL'], about: 'Old' });
    const viewer = viewerOf(champion, 'CHAMPION');
    expect(
      await changing().run(viewer, { version: 1, about: ' New ', takesNewPairings: false }),
    ).toMatchObject({ ok: true });
    expect(await reader.champion(viewer, champion.id)).toMatchObject({
      about: 'New',
      skills: ['SQL'],
      takesNewPairings: false,
      // Three of five sections were not touched.
      profileConfirmedOn: null,
      version: 2,
      viewerCanEdit: true,
    });
    await changing().run(viewer, { version: 2, skills: ['R'], problems: [], tools: [] });
    expect(await reader.champion(viewer, champion.id)).toMatchObject({ profileConfirmedOn: today });
  });

  it('refuses to overwrite a newer version', async () => {
    const champion = await aChampion(database.db);
    const viewer = viewerOf(champion, 'CHAMPION');
    await changing().run(viewer, { version: 1, about: 'First' });
    expect(await changing().run(viewer, { version: 1, about: 'Second' })).toMatchObject({
      refusal: { code: 'CHANGED_MEANWHILE' },
    });
    expect(await reader.champion(viewer, champion.id)).toMatchObject({ about: 'First' });
  });

  it('refuses a field out of range, and is not there for people who never were champions', async () => {
    const champion = await aChampion(database.db);
    expect(await changing().run(viewerOf(champion), { version: 1, agreedHours: 41 })).toMatchObject(
      {
        refusal: { code: 'HOURS_OUT_OF_RANGE', field: 'agreedHours' },
      },
    );
    await expect(changing().run(hr, { version: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a break', () => {
  const resting = () => new TakeBreak(database.db, clock);
  const returning = () => new EndBreak(database.db, clock);

  it('starts today without anybody agreeing, and ends early on request', async () => {
    const champion = await aChampion(database.db, { since: '2026-01-01' });
    const viewer = viewerOf(champion, 'CHAMPION');
    expect(await resting().run(viewer, { until: '2026-03-24' })).toMatchObject({ ok: true });
    expect(await reader.champion(viewer, champion.id)).toMatchObject({
      state: 'resting',
      restsUntil: '2026-03-24',
    });
    expect(await rolesOf(champion.id)).toHaveLength(1);
    expect(await returning().run(viewer)).toMatchObject({ ok: true });
    expect(await periods(champion.id)).toMatchObject([
      { state: 'active', from: '2026-01-01', to: 'infinity' },
    ]);
  });

  it('refuses a day that is not after today, and to end a break that is none', async () => {
    const champion = await aChampion(database.db);
    const viewer = viewerOf(champion, 'CHAMPION');
    expect(await resting().run(viewer, { until: today })).toMatchObject({
      refusal: { code: 'BREAK_OUT_OF_RANGE', field: 'until' },
    });
    expect(await returning().run(viewer)).toMatchObject({ refusal: { code: 'NOT_RESTING' } });
  });

  it('is for champions, active ones', async () => {
    const former = await aChampion(database.db, { until: '2026-01-01' });
    expect(await resting().run(viewerOf(former), { until: '2026-03-24' })).toMatchObject({
      refusal: { code: 'NOT_A_CHAMPION' },
    });
    await expect(resting().run(hr, { until: '2026-03-24' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(returning().run(hr)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the end of the role', () => {
  const ending = () => new EndChampion(database.db, clock, config);

  it('keeps the last day, tells the champion the day but not the reason, and gives the role back', async () => {
    const champion = await aChampion(database.db, { since: '2026-01-01' });
    const input = { personId: champion.id, lastDay: '2026-03-31', reason: 'Moves to another task' };
    expect(await ending().run(hr, input)).toMatchObject({ ok: true });
    expect(await periods(champion.id)).toEqual([
      { state: 'active', from: '2026-01-01', to: '2026-04-01', reason: 'Moves to another task' },
    ]);
    expect([
      await rolesOf(champion.id, '2026-03-31'),
      await rolesOf(champion.id, '2026-04-01'),
    ]).toMatchObject([[{}], []]);
    const [mail] = await mails(champion.id);
    expect(mail).toMatchObject({
      kind: 'champion_end',
      subject: 'Your time as a champion ends on Tue, 31 March 2026',
    });
    expect(mail?.body_text).not.toContain('another task');
  });

  it('withdraws an approved nomination that had led there', async () => {
    const { id, nomineeId } = await aNomination(database.db, { stage: 'onboarding' });
    await aChampion(database.db, { personId: nomineeId, since: '2026-05-01' });
    await ending().run(hr, { personId: nomineeId, reason: 'Changed job' });
    expect(await database.db.one('select stage from nomination where id = $1', [id])).toEqual({
      stage: 'withdrawn',
    });
    expect(await periods(nomineeId)).toEqual([]);
  });

  it('refuses without a reason, for a last day gone by, and for alumni', async () => {
    const champion = await aChampion(database.db);
    const former = await aChampion(database.db, { until: '2026-01-01' });
    const end = (personId: string, more: object) =>
      ending().run(hr, { personId, reason: 'Why', ...more });
    expect(await end(champion.id, { reason: ' ' })).toMatchObject({
      refusal: { code: 'REASON_MISSING', field: 'reason' },
    });
    expect(await end(champion.id, { lastDay: '2026-03-01' })).toMatchObject({
      refusal: { code: 'END_OUT_OF_RANGE', field: 'lastDay' },
    });
    expect(await end(former.id, {})).toMatchObject({ refusal: { code: 'NOT_A_CHAMPION' } });
  });

  it('is for the programme’s owner, and needs a champion', async () => {
    const champion = await aChampion(database.db);
    const input = { personId: champion.id, reason: 'Why' };
    await expect(ending().run(viewerOf(champion, 'CHAMPION'), input)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(ending().run(hr, { ...input, personId: hr.personId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the directory', () => {
  let directory: TestDatabase;
  let readers: ChampionReader;
  const page = async (filter: Parameters<ChampionReader['page']>[1]['filter'], viewer = hr) =>
    (await readers.page(viewer, { filter, page: everything })).edges.map(({ node }) => node.name);

  beforeAll(async () => {
    directory = await testDatabase();
    readers = new ChampionReader(directory.db, clock);
    const finance = await anOrgUnit(directory.db, { name: 'Finance' });
    const tax = await anOrgUnit(directory.db, { name: 'Tax', parentId: finance.id });
    const rome = await aLocation(directory.db, { name: 'Rome', timeZone: 'Europe/Rome' });
    const at = { locationId: rome.id };
    const db = directory.db;
    await aChampion(db, {
      person: { name: 'Ada', unitId: finance.id, ...at },
      skills: ['Month-end close'],
      tools: ['Excel_2'],
    });
    await aChampion(db, {
      person: { name: 'Ben', unitId: tax.id, locationId: null, title: 'Tax analyst' },
      problems: ['100% manual lists'],
    });
    await aChampion(db, { person: { name: 'Cleo', unitId: tax.id, ...at, status: 'leave' } });
    await aChampion(db, { person: { name: 'Dan', leaveOn: '2026-01-31' } });
    await aChampion(db, { person: { name: 'Eve' }, since: '2026-05-01' });
    await aChampion(db, {
      person: { name: 'Fay' },
      rests: { from: '2026-03-01', to: '2026-04-01' },
      about: 'Ask me about forecasting',
    });
  });
  afterAll(() => directory.close());

  it('lists who can be asked and who rests, by name; leavers are alumni and starters wait', async () => {
    expect(await page(null)).toEqual(['Ada', 'Ben', 'Cleo', 'Fay']);
    expect(await page({ states: ['active'] })).toEqual(['Ada', 'Ben']);
    expect(await page({ states: ['resting'] })).toEqual(['Cleo', 'Fay']);
    expect(await page({ states: ['alumni'] })).toEqual(['Dan']);
    expect(await page({ states: ['approved'] })).toEqual(['Eve']);
  });

  it('finds every word wherever it stands, and takes signs literally', async () => {
    expect(await page({ text: 'close month' })).toEqual(['Ada']);
    expect(await page({ text: 'TAX analyst' })).toEqual(['Ben']);
    expect(await page({ text: 'forecasting' })).toEqual(['Fay']);
    expect(await page({ text: '100%' })).toEqual(['Ben']);
    expect(await page({ text: 'l_2' })).toEqual(['Ada']);
    expect(await page({ text: '%' })).toEqual(['Ben']);
  });

  it('filters by unit and below, by location, by skill, and by all of them', async () => {
    const id = async (table: string, name: string) =>
      (await directory.db.one<{ id: string }>(`select id from ${table} where name = $1`, [name]))
        ?.id ?? null;
    const [finance, tax, rome] = [
      await id('org_unit', 'Finance'),
      await id('org_unit', 'Tax'),
      await id('location', 'Rome'),
    ];
    expect(await page({ unitId: finance })).toEqual(['Ada', 'Ben', 'Cleo']);
    expect(await page({ unitId: tax })).toEqual(['Ben', 'Cleo']);
    expect(await page({ locationId: rome })).toEqual(['Ada', 'Cleo']);
    expect(await page({ skill: 'month-end CLOSE' })).toEqual(['Ada']);
    expect(await page({ unitId: finance, locationId: rome, text: 'cleo' })).toEqual(['Cleo']);
    expect((await readers.choices()).skills).toEqual(['Month-end close']);
  });

  it('filters by language, zone, problem, tool and who is free, each alone and together', async () => {
    const change = (name: string, sql: string) =>
      directory.db.rows(
        `${sql} from person p where p.name = $1 and p.id = c.person_id returning 1`,
        [name],
      );
    await change(
      'Ada',
      `update champion c set problems = '{"Slow reports"}', tools = '{"Power BI"}', takes_new_pairings = false`,
    );
    await change('Ben', `update champion c set problems = '{"Slow reports"}', tools = '{"Excel"}'`);
    await directory.db.rows(
      `update person set languages = case name when 'Ada' then '{en,it}' when 'Ben' then '{en}' else '{it}' end::text[],
         time_zone = case name when 'Ben' then 'Asia/Tokyo' else 'Europe/Rome' end
       where name in ('Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Fay') returning 1`,
    );
    expect(await page({ problem: 'slow REPORTS' })).toEqual(['Ada', 'Ben']);
    expect(await page({ tool: 'power bi' })).toEqual(['Ada']);
    expect(await page({ language: 'EN' })).toEqual(['Ada', 'Ben']);
    expect(await page({ timeZone: 'Asia/Tokyo' })).toEqual(['Ben']);
    expect(
      await page({ problem: 'slow reports', language: 'en', timeZone: 'Europe/Rome' }),
    ).toEqual(['Ada']);
    expect(await page({ tool: 'Power BI', timeZone: 'Asia/Tokyo' })).toEqual([]);
    // Who rests, or takes no new pairings, is not free.
    const resting = await page({ states: ['resting'] });
    const free = await page({ isAvailable: true });
    expect(free).not.toContain('Ada');
    expect(free).toContain('Ben');
    for (const name of resting) expect(free).not.toContain(name);
    expect(await readers.choices()).toMatchObject({
      problems: ['Slow reports'],
      tools: ['Excel', 'Power BI'],
      timeZones: ['Europe/Rome', 'Asia/Tokyo'],
    });
  });

  it('pages without losing or repeating anybody', async () => {
    const first = await readers.page(hr, { page: { first: 3 } });
    const rest = await readers.page(hr, { page: { first: 3, after: first.pageInfo.endCursor } });
    expect([first.totalCount, first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([
      4,
      true,
      false,
    ]);
    expect([...first.edges, ...rest.edges].map(({ node }) => node.name)).toEqual([
      'Ada',
      'Ben',
      'Cleo',
      'Fay',
    ]);
  });

  it('keeps agreed hours and capacity between the champion and the programme', async () => {
    const ada = await directory.db.one<{ id: string; name: string }>(
      `select id, name from person where name = 'Ada'`,
    );
    const seenBy = async (viewer: Viewer) =>
      (await readers.champion(viewer, ada?.id ?? '')).agreedHours;
    expect(await seenBy(viewerOf({ id: hr.personId, name: 'Colleague' }))).toBeNull();
    expect(await seenBy(viewerOf(ada ?? { id: '', name: '' }))).toBe(4);
    expect(await seenBy(hr)).toBe(4);
  });

  it('takes three statements, for 4 champions as for 200', async () => {
    const few = await countStatements(() => readers.page(hr, { page: everything }));
    const unit = await anOrgUnit(directory.db);
    await manyChampions(directory.db, await manyPeople(directory.db, 200, { unitId: unit.id }));
    const many = await countStatements(() => readers.page(hr, { page: { first: 200 } }));
    expect([few, many]).toEqual([3, 3]);
  });

  it('answers NOT_FOUND for people who never were champions', async () => {
    await expect(readers.champion(hr, hr.personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await readers.find(hr, hr.personId)).toBeNull();
  });
});
