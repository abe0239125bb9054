import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import type { FluencyDimension } from '@flipside/learnings-domain';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import { aPair, aSessionOf, aViewer, NOW, type Pair } from '../pair.builder.js';
import { FluencyReader } from './fluency.reader.js';
import { RateFluency } from './rate-fluency.js';

let test: TestDatabase;
let reader: FluencyReader;
let rate: RateFluency;
let pair: Pair;

beforeAll(async () => {
  test = await testDatabase();
  reader = new FluencyReader(test.db);
  rate = new RateFluency(test.db, fixedClock(NOW));
});
afterAll(() => test.close());
beforeEach(async () => {
  pair = await aPair(test.db);
});

const look = (change: object = {}, of = pair) => ({
  id: newId(),
  pairingId: of.pairingId,
  levels: [{ dimension: 'discernment' as FluencyDimension, level: 2 }],
  ...change,
});
const heldOn = (day: string, of = pair) =>
  aSessionOf(test.db, of, { startsAt: `${day}T09:30:00Z`, status: 'held' });

describe('fluency', () => {
  it('stands beside each other as the executive sees it and as the champion saw it, with the gap', async () => {
    await heldOn('2026-11-10');
    await rate.run(
      pair.executive,
      look({ levels: [{ dimension: 'discernment', level: 3 }], trust: 'calibrated' }),
    );
    await rate.run(pair.champion, look({ trust: 'too_trusting' }));
    const seen = await reader.ofPairing(pair.executive, pair.pairingId);
    expect(seen.views.find(({ dimension }) => dimension === 'discernment')).toEqual({
      dimension: 'discernment',
      self: 3,
      observed: 2,
      gap: 1,
    });
    expect(seen.views.find(({ dimension }) => dimension === 'data')).toMatchObject({ gap: null });
    expect([seen.trustSelf, seen.trustObserved]).toEqual(['calibrated', 'too_trusting']);
    const [observation] = seen.ratings.filter(({ isSelf }) => !isSelf);
    expect(observation).toMatchObject({
      raterName: 'Priya Nair',
      sessionStartsAt: new Date('2026-11-10T09:30:00Z'),
    });
  });

  it('says what was observed to change and how fast, and shows each their own before and now alone', async () => {
    await heldOn('2026-06-10');
    for (const [at, level] of [
      ['2026-06-11T09:00:00Z', 1],
      ['2026-09-09T09:00:00Z', 2],
      ['2026-11-23T09:00:00Z', 3],
    ] as const) {
      const then = new RateFluency(test.db, fixedClock(new Date(at)));
      const levels = [{ dimension: 'discernment' as FluencyDimension, level }];
      await then.run(pair.champion, look({ levels }));
      await then.run(pair.executive, look({ levels: [{ ...levels[0], level: level + 1 }] }));
    }
    const seen = await reader.ofPairing(pair.champion, pair.pairingId);
    expect(seen.gain).toBe(2);
    expect(seen.normalisedGain).toBeCloseTo(2 / 3, 10);
    expect(seen.slope).toBeGreaterThan(1);
    expect(seen.slope).toBeLessThan(1.2);
    expect(await reader.beforeAndNow(pair.executive)).toEqual([
      expect.objectContaining({ dimension: 'discernment', before: 2, now: 4 }),
    ]);
    expect(await reader.beforeAndNow(pair.champion)).toEqual([]);
  });

  it('asks from the second look on where one was at first, seen from now', async () => {
    const own = (level: number, then: number | null) =>
      rate.run(pair.executive, look({ levels: [{ dimension: 'discernment', level, then }] }));
    const early = await own(3, 1);
    expect(!early.ok && early.refusal.field).toBe('levels');
    expect((await own(3, null)).ok).toBe(true);
    const again = new RateFluency(test.db, fixedClock(new Date(NOW.getTime() + 86_400_000)));
    const levels = [{ dimension: 'discernment' as FluencyDimension, level: 2, then: 0 }];
    expect((await again.run(pair.executive, look({ levels }))).ok).toBe(true);
    // A lower view later beside a rise: the first one was too high.
    expect(await reader.beforeAndNow(pair.executive)).toEqual([
      expect.objectContaining({ dimension: 'discernment', before: 3, then: 0, now: 2 }),
    ]);
    await heldOn('2026-11-10');
    const observer = await again.run(pair.champion, look({ levels }));
    expect(observer.ok).toBe(false);
  });

  it('is there for the two alone, whatever the role', async () => {
    for (const role of ['HR_LEAD', 'ADMINISTRATOR', 'EXECUTIVE'] as const) {
      const other = await aViewer(test.db, 'Somebody else', role);
      await expect(reader.ofPairing(other, pair.pairingId)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(rate.run(other, look())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('is observed in a session or not at all', async () => {
    const early = await rate.run(pair.champion, look());
    expect(!early.ok && early.refusal.code).toBe('NOTHING_SEEN_YET');
    expect((await reader.ofPairing(pair.champion, pair.pairingId)).viewerCanRate).toBe(false);
    expect((await rate.run(pair.executive, look())).ok).toBe(true);
  });

  it('is asked for at the start and after every sixth session', async () => {
    const isDue = async () => (await reader.ofPairing(pair.champion, pair.pairingId)).isDue;
    expect(await isDue()).toBe(false);
    await heldOn('2026-11-10');
    expect(await isDue()).toBe(true);
    await rate.run(pair.champion, look());
    expect(await isDue()).toBe(false);
    for (const day of ['01', '03', '05', '07', '09']) await heldOn(`2026-12-${day}`);
    expect(await isDue()).toBe(false);
    await heldOn('2026-12-11');
    expect(await isDue()).toBe(true);
  });

  it('is added once when the same request comes twice, and refuses what is no level', async () => {
    const once = look();
    await rate.run(pair.executive, once);
    await rate.run(pair.executive, once);
    expect((await reader.ofPairing(pair.executive, pair.pairingId)).ratings).toHaveLength(1);
    const none = await rate.run(pair.executive, look({ levels: [] }));
    expect(!none.ok && none.refusal.code).toBe('NOTHING_RATED');
  });

  it('is read with three statements, however many looks there are', async () => {
    for (let n = 0; n < 3; n++) await rate.run(pair.executive, look());
    expect(await countStatements(() => reader.ofPairing(pair.champion, pair.pairingId))).toBe(3);
  });
});
