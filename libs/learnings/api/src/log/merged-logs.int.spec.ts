import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { BEHAVIOURS, type HandsOn } from '@flipside/learnings-domain';
import { specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import fc from 'fast-check';
import { aPair, aSessionOf, NOW, type Pair } from '../pair.builder.js';
import { LogSession } from './log-session.js';
import { SessionLogReader } from './session-log.reader.js';
import { Looks } from '@flipside/people-api';
import type { LogSessionInput } from './session-log.type.js';

const clock = fixedClock(NOW);
let test: TestDatabase;
let log: LogSession;
let logs: SessionLogReader;
let pair: Pair;

beforeAll(async () => {
  test = await testDatabase();
  log = new LogSession(test.db, clock, specVault);
  logs = new SessionLogReader(test.db, clock, specVault, new Looks(test.db, clock));
});
afterAll(() => test.close());
beforeEach(async () => {
  pair = await aPair(test.db);
});

const words = fc.constantFrom(
  '',
  'Asks for three options',
  'Checks two numbers by hand',
  'Same again',
);
/** What one device may send about a session, at any minute since it ended. */
const submission = fc.record({
  met: fc.boolean(),
  absentSide: fc.constantFrom('executive' as const, 'champion' as const, 'both' as const),
  topics: fc.subarray(['Board papers', 'Forecasting', 'Summaries']),
  lastStepDone: fc.constantFrom(true, false, null),
  onRealWork: fc.constantFrom(true, false, null),
  usefulness: fc.constantFrom('very' as const, 'somewhat' as const, 'little' as const, null),
  isGoodFit: fc.constantFrom(false, null),
  handsOn: fc.constantFrom<HandsOn | null>('none', 'some', 'most', null),
  behaviours: fc.subarray([...BEHAVIOURS], { maxLength: 3 }),
  changeLine: words,
  nextStep: words,
  didNotWork: words,
  writtenAt: fc
    .integer({ min: 0, max: 240 })
    .map((minutes) => new Date(NOW.getTime() - minutes * 60_000)),
});

/** Everything that figures are made of. */
const totals = () =>
  test.db.one(
    `select count(*) as sessions, count(*) filter (where s.status = 'held') as held,
       count(*) filter (where s.status = 'not_held') as "notHeld", count(l.session_id) as logs,
       count(*) filter (where l.on_real_work) as "onRealWork",
       coalesce(sum(s.duration_min) filter (where s.status = 'held'), 0) as minutes,
       coalesce(sum(cardinality(l.topics)), 0) as topics,
       (select jsonb_agg(jsonb_build_object('u', a.usefulness, 'f', a.is_good_fit, 'at', a.at)) from session_answer a
        join session o on o.id = a.session_id where o.pairing_id = $1) as answers
     from session s left join session_log l on l.session_id = s.id where s.pairing_id = $1`,
    [pair.pairingId],
  );

describe('1,000 submissions of one session, duplicated, reordered and retried', () => {
  it('make one record with the totals of the few that were meant', async () => {
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(submission, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), { minLength: 35, maxLength: 45 }),
        async (meant, order) => {
          pair = await aPair(test.db);
          const once = await aSessionOf(test.db, pair);
          const keys = meant.map(() => newId());
          const inputs = (sessionId: string, own = keys): LogSessionInput[] =>
            meant.map((each, at) => ({ ...each, sessionId, submissionKey: own[at] ?? '' }));
          for (const input of inputs(once)) {
            const result = await log.run(pair.champion, input);
            expect(result.ok).toBe(true);
          }
          const {
            sessionId: _,
            version: __,
            changedAt: ___,
            ...expected
          } = (await logs.log(pair.champion, once)) ?? {
            sessionId: '',
            version: 0,
            changedAt: null,
          };
          const wanted = await totals();

          pair = await aPair(test.db);
          const many = await aSessionOf(test.db, pair);
          // Keys are new, since a key belongs to one request; their order decides between equal instants.
          const again = inputs(
            many,
            keys
              .toSorted()
              .map(() => newId())
              .toSorted(),
          );
          const rank = new Map(keys.toSorted().map((key, at) => [key, at]));
          const ranked = again.map((input, at) => ({
            ...input,
            submissionKey:
              again.map((each) => each.submissionKey).toSorted()[rank.get(keys[at] ?? '') ?? 0] ??
              '',
          }));
          const plan = [...ranked, ...order.map((n) => ranked[n % ranked.length])]
            .filter((input) => input !== undefined)
            .map((input, at) => ({ input, place: (order[at % order.length] ?? 0) % 97 }))
            .toSorted((one, other) => one.place - other.place);
          // Some arrive at the same moment, as retries do.
          for (let at = 0; at < plan.length; at += 3) {
            const results = await Promise.all(
              plan.slice(at, at + 3).map(({ input }) => log.run(pair.champion, input)),
            );
            expect(results.map(({ ok }) => ok)).not.toContain(false);
          }
          sent += plan.length;
          expect(await logs.log(pair.champion, many)).toMatchObject(expected);
          expect(await totals()).toEqual(wanted);
          expect(await logs.history(pair.champion, many)).toHaveLength(meant.length);
        },
      ),
      { numRuns: 26 },
    );
    expect(sent).toBeGreaterThanOrEqual(1000);
  }, 1_200_000);
});
