import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aLocation,
  aMove,
  anAdministrator,
  anHrLead,
  anOrgUnit,
  aPerson,
  manyPeople,
} from '@flipside/people-api/builders';
import { testApp, type TestApp } from './test-app.js';

let app: TestApp;
let hr: string;
let administrator: string;
let employee: string;

beforeAll(async () => {
  app = await testApp();
  hr = (await anHrLead(app.db)).id;
  administrator = (await anAdministrator(app.db)).id;
  employee = (await aPerson(app.db, { name: 'Plain Employee' })).id;
});
afterAll(() => app.close());

const DIRECTORY = `query ($filter: PeopleFilter) {
  people(filter: $filter, first: 100) {
    totalCount
    edges { node { id name unit { id name path { id } } location { id name people } record { status email roles reports } } }
  }
}`;

const RECORD = `query ($id: ID!) { person(id: $id) { id name record { email history { validFrom unit { name } manager { name } } } } }`;

describe('the directory over HTTP', () => {
  it('sends the same few statements for two people and for a hundred', async () => {
    const units = [await anOrgUnit(app.db), await anOrgUnit(app.db)];
    for (const [index, unit] of units.entries()) {
      const { id: locationId } = await aLocation(app.db);
      await manyPeople(app.db, index === 0 ? 2 : 100, { unitId: unit.id, locationId });
    }
    const counts = [];
    for (const unit of units) {
      const sent = await app.statements(DIRECTORY, { filter: { unitId: unit.id } }, { as: hr });
      counts.push(sent.length);
      expect(
        (await app.gql(DIRECTORY, { filter: { unitId: unit.id } }, { as: hr })).errors,
      ).toEqual([]);
    }
    expect(counts[1]).toBe(counts[0]);
    // Who asks; below the unit, the page, the count; then units, paths, places, head-counts, records, the trace of
    // the look, roles.
    expect(counts[1]).toBeLessThanOrEqual(11);
  });

  it('gives a colleague the card and nothing of the record', async () => {
    const { id } = await aPerson(app.db, { name: 'Seen By Many', email: 'seen@company.test' });
    const { data, errors } = await app.gql(RECORD, { id }, { as: employee });
    expect(errors).toEqual([]);
    expect(data).toEqual({ person: { id, name: 'Seen By Many', record: null } });
    expect((await app.gql(RECORD, { id }, { as: administrator })).data).toMatchObject({
      person: { record: null },
    });
  });

  it('gives HR leads everybody’s record and each person their own, with managers of each period', async () => {
    const manager = await aPerson(app.db, { name: 'The Manager' });
    const { id } = await aPerson(app.db, { email: 'moved@company.test', hireOn: '2025-01-01' });
    await aMove(app.db, id, '2026-01-01', { managerId: manager.id });
    const expected = {
      email: 'moved@company.test',
      history: [
        { validFrom: '2026-01-01', manager: { name: 'The Manager' } },
        { validFrom: '2025-01-01', manager: null },
      ],
    };
    for (const as of [hr, id]) {
      expect((await app.gql(RECORD, { id }, { as })).data).toMatchObject({
        person: { record: expected },
      });
    }
  });

  it('keeps searches by role, by leaving and by address for those who may', async () => {
    await aPerson(app.db, {
      name: 'Gone Person',
      email: 'gone@company.test',
      leaveOn: '2026-01-31',
    });
    const search = async (filter: object, as: string) => app.gql(DIRECTORY, { filter }, { as });
    expect((await search({ status: 'LEFT', text: 'gone' }, hr)).data).toMatchObject({
      people: { totalCount: 1 },
    });
    for (const filter of [{ status: 'LEFT' }, { role: 'ADMINISTRATOR' }, { hasNoLevel: true }]) {
      expect((await search(filter, employee)).errors[0]?.extensions?.code).toBe('BAD_INPUT');
    }
    const address = (await app.gql(RECORD, { id: hr }, { as: hr })).data as {
      person: { record: { email: string } };
    };
    expect((await search({ text: address.person.record.email }, hr)).data).toMatchObject({
      people: { totalCount: 1 },
    });
    expect((await search({ text: address.person.record.email }, employee)).data).toMatchObject({
      people: { totalCount: 0 },
    });
  });

  it('answers broken ids and cursors without breaking', async () => {
    const codes = async (query: string) =>
      (await app.gql(query, {}, { as: hr })).errors.map(({ extensions }) => extensions?.code);
    expect(await codes(`{ person(id: "nobody") { id } }`)).toEqual(['NOT_FOUND']);
    expect(await codes(`{ people(filter: { unitId: "nowhere" }) { totalCount } }`)).toEqual([
      'BAD_INPUT',
    ]);
    expect(await codes(`{ people(after: "WyJhIiwiYiJd") { totalCount } }`)).toEqual(['BAD_INPUT']);
  });

  it('answers a wrongly written variable like a wrongly written word: 400, what is wrong, and how it must look', async () => {
    const day = `query ($day: Day) { coverage(asOf: $day) { __typename } }`;
    const wrong = await app.gql(day, { day: 'soon' }, { as: hr });
    expect(wrong.status).toBe(400);
    expect(wrong.errors).toMatchObject([
      { message: expect.stringContaining('Day must look like'), extensions: { code: 'BAD_INPUT' } },
    ]);
    const written = await app.gql(`{ coverage(asOf: "soon") { __typename } }`, {}, { as: hr });
    expect(written).toMatchObject({ status: 400 });
    const page = `query ($first: Int) { people(first: $first) { totalCount } }`;
    const words = await app.gql(page, { first: 'ten' }, { as: hr });
    expect(words).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});

describe('rules, roles and hours over HTTP', () => {
  it('change and undo the rules, and answer a refusal as data', async () => {
    const change = `mutation ($input: ChangeProgrammeInput!) { changeProgramme(input: $input) {
      ... on ChangeProgrammePayload { changeId programme { version targetRatio executiveLevel roundingInWords } }
      ... on PeopleRefusal { code field message } } }`;
    const { version } = (
      (await app.gql(`{ programme { version } }`, {}, { as: employee })).data as {
        programme: { version: number };
      }
    ).programme;
    const refused = await app.gql(
      change,
      { input: { version, rules: { targetRatio: 0 } } },
      { as: hr },
    );
    expect(refused.data).toMatchObject({
      changeProgramme: { code: 'TARGET_OUT_OF_RANGE', field: 'targetRatio' },
    });
    const done = await app.gql(
      change,
      { input: { version, rules: { targetRatio: 20, executiveLevel: 7 } } },
      { as: hr },
    );
    expect(done.data).toMatchObject({
      changeProgramme: {
        programme: {
          version: version + 1,
          targetRatio: 20,
          executiveLevel: 7,
          roundingInWords: expect.stringContaining('21 people'),
        },
      },
    });
    const { changeId } = (done.data as { changeProgramme: { changeId: string } }).changeProgramme;
    const undone = await app.gql(
      `mutation ($input: UndoProgrammeChangeInput!) { undoProgrammeChange(input: $input) { ... on ChangeProgrammePayload { programme { targetRatio executiveLevel } } } }`,
      { input: { changeId } },
      { as: hr },
    );
    expect(undone.data).toEqual({
      undoProgrammeChange: { programme: { targetRatio: 25, executiveLevel: null } },
    });
    const history = await app.gql(
      `{ programmeHistory { edges { node { actor { name } isUndoable rules { label before after } } } } }`,
      {},
      { as: hr },
    );
    expect(history.data).toMatchObject({
      programmeHistory: {
        edges: [{ node: { actor: { name: 'Harriet Lead' } } }, { node: { isUndoable: false } }],
      },
    });
  });

  it('lets a role hold from the next request on', async () => {
    const grant = `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { ... on RoleGrantsPayload { grants { role person { name } } } } }`;
    const { id } = await aPerson(app.db, { name: 'New Lead' });
    expect(
      (await app.gql(`{ programmeHistory { totalCount } }`, {}, { as: id })).errors[0]?.extensions
        ?.code,
    ).toBe('FORBIDDEN');
    await app.gql(grant, { input: { personId: id, role: 'HR_LEAD' } }, { as: administrator });
    expect((await app.gql(`{ programmeHistory { totalCount } }`, {}, { as: id })).errors).toEqual(
      [],
    );
  });

  it('sets one’s own hours, and refuses broken ones as data', async () => {
    const set = `mutation ($input: SetWorkingHoursInput!) { setWorkingHours(input: $input) {
      ... on AvailabilityPayload { availability { isOwn inWords } } ... on PeopleRefusal { code } } }`;
    const hours = [{ weekday: 1, fromMinute: 480, toMinute: 720 }];
    expect((await app.gql(set, { input: { hours } }, { as: employee })).data).toEqual({
      setWorkingHours: { availability: { isOwn: true, inWords: 'Mon 8:00–12:00' } },
    });
    expect((await app.gql(set, { input: { hours: [] } }, { as: employee })).data).toEqual({
      setWorkingHours: { code: 'NO_WORKING_HOURS' },
    });
    expect((await app.gql(set, { input: {} }, { as: employee })).data).toMatchObject({
      setWorkingHours: { availability: { isOwn: false } },
    });
  });
});

describe('operating the installation over HTTP', () => {
  it('tells a load balancer that the process answers, and nothing else', async () => {
    const answer = await app.inject({ method: 'GET', url: '/healthz' });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { status: 'ok' }]);
  });

  it('gives administrators the same checks as the command line', async () => {
    const { data } = await app.gql(
      `{ health { state checks { id state finding advice } } }`,
      {},
      { as: administrator },
    );
    const ids = (data as { health: { checks: { id: string }[] } }).health.checks.map(
      ({ id }) => id,
    );
    expect(ids).toEqual([
      'database',
      'extensions',
      'migrations',
      'mail',
      'outbox',
      'jobs',
      'time-zones',
      'roster',
    ]);
  });

  it('never shows the text of a sign-in link in the outbox', async () => {
    await app.inject({
      method: 'POST',
      url: '/auth/link',
      headers: { 'x-flipside-request': '1', 'content-type': 'application/json' },
      payload: JSON.stringify({ email: await emailOf(employee) }),
    });
    await app.drain();
    const { data } = await app.gql(
      `{ mailMessages { edges { node { id kind state text calendar } } } mailDelivery { isConfigured advice } }`,
      {},
      { as: administrator },
    );
    expect(data).toMatchObject({
      mailMessages: { edges: [{ node: { kind: 'sign_in', state: 'KEPT', text: null } }] },
      mailDelivery: { isConfigured: false, advice: expect.stringContaining('SMTP_URL') },
    });
  });
});

async function emailOf(personId: string): Promise<string | undefined> {
  return (await app.db.one<{ email: string }>(`select email from person where id = $1`, [personId]))
    ?.email;
}
