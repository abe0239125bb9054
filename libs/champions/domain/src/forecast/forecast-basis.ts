import type { ForecastInput } from './forecast.js';
import { conversionOf, FEWEST_CASES } from './rates.js';

/** Months of history below which no line is drawn into the future. */
export const FEWEST_MONTHS = 3;

/** What the rates of a forecast are taken from, in a sentence. */
export function basisOf(input: ForecastInput): string {
  const months =
    input.monthsOfHistory >= FEWEST_MONTHS
      ? `${input.monthsOfHistory} months of history`
      : 'Under three months of history: only known starts and ends';
  const nominations = conversionOf(input.cases, 'nominated', 'peer');
  const thin = input.onTheWay.some((person) =>
    ['programme', 'assumed'].includes(conversionOf(input.cases, person.stage, person.source).from),
  );
  const rates =
    nominations.from === 'assumed'
      ? `fewer than ${FEWEST_CASES} decided nominations, so an assumed one in two becomes a champion`
      : `${nominations.successes} of ${nominations.cases} decided nominations became champions`;
  const note =
    thin && nominations.from !== 'assumed'
      ? ` Stages with fewer than ${FEWEST_CASES} past cases use the programme-wide rate.`
      : '';
  return `${months}; ${rates}; ${input.exits.exits} early exits in ${Math.round(input.exits.championMonths)} champion-months.${note}`;
}
