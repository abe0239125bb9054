import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { ActivatePairing } from '@flipside/pairings-api';
import { Database, dataSourceOptions } from '@flipside/platform-api';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { DataSource } from 'typeorm';
import { BookSeries } from './book-series.js';
import { BookSession } from './book-session.js';
import { BookingReader } from './booking.reader.js';
import { SkipSession } from './call-off-session.js';
import { MoveSession } from './move-session.js';
import {
  MONDAY,
  aBooking,
  aPair,
  config,
  icsValue,
  mailsTo,
  sessionsOf,
  type Pair,
} from './spec-setting.builder.js';

const CONNECTIONS = 20;

let test: TestDatabase;
let source: DataSource;
let crowd: Database;
beforeAll(async () => {
  test = await testDatabase();
  source = new DataSource(
    dataSourceOptions(test.url, { entities: [], migrations: [], poolSize: CONNECTIONS }),
  );
  await source.initialize();
  crowd = new Database(source);
});
afterAll(async () => {
  await source.destroy();
  await test.close();
});

const overlaps = () =>
  test.db.rows(
    `select 1 from claim a join claim b on a.person_id = b.person_id and a.id < b.id and a.during && b.during and a.active and b.active`,
  );
/** Counted by the server; every connection hands in what it has seen first. */
const deadlocks = async (): Promise<number> => {
  await Promise.all(
    Array.from({ length: CONNECTIONS }, () =>
      crowd.rows('select pg_stat_force_next_flush(), pg_sleep(0.2)'),
    ),
  );
  const row = await test.db.one<{ deadlocks: number }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  return row?.deadlocks ?? 0;
};

