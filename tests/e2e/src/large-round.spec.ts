/** The review screen with 5,000 pairs: it must feel instant, whatever is asked of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { atBest } from './at-best.js';
import { openDemonstration, type Demonstration } from './demonstration.js';
import { aLargeRound } from './large-round.js';

const PAIRS = 5000;
const KEYS = 30;
const LIMITS = { key: 100, task: 200, gaps: 8 };

interface Watched {
  tasks: number[];
  /** Resolves with the time that the next key takes. */
  changed: Promise<number>;
}
declare global {
  interface Window {
    watched: Watched;
  }
}

let demo: Demonstration;
let hr: Page;
let roundId: string;

beforeAll(async () => {
  demo = await openDemonstration();
  roundId = await aLargeRound(demo.client, PAIRS);
  const context = await demo.windowOf(await demo.prepared('HR lead'));
  await context.addInitScript(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
    window.watched = { tasks, changed: Promise.resolve(0) };
  });
  hr = await context.newPage();
}, 600_000);
afterAll(() => demo.close());

/** Does something and gives the longest task it caused, in milliseconds; tasks under 50 ms count as none. */
async function longestTask(work: () => Promise<unknown>): Promise<number> {
  await hr.evaluate(() => window.watched.tasks.splice(0));
  await work();
  await hr.waitForTimeout(300);
  return hr.evaluate(() => Math.max(0, ...window.watched.tasks));
}

/** Milliseconds from a key until another proposal stands on the page and is painted. */
async function keyResponse(key: string): Promise<number> {
  // Listening first: a key that comes before the listener would never be answered.
  await hr.evaluate(() => {
    window.watched.changed = new Promise<number>((resolve) => {
      const shown = () => document.querySelector('article h2')?.textContent;
      const before = shown();
      const onKey = (event: KeyboardEvent) => {
        const look = () =>
          shown() === before
            ? requestAnimationFrame(look)
            : setTimeout(() => resolve(performance.now() - event.timeStamp), 0);
        requestAnimationFrame(look);
      };
      document.addEventListener('keydown', onKey, { capture: true, once: true });
    });
  });
  await hr.keyboard.press(key);
  return hr.evaluate(() => window.watched.changed);
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;

describe('5,000 pairs on the review screen', () => {
  const measured: Record<string, number> = {};

  it('shows the first rows soon, and brings the rest without holding the page up', async () => {
    const from = performance.now();
    await hr.goto(`${demo.url}/matching/${roundId}/review`);
    await hr.locator('.pairings-list-item').first().waitFor();
    measured['first rows, ms'] = Math.round(performance.now() - from);
    await hr.waitForFunction(
      () => !/on their way/.test(document.body.textContent ?? ''),
      undefined,
      {
        timeout: 90_000,
      },
    );
    measured['all pairs there, ms'] = Math.round(performance.now() - from);
    measured['longest task while loading, ms'] = await hr.evaluate(() =>
      Math.max(0, ...window.watched.tasks),
    );
    expect(await hr.getByText(/Not flagged \(4584\)/).count()).toBe(1);
  }, 120_000);

  it('answers J and K at once', async () => {
    await hr.locator('h1').click();
    await atBest(LIMITS.key, async () => {
      const times: number[] = [];
      for (let n = 0; n < KEYS; n++) times.push(await keyResponse(n % 3 === 2 ? 'k' : 'j'));
      measured['key, p95 ms'] = Math.round(quantile(times, 0.95));
      return (measured['key, median ms'] = Math.round(quantile(times, 0.5)));
    });
    expect(measured['key, median ms']).toBeLessThanOrEqual(LIMITS.key);
  }, 120_000);

  it('scrolls from end to end without a long task and without gaps', async () => {
    let gaps = Infinity;
    const scroll = async () => {
      const empty = await hr.evaluate(async () => {
        const frame = document.querySelector('.pairings-review-list .pairings-review-scroll');
        if (!frame) throw new Error('There is no list to scroll');
        let empty = 0;
        const steps = 80;
        for (let step = 0; step <= steps; step++) {
          frame.scrollTop = ((frame.scrollHeight - frame.clientHeight) * step) / steps;
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
          const box = frame.getBoundingClientRect();
          const at = document.elementFromPoint(box.left + 40, box.top + box.height / 2);
          if (!at?.closest('.pairings-list-item')) empty += 1;
        }
        return empty;
      });
      gaps = Math.min(gaps, empty);
    };
    let task = Infinity;
    // Both have to hold, but not in the same try.
    await atBest(0, async () => {
      task = Math.min(task, await longestTask(scroll));
      return Math.max(0, task - LIMITS.task, gaps - LIMITS.gaps);
    });
    measured['longest task while scrolling, ms'] = task;
    measured['scroll steps with a gap in the middle'] = gaps;
    expect(task).toBeLessThanOrEqual(LIMITS.task);
    expect(gaps).toBeLessThanOrEqual(LIMITS.gaps);
  }, 300_000);

  it('finds by name while typing', async () => {
    const find = async () => {
      await hr.getByLabel('Find').fill('');
      await hr.getByLabel('Find').pressSequentially('executive 04123', { delay: 30 });
      await hr.waitForFunction(() =>
        document.querySelector('.pairings-review-list')?.textContent?.includes('Not flagged (1)'),
      );
    };
    measured['longest task while finding, ms'] = await atBest(LIMITS.task, () => longestTask(find));
    expect(measured['longest task while finding, ms']).toBeLessThanOrEqual(LIMITS.task);
    await hr.getByLabel('Find').fill('');
  }, 120_000);

  it('accepts all without flags, none with one, and stays usable', async () => {
    const accept = async () => {
      await demo.client.query(
        `update proposal set decision = 'open', decided_by = null, decided_at = null where round_id = $1`,
        [roundId],
      );
      await hr.reload();
      const button = hr.getByRole('button', { name: 'Accept 4584 without flags' });
      await button.waitFor({ timeout: 90_000 });
      return longestTask(async () => {
        const from = performance.now();
        await button.click();
        await hr.getByText('4584 proposals accepted.').waitFor({ timeout: 90_000 });
        measured['accepting all, ms'] = Math.round(performance.now() - from);
      });
    };
    measured['longest task while accepting all, ms'] = await atBest(2 * LIMITS.task, accept);
    const { rows } = await demo.client.query<{ accepted: number; flagged: number }>(
      `select count(*)::int as accepted, count(*) filter (where flags <> '{}')::int as flagged
       from proposal where round_id = $1 and decision = 'accepted'`,
      [roundId],
    );
    expect(rows[0]).toEqual({ accepted: 4584, flagged: 0 });
    await hr.locator('h1').click();
    measured['key after accepting all, ms'] = Math.round(await keyResponse('j'));
    console.log(measured);
    expect(measured['longest task while accepting all, ms']).toBeLessThanOrEqual(2 * LIMITS.task);
  }, 500_000);
});
