/**
 * Random specs play the same cases in each run of the gate; fresh ones are played when asked for:
 * `decisions/0040-the-gate-plays-the-same-cases.md`.
 */
import fc from 'fast-check';

const GATE_SEED = 20_261_129;

/**
 * What fast-check is told.
 * @param {string | undefined} wish of FLIPSIDE_SEED: `random`, a seed, or nothing for the cases of the gate
 * @returns {{ seed?: number }}
 */
export function casesOf(wish) {
  if (wish === 'random') return {};
  const seed = wish ? Number(wish) : GATE_SEED;
  if (!Number.isSafeInteger(seed))
    throw new Error(`FLIPSIDE_SEED is random or a number, not ${wish}`);
  return { seed };
}

fc.configureGlobal(casesOf(process.env['FLIPSIDE_SEED']));
