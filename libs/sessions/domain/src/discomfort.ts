/** The unit in which discomfort is counted. */
const STEP_MINUTES = 15;

/** Weights of the cost of a rhythm, in one unit. Source: the scheduling design, section 2.3. */
export const COST = {
  blocked: 2000,
  championQuarterOutsidePreferred: 4,
  executiveQuarterOutsidePreferred: 6,
  quarterPast: 3,
  championHasSessionThatDay: 20,
  splitsFreeBlock: 30,
  nextToSomething: -15,
  perDayUntilFirst: 1,
  sameAsBefore: -60,
} as const;

/** A free stretch this long is worth keeping whole, in minutes. */
export const LONG_BLOCK = 90;

const overlapMinutes = (from: number, to: number, low: number, high: number): number =>
  Math.max(0, Math.min(to, high) - Math.max(from, low));

/**
 * Quarter hours that an executive would rather not give: the first hours of Monday, Friday afternoon,
 * lunch, early and late. `from` is the minute of the local day, `weekday` 1 = Monday.
 */
export function executiveDislike(weekday: number, from: number, minutes: number): number {
  const to = from + minutes;
  const lunch = overlapMinutes(from, to, 12 * 60, 13 * 60 + 30);
  const monday = weekday === 1 ? overlapMinutes(from, to, 0, 10 * 60) : 0;
  const friday = weekday === 5 ? overlapMinutes(from, to, 14 * 60, 1440) : 0;
  const early = overlapMinutes(from, to, 0, 8 * 60 + 30);
  const late = overlapMinutes(from, to, 17 * 60, 1440);
  return Math.ceil((lunch + monday + friday + early + late) / STEP_MINUTES);
}

/** For champions lunch, early and late count. */
export function championDislike(from: number, minutes: number): number {
  const to = from + minutes;
  const lunch = overlapMinutes(from, to, 12 * 60, 13 * 60);
  const early = overlapMinutes(from, to, 0, 8 * 60 + 30);
  const late = overlapMinutes(from, to, 17 * 60 + 30, 1440);
  return Math.ceil((lunch + early + late) / STEP_MINUTES);
}

const FNV_START = 0x811c9dc5;

/** FNV-1a over the text, begun with the hash of what stands before it. */
export function hashOf(text: string, before = FNV_START): number {
  let hash = before;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

/** A hash brought down to 0…6: settles ties without favouring whoever comes first. */
export const tieBreak = (hash: number): number => hash % 7;
