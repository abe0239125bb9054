import { BestCandidates, FORBIDDEN_PAIR, type CandidateSource } from '@flipside/pairings-domain';
import { dice } from './assignment-families.js';

const SKILLS = 32;
const MOST_POINTS = 10_000;
/** Weights in points: goals, another function, the same site, what depends on the champion alone. */
const WEIGHT = { goals: 6000, department: 1800, site: 700, champion: 1500 };
/** Shared half hours of a day that count as enough. */
const OVERLAP = 6;

interface Site {
  /** Working half hours of a day in UTC, as two masks of 24 bits. */
  early: number;
  late: number;
  language: number;
}

/** Nine hours from a local start, at whole-hour zones around the globe. */
function sites(roll: (below: number) => number): Site[] {
  return Array.from({ length: 24 }, () => {
    const start = 2 * roll(24);
    let [early, late] = [0, 0];
    for (let n = 0; n < 18; n++) {
      const slot = (start + n) % 48;
      if (slot < 24) early |= 1 << slot;
      else late |= 1 << (slot - 24);
    }
    return { early, late, language: 1 << roll(5) };
  });
}

function bits(mask: number): number {
  let n = mask - ((mask >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** A run of champions with the same hours and languages; one test decides for all of them. */
interface Block {
  early: number;
  late: number;
  languages: number;
  from: number;
  to: number;
}

/** How a company differs from the usual one. */
export const TWISTS = ['usual', 'same goals', 'tight places', 'coarse scores'] as const;
export type Twist = (typeof TWISTS)[number];
/** Everybody wants a few of the same skills. */
const POPULAR_SKILLS = 3;
/** Points of coarse scores are whole multiples of this. */
const COARSE = 500;

export interface Company {
  readonly source: CandidateSource;
  readonly capacity: Int32Array;
  /** Milliseconds spent with scoring and choosing the best so far. */
  spent(): number;
}

/** Profiles with a fixed seed and the streaming scorer over them. */
export function aMatchingCompany(
  executives: number,
  champions: number,
  twist: Twist = 'usual',
): Company {
  const next = dice(20_260_101);
  const roll = (below: number) => Math.floor(next() * below);
  const skills = twist === 'same goals' ? POPULAR_SKILLS : SKILLS;
  const places = sites(roll);
  const people = Array.from({ length: champions }, () => ({
    site: roll(places.length),
    languages: 1 | (roll(3) === 0 ? 1 << roll(5) : 0),
    department: roll(30),
    worth: roll(WEIGHT.champion + 1),
    shift: roll(4),
  }));
  // English is common but not universal: a part speaks only the site's language.
  for (const person of people) {
    const own = places[person.site]?.language ?? 1;
    person.languages = roll(4) === 0 ? own : person.languages | own;
  }
  people.sort((a, b) => a.site - b.site || a.shift - b.shift || a.languages - b.languages);
  const worth = Uint16Array.from(people, (person) => person.worth);
  const department = Uint8Array.from(people, (person) => person.department);
  const site = Uint8Array.from(people, (person) => person.site);
  const levels = Array.from({ length: SKILLS }, () =>
    Uint8Array.from(people, () => (roll(3) === 0 ? 1 + roll(3) : 0)),
  );
  const blocks: Block[] = [];
  people.forEach((person, col) => {
    const { early, late } = places[person.site] as Site;
    // Two of four shifts work shorter days.
    const mask = person.shift < 2 ? 0xffffff : 0x0fffff;
    const block = { early: early & mask, late: late & mask, languages: person.languages };
    const last = blocks.at(-1);
    if (
      last?.early === block.early &&
      last.late === block.late &&
      last.languages === block.languages
    ) {
      last.to = col + 1;
    } else blocks.push({ ...block, from: col, to: col + 1 });
  });
  const blockOf = new Int32Array(champions);
  blocks.forEach(({ from, to }, n) => blockOf.fill(n, from, to));

  const rows = Array.from({ length: executives }, () => {
    const home = roll(places.length);
    const goals = Array.from({ length: 2 + roll(4) }, () => ({
      skill: roll(skills),
      weight: 1 + roll(3),
    }));
    const sum = 3 * goals.reduce((all, { weight }) => all + weight, 0);
    return {
      ...(places[home] as Site),
      home,
      languages: (roll(5) === 0 ? 0 : 1) | (places[home]?.language ?? 1),
      department: roll(30),
      planes: goals.map(({ skill }) => levels[skill] as Uint8Array),
      factors: goals.map(({ weight }) => Math.floor((weight * WEIGHT.goals) / sum)),
    };
  });
  type Row = (typeof rows)[number];

  const isCompatible = (row: Row, block: Block) =>
    (row.languages & block.languages) !== 0 &&
    bits(row.early & block.early) + bits(row.late & block.late) >= OVERLAP;
  const score = (row: Row, col: number) => {
    let points = worth[col] as number;
    const { planes, factors } = row;
    for (let g = 0; g < planes.length; g++) {
      points += ((planes[g] as Uint8Array)[col] as number) * (factors[g] as number);
    }
    if (department[col] !== row.department) points += WEIGHT.department;
    if (site[col] === row.home) points += WEIGHT.site;
    if (twist === 'coarse scores') points -= points % COARSE;
    return MOST_POINTS - points;
  };

  let spent = 0;
  const keepers = new Map<number, BestCandidates>();
  const source: CandidateSource = {
    rows: executives,
    cols: champions,
    maxCost: MOST_POINTS,
    candidates(at, k, tie, out) {
      const from = performance.now();
      const row = rows[at] as Row;
      let best = keepers.get(k);
      if (!best) keepers.set(k, (best = new BestCandidates(k)));
      best.clear();
      let threshold = Infinity;
      let left = Infinity;
      for (const block of blocks) {
        if (!isCompatible(row, block)) continue;
        for (let col = block.from; col < block.to; col++) {
          const cost = score(row, col);
          if (cost > threshold) {
            if (cost < left) left = cost;
            continue;
          }
          best.offer(col, cost, tie(at, col));
          threshold = best.threshold;
        }
      }
      if (left < Infinity) best.leaveOut(left, 0);
      best.write(out);
      spent += performance.now() - from;
    },
    costsOf(at, out) {
      const row = rows[at] as Row;
      out.fill(FORBIDDEN_PAIR);
      for (const block of blocks) {
        if (!isCompatible(row, block)) continue;
        for (let col = block.from; col < block.to; col++) out[col] = score(row, col);
      }
    },
    cost(at, col) {
      const row = rows[at] as Row;
      const block = blocks[blockOf[col] as number] as Block;
      return isCompatible(row, block) ? score(row, col) : FORBIDDEN_PAIR;
    },
  };
  return {
    source,
    // Tight: hardly more places than executives, at a few of the champions.
    capacity: Int32Array.from({ length: champions }, () => {
      if (twist === 'tight places') return roll(champions) < executives * 1.15 ? 1 : 0;
      return 1 + (roll(3) === 0 ? roll(3) : 0);
    }),
    spent: () => spent,
  };
}
