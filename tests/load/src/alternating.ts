/** Solvers that take turns on the same problem, so that what else the machine does hits all of them alike. */

export interface Peer {
  readonly name: string;
  /** Solves once. `total` is what the result costs. */
  readonly solve: () => Promise<{ ms: number; total: number } | { error: string }>;
}

export interface Outcome {
  /** Middle of the rounds, milliseconds. */
  readonly ms: number;
  readonly total: number;
  /** Why there is no result. */
  readonly error: string | null;
}

/** A peer that took longer is not asked again. */
const LONG_MS = 1500;

/**
 * Milliseconds that this thread has had a processor for: what else the machine does counts little, and nothing here waits
 * for anything. Systems count it in steps of a few milliseconds.
 */
function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** So long that those steps do not matter. */
const MEASURED_MS = 40;

/** A peer in this process; a short problem is solved several times for one measurement. */
export function ours(name: string, solve: () => number): Peer {
  let times = 1;
  return {
    name,
    solve: async () => {
      const clock = performance.now();
      const began = processorMs();
      let total = solve();
      for (let n = 1; n < times; n++) total = solve();
      const ms = (processorMs() - began) / times;
      const once = (performance.now() - clock) / times;
      times = Math.max(1, Math.min(200, Math.ceil(MEASURED_MS / once)));
      return { ms, total };
    },
  };
}

/** Short problems are repeated until they have taken so long, so that compilers have settled and the middle is firm. */
const ENOUGH_MS = 150;
const MOST_ROUNDS = 7;

/** What each peer came to in `rounds`, more for short problems; the first third warms up and does not count. */
export async function takeTurns(peers: readonly Peer[], rounds: number): Promise<Outcome[]> {
  const runs = peers.map(() => [] as number[]);
  const last = peers.map(() => ({ total: NaN, error: null as string | null }));
  const isDone = (at: number, round: number) => {
    const times = runs[at] as number[];
    const spent = times.reduce((sum, ms) => sum + ms, 0);
    if (last[at]?.error || (times[0] ?? 0) > LONG_MS) return true;
    return round >= rounds + Math.ceil(rounds / 2) && (spent > ENOUGH_MS || round >= MOST_ROUNDS);
  };
  for (let round = 0; peers.some((_, at) => !isDone(at, round)); round++) {
    for (const [at, { solve }] of peers.entries()) {
      if (isDone(at, round)) continue;
      const result = await solve();
      if ('error' in result) last[at] = { total: NaN, error: result.error };
      else {
        last[at] = { total: result.total, error: null };
        (runs[at] as number[]).push(result.ms);
      }
    }
  }
  return runs.map((times, at) => {
    const counted = times.slice(Math.floor(times.length / 3)).sort((a, b) => a - b);
    const { total, error } = last[at] ?? { total: NaN, error: null };
    return { ms: counted[Math.floor(counted.length / 2)] ?? NaN, total, error };
  });
}
