import { addDays, daysBetween, type Day } from '@flipside/kernel';
import { requiredChampions } from '../coverage/coverage-figure.js';
import { expectedChampions, expectedPeople, type ForecastInput } from './forecast.js';
import { conversionOf, quantileOf, shareOf } from './rates.js';

export interface PlannedStart {
  /** Nominations to start. */
  readonly nominations: number;
  readonly by: Day;
  /** 'YYYY-MM': the month that would otherwise be short. */
  readonly month: string;
  /** Champions missing then, nothing done. */
  readonly gap: number;
}

/**
 * "Start k nominations by D to hold the target in month M", for the next twelve months. D leaves the time that three of
 * four successful nominations took; a D gone by reads today. Nominations planned for an earlier month count for later ones.
 */
export function recruitmentPlan(input: ForecastInput): PlannedStart[] {
  const nominated = conversionOf(input.cases, 'nominated', 'peer');
  const share = shareOf(nominated);
  const lead = Math.ceil(quantileOf(nominated.days, 0.75));
  const plan: PlannedStart[] = [];
  let planned = 0;
  for (const first of monthsAfter(input.today, 12)) {
    const days = daysBetween(input.today, first);
    const required = requiredChampions(
      Math.round(expectedPeople(input, days)),
      input.targetRatio,
      input.rounding,
    );
    // To the nearest: rounded down, each unit with just what it needs would be told to recruit at once.
    const gap = Math.max(0, required - Math.round(expectedChampions(input, days)));
    const more = Math.ceil(gap / share) - planned;
    if (more <= 0) continue;
    planned += more;
    const by = addDays(first, -lead);
    plan.push({
      nominations: more,
      by: by < input.today ? input.today : by,
      month: first.slice(0, 7),
      gap,
    });
  }
  return plan;
}

function monthsAfter(today: Day, count: number): Day[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return Array.from({ length: count }, (_, i) =>
    new Date(Date.UTC(year, month + i, 1)).toISOString().slice(0, 10),
  );
}
