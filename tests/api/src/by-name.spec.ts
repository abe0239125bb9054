import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedIfEmpty } from '@flipside/app-api';
import { ALIVE_DAYS, inequalityOf } from '@flipside/champions-domain';
import { addDays } from '@flipside/kernel';
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
}, 1_200_000);
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

  it('heartbeat and freshness are those of the champions’ records', async () => {
    const { networkHealth, networkLoad, champions } = await asHrLead<{
      networkHealth: { active: number; alive: number; freshSections: number; sections: number };
      networkLoad: { asOf: string };
      champions: {
        edges: {
          node: {
            timeline: { on: string; kind: string; words: string }[];
            freshness: { isFresh: boolean }[];
          };
        }[];
      };
    }>(`{
      networkHealth { active alive freshSections sections } networkLoad { asOf }
      champions(first: 200, filter: { states: [ACTIVE] }) {
        edges { node { timeline { on kind words } freshness { isFresh } } }
      }
    }`);
    const records = champions.edges.map(({ node }) => node);
    const since = addDays(networkLoad.asOf, -ALIVE_DAYS);
    // Whoever has not done anything yet counts from the first day as a champion.
    const lastOf = ({ timeline }: (typeof records)[number]): string =>
      (
        timeline.find(({ kind }) => kind === 'act') ??
        timeline.find(({ words }) => words.startsWith('Active as a champion'))
      )?.on ?? '';
    expect(records).toHaveLength(networkHealth.active);
    expect(records.filter((each) => lastOf(each) >= since)).toHaveLength(networkHealth.alive);
    expect(networkHealth.alive).toBeLessThan(networkHealth.active);
    const sections = records.flatMap(({ freshness }) => freshness);
    expect(sections).toHaveLength(networkHealth.sections);
    expect(sections.filter(({ isFresh }) => isFresh)).toHaveLength(networkHealth.freshSections);
  });

  it('load, its inequality and the busiest tenth are those of the champions named beside it', async () => {
    const { networkLoad } = await asHrLead<{
      networkLoad: {
        champions: number;
        askedHours: number;
        agreedHours: number;
        gini: number;
        topCount: number;
        topShare: number;
        loads: { personId: string; askedHours: number; agreedHours: number }[];
      };
    }>(`{ networkLoad {
      champions askedHours agreedHours gini topCount topShare loads { personId askedHours agreedHours }
    } }`);
    const { loads, ...told } = networkLoad;
    // More than one page of a table: whoever is left out of a list of names is what is left of the sum.
    expect(new Set(loads.map(({ personId }) => personId)).size).toBe(told.champions);
    expect(told.champions).toBeGreaterThan(50);
    const sum = (of: 'askedHours' | 'agreedHours') =>
      loads.reduce((total, each) => total + each[of], 0);
    // Each is rounded to a tenth of an hour, and so is the sum.
    const rounding = 0.05 * (loads.length + 1);
    expect(Math.abs(sum('askedHours') - told.askedHours)).toBeLessThan(rounding);
    expect(Math.abs(sum('agreedHours') - told.agreedHours)).toBeLessThan(rounding);
    const { gini, topCount, topShare } = inequalityOf(loads.map(({ askedHours }) => askedHours));
    expect(topCount).toBe(told.topCount);
    expect(gini).toBeCloseTo(told.gini, 2);
    expect(topShare).toBeCloseTo(told.topShare, 2);
  });

  it('stages, months and sources of nominations are those of their histories', async () => {
    const { nominationFunnel, nominations } = await asHrLead<{
      nominationFunnel: {
        stages: {
          stage: string;
          entered: number;
          waiting: number;
          cohorts: { entered: number }[];
        }[];
        sources: { source: string; nominated: number; accepted: number }[];
      };
      nominations: {
        totalCount: number;
        edges: { node: { source: string; stage: string; history: { toStage: string }[] } }[];
      };
    }>(`{
      nominationFunnel { stages { stage entered waiting cohorts { entered } } sources { source nominated accepted } }
      nominations(first: 200, stages: [CANDIDATE, NOMINATED, SCREENED, INTERVIEWED, APPROVED, ONBOARDING, ACTIVE, DECLINED, WITHDRAWN]) {
        totalCount edges { node { source stage history { toStage } } }
      }
    }`);
    const all = nominations.edges.map(({ node }) => node);
    expect(all).toHaveLength(nominations.totalCount);
    const been = ({ history }: (typeof all)[number], stage: string): boolean =>
      history.some(({ toStage }) => toStage === stage);
    for (const { stage, entered, waiting, cohorts } of nominationFunnel.stages) {
      expect([stage, entered]).toEqual([stage, all.filter((each) => been(each, stage)).length]);
      expect([stage, waiting]).toEqual([stage, all.filter((each) => each.stage === stage).length]);
      expect(cohorts.reduce((sum, each) => sum + each.entered, 0)).toBe(entered);
    }
    for (const { source, nominated, accepted } of nominationFunnel.sources) {
      const own = all.filter((each) => each.source === source);
      expect([source, nominated]).toEqual([source, own.length]);
      expect([source, accepted]).toEqual([
        source,
        own.filter((each) => been(each, 'ACTIVE')).length,
      ]);
    }
    expect(nominationFunnel.sources.length).toBeGreaterThan(1);
  });

  it('of reminders no number tells that somebody acted', async () => {
    const administrator = await app.db.one<{ id: string }>(
      `select person_id as id from role_grant where role = 'ADMINISTRATOR' limit 1`,
    );
    const { data } = await app.gql(
      '{ reminderCounts { sent tooLate } }',
      {},
      { as: administrator?.id ?? '' },
    );
    const { reminderCounts } = data as { reminderCounts: { sent: number; tooLate: number } };
    // Neither how many wait nor how many were not needed; each that went is a mail in the administrator's list.
    expect(Object.keys(reminderCounts).sort()).toEqual(['sent', 'tooLate']);
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
