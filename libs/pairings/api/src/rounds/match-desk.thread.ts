import { parentPort } from 'node:worker_threads';
import { MatchDesk, type DeskTask, type Signals } from './match-desk.js';

/* The thread that computes rounds, so that requests are answered meanwhile. */

const desk = new MatchDesk();

parentPort?.on(
  'message',
  ({ id, task, signals }: { id: number; task: DeskTask; signals: Signals }) => {
    try {
      parentPort?.postMessage({ id, answer: desk.work(task, signals) });
    } catch (error) {
      parentPort?.postMessage({
        id,
        failure: error instanceof Error ? error.stack : String(error),
      });
    }
  },
);
