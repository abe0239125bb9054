import { checkQuarter, planQuarter } from '@flipside/sessions-domain';
import { networkQuarter } from '@flipside/sessions-domain/quarter-network';
import type { Measure } from './measures.js';

/**
 * Pairings, the seconds that planning and checking them may take on one core, and the memory in MB that
 * the process may have held at most by then, the network itself included.
 */
const SIZES = [
  { pairings: 1_250, seconds: null, memory: null },
  { pairings: 2_500, seconds: null, memory: null },
  { pairings: 5_000, seconds: 3, memory: 1_000 },
  { pairings: 10_000, seconds: null, memory: null },
  { pairings: 20_000, seconds: 12, memory: null },
] as const;

/** The most memory that this process has held since it began, in MB of a million bytes. */
const mostMemory = (): number => (process.resourceUsage().maxRSS * 1024) / 1e6;

/**
 * A quarter for networks of growing size, four pairings for each champion: people in ten zones, half of
 * an executive's and two fifths of a champion's day taken by meetings, a week away for many. The first,
 * untimed plan pays for what a running server has done long before.
 */
export function measurePlanning(): Measure[] {
  const network = (pairings: number) =>
    networkQuarter({ pairings, perChampion: 4, executiveBusy: 0.5, championBusy: 0.4, seed: 1 });
  planQuarter(network(500));
  const measures: Measure[] = [];
  let before: { pairings: number; seconds: number } | null = null;
  for (const { pairings, seconds: limit, memory: mostAllowed } of SIZES) {
    const quarter = network(pairings);
    const begun = performance.now();
    const plan = planQuarter(quarter);
    const planned = performance.now();
    const faults = checkQuarter(quarter, plan);
    const seconds = (performance.now() - begun) / 1000;
    const memory = mostMemory();
    const sessions = plan.placed.reduce(
      (sum, { pattern }) => sum + pattern.occurrences.length - pattern.blocked,
      0,
    );
    const growth = before
      ? `, ${(seconds / before.seconds).toFixed(1)} times the time for ${(pairings / before.pairings).toFixed(0)} times the pairings`
      : '';
    console.log(
      `planning ${pairings.toLocaleString('en')} pairings over 91 days: ${seconds.toFixed(2)} s, of it ${((planned - begun) / 1000).toFixed(2)} s planning and the rest checking; ` +
        `${plan.placed.length} placed, ${plan.unplaced.length} without a time, ${sessions} sessions, ${faults.length} faults, at most ${memory.toFixed(0)} MB held${growth}`,
    );
    const what = `planning ${pairings.toLocaleString('en')} pairings over 91 days, checked`;
    measures.push(
      {
        what,
        limit: limit && `under ${limit} s`,
        figure: `${seconds.toFixed(2)} s${growth}`,
        isWithin: limit === null || seconds < limit,
      },
      {
        what: `${what}: faults`,
        limit: '0',
        figure: String(faults.length),
        isWithin: faults.length === 0,
      },
    );
    if (mostAllowed !== null)
      measures.push({
        what: `${what}: memory`,
        limit: `under ${mostAllowed} MB`,
        figure: `${memory.toFixed(0)} MB`,
        isWithin: memory < mostAllowed,
      });
    before = { pairings, seconds };
  }
  return measures;
}