describe('many people booking at once', () => {
  it('two hundred bookings that race for one champion end without double booking or deadlock', async () => {
    const champion = (await aPair(test.db)).championId;
    const pairs: Pair[] = [];
    for (let index = 0; index < 40; index++)
      pairs.push(await aPair(test.db, { championId: champion }));
    const command = new BookSeries(crowd, fixedClock(MONDAY), config, new ActivatePairing(crowd));
    const times = [
      '2027-01-12T10:00',
      '2027-01-13T10:00',
      '2027-01-14T10:00',
      '2027-01-12T10:15',
      '2027-01-13T09:45',
    ];
    const answers = await Promise.all(
      pairs.flatMap((pair) =>
        times.map((localStart) =>
          command.run(pair.executive, {
            pairingId: pair.pairingId,
            localStart,
            idempotencyKey: newId(),
          }),
        ),
      ),
    );
    expect(answers).toHaveLength(200);
    const booked = answers.filter((answer) => answer.ok);
    const codes = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code])));
    // The three hours exclude each other per day, and a champion has two sessions a day at most.
    expect(booked.length).toBeGreaterThanOrEqual(3);
    expect(booked.length).toBeLessThanOrEqual(5);
    for (const code of codes) expect(['SLOT_TAKEN', 'ALREADY_BOOKED', 'BUSY']).toContain(code);
    expect(await overlaps()).toEqual([]);
    expect(await deadlocks()).toBe(0);
  }, 240_000);

  it('31. 50 simultaneous bookings of one slot: exactly one succeeds, 49 receive SLOT_TAKEN with alternatives, no deadlock', async () => {
    const startsAt = new Date('2027-01-20T10:00:00Z');
    const championId = (await aPair(test.db)).championId;
    const pairs: Pair[] = [];
    for (let index = 0; index < 50; index++)
      pairs.push(await aPair(test.db, { championId, state: 'active' }));
    const before = await deadlocks();
    const command = new BookSession(crowd, fixedClock(MONDAY), config);
    const answers = await Promise.all(
      pairs.map(async (pair) => ({
        pair,
        answer: await command.run(pair.executive, {
          pairingId: pair.pairingId,
          startsAt,
          idempotencyKey: newId(),
        }),
      })),
    );
    const losers = answers.filter(({ answer }) => !answer.ok);
    expect(losers).toHaveLength(49);
    const reader = new BookingReader(test.db, fixedClock(MONDAY));
    for (const { pair, answer } of losers) {
      expect(answer).toMatchObject({ refusal: { code: 'SLOT_TAKEN' } });
      // What the answer over HTTP carries: times that the pair could still have.
      const { starts } = await reader.singleTimes(pair.executive, pair.pairingId, null);
      expect(starts.length).toBeGreaterThan(0);
      expect(starts).not.toContainEqual(startsAt);
    }
    const [booked] = await test.db.rows<{ n: number }>(
      `select count(*) as n from session s join pairing p on p.id = s.pairing_id where p.champion_id = $1`,
      [championId],
    );
    expect(booked).toEqual({ n: 1 });
    expect(await overlaps()).toEqual([]);
    expect(await deadlocks()).toBe(before);
  }, 240_000);

  it('57. numbers of one calendar object never fall, whichever of two servers writes', async () => {
    const pair = await aPair(test.db);
    const { sessionIds } = await aBooking(test.db, pair);
    // Two servers: pools of their own, each with its own view of the clock.
    const servers = [
      { db: crowd, at: fixedClock('2027-01-11T08:00:05Z') },
      { db: test.db, at: fixedClock('2027-01-11T08:00:01Z') },
    ];
    const changes = sessionIds.slice(1).flatMap((sessionId, index) =>
      servers.map(({ db, at }, server) => {
        const day = new Date(Date.UTC(2027, 0, 27 + 14 * index + server, 14));
        return new MoveSession(db, at, config).run(pair.executive, { sessionId, startsAt: day });
      }),
    );
    const answers = await Promise.all([
      ...changes,
      ...servers.map(({ db, at }) =>
        new SkipSession(db, at, config).run(pair.executive, { sessionId: sessionIds[0] ?? '' }),
      ),
    ]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const written = (await mailsTo(test.db, pair.championId)).map(({ ics }) => ({
      sequence: Number(icsValue(ics, 'SEQUENCE')),
      stamp: icsValue(ics, 'DTSTAMP') ?? '',
    }));
    // The invitation, ten moves, and one skip: the second skip found it done.
    expect(written.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 12 }, (_, index) => index),
    );
    const stamps = written.map(({ stamp }) => stamp);
    expect(new Set(stamps).size).toBe(12);
    expect(stamps).toEqual([...stamps].sort());
  });

  it('35. one request sent twenty times at once books once and mails once', async () => {
    const pair = await aPair(test.db);
    const command = new BookSeries(crowd, fixedClock(MONDAY), config, new ActivatePairing(crowd));
    const request = {
      pairingId: pair.pairingId,
      localStart: '2027-01-12T10:00',
      idempotencyKey: newId(),
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => command.run(pair.executive, request)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.ok).toBe(true);
    expect(await sessionsOf(test.db, pair.pairingId)).toHaveLength(6);
    expect(await mailsTo(test.db, pair.executiveId, pair.championId)).toHaveLength(2);
  });

  it('both people moving one session at once leave it at one of the two times', async () => {
    const pair = await aPair(test.db);
    const { sessionIds } = await aBooking(test.db, pair);
    const command = new MoveSession(crowd, fixedClock(MONDAY), config);
    const targets = ['2027-01-27T14:00:00Z', '2027-01-28T11:00:00Z'].map((iso) => new Date(iso));
    const answers = await Promise.all(
      targets.map((startsAt, index) =>
        command.run(index ? pair.champion : pair.executive, {
          sessionId: sessionIds[1] ?? '',
          startsAt,
          version: 1,
        }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({
      refusal: { code: 'STALE_VERSION' },
    });
    expect(await overlaps()).toEqual([]);
  });

  it('39. two bookings at once on a day with room for one give one session', async () => {
    const pair = await aPair(test.db, { state: 'active' });
    const command = new BookSession(crowd, fixedClock(MONDAY), config);
    const book = (iso: string) =>
      command.run(pair.executive, {
        pairingId: pair.pairingId,
        startsAt: new Date(iso),
        idempotencyKey: newId(),
      });
    const answers = await Promise.all(
      ['10:00', '11:30', '14:00', '16:00'].map((clock) => book(`2027-01-20T${clock}:00Z`)),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers.filter((each) => !each.ok))
      expect(answer).toMatchObject({ refusal: { code: 'CAP_REACHED' } });
    expect(await sessionsOf(test.db, pair.pairingId)).toHaveLength(1);
  });

  it('32 and 38. people who meet in both roles neither wait in a ring nor meet twice', async () => {
    const first = await aPair(test.db, { state: 'active' });
    // The other way round: whoever coaches there learns here.
    const second = await aPair(test.db, { state: 'active', championId: first.executiveId });
    await test.db.rows('update pairing set executive_id = $2 where id = $1', [
      second.pairingId,
      first.championId,
    ]);
    const command = new BookSession(crowd, fixedClock(MONDAY), config);
    const before = await deadlocks();
    const startsAt = new Date('2027-01-20T10:00:00Z');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2
          ? command.run(first.executive, {
              pairingId: first.pairingId,
              startsAt,
              idempotencyKey: newId(),
            })
          : command.run(
              { ...first.champion, roles: first.executive.roles },
              { pairingId: second.pairingId, startsAt, idempotencyKey: newId() },
            ),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await overlaps()).toEqual([]);
    expect(await deadlocks()).toBe(before);
  });

  it('the database itself refuses an overlap that no search has seen', async () => {
    const pair = await aPair(test.db);
    const { sessionIds } = await aBooking(test.db, pair);
    await expect(
      test.db.rows(
        `insert into claim (id, person_id, session_id, kind, during)
         values ($1, $2, $3, 'firm', tstzrange('2027-01-12T10:30:00Z', '2027-01-12T11:00:00Z'))`,
        [newId(), pair.championId, sessionIds[1]],
      ),
    ).rejects.toMatchObject({ driverError: { code: '23P01' } });
  });
});
