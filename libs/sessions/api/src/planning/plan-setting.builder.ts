/** What specs about planning begin with: one database, an HR lead, and a quarter as she plans it. */
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { ActivatePairing } from '@flipside/pairings-api';
import { aPerson } from '@flipside/people-api/builders';
import type { Database, Viewer } from '@flipside/platform-api';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { MONDAY, aPair, config, viewerOf, type Pair } from '../spec-setting.builder.js';
import { MakePlan } from './make-plan.job.js';
import { PlanReader, type PlannedFilter, type SeenPlan, type SeenPlanned } from './plan.reader.js';
import { HOLD_SECONDS, PublishPlan } from './publish-plan.js';
import { BookPlan } from './publish-plan.job.js';
import { StartPlan } from './start-plan.js';

export const later = (seconds: number, from = MONDAY): Date =>
  new Date(Date.parse(from) + seconds * 1000);

export let test: TestDatabase;
export let hr: Viewer;
export let plans: ReturnType<typeof planning>;

/** One database for the specs of a file, each with pairings and plans of its own. To be called at its top. */
export function inOneDatabase(): void {
  beforeAll(async () => {
    test = await testDatabase();
    hr = viewerOf(await aPerson(test.db, { name: 'Hannah Roth' }), 'HR_LEAD');
    plans = planning(test.db, hr);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.db.rows('delete from quarter_plan');
    await test.db.rows('delete from pairing');
  });
}

function planning(db: Database, hr: Viewer) {
  const make = (planId: string, at: Date | string = MONDAY) =>
    new MakePlan(db, fixedClock(at)).handle({ planId });
  const book = (planId: string, at: Date | string = later(HOLD_SECONDS)) =>
    new BookPlan(db, fixedClock(at), config, new ActivatePairing(db)).handle({ planId });
  const reader = () => new PlanReader(db);
  const pairingsOf = async (
    planId: string,
    filter: PlannedFilter = 'all',
  ): Promise<SeenPlanned[]> =>
    (await reader().pairings(planId, filter, null, { first: 200 })).edges.map(({ node }) => node);
  const started = async (at: Date | string = MONDAY, startsOn = '2027-01-11'): Promise<string> => {
    const result = await new StartPlan(db, fixedClock(at)).run(hr.personId, { startsOn });
    if (!result.ok) throw new Error(result.refusal.message);
    return result.value.planId;
  };
  const aDraft = async (): Promise<SeenPlan> => {
    const planId = await started();
    await make(planId);
    return reader().one(planId);
  };
  const publish = (plan: SeenPlan, at: Date | string = MONDAY, key = newId()) =>
    new PublishPlan(db, fixedClock(at)).run(hr, { planId: plan.id, version: plan.version, key });
  /** So many champions with so many pairings each. */
  const pairsOf = async (champions: number, each: number): Promise<Pair[]> => {
    const pairs: Pair[] = [];
    for (let champion = 0; champion < champions; champion++) {
      const first = await aPair(db);
      pairs.push(first);
      for (let more = 1; more < each; more++)
        pairs.push(await aPair(db, { championId: first.championId }));
    }
    return pairs;
  };
  return { make, book, reader, pairingsOf, started, aDraft, publish, pairsOf };
}
