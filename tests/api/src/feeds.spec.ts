/** Private calendars over HTTP, as a calendar program reads them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { countingStatements } from '@flipside/platform-api';
import { anExecutive, aPairing } from '@flipside/pairings-api/builders';
import { aPerson } from '@flipside/people-api/builders';
import { aDelegation, aSeries, aSession } from '@flipside/sessions-api/builders';
import { testApp, type TestApp } from './test-app.js';

const MONDAY = '2027-01-11T08:00:00Z';

let app: TestApp;
let helen: string;
let priya: string;
let pairingId: string;

beforeAll(async () => {
  app = await testApp({ now: MONDAY });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(MONDAY);
  helen = (await anExecutive(app.db, { person: { name: 'Helen Ward' } })).id;
  priya = (await aPerson(app.db, { name: 'Priya Nair' })).id;
  pairingId = (await aPairing(app.db, { executiveId: helen, championId: priya, state: 'active' }))
    .id;
});

const MAKE = `mutation Make($input: MakeCalendarFeedInput!) { makeCalendarFeed(input: $input) {
  ... on MadeCalendarFeedPayload { url feeds { id label detail person { name } } }
  ... on SessionRefusal { code field } } }`;
const END = `mutation End($input: CalendarFeedInput!) { endCalendarFeed(input: $input) { feeds { id } } }`;

interface Made {
  url: string;
  code?: string;
  feeds: { id: string }[];
}

async function make(
  input: { label?: string; detail?: string; personId?: string } = {},
  as = helen,
): Promise<Made> {
  const { data, errors } = await app.gql(
    MAKE,
    { input: { label: 'iPhone', detail: 'NEUTRAL', ...input } },
    { as },
  );
  expect(errors).toEqual([]);
  return data?.['makeCalendarFeed'] as Made;
}

const pathOf = ({ url }: Made): string => new URL(url).pathname;

const read = (path: string, etag?: string, method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url: path, ...(etag && { headers: { 'if-none-match': etag } }) });

/** A move as the product writes it, without its mails. */
const move = (sessionId: string) =>
  app.db.rows(
    `update session set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour', version = version + 1 where id = $1`,
    [sessionId],
  );

