/**
 * One company in a process of its own, so that its peak memory is its own: scoring with the best 32 or 64 of each
 * executive, solving, canonical prices, the runner-up price of every pair, the cheap check and the full audit, and single
 * decisions. Warms up on small companies first; the check is the middle of three, everything else is taken once.
 */
import {
  auditAll,
  checkCertificate,
  solve,
  type Edit,
  type Session,
} from '@flipside/pairings-domain';
import { listLength, problemOf } from './company-problem.js';
import { aMatchingCompany, TWISTS, type Twist } from './matching-company.js';

const SMALL = { executives: 150, champions: 400 };
/** Companies matched first, as a server that runs has matched before. */
const WARM_UP = [SMALL, SMALL, SMALL, { executives: 600, champions: 2400 }];
/** Pairs beyond which the full audit, which scores every one of them again, is left out. */
const MOST_AUDITED = 200_000_000;

export interface Figures {
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
  /** Peak in megabytes above the bare process, up to the audited proposal. */
  memory: number;
  /** The same after the decisions, each of which leaves a session to the collector. */
  memoryEdited: number;
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
function decide(session: Session, champions: number, edits: number): number[] {
  const times: number[] = [];
  let now = session;
  for (let n = 0; n < edits; n++) {
    const { pairs } = now;
    const row = (n * 7919) % pairs.length;
    const col = pairs[row] ?? (n * 104_729) % champions;
    const choices: Edit[] = [
      { type: 'forbid', row, col },
      { type: 'pin', row, col },
      { type: 'capacity', col, places: 0 },
    ];
    const edit = choices[n % choices.length] as Edit;
    const [result, ms] = timed(() => now.apply(edit));
    if (!result.ok) continue;
    times.push(ms);
    now = result.value;
  }
  return times.sort((a, b) => a - b);
}

function measure(executives: number, champions: number, twist: Twist, edits: number): Figures {
  const company = aMatchingCompany(executives, champions, twist);
  const [solved, took] = timed(() =>
    solve(problemOf(company, executives, champions), { k: listLength(company, executives) }),
  );
  if (!solved.ok) throw new Error(JSON.stringify(solved.refusal));
  const session = solved.value;
  const score = company.spent();
  const [, prices] = timed(() => session.price(0));
  const [, runnerUps] = timed(() => session.runnerUps());
  const proof = session.certificate();
  const facts = session.facts();
  const rounds = [1, 2, 3].map(() => timed(() => checkCertificate(facts, proof)));
  const report = (rounds[0] as (typeof rounds)[number])[0];
  const check = rounds.map(([, ms]) => ms).sort((a, b) => a - b)[1] ?? 0;
  const isAudited = executives * champions <= MOST_AUDITED;
  const [audit, auditMs] = timed(() => (isAudited ? auditAll(facts, proof) : report));
  const memory = megabytes() - BARE;
  const times = decide(session, champions, edits);
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
    memoryEdited: megabytes() - BARE,
  };
}

const [executives = 0, champions = 0, edits = 0] = process.argv.slice(2).map(Number);
const twist = TWISTS.find((each) => each === process.argv[5]) ?? 'usual';
for (const each of WARM_UP) measure(each.executives, each.champions, 'usual', edits);
console.log(JSON.stringify(measure(executives, champions, twist, edits)));
