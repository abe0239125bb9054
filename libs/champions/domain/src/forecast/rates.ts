import type { NominationSource, NominationStage } from '../nominations/nomination-stage.js';

/** Stages of an open nomination that can still become a champion. */
export type OpenStage = Exclude<NominationStage, 'active' | 'declined' | 'withdrawn'>;

/** One past nomination that entered a stage. */
export interface StageCase {
  readonly stage: OpenStage;
  readonly source: NominationSource;
  /** Days from entering the stage to becoming active; null when it was closed without; undefined while still open. */
  readonly daysToActive: number | null | undefined;
}

/** How often and how fast people go from a stage to active. */
export interface Conversion {
  readonly successes: number;
  readonly cases: number;
  /** Days of the successes, ascending. */
  readonly days: readonly number[];
  /** What these cases are: the stage by this source, the stage, the whole programme, or an assumption. */
  readonly from: 'source' | 'stage' | 'programme' | 'assumed';
}

/** Fewer past cases than this do not speak for themselves (metrics G.2). */
export const FEWEST_CASES = 20;

/** Where a programme has no history at all: one in two of those asked, six weeks from nomination to active. */
const ASSUMED: Conversion = { successes: 5, cases: 10, days: [28, 42, 70], from: 'assumed' };

/**
 * The conversion to use for a stage and source: self-nominations separately from those by others while each has enough
 * past cases, else all of the stage, else all nominations of the programme from any stage, else an assumption.
 * People still open are no cases yet: fast decliners must not make a stage look quick.
 */
export function conversionOf(
  cases: readonly StageCase[],
  stage: OpenStage,
  source: NominationSource,
): Conversion {
  const known = found.get(cases) ?? new Map<string, Conversion>();
  found.set(cases, known);
  const key = `${stage} ${source === 'self'}`;
  const conversion = known.get(key) ?? findConversion(cases, stage, source);
  known.set(key, conversion);
  return conversion;
}

/** Asked for each person on the way and each day ahead; the answer depends on the list of cases alone. */
const found = new WeakMap<readonly StageCase[], Map<string, Conversion>>();

function findConversion(
  cases: readonly StageCase[],
  stage: OpenStage,
  source: NominationSource,
): Conversion {
  const decided = cases.filter(({ daysToActive }) => daysToActive !== undefined);
  const inStage = decided.filter((each) => each.stage === stage);
  const bySource = inStage.filter((each) => (each.source === 'self') === (source === 'self'));
  if (bySource.length >= FEWEST_CASES) return summed(bySource, 'source');
  if (inStage.length >= FEWEST_CASES) return summed(inStage, 'stage');
  if (decided.length >= FEWEST_CASES) return summed(decided, 'programme');
  return ASSUMED;
}

function summed(cases: readonly StageCase[], from: Conversion['from']): Conversion {
  const days = cases.flatMap(({ daysToActive }) =>
    typeof daysToActive === 'number' ? [daysToActive] : [],
  );
  return { successes: days.length, cases: cases.length, days: days.sort((a, b) => a - b), from };
}

/** p_s with one success and one failure added, so that three of three is not certainty. */
export const shareOf = ({ successes, cases }: Pick<Conversion, 'successes' | 'cases'>): number =>
  (successes + 1) / (cases + 2);

/** F_s(h): share of the later successes that were active within `days`; 0 without any. */
export function withinDays({ days }: Pick<Conversion, 'days'>, within: number): number {
  if (days.length === 0) return 0;
  let count = 0;
  while (count < days.length && (days[count] ?? 0) <= within) count += 1;
  return count / days.length;
}

/** The value below which a share of an ascending list lies; 0 for an empty list. */
export function quantileOf(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return 0;
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

/** Champions who stopped before their term, against the time champions served. */
export interface ExitHistory {
  readonly exits: number;
  readonly championMonths: number;
}

/** λ: exits per champion and month, half an exit added; 2 % a month while nothing is known. */
export function exitRate({ exits, championMonths }: ExitHistory): number {
  return championMonths < 12 ? 0.02 : (exits + 0.5) / (championMonths + 12);
}
