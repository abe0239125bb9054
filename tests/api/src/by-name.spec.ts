import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedIfEmpty } from '@flipside/app-api';
import { ChangeRecipes } from '@flipside/learnings-api';
import { testApp, type TestApp } from './test-app.js';

/** Rule 2 of decision 32: what is added up here, the same reader finds name by name. So nothing can be subtracted from it. */

/** States in which a certification holds today. */
const VALID = ['CERTIFIED', 'ENDS_SOON'];

let app: TestApp;
let hrId: string;

beforeAll(async () => {
  app = await testApp({ company: 'demo' });
  await app.nest.get(ChangeRecipes, { strict: false }).ensureStarterLibrary();
  await seedIfEmpty(app.nest, () => undefined);
  const lead = await app.db.one<{ id: string }>(
    `select person_id as id from demo_person where role_label = 'HR lead'`,
  );
  hrId = lead?.id ?? '';
}, 300_000);
afterAll(() => app.close());

async function asHrLead<T>(query: string): Promise<T> {
  const { data, errors } = await app.gql(query, {}, { as: hrId });
  expect(errors).toEqual([]);
  return data as T;
}

describe('sums of what HR sees by name', () => {
  it('champions and their hours are those of the directory', async () => {
    const { networkLoad, networkHealth, active, inTouch } = await asHrLead<{
      networkLoad: { champions: number; agreedHours: number };
      networkHealth: { active: number; alumniInTouch: number };
      active: { totalCount: number; edges: { node: { agreedHours: number } }[] };
      inTouch: { totalCount: number };
    }>(`{
      networkLoad { champions agreedHours } networkHealth { active alumniInTouch }
      active: champions(first: 200, filter: { states: [ACTIVE] }) { totalCount edges { node { agreedHours } } }
      inTouch: champions(first: 1, filter: { isInTouch: true }) { totalCount }
    }`);
    expect(active.edges).toHaveLength(active.totalCount);
    expect(networkLoad.champions).toBe(active.totalCount);
    expect(networkHealth.active).toBe(active.totalCount);
    expect(networkHealth.alumniInTouch).toBe(inTouch.totalCount);
    const hours = active.edges.reduce((sum, { node }) => sum + node.agreedHours, 0);
    expect(networkLoad.agreedHours).toBeCloseTo(hours, 6);
  });

  it('certified champions and nominations are those of their lists', async () => {
    const { certificationCounts, certifications, nominationCounts } = await asHrLead<{
      certificationCounts: { certified: number; champions: number };
      certifications: { totalCount: number; edges: { node: { state: string } }[] };
      nominationCounts: { stage: string; count: number }[];
    }>(`{
      certificationCounts { certified champions } nominationCounts { stage count }
      certifications(first: 200) { totalCount edges { node { state } } }
    }`);
    expect(certifications.edges).toHaveLength(certificationCounts.champions);
    expect(certificationCounts.certified).toBe(
      certifications.edges.filter(({ node }) => VALID.includes(node.state)).length,
    );
    expect(nominationCounts.length).toBeGreaterThan(3);
    for (const { stage, count } of nominationCounts) {
      const { nominations } = await asHrLead<{ nominations: { totalCount: number } }>(
        `{ nominations(first: 1, stages: [${stage}]) { totalCount } }`,
      );
      expect([stage, nominations.totalCount]).toEqual([stage, count]);
    }
  });

  it('fortnights and states are those of the pairings on the page of rhythms', async () => {
    const { rhythm } = await asHrLead<{
      rhythm: {
        counts: Record<string, number>;
        adherence: { held: number; counted: number };
        pairings: { state: string; adherence: { held: number; counted: number } }[];
        byUnit: { isWithheld: boolean; pairings: number | null }[];
      };
    }>(`{ rhythm {
      counts { slipping new paused onRhythm ended } adherence { held counted }
      pairings { state adherence { held counted } } byUnit { isWithheld pairings }
    } }`);
    const { counts, adherence, pairings, byUnit } = rhythm;
    const of = (state: string) => pairings.filter((each) => each.state === state).length;
    expect(counts).toEqual({
      slipping: of('SLIPPING'),
      new: of('NEW'),
      paused: of('PAUSED'),
      onRhythm: of('ON_RHYTHM'),
      ended: of('ENDED'),
    });
    const sum = (which: 'held' | 'counted') =>
      pairings.reduce((total, each) => total + each.adherence[which], 0);
    expect(adherence).toEqual({ held: sum('held'), counted: sum('counted') });
    // By unit the names are not beside it: fewer than three pairings are withheld, and as many are in what is left.
    for (const unit of byUnit)
      expect(unit.isWithheld ? unit.pairings === null : (unit.pairings ?? 0) >= 3).toBe(true);
  });
});
