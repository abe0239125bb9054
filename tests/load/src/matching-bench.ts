/**
 * `npm run bench:matching`: a matching round from profiles in memory to a checked proposal, for companies of 1,000 to
 * 1,000,000 employees: scoring with the best 32 or 64 of each executive, solving, canonical prices, the cheap check and
 * the full audit, single decisions, and the runner-up price of every pair. Each size has a process of its own, so that
 * its peak memory is its own, and warms up on small companies first; the check is the
 * middle of three, everything else is taken once. Profiles are generated with a fixed seed.
 * Exits with 1 when a proposal is not proven or a limit of the largest size is passed.
 */
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import {
  auditAll,
  checkCertificate,
  seededTies,
  solve,
  type Edit,
  type Session,
} from '@flipside/pairings-domain';
import { aMatchingCompany } from './matching-company.js';

const SMALL = { executives: 150, champions: 400 };
const SIZES = [
  { staff: '1,000', executives: 20, champions: 40 },
  { staff: '10,000', executives: 150, champions: 400 },
  { staff: '100,000', executives: 1000, champions: 4000 },
  { staff: '300,000', executives: 2500, champions: 12_000 },
  { staff: '1,000,000', executives: 5000, champions: 40_000 },
  { staff: '1,000,000 *', executives: 20_000, champions: 40_000 },
];
/** Pairs beyond which the full audit, which scores every one of them again, is left out. */
const MOST_AUDITED = 200_000_000;
/** Companies matched first in each process, as a server that runs has matched before. */
const WARM_UP = [SMALL, SMALL, SMALL, { executives: 600, champions: 2400 }];
const EDITS = 300;
const PLACE_COSTS = [0, 200, 500];
/** Limits for plain code at 1,000,000 employees, in milliseconds and megabytes above an empty process. */
const LIMITS = { nsPerPair: 10, editP50: 1, editMax: 100, runnerUps: 200, check: 30, memory: 200 };

interface Figures {
  score: number;
  solve: number;
  prices: number;
  check: number;
  audit: number | null;
  editP50: number;
  editMax: number;
  runnerUps: number;
  total: number;
  unmatched: number;
  isProven: boolean;
  memory: number;
}

const megabytes = () => process.resourceUsage().maxRSS / 1024;
/** Peak memory before anything was made. */
const BARE = megabytes();

function timed<T>(work: () => T): [T, number] {
  const from = performance.now();
  const result = work();
  return [result, performance.now() - from];
}

/** Decisions in turn: forbid a pair, pin a row to its runner-up's place, take a place away. */
function decide(session: Session, champions: number): number[] {
  const times: number[] = [];
  let now = session;
  for (let n = 0; n < EDITS; n++) {
    const { pairs } = now;
    const row = (n * 7919) % pairs.length;
    const col = pairs[row] ?? (n * 104_729) % champions;
    const edits: Edit[] = [
      { type: 'forbid', row, col },
      { type: 'pin', row, col },
      { type: 'capacity', col, places: 0 },
    ];
    const edit = edits[n % edits.length] as Edit;
    const [result, ms] = timed(() => now.apply(edit));
    if (!result.ok) continue;
    times.push(ms);
    now = result.value;
  }
  return times.sort((a, b) => a - b);
}

function measure(executives: number, champions: number): Figures {
  const company = aMatchingCompany(executives, champions);
  const keys = (count: number) =>
    Uint32Array.from({ length: count }, (_, n) => Math.imul(n + 1, 0x9e3779b1));
  const places = [...company.capacity].reduce((sum, each) => sum + each, 0);
  const [solved, took] = timed(() =>
    solve(
      {
        source: company.source,
        capacity: company.capacity,
        placeCosts: new Array<number[]>(champions).fill(PLACE_COSTS),
        unmatchedCost: null,
        tieBreak: seededTies(1, keys(executives), keys(champions)),
      },
      { k: places > 4 * executives ? 32 : 64 },
    ),
  );
  if (!solved.ok) throw new Error(JSON.stringify(solved.refusal));
  const session = solved.value;
  const score = company.spent();
  const [, prices] = timed(() => session.price(0));
  const [, runnerUps] = timed(() => session.runnerUps());
  const times = decide(session, champions);
  const memory = megabytes() - BARE;
  const proof = session.certificate();
  const facts = session.facts();
  const rounds = [1, 2, 3].map(() => timed(() => checkCertificate(facts, proof)));
  const report = (rounds[0] as (typeof rounds)[number])[0];
  const check = rounds.map(([, ms]) => ms).sort((a, b) => a - b)[1] ?? 0;
  const isAudited = executives * champions <= MOST_AUDITED;
  const [audit, auditMs] = timed(() => (isAudited ? auditAll(facts, proof) : report));
  return {
    score,
    solve: took - score,
    prices,
    check,
    audit: isAudited ? auditMs : null,
    editP50: times[Math.floor(times.length / 2)] ?? 0,
    editMax: times.at(-1) ?? 0,
    runnerUps,
    total: session.total.points,
    unmatched: session.total.unmatched,
    isProven: report.isProof && audit.isProof,
    memory,
  };
}

function measureApart(executives: number, champions: number): Figures {
  const script = fileURLToPath(import.meta.url);
  const args = [script, String(executives), String(champions)];
  const { stdout, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`The measurement of ${executives} × ${champions} failed`);
  return JSON.parse(stdout) as Figures;
}

/** What passed a limit at the size the limits are for. */
function beyond(figures: Figures, pairs: number): string[] {
  const nsPerPair = (figures.score * 1e6) / pairs;
  return (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).flatMap((name) => {
    const value = name === 'nsPerPair' ? nsPerPair : figures[name];
    return value > LIMITS[name] ? [`${name} ${value.toFixed(1)} > ${LIMITS[name]}`] : [];
  });
}

const show = (ms: number | null) => (ms === null ? '–' : ms < 10 ? ms.toFixed(1) : ms.toFixed(0));

function run(): number {
  console.log(`${os.cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`);
  console.log('Milliseconds; memory in MB above the bare process. * with 20,000 executives\n');
  console.log(
    '| employees | pairs | score + best k | solve | prices | check | full audit | one edit p50 / max | all runner-ups | memory |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  const failures: string[] = [];
  for (const { staff, executives, champions } of SIZES) {
    const pairs = executives * champions;
    const figures = measureApart(executives, champions);
    const { score, solve: solving, prices, check, audit, editP50, editMax, runnerUps } = figures;
    const cells = [
      staff,
      pairs.toLocaleString('en'),
      ...[score, solving, prices, check, audit].map(show),
      `${editP50.toFixed(2)} / ${show(editMax)}`,
      show(runnerUps),
      figures.memory.toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
    if (!figures.isProven) failures.push(`${staff}: not proven`);
    if (staff === '1,000,000') failures.push(...beyond(figures, pairs));
  }
  for (const failure of failures) console.error(failure);
  return failures.length ? 1 : 0;
}

const [executives, champions] = process.argv.slice(2).map(Number);
if (executives && champions) {
  for (const each of WARM_UP) measure(each.executives, each.champions);
  console.log(JSON.stringify(measure(executives, champions)));
} else process.exitCode = run();
