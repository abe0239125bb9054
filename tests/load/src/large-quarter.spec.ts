/** The largest plan that is promised, whole: its check and its memory. Its time is measured by `npm run bench:sessions`. */
import { Worker } from 'node:worker_threads';
import { expect, it } from '@jest/globals';
import { checkQuarter, planQuarter } from '@flipside/sessions-domain';
import { networkQuarter } from '@flipside/sessions-domain/quarter-network';

const GB = 1e9;
const LOOK_EVERY_MS = 20;

/** Looks at the memory of the whole process from a thread of its own: planning leaves no moment to look. */
async function watchMemory() {
  const most = new BigInt64Array(new SharedArrayBuffer(8));
  const thread = new Worker(
    `const { workerData, parentPort } = require('node:worker_threads');
     const look = () => {
       const held = BigInt(process.memoryUsage.rss());
       if (held > workerData[0]) workerData[0] = held;
     };
     look();
     setInterval(look, ${LOOK_EVERY_MS});
     parentPort.postMessage('looking');`,
    { eval: true, workerData: most },
  );
  await new Promise((resolve) => thread.once('message', resolve));
  const before = most[0] ?? 0n;
  return async (): Promise<number> => {
    await thread.terminate();
    return Number((most[0] ?? 0n) - before);
  };
}

it('78. 5,000 pairings × 91 days plan in < 1 GB, each with a time or a reason, and the check finds nothing', async () => {
  const grown = await watchMemory();
  const quarter = networkQuarter({
    pairings: 5_000,
    perChampion: 4,
    executiveBusy: 0.5,
    championBusy: 0.4,
    seed: 1,
  });
  const plan = planQuarter(quarter);
  const faults = checkQuarter(quarter, plan);
  expect(faults).toEqual([]);
  const ids = [...plan.placed, ...plan.unplaced].map(({ pairingId }) => pairingId);
  expect(new Set(ids).size).toBe(5_000);
  expect(ids).toHaveLength(5_000);
  // Fewer would be a plan that gives up early to be quick: nobody else has more time in common.
  expect(plan.unplaced.length).toBeLessThan(150);
  expect(await grown()).toBeLessThan(GB);
}, 600_000);
