import { parentPort, workerData } from 'node:worker_threads';
import { checkQuarter, planQuarter, type Quarter } from '@flipside/sessions-domain';

/* The thread that plans a quarter and checks what it planned, so that requests are answered meanwhile. */

const quarter = workerData as Quarter;
const begun = performance.now();
const plan = planQuarter(quarter, (done, total) => parentPort?.postMessage({ done, total }));
const faults = checkQuarter(quarter, plan);
parentPort?.postMessage({ plan, faults, milliseconds: Math.round(performance.now() - begun) });
