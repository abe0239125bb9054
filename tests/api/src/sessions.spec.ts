import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { anExecutive, aPairing } from '@flipside/pairings-api/builders';
import { aLocation, anHrLead, aPerson } from '@flipside/people-api/builders';
import { aDelegation, aSession } from '@flipside/sessions-api/builders';
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
  const coach = await aPerson(app.db, { name: 'Priya Nair', timeZone: 'Asia/Kolkata' });
  priya = coach.id;
  await aChampion(app.db, { personId: priya });
  pairingId = (await aPairing(app.db, { executiveId: helen, championId: priya, state: 'accepted' }))
    .id;
});

const SPAN =
  'yourTime { place offset day startTime endTime } otherTimes { name time { startTime place } }';
const SESSION = `id seriesId status statusInWords isMoved version viewerSide agenda ${SPAN} viewerCanMove viewerCanRestore viewerCanRecord`;
const REFUSAL =
  '... on SessionRefusal { code message field options { id label } times { startsAt } }';

const OPTIONS = `query Options($pairingId: ID!) { sessionOptions(pairingId: $pairingId) { id kind label everyWeeks days reasons first { ${SPAN} } } }`;
const BOOK = `mutation Book($input: BookSeriesInput!) { bookSeries(input: $input) { __typename
  ... on BookedPayload { seriesId sessions { ${SESSION} } } ${REFUSAL} } }`;
const change = (name: string, input: string): string =>
  `mutation Change($input: ${input}!) { ${name}(input: $input) { __typename ... on SessionPayload { session { ${SESSION} } } ${REFUSAL} } }`;

type Json = Record<string, unknown>;
interface Shown {
  id: string;
  status: string;
  version: number;
  yourTime: { day: string; startTime: string };
}

async function ask<T>(query: string, variables: Json, as: string): Promise<T> {
  const { data, errors } = await app.gql(query, variables, { as });
  expect(errors).toEqual([]);
  return Object.values(data ?? {})[0] as T;
}

const book = (optionId: string, as = helen, key: string = randomUUID()) =>
  ask<Json & { sessions: Shown[]; seriesId: string }>(
    BOOK,
    { input: { pairingId, optionId, idempotencyKey: key } },
    as,
  );

