import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import { anHrLead, anOrgUnit, aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, aNomination } from '../builders.js';
import { SetRecruitingRules } from '../nominations/set-recruiting-rules.js';
import { OnboardingReader } from './onboarding.reader.js';
import { SaveOnboardingKit } from './save-onboarding-kit.js';
import { TickOnboardingStep } from './tick-onboarding-step.js';

const today = '2026-03-10';
const clock = fixedClock(new Date(`${today}T09:00:00Z`));
let database: TestDatabase;
let hr: Viewer;
let unitId: string;
let reader: OnboardingReader;
let saving: SaveOnboardingKit;
let ticking: TickOnboardingStep;

const viewerOf = (person: { id: string; name: string }, ...roles: Role[]): Viewer => ({
  personId: person.id,
  name: person.name,
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});
const aNewChampion = (wish: Parameters<typeof aChampion>[1] = {}) =>
  aChampion(database.db, { since: addDays(today, -3), person: { unitId }, ...wish });
const labelsOf = async (id: string) => (await reader.mine(id))?.steps.map(({ label }) => label);

beforeAll(async () => {
  database = await testDatabase();
  hr = viewerOf(await anHrLead(database.db), 'HR_LEAD');
  unitId = (await anOrgUnit(database.db)).id;
  reader = new OnboardingReader(database.db, clock);
  saving = new SaveOnboardingKit(database.db, clock);
  ticking = new TickOnboardingStep(database.db, clock);
});
afterAll(() => database.close());

describe('the first steps of a champion', () => {
  it('are there for 30 days with the programme’s own words, and not after a break', async () => {
    const rules = new SetRecruitingRules(database.db);
    await rules.run(hr, { welcome: ' Glad to have you. ' });
    expect(await rules.run(hr, { welcome: 'x'.repeat(1001) })).toMatchObject({ ok: false });
    const fresh = await aNewChampion({ since: addDays(today, -29) });
    const older = await aNewChampion({ since: addDays(today, -30) });
    const back = await aNewChampion({
      since: '2024-01-01',
      rests: { from: addDays(today, -20), to: addDays(today, -5) },
    });
    const mine = await reader.mine(fresh.id);
    expect(mine?.welcome).toBe('Glad to have you.');
    expect(mine?.steps).toHaveLength(6);
    expect(mine?.steps[0]).toMatchObject({
      href: `/champions/${fresh.id}?edit=1`,
      isDone: false,
      isFound: false,
    });
    await aNomination(database.db, { nomineeId: older.id, stage: 'onboarding' });
    expect(await reader.mine(older.id)).not.toBeNull();
    for (const { id } of [back, await aPerson(database.db)])
      expect(await reader.mine(id)).toBeNull();
  });

  it('say by themselves what is on record, and take a tick for the rest', async () => {
    const champion = await aNewChampion({ skills: ['SQL'] });
    const own = viewerOf(champion);
    const [profile, read] = (await reader.mine(champion.id))?.steps ?? [];
    expect(profile).toMatchObject({ isDone: true, isFound: true });
    expect(read).toMatchObject({ isDone: false });
    const stepId = read?.id ?? '';
    // Twice is once.
    await ticking.run(own, { stepId, isDone: true });
    await ticking.run(own, { stepId, isDone: true });
    const doneOf = async () => (await reader.mine(champion.id))?.steps[1]?.isDone;
    expect(await doneOf()).toBe(true);
    await ticking.run(own, { stepId, isDone: false });
    expect(await doneOf()).toBe(false);
    const stranger = viewerOf(await aPerson(database.db));
    await expect(ticking.run(stranger, { stepId, isDone: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await countStatements(() => reader.mine(champion.id))).toBe(2);
  });
});

describe('the programme', () => {
  it('adds, renames, reorders and takes away steps; what somebody ticked stays theirs', async () => {
    const begun = await aNewChampion();
    const later = await aNewChampion();
    const before = await reader.kit();
    const [one, two, three, ...rest] = before.steps;
    if (!one || !two || !three) throw new Error('There are six steps at first');
    await ticking.run(viewerOf(begun), { stepId: two.id, isDone: true });
    await ticking.run(viewerOf(begun), { stepId: three.id, isDone: true });
    const steps = [
      { ...three, label: 'Try two recipes' },
      { id: null, label: 'Meet your lead', href: null },
      one,
      ...rest,
    ];
    expect(await saving.run(hr, { version: before.version, steps })).toMatchObject({ ok: true });
    expect((await labelsOf(later.id))?.slice(0, 3)).toEqual([
      'Try two recipes',
      'Meet your lead',
      one.label,
    ]);
    expect(await labelsOf(later.id)).not.toContain(two.label);
    const mine = (await reader.mine(begun.id))?.steps ?? [];
    expect(mine[0]).toMatchObject({ label: 'Try two recipes', isDone: true });
    // Removed, and still there for who had done it; gone once they take the tick away.
    expect(mine.at(-1)).toMatchObject({ label: two.label, isDone: true });
    await ticking.run(viewerOf(begun), { stepId: two.id, isDone: false });
    expect(await labelsOf(begun.id)).toEqual(await labelsOf(later.id));
    await expect(
      ticking.run(viewerOf(later), { stepId: two.id, isDone: true }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does not overwrite what a colleague saved, nor keep what cannot be', async () => {
    const { version, steps } = await reader.kit();
    await saving.run(hr, { version, steps });
    expect(await saving.run(hr, { version, steps: [] })).toMatchObject({
      refusal: { code: 'CHANGED_MEANWHILE' },
    });
    const wrong = [{ id: null, label: 'Press', href: 'javascript:alert(1)' }];
    expect(await saving.run(hr, { version: version + 1, steps: wrong })).toMatchObject({
      refusal: { code: 'STEP_PLACE_UNKNOWN', field: 'href' },
    });
    expect((await reader.kit()).steps).toEqual(steps);
  });

  it('is alone in choosing them', async () => {
    const champion = await aNewChampion();
    await expect(saving.run(viewerOf(champion), { version: 1, steps: [] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
