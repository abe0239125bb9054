/** Everything this context can refuse, with the sentence the person reads: what happened, what to do. */
const WORDING = {
  RATE_OUT_OF_RANGE: 'Enter an amount above 0 and up to 10,000.',
  CURRENCY_MISSING: 'Enter the three letters of the currency, such as EUR.',
  APPROVER_MISSING: 'Name who of finance approved it, in at most 100 characters.',
  RATES_NOT_LATER: 'Enter a day after that of the earlier rates: closed months keep theirs.',
  RATES_AHEAD: 'Enter today or an earlier day.',
} as const;

export type InsightsRefusalCode = keyof typeof WORDING;

export const INSIGHTS_REFUSAL_CODES = Object.keys(WORDING) as readonly InsightsRefusalCode[];

export interface InsightsRefusal {
  readonly code: InsightsRefusalCode;
  readonly message: string;
  /** Name of the input field that the sentence is about, if one. */
  readonly field: string | null;
}

export const insightsRefusal = (
  code: InsightsRefusalCode,
  field: string | null = null,
): InsightsRefusal => ({ code, message: WORDING[code], field });
