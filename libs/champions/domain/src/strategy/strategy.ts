import type { Group } from '../coverage/coverage-figure.js';

export const PRIORITY_KINDS = ['market', 'product', 'function', 'language'] as const;
export type PriorityKind = (typeof PRIORITY_KINDS)[number];

export interface Priority {
  readonly id: string;
  readonly kind: PriorityKind;
  readonly name: string;
  /** Market: country codes; product: words; function: unit codes; language: codes. In any case of letters. */
  readonly match: readonly string[];
  /** Champions wanted. */
  readonly target: number;
  /** 1 to 3; what a missing champion of this priority weighs in a ranking. */
  readonly weight: number;
}

/** What can be matched of a champion or of somebody on the way. */
export interface Profile {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  /** Codes of the home unit and every unit above it. */
  readonly unitCodes: readonly string[];
  readonly country: string | null;
  readonly languages: readonly string[];
  /** Skills, tools, problems helped with, and what was written in a nomination. */
  readonly words: readonly string[];
}

/** Whether a person counts for a priority. A product is found as a whole word, so that "sap" does not find "disappear". */
export function fits({ kind, match }: Pick<Priority, 'kind' | 'match'>, who: Profile): boolean {
  const wanted = match.map(lower);
  if (kind === 'market') return who.country !== null && wanted.includes(lower(who.country));
  if (kind === 'function') return who.unitCodes.some((code) => wanted.includes(lower(code)));
  if (kind === 'language') return who.languages.some((code) => wanted.includes(lower(code)));
  return who.words.some((words) => {
    const text = ` ${lower(words).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    return wanted.some((word) =>
      text.includes(` ${word.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `),
    );
  });
}

const lower = (text: string): string => text.trim().toLocaleLowerCase('en');

export interface PriorityStanding {
  readonly priority: Priority;
  readonly present: number;
  readonly gap: number;
  /** On the way and fitting. */
  readonly candidates: number;
}

/** Priorities with what they have and lack, the largest weighted gap first. */
export function standingOf(
  priorities: readonly Priority[],
  champions: readonly Profile[],
  candidates: readonly Profile[],
): PriorityStanding[] {
  return priorities
    .map((priority) => {
      const present = champions.filter((who) => fits(priority, who)).length;
      return {
        priority,
        present,
        gap: Math.max(0, priority.target - present),
        candidates: candidates.filter((who) => fits(priority, who)).length,
      };
    })
    .sort(
      (a, b) =>
        b.gap * b.priority.weight - a.gap * a.priority.weight ||
        (a.priority.name < b.priority.name ? -1 : 1),
    );
}

export interface RankedCandidate<P extends Profile = Profile> {
  readonly candidate: P;
  /** Seats and weighted priorities this person would help with; only for the order. */
  readonly points: number;
  /** One sentence for each point given, and for what speaks against. */
  readonly reasons: readonly string[];
}

export interface UnitStanding extends Group {
  readonly name: string;
  readonly gap: number;
  readonly required: number;
}

/**
 * Candidates in the order in which they help most: 3 points for a seat that their unit lacks, and the weight of each
 * priority that lacks champions and that they fit. Ties by name. The ranking follows the priorities; people decide.
 */
export function rankCandidates<P extends Profile>(
  candidates: readonly P[],
  standings: readonly PriorityStanding[],
  unitOf: (unitId: string) => UnitStanding | undefined,
): RankedCandidate<P>[] {
  return candidates
    .map((candidate) => {
      const reasons: string[] = [];
      let points = 0;
      const unit = candidate.unitId === null ? undefined : unitOf(candidate.unitId);
      if (unit && unit.gap > 0) {
        points += 3;
        reasons.push(`Fills one of ${unit.gap} missing in ${unit.name}.`);
      } else if (unit && unit.required > 0) {
        reasons.push(`${unit.name} has its champions already.`);
      }
      for (const { priority, present, gap } of standings) {
        if (!fits(priority, candidate)) continue;
        if (gap > 0) {
          points += priority.weight;
          reasons.push(`${priority.name} has ${present} of ${priority.target}.`);
        } else {
          reasons.push(`${priority.name} has the ${priority.target} it wants.`);
        }
      }
      return { candidate, points, reasons };
    })
    .sort((a, b) => b.points - a.points || (a.candidate.name < b.candidate.name ? -1 : 1));
}

/** Where head count and aims pull in different directions, in sentences; empty when they do not. */
export function conflictsOf(
  standings: readonly PriorityStanding[],
  ranked: readonly RankedCandidate[],
  coverage: { readonly gap: number; readonly unitNames: readonly string[] },
  unitOf: (unitId: string) => UnitStanding | undefined,
): string[] {
  const conflicts: string[] = [];
  const lacking = standings.filter(({ gap }) => gap > 0);
  for (const { priority, gap, candidates } of lacking) {
    const fitting = ranked.filter(({ candidate }) => fits(priority, candidate));
    const covered = fitting.filter(({ candidate }) => {
      const unit = candidate.unitId === null ? undefined : unitOf(candidate.unitId);
      return unit !== undefined && unit.gap === 0;
    });
    if (candidates === 0) {
      conflicts.push(`${priority.name} lacks ${gap}, and nobody on the way fits it.`);
    } else if (covered.length === fitting.length) {
      conflicts.push(
        `${priority.name} lacks ${gap}, but everybody on the way who fits it works where champions are not missing.`,
      );
    }
  }
  if (coverage.gap > 0 && lacking.length > 0) {
    const seats = lacking.reduce((sum, { gap }) => sum + gap, 0);
    const helping = ranked.filter(({ points }) => points > 3).length;
    if (helping === 0) {
      conflicts.push(
        `Units lack ${coverage.gap} champions and priorities ${seats}, and nobody on the way helps with both${
          coverage.unitNames[0] ? `; the largest gap is in ${coverage.unitNames[0]}` : ''
        }.`,
      );
    }
  }
  return conflicts;
}

/** Champions by one dimension; parts add up to the champions whenever a person has exactly one value. */
export function compositionOf(
  values: readonly (string | null)[],
  smallest: number,
): { value: string | null; champions: number; isWithheld: boolean }[] {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, champions]) => ({ value, champions, isWithheld: champions < smallest }))
    .sort((a, b) => b.champions - a.champions || ((a.value ?? '') < (b.value ?? '') ? -1 : 1));
}
