/**
 * Back-test of the coverage forecast: programmes with rates of their own, unknown to the forecast, are generated for some
 * years; the forecast sees only their past, and its 80 % range is held against what came later of those who were champions
 * or on the way then.
 */
import { addDays, type Day } from '@flipside/kernel';
import {
  Chance,
  type ForecastInput,
  forecastOf,
  HORIZONS,
  type StageCase,
} from '@flipside/champions-domain';

export interface CalibrationRow {
  readonly days: number;
  readonly forecasts: number;
  /** Of these, in which the later truth lay inside the range. */
  readonly inside: number;
  readonly below: number;
  readonly above: number;
}

const START: Day = '2020-01-01';
const MONTH_DAYS = 365.25 / 12;

interface Life {
  readonly from: number;
  readonly to: number;
  /** Day on which the term ends; they leave then at the latest, and that is known beforehand. */
  readonly term: number | null;
}

interface Nomination {
  readonly made: number;
  /** Day of the decision. */
  readonly decided: number;
  readonly isYes: boolean;
}

/** One programme: monthly exit rate, conversion, pace and inflow drawn for it alone. Days count from its beginning. */
function programmeOf(chance: Chance, until: number) {
  const daily = (0.005 + 0.03 * chance.next()) / MONTH_DAYS;
  const share = 0.25 + 0.5 * chance.next();
  const pace = 20 + 60 * chance.next();
  const inflow = (4 + 20 * chance.next()) / MONTH_DAYS;
  const life = (from: number): Life => {
    const exit = from - Math.log(1 - chance.next()) / daily;
    const term = chance.next() < 0.15 ? from + 365 : null;
    return { from, to: term === null ? exit : Math.min(exit, term), term };
  };
  const lives: Life[] = Array.from({ length: 40 + Math.floor(200 * chance.next()) }, () => life(0));
  const nominations: (Nomination & { life: Life | null })[] = [];
  for (
    let made = -Math.log(1 - chance.next()) / inflow;
    made < until;
    made -= Math.log(1 - chance.next()) / inflow
  ) {
    const decided = made + 5 + pace * (chance.next() + chance.next());
    const isYes = chance.next() < share;
    nominations.push({ made, decided, isYes, life: isYes ? life(decided) : null });
  }
  return { lives, nominations };
}

function forecastAt(
  { lives, nominations }: ReturnType<typeof programmeOf>,
  now: number,
  seed: number,
): { input: ForecastInput; truthAt: (days: number) => number } {
  const all = [...lives, ...nominations.flatMap(({ life }) => life ?? [])];
  const active = all.filter(({ from, to }) => from <= now && to > now);
  const known = nominations.filter(({ made }) => made <= now);
  const waiting = known.filter(({ decided }) => decided > now);
  const started = all.filter(({ from }) => from <= now);
  const today = addDays(START, Math.floor(now));
  const cases: StageCase[] = known.map(({ made, decided, isYes }) => ({
    stage: 'nominated',
    source: 'peer',
    daysToActive: decided > now ? undefined : isYes ? Math.round(decided - made) : null,
  }));
  const since = Math.max(0, now - 730);
  const input: ForecastInput = {
    today,
    people: 25 * active.length,
    champions: active.length,
    targetRatio: 25,
    rounding: 'up',
    ends: active.flatMap(({ term }, n) =>
      term !== null && term <= now + 365
        ? [
            {
              personId: `e${n}`,
              name: '',
              on: addDays(START, Math.ceil(term)),
              why: 'term' as const,
            },
          ]
        : [],
    ),
    starts: [],
    onTheWay: waiting.map(({ made }, n) => ({
      personId: `w${n}`,
      name: '',
      stage: 'nominated',
      source: 'peer',
      waitedDays: Math.floor(now - made),
    })),
    cases,
    exits: {
      exits: started.filter(({ to, term }) => to <= now && to > since && to !== term).length,
      championMonths:
        started.reduce(
          (sum, { from, to }) => sum + Math.max(0, Math.min(to, now) - Math.max(from, since)),
          0,
        ) / MONTH_DAYS,
    },
    peopleChanges: [],
    monthlyNet: [],
    monthsOfHistory: Math.floor(now / MONTH_DAYS),
    seed,
  };
  const later = [...active, ...waiting.flatMap(({ life }) => life ?? [])];
  return {
    input,
    truthAt: (days) => later.filter(({ from, to }) => from <= now + days && to > now + days).length,
  };
}

/** @param programmes how many histories to generate; each is asked once, after one to four years */
export function calibrate(programmes: number, seed: number): CalibrationRow[] {
  const chance = new Chance(seed);
  const rows = HORIZONS.map((days) => ({ days, forecasts: 0, inside: 0, below: 0, above: 0 }));
  for (let n = 0; n < programmes; n += 1) {
    const now = 365 + Math.floor(1095 * chance.next());
    const { input, truthAt } = forecastAt(programmeOf(chance, now), now, seed + n);
    forecastOf(input).points.forEach(({ days, champions }, i) => {
      const row = rows[i];
      if (!row) return;
      const truth = truthAt(days);
      row.forecasts += 1;
      if (truth < champions.low) row.below += 1;
      else if (truth > champions.high) row.above += 1;
      else row.inside += 1;
    });
  }
  return rows;
}

/** The table that `npm run bench:forecast` prints. */
export function calibrationTable(rows: readonly CalibrationRow[]): string {
  const percent = (n: number, of: number) => `${((100 * n) / of).toFixed(1)} %`.padStart(8);
  return [
    'days ahead  forecasts  truth inside the 80 % range     below     above',
    ...rows.map(
      ({ days, forecasts, inside, below, above }) =>
        `${String(days).padStart(10)}  ${String(forecasts).padStart(9)}  ${percent(inside, forecasts).padStart(29)}  ${percent(below, forecasts)}  ${percent(above, forecasts)}`,
    ),
  ].join('\n');
}