describe('sessions over HTTP', () => {
  it('from three offered times to a booked, moved, skipped and restored session', async () => {
    const options = await ask<{ id: string; kind: string; first: Json }[]>(
      OPTIONS,
      { pairingId },
      helen,
    );
    expect(options).toHaveLength(3);
    expect(options[0]).toMatchObject({
      kind: 'BEST',
      first: { otherTimes: [{ name: 'Priya Nair' }] },
    });
    const booked = await book(options[0]?.id ?? '');
    expect(booked).toMatchObject({ __typename: 'BookedPayload' });
    expect(booked.sessions).toHaveLength(6);
    const next = await ask<Shown>(`query { nextSession { ${SESSION} } }`, {}, priya);
    expect(next).toMatchObject({
      id: booked.sessions[0]?.id,
      status: 'BOOKED',
      viewerSide: 'CHAMPION',
      yourTime: { place: 'Kolkata', offset: 'UTC+5:30' },
    });

    const second = booked.sessions[1]?.id ?? '';
    const times = await ask<{ startsAt: string }[]>(
      `query Times($id: ID!) { moveOptions(sessionId: $id) { startsAt ${SPAN} } }`,
      { id: second },
      helen,
    );
    expect(times).toHaveLength(5);
    const moved = await ask(
      change('moveSession', 'MoveSessionInput'),
      { input: { sessionId: second, startsAt: times[0]?.startsAt, version: 1 } },
      helen,
    );
    expect(moved).toMatchObject({
      __typename: 'SessionPayload',
      session: { isMoved: true, statusInWords: 'Booked, moved', version: 2 },
    });
    const back = await ask(
      change('undoMove', 'SessionInput'),
      { input: { sessionId: second } },
      helen,
    );
    expect(back).toMatchObject({ session: { isMoved: false, status: 'BOOKED' } });
    const skipped = await ask(
      change('skipSession', 'CallOffSessionInput'),
      { input: { sessionId: second, reason: 'HOLIDAY' } },
      priya,
    );
    expect(skipped).toMatchObject({ session: { status: 'SKIPPED', viewerCanRestore: true } });
    const restored = await ask(
      change('restoreSession', 'SessionInput'),
      { input: { sessionId: second } },
      helen,
    );
    expect(restored).toMatchObject({ session: { status: 'BOOKED' } });
  });

  it('says that a time was just taken, with three fresh ones', async () => {
    await book('2027-01-12T10:00');
    const other = await anExecutive(app.db);
    const mine = pairingId;
    pairingId = (
      await aPairing(app.db, { executiveId: other.id, championId: priya, state: 'accepted' })
    ).id;
    const answer = await book('2027-01-12T10:00', other.id);
    expect(answer).toMatchObject({
      __typename: 'SessionRefusal',
      code: 'SLOT_TAKEN',
      message: 'That time was just taken. Choose another one.',
    });
    expect(answer['options']).toHaveLength(3);
    expect(pairingId).not.toBe(mine);
  });

  it('gives fresh times with every refusal that another time would settle', async () => {
    const booked = await book('2027-01-12T10:00');
    const second = booked.sessions[1]?.id ?? '';
    const ofSecond = (extra: Json) => ({ input: { sessionId: second, ...extra } });
    const move = change('moveSession', 'MoveSessionInput');
    const refusals: [string, string, Json][] = [
      ['NOT_FREE', move, ofSecond({ startsAt: '2027-01-27T03:00:00Z' })],
      ['TOO_SOON', move, ofSecond({ startsAt: '2027-01-11T09:00:00Z' })],
      ['TOO_FAR', move, ofSecond({ startsAt: '2027-09-01T09:00:00Z' })],
      ['CROSSES_NEIGHBOUR', move, ofSecond({ startsAt: '2027-02-10T10:00:00Z' })],
      ['STALE_VERSION', move, ofSecond({ startsAt: '2027-01-27T10:00:00Z', version: 9 })],
      [
        'NOT_FREE',
        change('proposeTimes', 'ProposeTimesInput'),
        ofSecond({ starts: ['2027-01-27T03:00:00Z'], idempotencyKey: randomUUID() }),
      ],
      [
        'SLOT_TAKEN',
        change('moveFollowing', 'MoveFollowingInput'),
        ofSecond({ startsAt: '2027-01-27T03:00:00Z', idempotencyKey: randomUUID() }),
      ],
    ];
    for (const [code, query, variables] of refusals) {
      const answer = await ask<{ code: string; times: unknown[] }>(query, variables, helen);
      expect({ query, code: answer.code }).toEqual({ query, code });
      expect({ query, times: answer.times.length }).toEqual({ query, times: 5 });
    }
    const single = `mutation One($input: BookSessionInput!) { bookSession(input: $input) { __typename ${REFUSAL} } }`;
    const input = { pairingId, startsAt: '2027-01-27T03:00:00Z', idempotencyKey: randomUUID() };
    expect(await ask<Json>(single, { input }, helen)).toMatchObject({
      code: 'NOT_FREE',
      times: [{}, {}, {}, {}, {}],
    });
  });

  it.each(['Pacific/Auckland', 'America/Los_Angeles'])(
    'looking from a day begins with the morning of that day in %s',
    async (zone) => {
      const there = { timeZone: zone };
      const one = (await anExecutive(app.db, { person: there })).id;
      const coach = (await aPerson(app.db, there)).id;
      await aChampion(app.db, { personId: coach });
      const { id } = await aPairing(app.db, {
        executiveId: one,
        championId: coach,
        state: 'active',
      });
      const times = await ask<{ yourTime: { day: string } }[]>(
        `query Times($id: ID!, $from: Day) { singleTimes(pairingId: $id, from: $from) { ${SPAN} } }`,
        { id, from: '2027-01-20' },
        one,
      );
      expect(times.map(({ yourTime }) => yourTime.day)[0]).toBe('2027-01-20');
    },
  );

  it('19. an option with a date that does not suit says so before anything is booked', async () => {
    const { id } = await aLocation(app.db, { timeZone: 'Asia/Kolkata' });
    await app.db.rows('update employment set location_id = $2 where person_id = $1', [priya, id]);
    // Two weeks in a row: no fortnight goes around both.
    await app.db.rows(
      `insert into holiday (location_id, on_day, name, from_minute, state)
       select $1, day::date, 'Day off', 0, 'approved'
       from generate_series('2027-02-22'::date, '2027-03-05', '1 day') day`,
      [id],
    );
    const options = await ask<{ days: string[]; reasons: string[] }[]>(
      OPTIONS,
      { pairingId },
      helen,
    );
    expect(options).toHaveLength(3);
    for (const { reasons } of options)
      expect(reasons.join(' ')).toMatch(/Not on \w{3} \d+ \w{3}: a day off for Priya Nair\./);
    expect(await app.db.rows('select 1 from session where pairing_id = $1', [pairingId])).toEqual(
      [],
    );
  });

  it('26. restoring a session whose time was taken meanwhile fails, and offers other times', async () => {
    const booked = await book('2027-01-12T10:00');
    const second = booked.sessions[1]?.id ?? '';
    await ask(
      change('skipSession', 'CallOffSessionInput'),
      { input: { sessionId: second } },
      helen,
    );
    const other = await aPairing(app.db, { championId: priya, state: 'active' });
    await aSession(app.db, { pairingId: other.id, startsAt: '2027-01-26T10:00:00Z' });
    const restore = change('restoreSession', 'SessionInput');
    const input = { sessionId: second };
    const answer = await ask<{ code: string; times: unknown[] }>(restore, { input }, helen);
    expect(answer.code).toBe('SLOT_TAKEN');
    expect(answer.times).toHaveLength(5);
  });

  it('a held time that ran out is answered with other times for its session', async () => {
    const booked = await book('2027-01-12T10:00');
    const second = booked.sessions[1]?.id ?? '';
    const starts = ['2027-01-27T10:00:00Z'];
    const input = { sessionId: second, starts, idempotencyKey: randomUUID() };
    await ask(change('proposeTimes', 'ProposeTimesInput'), { input }, priya);
    const [offer] = await ask<{ times: { sessionId: string }[] }[]>(
      'query { openOffers { times { sessionId } } }',
      {},
      helen,
    );
    app.clock.set('2027-01-14T08:00:00Z');
    const held = { sessionId: offer?.times[0]?.sessionId };
    const late = await ask<Json>(change('acceptOffer', 'SessionInput'), { input: held }, helen);
    expect(late).toMatchObject({ code: 'OFFER_EXPIRED', times: [{}, {}, {}, {}, {}] });
  });

  it('tells an executive when the rhythm has slipped, and nobody else', async () => {
    await book('2027-01-12T10:00');
    const rhythms = 'query { ownRhythms { pairingId debtDays lastHeldOn inWords } }';
    expect(await ask(rhythms, {}, helen)).toMatchObject([{ debtDays: 0, inWords: null }]);
    app.clock.set('2027-02-11T08:00:00Z');
    expect(await ask(rhythms, {}, helen)).toMatchObject([
      { pairingId, lastHeldOn: null, inWords: expect.stringContaining('have not met yet') },
    ]);
    expect((await app.gql(rhythms, {}, { as: priya })).errors[0]?.extensions?.code).toBe(
      'FORBIDDEN',
    );
  });

  it('lets a delegate book and see times, and no more', async () => {
    const { delegateId } = await aDelegation(app.db, { principalId: helen });
    const waiting = await ask<Json[]>(
      `query { pairingsToBook { pairingId executive { name } options { id } } }`,
      {},
      delegateId,
    );
    expect(waiting).toMatchObject([{ pairingId, executive: { name: 'Helen Ward' } }]);
    const { sessions } = await book('2027-01-12T10:00', delegateId);
    const seen = await ask<Json>(
      `query One($id: ID!) { session(id: $id) { agenda meetingLink viewerSide viewerCanMove viewerCanRecord onBehalfOf { name } } }`,
      { id: sessions[0]?.id },
      delegateId,
    );
    expect(seen).toEqual({
      agenda: null,
      meetingLink: null,
      viewerSide: null,
      viewerCanMove: true,
      viewerCanRecord: false,
      onBehalfOf: { name: 'Helen Ward' },
    });
  });

  it('shows HR the dates and states of a pairing and not a word', async () => {
    await book('2027-01-12T10:00');
    const lead = (await anHrLead(app.db)).id;
    const pairing = await ask<{ sessions: Json[] }>(
      `query P($id: ID!) { pairing(id: $id) { sessions { status agenda viewerCanMove } } }`,
      { id: pairingId },
      lead,
    );
    expect(pairing.sessions).toHaveLength(6);
    expect(pairing.sessions[0]).toEqual({ status: 'BOOKED', agenda: null, viewerCanMove: false });
  });

  it('answers strangers as if there were nothing, whatever they send', async () => {
    const { sessions } = await book('2027-01-12T10:00');
    const stranger = (await anExecutive(app.db)).id;
    for (const id of [sessions[0]?.id, randomUUID(), 'nonsense']) {
      const { errors } = await app.gql(
        `query One($id: ID!) { session(id: $id) { id } }`,
        { id },
        { as: stranger },
      );
      expect(errors.map((error) => error.extensions?.code)).toEqual(['NOT_FOUND']);
    }
    const forged = await app.gql(
      BOOK,
      { input: { pairingId, optionId: '2027-01-12', idempotencyKey: randomUUID() } },
      { as: helen },
    );
    expect(forged.errors[0]?.extensions?.code).toBe('BAD_INPUT');
  });

  it('takes a booking back within the minute', async () => {
    const { seriesId } = await book('2027-01-12T10:00');
    const undone = await ask(
      `mutation Undo($input: SeriesInput!) { undoBooking(input: $input) { __typename ... on UndoneBookingPayload { pairingId } ${REFUSAL} } }`,
      { input: { seriesId } },
      helen,
    );
    expect(undone).toEqual({ __typename: 'UndoneBookingPayload', pairingId });
    expect(await ask(`query { nextSession { id } }`, {}, helen)).toBeNull();
  });
});
