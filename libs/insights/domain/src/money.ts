import { ok, refuse, type Day, type Result } from '@flipside/kernel';
import { hoursRange } from './figures.js';
import { insightsRefusal, type InsightsRefusal } from './insights-refusals.js';

/** What an hour costs or is worth, as finance approved it. */
export interface HourlyRates {
  /** An hour of an executive, of a champion, and of whoever's work got shorter. */
  readonly executive: number;
  readonly champion: number;
  readonly staff: number;
  /** Three letters, as ISO 4217 has them. */
  readonly currency: string;
  readonly approvedBy: string;
  /** From this day on. */
  readonly holdsFrom: Day;
}

const MOST_AN_HOUR = 10_000;
const LONGEST_NAME = 100;

/**
 * Rates as they may be set. Later rates follow earlier ones by day, so that what a closed month said in money stays.
 * @param before from when the latest rates hold; null without any
 */
export function checkRates(
  rates: HourlyRates,
  before: Day | null,
  today: Day,
): Result<HourlyRates, InsightsRefusal> {
  for (const field of ['executive', 'champion', 'staff'] as const)
    if (!(rates[field] > 0 && rates[field] <= MOST_AN_HOUR))
      return refuse(insightsRefusal('RATE_OUT_OF_RANGE', field));
  const currency = rates.currency.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) return refuse(insightsRefusal('CURRENCY_MISSING', 'currency'));
  const approvedBy = rates.approvedBy.trim();
  if (approvedBy === '' || approvedBy.length > LONGEST_NAME)
    return refuse(insightsRefusal('APPROVER_MISSING', 'approvedBy'));
  if (rates.holdsFrom > today) return refuse(insightsRefusal('RATES_AHEAD', 'holdsFrom'));
  if (before !== null && rates.holdsFrom <= before)
    return refuse(insightsRefusal('RATES_NOT_LATER', 'holdsFrom'));
  return ok({ ...rates, currency, approvedBy });
}

/** The rates of a month: the latest that hold by its last day. @param rates in any order */
export const ratesOn = (rates: readonly HourlyRates[], day: Day): HourlyRates | null =>
  rates
    .filter(({ holdsFrom }) => holdsFrom <= day)
    .reduce<HourlyRates | null>(
      (last, each) => (last === null || each.holdsFrom > last.holdsFrom ? each : last),
      null,
    );

/** An amount of money between two whole numbers, and how it came about. */
export interface Money {
  readonly low: number;
  readonly high: number;
  /** "EUR 3,600 to 4,800" */
  readonly text: string;
  /** Every hour and every rate in it. */
  readonly formula: string;
}

/** Hours of somebody at a rate. */
interface Share {
  readonly hours: number;
  readonly of: string;
  readonly rate: number;
}

/**
 * Hours × rates (metrics G.9). Hours are known to ten, so money is a range too: the lower ends and the upper ends, rounded
 * away from its middle to whole tens.
 */
function moneyOf(shares: readonly Share[], currency: string): Money {
  const ranges = shares.map(({ hours, of, rate }) => ({ ...hoursRange(hours), of, rate }));
  const low = Math.floor(ranges.reduce((sum, { low: at, rate }) => sum + at * rate, 0) / 10) * 10;
  const high = Math.ceil(ranges.reduce((sum, { high: at, rate }) => sum + at * rate, 0) / 10) * 10;
  return {
    low,
    high,
    text: `${currency} ${plain.format(low)} to ${plain.format(high)}`,
    formula: ranges
      .map((each) => `${each.low} to ${each.high} hours of ${each.of} × ${plain.format(each.rate)}`)
      .join(' + '),
  };
}

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** What the time that sessions take costs: half of it is the executive's; preparing and logging is the champion's. */
export const costOfSessions = (
  numbers: readonly (number | null)[],
  { executive, champion, currency }: HourlyRates,
): Money =>
  moneyOf(
    [
      { hours: (numbers[1] ?? 0) / 2, of: 'executives', rate: executive },
      {
        hours: (numbers[1] ?? 0) / 2 + (numbers[2] ?? 0),
        of: 'champions, preparing and logging with it,',
        rate: champion,
      },
    ],
    currency,
  );

/** What the hours that champions are given for the role cost, whether or not they are used. */
export const costOfAllowance = (
  numbers: readonly (number | null)[],
  { champion, currency }: HourlyRates,
): Money => moneyOf([{ hours: numbers[1] ?? 0, of: 'champions', rate: champion }], currency);

/** What the net hours of a month are worth; hours saved are not money saved. Only for corroborated or measured ones. */
export const worthOfHours = (
  numbers: readonly (number | null)[],
  { staff, currency }: HourlyRates,
): Money =>
  moneyOf([{ hours: numbers[2] ?? 0, of: 'those whose work got shorter', rate: staff }], currency);