describe('a private calendar', () => {
  it('67. same ETag means same bytes, and another one after any change of its sessions', async () => {
    const { sessionIds } = await aSeries(app.db, { pairingId });
    const path = pathOf(await make());
    const [one, two] = [await read(path), await read(path)];
    expect(one.body.match(/BEGIN:VEVENT/g)).toHaveLength(6);
    expect(two.body).toBe(one.body);
    expect(two.headers['etag']).toBe(one.headers['etag']);
    await move(sessionIds[1] ?? '');
    const three = await read(path);
    expect(three.headers['etag']).not.toBe(one.headers['etag']);
    expect(three.body).not.toBe(one.body);
  });

  it('67. If-None-Match answers 304 without a session query', async () => {
    await aSeries(app.db, { pairingId });
    const path = pathOf(await make());
    const first = await read(path);
    const { result, statements } = await countingStatements(() =>
      read(path, String(first.headers['etag'])),
    );
    expect(result.status).toBe(304);
    expect(result.body).toBe('');
    expect(statements.filter((sql) => /\bsession\b/.test(sql))).toEqual([]);
    expect(statements.length).toBeLessThanOrEqual(1);
    expect((await read(path, '"another"')).status).toBe(200);
  });

  it('68. revoked, unknown, malformed and a leaver’s addresses give the same 404', async () => {
    const made = await make();
    const ended = await make();
    await app.gql(END, { input: { feedId: ended.feeds[0]?.id } }, { as: helen });
    const gone = await make({}, priya);
    await app.db.rows(`update person set leave_on = '2027-01-01' where id = $1`, [priya]);
    expect((await read(pathOf(made))).status).toBe(200);
    const answers = [];
    for (const path of [
      pathOf(ended),
      pathOf(gone),
      `/calendar/${'x'.repeat(43)}.ics`,
      '/calendar/nonsense',
    ]) {
      const { result, statements } = await countingStatements(() => read(path));
      const { status, body, headers } = result;
      answers.push({ status, body, cache: headers['cache-control'], statements });
    }
    expect(answers[0]).toMatchObject({ status: 404, cache: 'no-store' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('69. at busy level contains neither names nor addresses', async () => {
    await aSession(app.db, {
      pairingId,
      startsAt: '2027-01-12T10:00:00Z',
      meetingLink: 'https://meet.example.com/abc',
      agenda: 'Budget deck',
    });
    const { body } = await read(pathOf(await make({ detail: 'BUSY' })));
    expect(body).toContain('SUMMARY:Busy');
    expect(body).not.toMatch(/Helen|Priya|https?:|coaching:|Budget|mailto/);
    expect(body).not.toMatch(/ATTENDEE|ORGANIZER|DESCRIPTION/);
  });

  it('at neutral level names the programme, at full level the two people and how to join', async () => {
    await aSession(app.db, {
      pairingId,
      startsAt: '2027-01-12T10:00:00Z',
      meetingLink: 'https://meet.example.com/abc',
      agenda: 'Budget deck',
    });
    const neutral = (await read(pathOf(await make()))).body;
    expect(neutral).toContain('SUMMARY:AI coaching\r\n');
    expect(neutral).not.toMatch(/Priya|meet\.example/);
    const full = (await read(pathOf(await make({ detail: 'FULL' })))).body;
    expect(full).toContain('SUMMARY:AI coaching: Helen Ward / Priya Nair');
    expect(full).toContain('LOCATION:https://meet.example.com/abc');
    expect(full).not.toContain('Budget');
  });

  it('leaves cancelled and skipped sessions out and shows a hold as tentative', async () => {
    await aSession(app.db, { pairingId, startsAt: '2027-01-12T10:00:00Z', status: 'cancelled' });
    await aSession(app.db, { pairingId, startsAt: '2027-01-13T10:00:00Z', status: 'offered' });
    const { body } = await read(pathOf(await make()));
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(body).toContain('STATUS:TENTATIVE');
    expect(body).toContain('SUMMARY:HOLD: AI coaching\r\n');
    expect(body).toContain('X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE');
  });

  it('is kept private on its way and answers HEAD', async () => {
    const path = pathOf(await make());
    const { headers } = await read(path, undefined, 'HEAD');
    expect(headers).toMatchObject({
      'cache-control': 'private, max-age=300',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'content-type': 'text/calendar; charset=utf-8',
    });
    expect(headers['last-modified']).toBeDefined();
  });

  it('keeps no address in the database, and tells it once', async () => {
    const made = await make();
    const token = /calendar\/(.*)\.ics/.exec(made.url)?.[1] ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const stored = await app.db.rows(`select * from calendar_feed`);
    expect(JSON.stringify(stored)).not.toContain(token);
    const { data } = await app.gql(
      '{ calendarFeeds { id label detail lastUsedAt } }',
      {},
      { as: helen },
    );
    expect(JSON.stringify(data)).not.toContain(token);
    await read(pathOf(made));
    const used = await app.gql('{ calendarFeeds { lastUsedAt } }', {}, { as: helen });
    expect(JSON.stringify(used.data)).toContain(MONDAY.slice(0, 10));
  });

  it('asked more than thirty times a minute waits for the next, and no other address does', async () => {
    const [path, other] = [pathOf(await make()), pathOf(await make())];
    for (let n = 0; n < 30; n++) expect((await read(path)).status).toBe(200);
    const late = await read(path);
    expect(late.status).toBe(429);
    expect(late.headers['retry-after']).toBe('60');
    expect(late.body).not.toContain('VCALENDAR');
    expect((await read(other)).status).toBe(200);
    app.clock.set('2027-01-11T08:01:00Z');
    expect((await read(path)).status).toBe(200);
  });

  it('changes its ETag when somebody in it is renamed', async () => {
    await aSession(app.db, { pairingId, startsAt: '2027-01-12T10:00:00Z' });
    const path = pathOf(await make({ detail: 'FULL' }));
    const before = await read(path);
    await app.db.rows(`update person set name = 'Priya Nair-Jones' where id = $1`, [priya]);
    const after = await read(path, String(before.headers['etag']));
    expect(after.status).toBe(200);
    expect(after.body).toContain('Nair-Jones');
  });

  it('of somebody looked after ends with the delegation and never names people', async () => {
    const kim = (await aPerson(app.db, { name: 'Kim Lee' })).id;
    const built = await aDelegation(app.db, { principalId: helen, delegateId: kim });
    await aSession(app.db, { pairingId, startsAt: '2027-01-12T10:00:00Z' });
    expect((await make({ personId: helen, detail: 'FULL' }, kim)).code).toBe('FEED_TOO_DETAILED');
    const path = pathOf(await make({ personId: helen }, kim));
    expect((await read(path)).body).toContain('BEGIN:VEVENT');
    await app.db.rows(`update delegation set valid_to = '2027-01-11' where id = $1`, [built.id]);
    expect((await read(path)).status).toBe(404);
    const stranger = await app.gql(
      MAKE,
      { input: { label: 'x', detail: 'BUSY', personId: helen } },
      { as: kim },
    );
    expect(stranger.errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('is ended only by its owner, and there are at most ten', async () => {
    const made = await make();
    const { errors } = await app.gql(END, { input: { feedId: made.feeds[0]?.id } }, { as: priya });
    expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
    for (let n = 1; n < 10; n++) await make();
    expect((await make()).code).toBe('FEEDS_FULL');
    expect((await make({ label: ' ' }, priya)).code).toBe('FEED_NEEDS_LABEL');
  });
});

describe.each([
  ['Pacific/Auckland', '2027-01-11T10:59:00Z', '2027-01-11T11:01:00Z'],
  ['Pacific/Honolulu', '2027-01-12T09:59:00Z', '2027-01-12T10:01:00Z'],
])('a feed about somebody in %s', (timeZone, before, after) => {
  it('reaches over whole days of theirs, and moves on at their own midnight', async () => {
    await app.db.rows('update person set time_zone = $2 where id = $1', [helen, timeZone]);
    // The last hour of 13 October there is more than 90 days back once 12 January has begun.
    const instant = await app.db.one<{ at: Date }>(
      `select ('2026-10-13T23:00'::timestamp at time zone $1) as at`,
      [timeZone],
    );
    const { id } = await aSession(app.db, {
      pairingId,
      startsAt: instant?.at ?? '',
      status: 'held',
    });
    app.clock.set(before);
    const path = pathOf(await make());
    const first = await read(path);
    expect(first.body).toContain(id);
    app.clock.set(after);
    const etag = String(first.headers['etag']);
    const second = await read(path, etag);
    expect(second.status).toBe(200);
    expect(second.body).not.toContain(id);
  });
});
