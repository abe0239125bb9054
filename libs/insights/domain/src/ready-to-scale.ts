export interface ScaleFacts {
  readonly state: 'covered' | 'close' | 'short' | 'none';
  readonly champions: number;
  readonly required: number;
  /** Hours asked of the unit's champions by everything in the fullest four weeks around today, and hours agreed. */
  readonly askedHours: number;
  readonly agreedHours: number;
  /** Fortnights with a session of those counted; null when too few pairings may be shown. */
  readonly rhythm: { readonly held: number; readonly counted: number } | null;
}

export type ScaleCriterion = 'coverage' | 'load' | 'rhythm';

export interface ScaleReason {
  readonly criterion: ScaleCriterion;
  /** Null: too little is known to say. It holds nobody back. */
  readonly isMet: boolean | null;
  readonly sentence: string;
}

/** Four fifths of the hours that champions agreed to: beyond it, new pairings find nobody free. */
const MOST_LOAD = 0.8;
/** Seven of ten fortnights with a session. */
const LEAST_RHYTHM = 0.7;

/**
 * Grow the base before scaling: a unit is ready when its coverage is met, its champions have room, and its pairings meet.
 * Where too few pairings exist to say, rhythm holds nobody back. Each criterion says its reason.
 */
export function readyToScale(facts: ScaleFacts): { isReady: boolean; reasons: ScaleReason[] } {
  const { state, champions, required, askedHours, agreedHours, rhythm } = facts;
  const isLight = agreedHours > 0 && askedHours <= MOST_LOAD * agreedHours;
  const isSteady =
    rhythm === null || rhythm.counted === 0 ? null : rhythm.held >= LEAST_RHYTHM * rhythm.counted;
  const reasons: ScaleReason[] = [
    {
      criterion: 'coverage',
      isMet: state === 'covered',
      sentence: `${champions} of ${countOf(required, 'champion', 'champions')}.`,
    },
    {
      criterion: 'load',
      isMet: isLight,
      sentence:
        agreedHours === 0
          ? 'No champion with hours to give.'
          : `${askedHours} of ${countOf(agreedHours, 'agreed hour is', 'agreed hours are')} asked.`,
    },
    {
      criterion: 'rhythm',
      isMet: isSteady,
      sentence:
        rhythm === null || rhythm.counted === 0
          ? 'Too few pairings to say.'
          : `${rhythm.held} of ${countOf(rhythm.counted, 'fortnight', 'fortnights')} with a session.`,
    },
  ];
  return { isReady: reasons.every(({ isMet }) => isMet !== false), reasons };
}

const countOf = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
