/**
 * `npm run bench:sessions`: what booking costs when it matters.
 * 1. A quarter planned for up to 20,000 pairings, checked, with its growth.
 * 2. 400 bookings racing for one champion from 40 connections, in one process and in two; then 50 bookings of
 *    one single slot at once.
 * 3. The three times of one pairing, loading included, with 5,000 pairings booked.
 * 4. A simulated year of 500 pairings with random cancellations, healing on against off.
 * Prints all of it as one table at the end, each figure beside its limit, and exits with 1 when one is passed. Naming parts (`planning`, `races`, `search`, `year`) measures these alone;
 * `year=100` makes the simulated network smaller.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { connect, migrate } from '@flipside/app-api';
import { fixedClock, newId } from '@flipside/kernel';
import type { Database } from '@flipside/platform-api';
import { BookingReader, BookSession } from '@flipside/sessions-api';
import { quantile, startDatabase } from './bench-server.js';
import {
  MONDAY,
  bookAll,
  config,
  executiveOf,
  somePairings,
  type BenchPairing,
} from './sessions-network.js';
import { measuresTable, type Measure } from './measures.js';
import { measurePlanning } from './planning-measure.js';
import { measureYear } from './year-measure.js';

const RACERS = 40;
const ROUNDS = 10;
const LIMITS = { raceP99: 500, searchP95: 30, slotWait: 2000 };
const SUITORS = 50;
const BOOKED = 5000;
const SEARCHES = 300;

interface Raced {
  times: number[];
  booked: number;
  codes: string[];
}

/** What runs against each other, and pairings with champions of their own that warm the connections up. */
interface Field {
  readonly pairings: readonly BenchPairing[];
  readonly others: readonly BenchPairing[];
}

/** A running server has opened its connections long before: two bookings on each, of people who are in nobody's way. */
async function race(db: Database, { pairings, others }: Field): Promise<Raced> {
  await raceFor(db, others, 2);
  return raceFor(db, pairings, ROUNDS);
}

/** Every racer wants its champion at so many hours, all at once. */
async function raceFor(
  db: Database,
  pairings: readonly BenchPairing[],
  rounds: number,
): Promise<Raced> {
  const command = new BookSession(db, fixedClock(MONDAY), config);
  const raced: Raced = { times: [], booked: 0, codes: [] };
  await Promise.all(
    pairings.map(async (pairing) => {
      for (let round = 0; round < rounds; round++) {
        const startsAt = new Date(Date.UTC(2027, 0, 11 + (round % 5), 9 + Math.floor(round / 5)));
        const begun = performance.now();
        const answer = await command.run(executiveOf(pairing), {
          pairingId: pairing.id,
          startsAt,
          idempotencyKey: newId(),
        });
        raced.times.push(performance.now() - begun);
        if (answer.ok) raced.booked++;
        else raced.codes.push(answer.refusal.code);
      }
    }),
  );
  return raced;
}

/** Runs in a process of its own: takes its share of the racers and reports. */
async function raceHere(url: string, field: Field): Promise<void> {
  const db = await connect(url, field.pairings.length);
  process.send?.(await race(db, field));
  await db.source.destroy();
}

/** With connections of its own, given back afterwards: the server has no more than 60. */
async function raceInOneProcess(url: string, field: Field): Promise<Raced> {
  const db = await connect(url, RACERS);
  try {
    return await race(db, field);
  } finally {
    await db.source.destroy();
  }
}

function raceElsewhere(url: string, field: Field): Promise<Raced> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['race']);
    child.send({ url, field });
    child.once('message', (raced) => resolve(raced as Raced));
    child.once('error', reject);
    child.once('exit', (code) => code && reject(new Error(`A racing process ended with ${code}`)));
  });
}

