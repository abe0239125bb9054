import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  checkQuarter,
  planQuarter,
  type PlanFault,
  type Quarter,
  type QuarterPlan,
} from '@flipside/sessions-domain';

export interface Planned {
  readonly plan: QuarterPlan;
  /** What the independent check found; a plan with faults is never shown as one. */
  readonly faults: readonly PlanFault[];
  readonly milliseconds: number;
}

/** From sources, as specs run, there is no compiled file that a thread could start from. */
const THREAD = import.meta.url.endsWith('.js')
  ? new URL('./planner.thread.js', import.meta.url)
  : null;

/**
 * Plans in a thread of its own, and lets the plan be checked. `onProgress` gets per cent, now and then.
 * @param planning another way to plan, for specs, which have no thread
 */
export async function plannedQuarter(
  quarter: Quarter,
  onProgress: (percent: number) => void,
  planning: (quarter: Quarter) => QuarterPlan = planQuarter,
): Promise<Planned> {
  if (THREAD) return inThread(THREAD, quarter, onProgress);
  await setImmediate();
  const plan = planning(quarter);
  return { plan, faults: checkQuarter(quarter, plan), milliseconds: 0 };
}

type Message = Planned | { readonly done: number; readonly total: number };

function inThread(
  file: URL,
  quarter: Quarter,
  onProgress: (percent: number) => void,
): Promise<Planned> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: quarter, name: 'planning' });
    let told = 0;
    thread.on('message', (message: Message) => {
      if ('plan' in message) {
        resolve(message);
        return;
      }
      const percent = Math.floor((message.done / message.total) * 100);
      if (percent < told + 5) return;
      told = percent;
      onProgress(percent);
    });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('The planning thread has ended')));
  });
}
