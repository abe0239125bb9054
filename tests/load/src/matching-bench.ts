/**
 * `npm run bench:matching`: assignment solving against SciPy and the packages of npm on the same problems, in turn and
 * in one run, and a matching round from profiles in memory to a checked proposal for 1,000 to 1,000,000 employees.
 *
 *     npm run bench:matching -- [dense] [companies] [peers] [--full] [--rounds=3]
 *
 * Names choose parts; all by default. `--full` adds the largest matrices, the hardest family and the slowest peer, which
 * take half an hour. Everything has a fixed seed. Exits with 1 when results differ, a proposal is not proven, or a limit
 * is passed.
 */
import os from 'node:os';
import { benchCompanies, benchPeers } from './company-bench.js';
import { benchDense } from './dense-bench.js';
import { SciPy } from './scipy.js';

const args = process.argv.slice(2);
const parts = args.filter((each) => !each.startsWith('--'));
const wants = (part: string) => parts.length === 0 || parts.includes(part);
const rounds = Number(args.find((each) => each.startsWith('--rounds='))?.slice(9) ?? 3);

console.log(
  `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, Node ${process.versions.node}, ` +
    `load ${os.loadavg()[0]?.toFixed(1)}`,
);
const started = await SciPy.start();
console.log(
  started?.versions ??
    'No python3 here has SciPy (Debian: python3-scipy), so that nothing is compared with it.',
);
const scipy = started?.scipy ?? null;
const faults: string[] = [];
// First, while this process is small: a child's peak memory begins with its parent's.
if (wants('companies')) faults.push(...benchCompanies());
if (wants('dense')) faults.push(...(await benchDense(scipy, rounds, args.includes('--full'))));
if (wants('peers')) faults.push(...(await benchPeers(scipy, rounds)));
scipy?.stop();
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
