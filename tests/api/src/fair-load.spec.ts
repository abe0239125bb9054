import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { championRefusal } from '@flipside/champions-domain';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import { SESSION_REFUSALS } from '@flipside/sessions-domain';
import fc from 'fast-check';
import { ACTS, PLAYS } from './fair-load-plays.js';
import { MONDAY, type Play, type Scene, type Step } from './fair-load-scene.js';
import { testApp, type TestApp } from './test-app.js';

/* No path takes more of a champion than was agreed without an override on record: random sequences of everything that
   asks for a champion's time. */

let app: TestApp;
let lead: string;
let scenes = 0;

beforeAll(async () => {
  app = await testApp({ now: `${MONDAY}T08:00:00Z` });
  lead = (await anHrLead(app.db, { unitId: null, locationId: null })).id;
});
afterAll(() => app.close());

const step = fc.record({
  act: fc.constantFrom(
    ...ACTS,
    ...([
      'more',
      'more',
      'skip',
      'ask',
      'ask',
      'assign',
      'name',
      'name',
      'back',
      'mail',
      'mail',
    ] as const),
  ),
  kind: fc.constantFrom('HELP', 'DEMO', 'PANEL', 'REVIEW', 'ONBOARDING', 'JUDGING'),
  who: fc.nat(1),
  day: fc.integer({ min: 1, max: 60 }),
  hour: fc.integer({ min: 9, max: 15 }),
  nth: fc.nat(6),
  minutes: fc.constantFrom(30, 60, 120, 240),
});

/** Sums per window of 28 days, straight from the tables: what is certain and has no override on record. */
const FULLEST = `
  select c.person_id as id, c.agreed_hours * 60 as agreed, coalesce(max(w.minutes), 0)::int as peak
  from champion c
  left join lateral (
    select sum(a.minutes) as minutes
    from generate_series($2::date - 60, $2::date + 180, interval '1 day') s
    join champion_ask a on a.champion_id = c.person_id and a.from_day < s::date + 28 and a.to_day > s::date
      and a.is_firm and not exists (select 1 from capacity_override o where o.ask_id = a.ask_id)
    group by s
  ) w on true
  where c.person_id = any ($1::uuid[])
  group by c.person_id`;

async function aScene(tally: Map<string, number>): Promise<Scene> {
  app.clock.set(`${MONDAY}T08:00:00Z`);
  const topic = randomUUID();
  const address = `10.0.0.${(scenes += 1)}`;
  const champions: string[] = [];
  for (const agreedHours of [3, 6])
    champions.push((await aChampion(app.db, { skills: [topic], agreedHours, capacity: 9 })).id);
  // What earlier sequences left is nobody's here, so that a plan is made for these two alone.
  await app.db.rows(
    `update pairing set state = 'ended_early', ended_at = $1 where state in ('proposed', 'accepted', 'active', 'paused')`,
    [app.clock.now()],
  );
  const [asker, assistant] = [await aPerson(app.db), await aPerson(app.db)];
  return {
    champions,
    asker: asker.id,
    assistant: { id: assistant.id, email: assistant.email ?? '' },
    topic,
    address,
    tally,
    app,
    lead,
  };
}

const NO_ROOM = {
  sessions: SESSION_REFUSALS.CHAMPION_NO_ROOM,
  champions: championRefusal('NO_ROOM').message,
};

it('takes nobody beyond what they agreed to without a reason on record, whatever is sent in whatever order', async () => {
  const tally = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
      const scene = await aScene(tally);
      for (const champion of scene.champions)
        for (const act of ['pair', 'series'] as const)
          await PLAYS[act](scene, steps[0] as Step, champion);
      const before = new Map<string, number>();
      for (const each of steps) {
        const play: Play = PLAYS[each.act];
        await play(scene, each, scene.champions[each.who] ?? '');
        const fullest = await app.db.rows<{ id: string; agreed: number; peak: number }>(FULLEST, [
          scene.champions,
          MONDAY,
        ]);
        for (const { id, agreed, peak } of fullest) {
          // Whoever agrees to less keeps what is asked already, and nothing is added.
          expect([each.act, peak <= Math.max(agreed, before.get(id) ?? 0)]).toEqual([
            each.act,
            true,
          ]);
          before.set(id, peak);
        }
      }
    }),
    { numRuns: 40, seed: 20_270_111, endOnFailure: true },
  );
  // Nothing of this went by because nothing happened: every act came about, and hours refused what takes them.
  const without = ACTS.filter((act) => act !== 'later' && !tally.has(`${act}: done`));
  expect(without).toEqual([]);
  expect(tally.get('publish yes: done')).toBeGreaterThan(0);
  const refused = (acts: readonly string[], message: string): number =>
    acts.reduce((sum, act) => sum + (tally.get(`${act}: ${message}`) ?? 0), 0);
  expect(refused(['more'], NO_ROOM.sessions)).toBeGreaterThan(0);
  expect(refused(['move', 'moveMore', 'swap'], NO_ROOM.sessions)).toBeGreaterThan(0);
  expect(refused(['offer'], NO_ROOM.champions)).toBeGreaterThan(0);
  expect(refused(['assign', 'take'], NO_ROOM.champions)).toBeGreaterThan(0);
}, 600_000);