async function measureRace(db: Database, url: string, processes: 1 | 2): Promise<Measure[]> {
  const { pairings } = await somePairings(db, {
    pairings: RACERS,
    perChampion: RACERS,
    anchorOn: '2027-01-05',
  });
  const { pairings: others } = await somePairings(db, {
    pairings: RACERS,
    perChampion: 1,
    anchorOn: '2027-01-05',
  });
  const part = (from: number, to?: number): Field => ({
    pairings: pairings.slice(from, to),
    others: others.slice(from, to),
  });
  const deadlocks = async (): Promise<number> => {
    await db.rows('select pg_stat_force_next_flush()');
    const row = await db.one<{ n: number }>(
      'select deadlocks::int as n from pg_stat_database where datname = current_database()',
    );
    return row?.n ?? -1;
  };
  const before = await deadlocks();
  const half = Math.ceil(pairings.length / processes);
  const results =
    processes === 1
      ? [await raceInOneProcess(url, part(0))]
      : await Promise.all([raceElsewhere(url, part(0, half)), raceElsewhere(url, part(half))]);
  const times = results.flatMap((each) => each.times).toSorted((a, b) => a - b);
  const booked = results.reduce((sum, each) => sum + each.booked, 0);
  const [overlap] = await db.rows<{ n: number }>(
    `select count(*)::int as n from claim a join claim b
       on a.person_id = b.person_id and a.id < b.id and a.during && b.during and a.active and b.active`,
  );
  const newDeadlocks = (await deadlocks()) - before;
  const p99 = quantile(times, 0.99);
  console.log(
    `${times.length} bookings for one champion, ${RACERS} connections, ${processes} process(es): ` +
      `${booked} booked, ${overlap?.n} overlaps, ${newDeadlocks} deadlocks, ` +
      `p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
  );
  const what = `${times.length} bookings for one champion, ${processes} process(es)`;
  const faults = `${overlap?.n} overlaps, ${newDeadlocks} deadlocks`;
  return [
    {
      what,
      limit: `p99 under ${LIMITS.raceP99} ms`,
      figure: `p99 ${p99.toFixed(0)} ms`,
      isWithin: p99 < LIMITS.raceP99,
    },
    {
      what,
      limit: 'no overlap, no deadlock',
      figure: faults,
      isWithin: overlap?.n === 0 && newDeadlocks === 0,
    },
  ];
}

/** Statement 31: fifty pairings of one champion want the very same slot; how long the last one waits. */
async function measureSlot(db: Database, url: string): Promise<Measure[]> {
  const { pairings } = await somePairings(db, {
    pairings: SUITORS,
    perChampion: SUITORS,
    anchorOn: '2027-01-05',
  });
  const { pairings: others } = await somePairings(db, {
    pairings: RACERS,
    perChampion: 1,
    anchorOn: '2027-01-05',
  });
  const pool = await connect(url, RACERS);
  await raceFor(pool, others, 2);
  const { times, booked, codes } = await raceFor(pool, pairings, 1);
  await pool.source.destroy();
  const slowest = Math.max(...times);
  const taken = codes.filter((code) => code === 'SLOT_TAKEN').length;
  console.log(
    `${SUITORS} bookings of one slot at once: ${booked} booked, ${taken} told that it is taken, the slowest waited ${slowest.toFixed(0)} ms`,
  );
  const what = `${SUITORS} bookings of one slot at once`;
  return [
    {
      what,
      limit: `1 booked, ${SUITORS - 1} told`,
      figure: `${booked} booked, ${taken} told`,
      isWithin: booked === 1 && taken === SUITORS - 1,
    },
    {
      what,
      limit: `none waits ${LIMITS.slotWait} ms`,
      figure: `the slowest ${slowest.toFixed(0)} ms`,
      isWithin: slowest < LIMITS.slotWait,
    },
  ];
}

async function measureSearch(db: Database): Promise<Measure[]> {
  const booked = await somePairings(db, {
    pairings: BOOKED,
    perChampion: 4,
    anchorOn: '2027-01-05',
  });
  await bookAll(db, booked.pairings, 4);
  const { pairings } = await somePairings(db, {
    pairings: SEARCHES,
    perChampion: 1,
    anchorOn: '2027-01-05',
    champions: booked.champions,
  });
  const reader = new BookingReader(db, fixedClock(MONDAY));
  const times: number[] = [];
  let options = 0;
  for (const [index, pairing] of pairings.entries()) {
    const begun = performance.now();
    const found = await reader.options(executiveOf(pairing), pairing.id);
    // The first searches pay for what a running server has done long before.
    if (index >= 20) times.push(performance.now() - begun);
    options += found.options.length;
  }
  times.sort((a, b) => a - b);
  const p95 = quantile(times, 0.95);
  console.log(
    `three times of one pairing over 30 days with ${BOOKED.toLocaleString('en')} pairings booked, loading included: ` +
      `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (${(options / pairings.length).toFixed(1)} options each)`,
  );
  return [
    {
      what: `three times of one pairing, ${BOOKED.toLocaleString('en')} pairings booked`,
      limit: `p95 under ${LIMITS.searchP95} ms`,
      figure: `p95 ${p95.toFixed(1)} ms`,
      isWithin: p95 < LIMITS.searchP95,
    },
  ];
}

const PARTS = ['planning', 'races', 'search', 'year'] as const;

async function main(args: readonly string[]): Promise<void> {
  const named = PARTS.filter((part) => args.some((arg) => arg.split('=')[0] === part));
  const wants = (part: (typeof PARTS)[number]): boolean =>
    named.length === 0 || named.includes(part);
  const measures: Measure[] = [];
  if (wants('planning')) measures.push(...measurePlanning());
  if (wants('races') || wants('search')) {
    const server = await startDatabase();
    const db = await connect(server.url, 4);
    await migrate(db, server.url);
    if (wants('races'))
      for (const processes of [1, 2] as const)
        measures.push(...(await measureRace(db, server.url, processes)));
    if (wants('races')) measures.push(...(await measureSlot(db, server.url)));
    if (wants('search')) measures.push(...(await measureSearch(db)));
    await db.source.destroy();
    await server.stop();
  }
  const year = Number(args.find((each) => each.startsWith('year='))?.slice(5) ?? 500);
  if (wants('year')) measures.push(...(await measureYear(year)));
  console.log(`\n${measuresTable(measures)}`);
  if (measures.some(({ isWithin }) => !isWithin)) process.exitCode = 1;
}

if (process.argv[2] === 'race') {
  process.once('message', (given) => {
    const { url, field } = given as { url: string; field: Field };
    void raceHere(url, field).then(() => process.disconnect());
  });
} else {
  await main(process.argv.slice(2));
}
